"""Which list a name or a path stands for, and what is said where there is none."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from fanpage_names.errors import UseError
from fanpage_names.units.faults import UnitsFileError
from fanpage_names.units.loading import MAX_BYTES, load_units

SMALL = """\
title: Nhỏ
in_force: {}
patterns:
  short: {province: "Mặt trận {province}", commune: "Mặt trận {commune} {province}"}
  full: {province: "Mặt trận {province_type} {province}", commune: "Mặt trận {commune_type} {commune}"}
provinces:
  - {code: "01", type: tỉnh, name: Nhỏ, communes: [{code: "00001", type: xã, name: Bé}]}
"""


SHIPPED = ("nam_dinh_units", "nam_dinh_2024", "ninh_binh_2025")


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_list_with_and_without_ending(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert load_units(f"{name}.yaml") == load_units(name)


def test_file_in_the_folder_comes_before_the_shipped_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("nam_dinh_units.yaml").write_text(SMALL, encoding="utf-8")
    assert load_units("nam_dinh_units.yaml").title == "Nhỏ"
    assert load_units("nam_dinh_units").title == "Nam Định, 31/12/2021"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_path(encoding: str, end: str, tmp_path: Path) -> None:
    path = tmp_path / "của tôi.yml"
    path.write_text(SMALL, encoding=encoding, newline=end)
    units = load_units(path)
    assert units == load_units(str(path))
    assert (units.id, units.title, len(units.units)) == ("của tôi", "Nhỏ", 2)
    assert (units.valid_from, units.valid_to, units.sources, units.targets) == (None, None, (), ())


def test_no_such_list() -> None:
    with pytest.raises(UseError) as error:
        load_units("nam_dinh_2023")
    assert (
        str(error.value) == "nam_dinh_2023: no such file; nearest lists: nam_dinh_2024, binh_dinh_2024, binh_dinh_2021"
    )


def test_folder(tmp_path: Path) -> None:
    with pytest.raises(UseError, match="folder"):
        load_units(tmp_path)


def test_bad_path() -> None:
    with pytest.raises(UseError, match="cannot be read"):
        load_units("a\0b")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="permissions bind no administrator")
def test_no_permission(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(SMALL, encoding="utf-8")
    path.chmod(0)
    with pytest.raises(UseError, match="cannot be read"):
        load_units(path)


def test_not_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"title: Nam \xd0\xb0\xff")
    with pytest.raises(UseError, match="not UTF-8 \\(at byte 13\\)"):
        load_units(path)


def test_too_large(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"#" * (MAX_BYTES + 1))
    with pytest.raises(UseError, match="too large"):
        load_units(path)


def test_faults_name_the_file_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.yaml").write_text(SMALL.replace("name: Bé", "name: 5"), encoding="utf-8")
    with pytest.raises(UnitsFileError) as error:
        load_units("a.yaml")
    assert error.value.lines("en") == ('a.yaml:7: YAML takes `5` for a number; quote it: name: "5"',)
    assert error.value.lines("vi") == ('a.yaml:7: `5` bị YAML hiểu là số; hãy đặt trong ngoặc kép: name: "5"',)


def test_own_file_is_no_shipped_list_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "ninh_binh_2025.yaml"
    path.write_text(SMALL, encoding="utf-8")
    own = load_units(path)
    assert (own.id, own.shipped, load_units("ninh_binh_2025").shipped) == ("ninh_binh_2025", False, True)


def test_shipped_lists_need_no_yaml() -> None:
    program = "import sys, fanpage_names; fanpage_names.load_units('vn_2025'); print('yaml' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert done.stdout == "False\n"
