// Tables that can be sorted by the heads of their columns.

// Make buttons of the heads of a table; `sort(column, isDown)` puts the rows in order.
function addSortButtons(table, sort) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => {
    if (!head.textContent) return;
    const button = make("button", { type: "button" });
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const isDown = head.getAttribute("aria-sort") !== "descending" && column > 0;
      sort(column, isDown || (column === 0 && head.getAttribute("aria-sort") === "ascending"));
      const isReverse = column === 0 && head.getAttribute("aria-sort") === "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", isDown || isReverse ? "descending" : "ascending");
    });
  });
}

function compareValues(one, other) {
  const difference = one - other;
  return Number.isNaN(difference) ? String(one).localeCompare(String(other)) : difference;
}

// Make the tables of the page sortable: a cell is sorted by its attribute data-value, or else by its text.
function makeTablesSortable() {
  for (const table of document.querySelectorAll("table.sortable")) {
    const value = (row, column) => row.cells[column].dataset.value ?? row.cells[column].textContent;
    addSortButtons(table, (column, isDown) => {
      const rows = [...table.tBodies[0].rows];
      rows.sort((a, b) => (isDown ? -1 : 1) * compareValues(value(a, column), value(b, column)));
      table.tBodies[0].append(...rows);
    });
  }
}
