"""What every test can rely on, wherever the tests are started from."""

from __future__ import annotations

import os
import signal
import sys

# Hundreds of processes start from the same sources: all but the first ones are to find them compiled.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# A shell that starts something in the background has it ignore Ctrl-C, and so would every program started here.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
