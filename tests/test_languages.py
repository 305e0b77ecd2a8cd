"""A further language is one file: what the program says is said in it, and in English where the file lacks a text."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
import yaml

import fanpage_names
from fanpage_names.lang import Text, as_it_is, joined
from fanpage_names.languages import read_catalogue
from tests.cli.running import Done, start
from tools.language_catalogue import NotStaticError, catalogue_text, faults, templates, templates_of

PACKAGE = Path(fanpage_names.__file__).parent
MARK = "¤"
"""Ends each text of the language made up here."""

NAMES = """tên trang
Mat tran Hai Minh - Hải Hậu
Mặt trận xã Giao Minh, tỉnh Nam Định
Mặt trận Nam Định {x}
UBND xã Hải Minh
Mặt trận Hải Hậu Thái Bình
"""


def in_the_language(english: str) -> str:
    return f"{english}{MARK}"


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package with two more languages: one with all texts, one with a single text."""
    folder = tmp_path_factory.mktemp("source")
    shutil.copytree(PACKAGE, folder / "fanpage_names", ignore=shutil.ignore_patterns("__pycache__", "*.yaml"))
    texts = {
        text.en: [in_the_language(form) for form in (text.one or text.en, text.en)] for text in templates() if text.en
    }
    languages = folder / "fanpage_names" / "languages"
    for code, chosen in {"xx": texts, "yy": {"right name": ["the name¤"]}}.items():
        content = yaml.safe_dump({"plural": "n != 1", "texts": chosen}, allow_unicode=True)
        (languages / f"{code}.yaml").write_text(content, encoding="utf-8")
    return folder


def said(source: Path, folder: Path, *arguments: str, **env: str) -> Done:
    """Run the copied package; its data is where it always is."""
    (folder / "names.csv").write_text(NAMES, encoding="utf-8")
    return start(*arguments, folder=folder, env={"PYTHONPATH": str(source), **env})


@pytest.mark.parametrize(
    "command",
    [
        "check names.csv --format text",
        "check names.csv --units ninh_binh_2025 --format text",
        "check --name MTTQ --format text",
        "check names.csv --select FN999",
        "check none.csv",
        "explain FN301 FN505",
        "report names.csv --on 2022-03-31 --format md",
        "migrate names.csv --to 2025-07-01 --format md",
        "rules",
        "fix names.csv -o fixed.csv",
        "units history",
    ],
)
def test_all_is_said_in_the_language(source: Path, tmp_path: Path, command: str) -> None:
    there = said(source, tmp_path, *command.split(), "--lang", "xx")
    (tmp_path / "fixed.csv").unlink(missing_ok=True)
    english = start(*command.split(), "--lang", "en", folder=tmp_path)
    assert MARK in there.out + there.err
    assert MARK not in english.out + english.err
    assert (there.status, there.out.replace(MARK, "")) == (english.status, english.out)
    assert there.err.replace(MARK, "").replace('"', "") == english.err.replace('"', "")  # quotes a name with the mark


def test_what_the_language_lacks_is_said_in_english(source: Path, tmp_path: Path) -> None:
    there = said(source, tmp_path, "check", "names.csv", "--format", "text", FANPAGE_NAMES_LANG="yy")
    english = said(source, tmp_path, "check", "names.csv", "--format", "text")
    assert there.out == english.out.replace("right name", "the name¤")
    assert MARK in there.out


def test_the_language_may_be_chosen_anywhere(source: Path, tmp_path: Path) -> None:
    assert "--lang vi|en|xx|yy" in said(source, tmp_path, "rules", "--help").out
    (tmp_path / "fanpage-names.yaml").write_text("lang: xx\n", encoding="utf-8")
    assert "\nlang,xx,file," in said(source, tmp_path, "config", FANPAGE_NAMES_LANG="").out
    wrong = said(source, tmp_path, "rules", "--lang", "zz", FANPAGE_NAMES_LANG="en")
    assert wrong.err.rstrip().endswith("--lang zz: no such value; use one of: vi, en, xx, yy")
    locale = {"FANPAGE_NAMES_LANG": "", "LC_ALL": "xx_XX.UTF-8"}
    assert MARK in said(source, tmp_path, "explain", "FN301", "--no-config", **locale).out


def test_the_forms_of_a_number() -> None:
    rule = "n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 ? 1 : 2"
    texts, form = read_catalogue({"plural": rule, "texts": {"{n} names": ["{n} imya", "{n} imeni", "{n} imyon"]}})
    assert [texts["{n} names"][form(n)].format(n=n) for n in (1, 3, 5, 11, 21)] == [
        "1 imya",
        "3 imeni",
        "5 imyon",
        "11 imyon",
        "21 imya",
    ]


def test_a_translation_with_fields_of_its_own_is_left_out() -> None:
    wrong: dict[str, Any] = {
        "{file}: here": "{path}: ici",
        "{n} names": "{n",
        "right": "",
        "page": ["page", 5],
        "unit": None,
    }
    wrong["on {day:%Y-%m-%d}"] = "le {day:,}"
    right = {"kept": "gardé", "since {day:%Y-%m-%d}": "depuis le {day:%d.%m.%Y}"}
    assert read_catalogue({"texts": {**wrong, **right}}).texts == {english: [said] for english, said in right.items()}
    assert list(faults({"texts": wrong | {"page": "page"}})) == ["{file}: here", "{n} names", "on {day:%Y-%m-%d}"]


def test_a_file_that_is_no_yaml_leaves_all_in_english(source: Path, tmp_path: Path) -> None:
    broken = source / "fanpage_names" / "languages" / "zx.yaml"
    broken.write_text("texts: [", encoding="utf-8")
    try:
        there = said(source, tmp_path, "explain", "FN301", "--lang", "zx")
    finally:
        broken.unlink()
    assert there == said(source, tmp_path, "explain", "FN301", "--lang", "en")


def test_the_tool_writes_a_catalogue_and_names_what_does_not_fit(tmp_path: Path) -> None:
    (tmp_path / "fr.yaml").write_text('texts:\n  "{file}:{line}: {text}": "{where}"\n', encoding="utf-8")
    command = [sys.executable, "-m", "tools.language_catalogue", "fr", "-o", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[1])
    assert done.stderr == f'{tmp_path / "fr.yaml"}: other fields than in "{{file}}:{{line}}: {{text}}"\n'
    assert yaml.safe_load((tmp_path / "fr.yaml").read_text(encoding="utf-8"))["texts"]["right"] == ""


def test_a_catalogue_without_texts() -> None:
    contents: list[object] = [{}, None, [], {"texts": 5}]
    for content in contents:
        assert read_catalogue(content).texts == {}
    assert read_catalogue({"plural": "n !"}).form(5) == 0


def test_the_catalogue_for_a_translator_has_every_text_and_keeps_what_is_there() -> None:
    first = yaml.safe_load(catalogue_text({}))
    assert set(first["texts"]) == {text.en for text in templates() if text.en}
    assert {str(text) for text in first["texts"].values()} == {"", "['', '']"}
    filled = {"plural": "0", "texts": {"right": "đúng rồi", "no such text": "x"}}
    again = yaml.safe_load(catalogue_text(filled))
    assert again["plural"] == "0"
    assert again["texts"] == {**first["texts"], "right": "đúng rồi"}


@pytest.mark.parametrize(
    "text", ['Text(f"{a}", "b")', 'say("a" + b, "c")', "UseError(vi, en)", 'Text("a", "b", one=c)']
)
def test_a_text_made_on_the_way_cannot_be_translated(text: str) -> None:
    ast.parse(text)
    with pytest.raises(NotStaticError):
        list(templates_of(f"from fanpage_names.lang import Text, say, UseError\n{text}", "module.py"))


def test_a_package_in_an_archive_has_the_languages_of_the_code(tmp_path: Path) -> None:
    archive = tmp_path / "packed.zip"
    with ZipFile(archive, "w") as packed:
        packed.writestr("fanpage_names/__init__.py", "")
        packed.write(PACKAGE / "languages" / "__init__.py", "fanpage_names/languages/__init__.py")
    code = (
        f"import sys; sys.path.insert(0, {str(archive)!r}); from fanpage_names.languages import known; print(*known())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "vi en\n"


def test_days_are_among_the_texts() -> None:
    assert "{day:%Y-%m-%d}" in {text.en for text in templates()}


def test_texts_within_texts() -> None:
    text = Text("{a} và {b}", "{a} and {b}").format(a=Text("một", "one"), b=as_it_is("{2}"))
    assert [text.in_lang(lang) for lang in ("vi", "en", "zz")] == ["một và {2}", "one and {2}", "one and {2}"]
    assert joined(Text(" hoặc ", " or "), [text, "x"]).in_lang("vi") == "một và {2} hoặc x"
    assert joined(", ", []).in_lang("en") == ""
    assert len({text, text.format()}) == 1


def test_one_and_several() -> None:
    text = Text("{n} tên", "{n} names", one="{n} name")
    assert [text.format(n=n).in_lang("en") for n in (0, 1, 2)] == ["0 names", "1 name", "2 names"]


def test_the_words_of_help_pages_are_said_in_it(source: Path, tmp_path: Path) -> None:
    done = said(source, tmp_path, "report", "--help", FANPAGE_NAMES_LANG="xx")
    for word in ("Usage:", "Options:", "Arguments:", "FILE", "Show this message and exit."):
        assert in_the_language(word) in done.out
