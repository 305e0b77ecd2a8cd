"""Builds the package `fanpage-names-page`: the page, then the wheel with it. `pip install ./page` needs Node, npm."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import build_page
from setuptools import build_meta  # type: ignore[import-untyped]
from setuptools.build_meta import (  # type: ignore[import-untyped]  # noqa: F401 - what a build frontend asks for, too
    get_requires_for_build_editable,
    get_requires_for_build_wheel,
    prepare_metadata_for_build_editable,
    prepare_metadata_for_build_wheel,
)

PAGE = Path(__file__).with_name("fanpage_names_page") / "page.html"


def build_wheel(*args: Any, **settings: Any) -> str:  # noqa: ANN401 - passed through
    """Make the page, then the wheel with it."""
    build_page.build(PAGE)
    return str(build_meta.build_wheel(*args, **settings))


def build_editable(*args: Any, **settings: Any) -> str:  # noqa: ANN401
    """Make the page, then a wheel that leads here."""
    build_page.build(PAGE)
    return str(build_meta.build_editable(*args, **settings))
