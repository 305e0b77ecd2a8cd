"""A reader of our output that stops reading is no error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from errno import EINVAL


@contextmanager
def closed_pipe_is_no_error() -> Iterator[None]:
    """End the process quietly, with status 0, where who reads standard output has stopped reading.

    Raises:
        SystemExit: in place of the error of the closed pipe.
    """
    try:
        yield
        sys.stdout.flush()
    except OSError as fault:
        on_windows = os.name == "nt" and fault.errno == EINVAL and fault.filename is None
        if not (isinstance(fault, BrokenPipeError) or on_windows):
            raise
        # What is left in the buffer must not fail once more when the interpreter closes down.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0) from None
