"""`--diff` in color."""

from __future__ import annotations

from support import Run, Write

TAG = "The road is closed.\n{{ page.title }}\nIt opens in May.\n"


def test_rows_of_a_diff_have_the_colors_of_git(newslint: Run, write: Write) -> None:
    write("a.txt", TAG)
    plain = newslint("--diff", "a.txt").stdout
    colored = newslint("--diff", "a.txt", "--color", "always").stdout
    assert "\x1b" not in plain
    assert "\x1b[1m--- a/a.txt\x1b[0m\n" in colored
    assert "\x1b[36m@@ -1,3 +1,2 @@\x1b[0m\n" in colored
    assert "\x1b[31m-{{ page.title }}\x1b[0m\n" in colored
    assert "\n The road is closed.\n" in colored
