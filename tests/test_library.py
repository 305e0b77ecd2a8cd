"""The package as a library: its public names, its documented examples, and a checker that can be shared."""

from __future__ import annotations

import doctest
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from types import ModuleType

import pytest

import fanpage_names
from fanpage_names import Checker, Result, UnitList, check, load_units
from fanpage_names.units.model import STYLES, Style
from tests.cases.loading import cases, checker, stems


@cache
def texts() -> list[str]:
    """Every name of the case files."""
    return sorted({case.name for stem in stems() for case in cases(stem)})


@pytest.mark.parametrize("module", [fanpage_names, check], ids=lambda module: module.__name__)
def test_documented_examples(module: ModuleType) -> None:
    failed, attempted = doctest.testmod(module)
    assert (failed, attempted > 0) == (0, True)


@pytest.mark.parametrize("name", fanpage_names.__all__)
def test_public_names(name: str) -> None:
    value = getattr(fanpage_names, name)
    assert name == "__version__" or value.__doc__


def test_a_name_that_is_not_there() -> None:
    with pytest.raises(AttributeError, match="no_such_name"):
        _ = fanpage_names.no_such_name


def test_the_package_alone_loads_next_to_nothing() -> None:
    code = "import sys; import fanpage_names; print([name for name in sys.modules if name.startswith('fanpage_names')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['fanpage_names._version', 'fanpage_names']"


@pytest.mark.parametrize("style", STYLES)
def test_a_pickled_checker_says_the_same(style: Style) -> None:
    one = Checker(load_units("nam_dinh_units"), style, lang="vi", ignore=["FN303"], severities={"FN306": "error"})
    before = pickle.loads(pickle.dumps(one))
    said = [one.check(text) for text in texts()]
    after = pickle.loads(pickle.dumps(one))
    for copied in (before, after):
        assert [copied.check(text) for text in texts()] == said


def test_results_and_lists_can_be_pickled() -> None:
    for text in texts():
        result = checker().check(text)
        assert pickle.loads(pickle.dumps(result)) == result
    units: UnitList = pickle.loads(pickle.dumps(checker().units))
    assert units == checker().units


def test_threads_may_share_a_checker() -> None:
    alone = [checker().check(text) for text in texts()]
    shared = Checker(load_units("nam_dinh_units"))

    def all_from(start: int) -> list[Result]:
        turned = texts()[start:] + texts()[:start]
        found = [shared.check(text) for text in turned]
        return found[-start:] + found[:-start] if start else found

    with ThreadPoolExecutor(8) as pool:
        for found in pool.map(all_from, range(0, 80, 10)):
            assert found == alone


def test_results_cannot_be_changed() -> None:
    result = checker().check("MTTQ Hải Hậu Nam Định")
    for value, attribute in ((result, "fixed"), (result.diagnostics[0], "expected"), (result.unit, "name")):
        with pytest.raises(AttributeError):
            setattr(value, attribute, "x")


def test_settings_of_one_checker_are_not_those_of_another() -> None:
    units = load_units("nam_dinh_units")
    text = "MTTQ Hải Hậu Nam Định"
    ignoring, plain = Checker(units, ignore=["FN402"]), Checker(units)
    assert ignoring.check(text).diagnostics == ()
    assert [found.code for found in plain.check(text).diagnostics] == ["FN402"]
