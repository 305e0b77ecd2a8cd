"""`units history`, `units diff` and `--as-of`."""

from __future__ import annotations

import json

from tests.cli.running import Run, csv_rows


def test_as_of_picks_the_list_in_force(run: Run) -> None:
    for day, count in (("2021-12-31", 237), ("2024-08-31", 237), ("2024-09-01", 185), ("1/7/2025", 130)):
        assert len(csv_rows(run("generate", "-q", "--as-of", day).out)) == count
    shown = run("units", "show", "Hưng Lộc", "--as-of", "2024-10-01", "-q")
    assert "nam_dinh_2024" in shown.out


def test_history_of_a_unit(run: Run) -> None:
    done = run("units", "history", "thị trấn Mỹ Lộc")
    assert done.out.splitlines() == [
        "thị trấn Mỹ Lộc, huyện Mỹ Lộc (13708) [nam_dinh_units]",
        "└─ → phường Hưng Lộc, thành phố Nam Định (13708) [nam_dinh_2024]: merged 2024-09-01 (resolution "
        "1104/NQ-UBTVQH15) [derived]",
        "   └─ → phường Mỹ Lộc (13708) [ninh_binh_2025]: merged 2025-07-01 (resolution 1674/NQ-UBTVQH15, article 1, "
        "clause 121)",
    ]


def test_history_of_a_unit_of_another_list(run: Run) -> None:
    done = run("units", "history", "Hưng Lộc", "--lang", "vi")
    assert done.out.splitlines() == [
        "phường Hưng Lộc, thành phố Nam Định (13708) [nam_dinh_2024]",
        "├─ ← thị trấn Mỹ Lộc, huyện Mỹ Lộc (13708) [nam_dinh_units]: sáp nhập 01/09/2024 (Nghị quyết "
        "1104/NQ-UBTVQH15) [suy ra]",
        "├─ ← xã Mỹ Hưng, huyện Mỹ Lộc (13729) [nam_dinh_units]: sáp nhập 01/09/2024 (Nghị quyết "
        "1104/NQ-UBTVQH15) [báo chí]",
        "└─ → phường Mỹ Lộc (13708) [ninh_binh_2025]: sáp nhập 01/07/2025 (Nghị quyết 1674/NQ-UBTVQH15, khoản 121 "
        "Điều 1)",
    ]
    ended = run("units", "history", "Hải Hậu").out.splitlines()[-1].strip()
    assert ended == "└─ → – [ninh_binh_2025]: abolished 2025-07-01 (resolution 203/2025/QH15) [press]"


def test_a_district_is_meant_before_a_commune_of_its_name(run: Run) -> None:
    done = run("units", "history", "Mỹ Lộc")
    assert done.out.startswith("huyện Mỹ Lộc (358) [nam_dinh_units]\n")
    assert "Mỹ Lộc" in done.err
    assert run("units", "history", "Mỹ Lộc", "-q").err == ""


def test_history_as_json(run: Run) -> None:
    found = json.loads(run("units", "history", "Yên Xá", "--format", "json").out)
    assert (found["list"], found["code"], found["before"]) == ("nam_dinh_before_2020", "13837", [])
    (lam,) = found["after"]
    assert (lam["unit"], lam["kind"], lam["date"], lam["after"][0]["kind"]) == (
        "Lâm",
        "merged",
        "2020-02-01",
        "unchanged",
    )


def test_diff(run: Run) -> None:
    found = csv_rows(run("units", "diff", "nam_dinh_units", "2024-10-01").out)
    assert len(found) == 87
    assert found[-1] == {
        "kind": "merged",
        "code": "14314",
        "unit": "xã Hải Triều, huyện Hải Hậu",
        "page_name": "Mặt trận Hải Triều Hải Hậu Nam Định",
        "new_code": "14308",
        "new_unit": "xã Hải Xuân, huyện Hải Hậu",
        "new_page_name": "Mặt trận Hải Xuân Hải Hậu Nam Định",
        "changes": "merged into xã Hải Xuân, huyện Hải Hậu (14308) on 2024-09-01 (resolution 1104/NQ-UBTVQH15)",
    }
    later = csv_rows(run("units", "diff", "2024-10-01", "2025-10-01").out)
    assert len(later) == 1 + 9 + 175 + 72
    assert [row["kind"] for row in later[-72:]] == ["unrecorded"] * 72


def test_a_day_is_a_list_too(run: Run) -> None:
    assert run("generate", "-q", "--units", "2024-10-01").out == run("generate", "-q", "--as-of", "2024-10-01").out


def test_parts_of_a_unit_and_a_change_of_type(run: Run) -> None:
    parts = run("units", "history", "Cống Vị", "--units", "ha_noi_2024").out.splitlines()
    assert [line.partition(": ")[2] for line in parts if "→" in line] == [
        "split, the rest, 2025-07-01 (resolution 1656/NQ-UBTVQH15, article 1, clause 5)",
        "split, a part, 2025-07-01 (resolution 1656/NQ-UBTVQH15, article 1, clause 4)",
    ]
    retyped = run("units", "history", "Đồng Nai", "--units", "dong_nai_2025", "--lang", "vi").out.splitlines()
    assert any("đổi loại" in line for line in retyped), retyped
