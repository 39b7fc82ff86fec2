"""The command as a module: `python -m newslint`."""

import sys

# Python puts the working directory first, where a repository may have modules with the names of newslint's or of the
# standard library's.
if not getattr(sys.flags, "safe_path", False):
    del sys.path[0]

from newslint.cli.main import main

main()
