"""The command as a module: `python -m newslint`."""

from newslint.cli.main import main

main()
