"""What every html file has in common: it opens without a network, and nothing in it can load or send anything."""

from __future__ import annotations

from html import escape
from importlib.resources import files

from fanpage_names.lang import Lang
from fanpage_names.tables.writing import printable

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; form-action 'none'"


def page_head(title: str, lang: Lang, styles: str) -> str:
    """Return the beginning of a page, as far as `<body>`."""
    return (
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{text(title)}</title>\n<style>\n{styles}</style>\n</head>\n<body>\n"
    )


def asset(package: str, name: str) -> str:
    """Return a style or script that is shipped in `package`."""
    return (files(package) / name).read_text(encoding="utf-8")


def text(value: str) -> str:
    """Return a text as it may stand in a page, between tags or in quotes."""
    return escape(printable(value))
