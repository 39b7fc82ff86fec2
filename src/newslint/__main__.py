"""`python -m newslint`."""

from newslint.front.cli import main

main()
