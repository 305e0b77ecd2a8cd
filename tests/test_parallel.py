"""Names checked in several processes: the same results in the same order, and a good end however it comes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from multiprocessing import active_children
from pathlib import Path

import pytest

from fanpage_names import Checked, Row, UseError, check_rows
from fanpage_names import parallel as module
from fanpage_names.parallel import processes, processors
from tests.cases.loading import checker

NAMES = (
    "Mặt trận Hải Hậu Nam Định",
    "Mat tran Hai Minh - Hải Hậu",
    "Mặt trận Nam Định",
    "Mặt trận Hải Hậu Thái Bình",
    "Mặt trận Nghĩa Bình Nghĩa Hưng Nam Định",
    "quán cà phê",
    "",
    "Mặt trận Hải Anh Hải Hậu Nam Định\ud800",
    "MTTQ Hải Minh Hải Hậu",
)
SLOW = "MTTQ Nam Định Hải Minhh Hải Hạu " * 9


def rows(count: int) -> list[Row]:
    return [
        Row(NAMES[number % len(NAMES)], "a.csv", None, number + 2, link=f"fb.com/{number}") for number in range(count)
    ]


def checked_apart(some: Iterable[Row], jobs: int = 2) -> list[Checked]:
    # "spawn" needs what every other way of starting needs, and more: all that is sent must be picklable.
    with processes(checker(), jobs, "spawn") as results:
        return list(check_rows(checker(), some, results=results))


@pytest.mark.parametrize("count", [0, 1, 2100])
def test_the_results_are_those_of_one_process(count: int) -> None:
    assert checked_apart(rows(count)) == list(check_rows(checker(), rows(count)))


def test_former_units_and_candidates_come_back_as_they_are() -> None:
    former = [Row("Mặt trận Yên Phú Ý Yên Nam Định"), Row("Mặt trận Nam Định"), Row("phường Quang Trung Vụ Bản")]
    with processes(checker("ninh_binh_2025"), 1, "spawn") as results:
        apart = list(check_rows(checker("ninh_binh_2025"), former, results=results))
    assert apart == list(check_rows(checker("ninh_binh_2025"), former))
    assert any(one.result.former for one in apart)


def test_no_process_is_left() -> None:
    checked_apart(rows(10))
    assert not active_children()


def test_rows_are_read_only_some_chunks_ahead() -> None:
    read = 0

    def endless() -> Iterator[Row]:
        nonlocal read
        while True:
            read += 1
            yield Row("MTTQ Hải Hậu")

    with processes(checker(), 2, "spawn") as results:
        stream = iter(results(endless()))
        for _ in range(10_000):
            next(stream)
    assert read <= 10_000 + 6 * module.CHUNK


def test_what_was_read_before_a_fault_comes_first() -> None:
    def broken() -> Iterator[Row]:
        yield from rows(1100)
        raise UseError("hỏng", "broken")

    came: list[Checked] = []
    with processes(checker(), 2, "spawn") as results, pytest.raises(UseError):
        came.extend(check_rows(checker(), broken(), results=results))
    assert len(came) == 1100


def test_long_names_do_not_block_the_way() -> None:
    long = [Row("x" * 3_000 + str(number)) for number in range(5 * module.CHUNK)]
    assert [one.row for one in checked_apart(long, jobs=1)] == long


def test_an_ended_process_is_an_error_of_use() -> None:
    with processes(checker(), 1, "spawn") as results:
        stream = iter(results(rows(20_000)))
        next(stream)
        for child in active_children():
            child.kill()
        with pytest.raises(UseError, match="--jobs"):
            list(stream)


def test_what_goes_wrong_there_is_raised_here() -> None:
    with processes(checker(), 1, "spawn") as results, pytest.raises(TypeError):
        list(results([Row(3)]))  # type: ignore[arg-type]


def test_there_is_a_processor() -> None:
    assert 1 <= processors() <= (os.cpu_count() or 1)


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "fanpage_names", "check", *arguments]


@pytest.fixture(scope="module")
def nop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("nop") / "nop.csv"
    lines = [f'"{NAMES[number % 7]}",https://fb.com/page.{number % 5}' for number in range(2100)]
    path.write_text("\n".join(["Tên trang,Đường dẫn", *lines]), "utf-8")
    return path


def run(*arguments: str) -> tuple[int, bytes, bytes]:
    done = subprocess.run(command(*arguments), capture_output=True, check=False)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("options", [[], ["--format", "jsonl"], ["--lang", "vi", "--select", "FN3,FN5"]])
def test_the_output_is_the_same_byte_for_byte(nop: Path, options: Sequence[str]) -> None:
    assert run(str(nop), *options, "--jobs", "2") == run(str(nop), *options)


def test_errors_of_use_are_the_same(nop: Path, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.csv"
    damaged.write_bytes(nop.read_bytes() + b"\n\xff\xfe")
    files = [str(tmp_path / "none.csv"), str(damaged), str(nop)]
    assert run(*files, "-j", "0") == run(*files)
    assert run(*files, "-j", "0")[0] == 2


@pytest.mark.parametrize("jobs", ["two", "-1", "1.5", ""])
def test_a_number_that_is_none(nop: Path, jobs: str) -> None:
    status, out, fault = run(str(nop), f"--jobs={jobs}")
    assert (status, out) == (2, b"")
    assert b"--jobs" in fault


def test_a_closed_pipe_is_no_error(nop: Path) -> None:
    with subprocess.Popen(command(str(nop), "-j2", "-q"), stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert (process.wait(), process.stderr.read()) == (0, b"")


def children(parent: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{parent}/task/{parent}/children").read_text().split()]


def runs(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def until(what: Callable[[], bool], seconds: float = 300) -> bool:
    """Whether `what` comes true in time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if what():
            return True
        time.sleep(0.01)
    return False


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="processes are looked at in /proc")
@pytest.mark.parametrize(
    ("sent", "to_all", "statuses"), [(signal.SIGINT, True, (130, -2)), (signal.SIGKILL, False, (-9,))]
)
def test_no_process_outlives_a_run_that_is_broken_off(
    tmp_path: Path, sent: int, to_all: bool, statuses: Sequence[int]
) -> None:
    nop = tmp_path / "nop.txt"
    nop.write_text("\n".join(f"{SLOW}{number}" for number in range(40_000)), "utf-8")
    process = subprocess.Popen(
        command(str(nop), "--jobs", "2", "--quiet", "-o", str(tmp_path / "out.csv")),
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert until(lambda: len(children(process.pid)) == 2)
    workers = children(process.pid)
    (os.killpg if to_all else os.kill)(process.pid, sent)
    assert process.communicate(timeout=300)[1] == b""
    # Where Ctrl-C comes while a class is being made, Python ends by the signal itself: a shell says 130 of both.
    assert process.returncode in statuses
    assert until(lambda: not any(map(runs, workers)))
