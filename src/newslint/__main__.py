"""`python -m newslint`."""

from newslint.front.start import main

main()
