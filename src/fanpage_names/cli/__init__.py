"""The command line: one file a command; parse, call, print, exit."""

from __future__ import annotations

import sys

from fanpage_names.cli.pipe import closed_pipe_is_no_error

_BROKEN_OFF = 130


def main() -> int:
    """Run the program on the process's arguments; return its exit status.

    0: nothing to report; 1: deviations were found; 2: the work could not be done; 130: broken off by the keyboard.
    """
    try:
        with closed_pipe_is_no_error():
            if sys.argv[1:] == ["--version"]:  # scripts ask it often: answered without loading anything else
                from fanpage_names._version import __version__

                print(f"fanpage-names {__version__}")
                return 0
            from fanpage_names.cli.program import run

            return run()
    except KeyboardInterrupt:
        return _BROKEN_OFF
