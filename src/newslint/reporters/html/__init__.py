"""The parts of the page that `--format html` writes; imported only by a run that writes one."""
