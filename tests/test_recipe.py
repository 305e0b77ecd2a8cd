"""The recipe of `docs/performance.md` for a distributed engine, run as it stands on the pages of a whole province."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.cases.loading import checker

PAGE = Path(__file__).parents[1] / "docs/performance.md"


@pytest.mark.skipif(find_spec("dask") is None, reason="Dask is not installed: pip install 'fanpage-names[test]'")
def test_the_recipe_checks_the_pages_of_2021_against_the_list_of_2025(tmp_path: Path) -> None:
    recipe = re.search(r"^<!-- tests/test_recipe.py .*-->\n```python\n(.*?)^```$", PAGE.read_text("utf-8"), re.M | re.S)
    assert recipe is not None
    (tmp_path / "recipe.py").write_text(recipe[1], "utf-8")
    old, new = checker(), checker("ninh_binh_2025")
    names = [old.canonical(unit) for unit in old.units.units]
    (tmp_path / "names").mkdir()
    for part in range(3):
        text = "".join(f"{name}\n" for name in names[part::3])
        (tmp_path / f"names/{part}.txt").write_text(text, "utf-8", newline="\n")
    subprocess.run([sys.executable, "recipe.py"], cwd=tmp_path, check=True)
    for part in range(3):
        lines = (tmp_path / f"checked/{part}.jsonl").read_text("utf-8").splitlines()
        results = [new.check(name) for name in names[part::3]]
        assert [json.loads(line) for line in lines] == [
            [result.submitted, result.status, result.canonical, [found.code for found in result.diagnostics]]
            for result in results
        ]
