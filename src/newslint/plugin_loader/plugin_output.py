"""What plugins print: it goes to standard error, with their names."""

from __future__ import annotations

import io
import os
import sys

from newslint.console import print_stderr
from newslint.plugin_loader import MODULE_PREFIX

NOT_PLUGINS = frozenset({"newslint", "pluggy"})  # whose frames may lie between a plugin and the standard streams


def name_printed_lines() -> None:
    """Send what plugins print in this process to standard error, with their names."""
    number = sys.stdout.fileno()
    sys.stdout = io.TextIOWrapper(PluginOutput(number), "utf-8", "backslashreplace", "\n", write_through=True)


class PluginOutput(io.RawIOBase):
    """The standard output of plugins: each line goes to standard error, after the name of the plugin."""

    def __init__(self, number: int) -> None:
        self._number = number
        self._line = ""  # has not ended yet
        self._name = ""

    def writable(self) -> bool:
        """Return that it can be written to."""
        return True

    def fileno(self) -> int:
        """Return the number of the file, which programs that a plugin starts may write to: it is standard error."""
        return self._number

    def write(self, data: bytes) -> int:  # type: ignore[override]
        """Print the lines that end, and keep the rest."""
        if len(data) and not self._line:
            self._name = name_of_caller()
        *lines, self._line = (self._line + bytes(data).decode("utf-8", "replace")).split("\n")
        for line in lines:
            self._print(line)
        return len(data)

    def close(self) -> None:
        """Print the last line, if it has not ended. A plugin that closes the stream does not close it for others."""
        if self._line:
            self._print(self._line)
        self._line = ""

    def _print(self, line: str) -> None:
        print_stderr(f"{self._name} printed: {line}")


def name_of_caller() -> str:
    """Return how messages name the plugin whose code is running: by its file, or by its package."""
    frame = sys._getframe(1)
    while frame := frame.f_back:  # type: ignore[assignment]
        module = str(frame.f_globals.get("__name__", ""))
        package = module.split(".")[0]
        if module.startswith(MODULE_PREFIX):
            return f'plugin "{os.path.basename(frame.f_code.co_filename)}"'
        if package not in sys.stdlib_module_names and package not in NOT_PLUGINS:
            return f'plugin "{package}"'
    return "a plugin"
