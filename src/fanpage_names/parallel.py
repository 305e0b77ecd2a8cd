"""Names checked by several processes at once, each result beside its row, in the order of the rows."""

from __future__ import annotations

import marshal
import os
import pickle
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import cycle, islice
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnContext
from queue import SimpleQueue
from typing import Any, cast

from fanpage_names.check import Checker, Results
from fanpage_names.errors import UseError
from fanpage_names.result import Diagnostic, Result
from fanpage_names.rows import Row
from fanpage_names.units.model import Unit

CHUNK = 1024
"""So many rows go to a process at once: enough that sending costs little, few enough that they take little memory."""

_AHEAD = 2
"""So many chunks each process has before it, so that it does not stand idle while results are used here."""

_FAULT = b"fault"
"""Sent before an exception, in place of results."""

_Names = list[str]
_Packed = tuple[Any, ...]


def processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def processes(checker: Checker, jobs: int, start_method: str | None = None) -> Iterator[Results]:
    """Start processes that check names as long as the context lasts, and return what `check_rows` takes.

    Rows are read here, a few chunks ahead of their results. Official names are answered here: sending one costs more
    than checking it. Each process has its own copy of the checker, and none outlives this one.

    Args:
        checker: what checks the names.
        jobs: how many processes.
        start_method: as `multiprocessing` calls it; None for the system's own.

    Raises:
        UseError: while results are read: a process was ended from outside.
    """
    # The contexts of all start methods have the same methods.
    context = cast(SpawnContext, get_context(start_method))
    started = []
    connections: list[Connection[Any, Any]] = []
    try:
        with _uninterrupted():
            for _ in range(jobs):
                here, there = context.Pipe()
                process = context.Process(target=_work, args=(checker, there), daemon=True)
                process.start()
                there.close()  # so that the end of the process is the end of what it sends
                started.append(process)
                connections.append(here)
        yield _Distribution(checker, connections).results
    finally:
        for process in started:
            process.terminate()
        for process in started:
            process.join()


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Start processes which Ctrl-C does not reach from their first moment on; this one hears of it afterwards."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class _Distribution:
    """Hands rows to the processes in turn, and takes the results in the same order."""

    def __init__(self, checker: Checker, connections: Sequence[Connection[Any, Any]]) -> None:
        self._checker = checker
        self._connections = connections
        self._official = frozenset(map(checker.canonical, checker.units.units))

    def results(self, rows: Iterable[Row]) -> Iterator[tuple[Row, Result]]:
        """Yield each row with its name's result; what reading raises comes after the rows read before."""
        source = iter(rows)
        turns = cycle(self._connections)
        pending: deque[tuple[Sequence[Row], Connection[Any, Any]]] = deque()
        fault: Exception | None = None
        while fault is None:
            chunk: list[Row] = []
            try:
                for row in islice(source, CHUNK):
                    chunk.append(row)  # one by one: `list(islice(…))` would lose the rows before a fault
            except Exception as raised:
                fault = raised
            if not chunk:
                break
            connection = next(turns)
            self._send(chunk, connection)
            pending.append((chunk, connection))
            if len(pending) > _AHEAD * len(self._connections):
                yield from self._finished(*pending.popleft())
        while pending:
            yield from self._finished(*pending.popleft())
        if fault is not None:
            raise fault

    def _send(self, chunk: Sequence[Row], connection: Connection[Any, Any]) -> None:
        try:
            connection.send_bytes(marshal.dumps([row.name for row in chunk if row.name not in self._official]))
        except OSError:
            raise _ended() from None

    def _finished(self, chunk: Sequence[Row], connection: Connection[Any, Any]) -> Iterator[tuple[Row, Result]]:
        """Yield the rows of a chunk with their results, once these have come."""
        try:
            came = connection.recv_bytes()
            fault = connection.recv() if came == _FAULT else None
        except (EOFError, OSError):
            raise _ended() from None
        if fault is not None:
            raise fault
        packed = iter(marshal.loads(came))
        checker, official, listed = self._checker, self._official, self._checker.units.by_code
        for row in chunk:
            name = row.name
            yield row, checker.check(name) if name in official else _unpacked(name, next(packed), listed)


def _ended() -> UseError:
    return UseError(
        "--jobs: một tiến trình đã bị dừng từ bên ngoài (thiếu bộ nhớ?); hãy giảm số tiến trình",
        "--jobs: a process was ended from outside (too little memory?); use fewer processes",
    )


def _work(checker: Checker, connection: Connection[Any, Any]) -> None:
    """Check what comes, until the process is ended; answer an exception where one is raised.

    Names are taken in by a thread, so that who sends them never has to wait while this process is itself waiting for
    its results to be taken.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    waiting: SimpleQueue[_Names] = SimpleQueue()
    threading.Thread(target=_receive, args=(connection, waiting), daemon=True).start()
    listed = checker.units.by_code
    while True:
        try:
            answer = marshal.dumps([_packed(checker.check(name), listed) for name in waiting.get()])
        except Exception as fault:
            connection.send_bytes(_FAULT)
            connection.send(fault)
        else:
            connection.send_bytes(answer)


def _receive(connection: Connection[Any, Any], waiting: SimpleQueue[_Names]) -> None:
    """Take in names; end the process with the one that started it, in whatever way that ended."""
    parent = cast(Any, parent_process()).sentinel
    try:
        while parent not in wait([connection, parent]):
            waiting.put(marshal.loads(connection.recv_bytes()))
    finally:
        os._exit(1)


def _packed(result: Result, listed: Mapping[str, Unit]) -> _Packed:
    """Return a result as plain tuples without its text, which take a fraction of the time to send.

    A unit of the list goes as its code, another one pickled.
    """

    def reference(unit: Unit | None) -> str | bytes | None:
        if unit is None:
            return None
        return unit.code if listed.get(unit.code) is unit else pickle.dumps(unit)

    _, status, unit, canonical, fixed, candidates, diagnostics, former, former_list = result
    return (
        status,
        reference(unit),
        canonical,
        fixed,
        [reference(one) for one in candidates],
        [tuple(one) for one in diagnostics],
        reference(former),
        former_list,
    )


def _unpacked(name: str, packed: _Packed, listed: Mapping[str, Unit]) -> Result:
    def unit_of(reference: str | bytes | None) -> Any:  # noqa: ANN401 - a candidate is never None
        if isinstance(reference, bytes):
            return pickle.loads(reference)
        return None if reference is None else listed[reference]

    status, unit, canonical, fixed, candidates, diagnostics, former, former_list = packed
    return Result(
        name,
        status,
        unit_of(unit),
        canonical,
        fixed,
        tuple([unit_of(one) for one in candidates]) if candidates else (),
        tuple([Diagnostic._make(one) for one in diagnostics]),
        unit_of(former) if former else None,
        former_list,
    )
