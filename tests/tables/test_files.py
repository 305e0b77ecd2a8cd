"""Files are written whole or not at all."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from fanpage_names.errors import UseError
from fanpage_names.tables.files import written


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def test_text_is_utf8_with_line_ends_as_written(tmp_path: Path) -> None:
    with written(tmp_path / "a.csv") as stream:
        stream.write("Trực\r\nNinh\n\ud800")
    assert (tmp_path / "a.csv").read_bytes() == "Trực\r\nNinh\n\\ud800".encode()
    assert names(tmp_path) == ["a.csv"]


def test_bytes(tmp_path: Path) -> None:
    with written(tmp_path / "a.xlsx", binary=True) as stream:
        stream.write(b"\x00\r\n")
    assert (tmp_path / "a.xlsx").read_bytes() == b"\x00\r\n"


def test_an_existing_file_is_refused_untouched_unless_forced(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("old")
    with pytest.raises(UseError, match="--force") as caught, written(path):
        pytest.fail("the block must not run")
    assert "tệp đã có; thêm --force" in caught.value.text.in_lang("vi")
    assert path.read_text() == "old"
    with written(path, force=True) as stream:
        stream.write("new")
    assert path.read_text() == "new"


@pytest.mark.parametrize("fault", [KeyboardInterrupt(), RuntimeError(), UseError("vi", "en")])
def test_an_interrupted_block_leaves_the_old_file_whole_and_nothing_beside(
    tmp_path: Path, fault: BaseException
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("old")

    def interrupted() -> None:
        with written(path, force=True) as stream:
            stream.write("half")
            stream.flush()
            assert path.read_text() == "old"
            raise fault

    with pytest.raises(type(fault)):
        interrupted()
    assert path.read_text() == "old"
    assert names(tmp_path) == ["a.csv"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot send Ctrl-C to one process alone")
def test_a_process_stopped_by_ctrl_c_leaves_the_old_file_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("old")
    program = (
        "import sys, time; from pathlib import Path; from fanpage_names.tables.files import written\n"
        "with written(Path(sys.argv[1]), force=True) as stream:\n"
        "    stream.write('half'); stream.flush(); print('ready', flush=True); time.sleep(60)"
    )
    arguments = [sys.executable, "-c", program, str(path)]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        process.send_signal(signal.SIGINT)
        assert process.wait(20) != 0
    assert path.read_text() == "old"
    assert names(tmp_path) == ["a.csv"]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (".", "this is a folder"),
        ("none/a.csv", "no such folder"),
        ("file/a.csv", "not a folder|no such folder"),
    ],
)
def test_where_nothing_can_be_written(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UseError, match=words) as caught, written(tmp_path / name):
        pytest.fail("the block must not run")
    assert str(caught.value).startswith(str(tmp_path / name))


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="needs a user whom permissions hold back")
def test_no_permission(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(UseError, match="no permission"), written(tmp_path / "a.csv"):
            pytest.fail("the block must not run")
    finally:
        tmp_path.chmod(0o700)


def test_a_file_open_elsewhere_cannot_be_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(place: Path, target: Path) -> None:
        raise PermissionError(errno.EACCES, "Access is denied", str(place), None, str(target))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(UseError, match="open in another program"), written(tmp_path / "a.csv", force=True):
        pass
    assert names(tmp_path) == []


def test_a_full_disk_is_an_error_of_use_and_another_file_s_fault_is_not(tmp_path: Path) -> None:
    with pytest.raises(UseError, match="No space left"), written(tmp_path / "a.csv"):
        raise OSError(errno.ENOSPC, "No space left on device")
    with pytest.raises(OSError, match="Input/output"), written(tmp_path / "a.csv"):
        raise OSError(errno.EIO, "Input/output error", "other.csv")
    assert names(tmp_path) == []


def test_a_memory_stick_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Path) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    path = tmp_path / "a.csv"
    with written(path) as stream:
        stream.write("new")
    assert (path.read_text(), names(tmp_path)) == ("new", ["a.csv"])
    path.unlink()
    with pytest.raises(UseError, match="--force"), written(path):
        path.write_text("somebody else's")
    assert path.read_text() == "somebody else's"


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege")
def test_links_that_lead_to_each_other(tmp_path: Path) -> None:
    (tmp_path / "a.csv").symlink_to(tmp_path / "b.csv")
    (tmp_path / "b.csv").symlink_to(tmp_path / "a.csv")
    with pytest.raises(UseError, match=r"a\.csv: "), written(tmp_path / "a.csv", force=True):
        pytest.fail("the block must not run")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes, and links need a privilege")
def test_modes_and_links_stay(tmp_path: Path) -> None:
    real, link = tmp_path / "real.csv", tmp_path / "link.csv"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real)
    with written(link, force=True) as stream:
        stream.write("new")
    assert link.is_symlink()
    assert real.read_text() == "new"
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="needs a device file")
def test_a_device_is_written_straight() -> None:
    with written(Path("/dev/null")) as stream:
        stream.write("gone")
    assert not Path("/dev/null").is_file()
