// The page of a corpus: its tables can be sorted.

makeTablesSortable();
