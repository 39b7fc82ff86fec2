"""The parts of the page of `--format html`; only a run that writes one imports them."""
