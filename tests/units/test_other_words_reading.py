"""The file of other words, and what an officer may write in one."""

from __future__ import annotations

from pathlib import Path

import pytest

from fanpage_names.errors import UseError
from fanpage_names.units.other_words import compiled, shipped_other_words
from fanpage_names.units.other_words_reading import load_other_words, read_other_words
from fanpage_names.units.shipped import shipped_bytes


def test_the_compiled_file_says_what_the_yaml_says() -> None:
    entries = read_other_words(shipped_bytes("other_words.yaml").decode(), "other_words.yaml")
    assert compiled(entries) == compiled(shipped_other_words()) == shipped_bytes("other_words.json").decode()


def test_the_shipped_file_knows_many_bodies() -> None:
    assert sum(entry.kind == "body" for entry in shipped_other_words()) > 100


def test_an_officers_own_file(tmp_path: Path) -> None:
    path = tmp_path / "words.yaml"
    path.write_text("bodies:\n  - vi: Hội Tem\n    words: [Hội Tem, HT]\n", encoding="utf-8")
    (entry,) = load_other_words(path)
    assert (entry.kind, entry.name.vi, entry.name.en) == ("body", "Hội Tem", "Hội Tem")
    assert entry.words == {"words": ("Hội Tem", "HT")}


def test_an_empty_file_has_no_words() -> None:
    assert read_other_words("# nothing yet\n", "words.yaml") == ()


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("bodys: []", "words.yaml:1: unknown key `bodys`; use: bodies"),
        ("bodies:\n  - vi: Hội Tem", "words.yaml:2: “Hội Tem” has no words; add words: [Hội Tem]"),
        ("bodies:\n  - words: [Hội Tem]", "words.yaml:2: `vi` is missing; add vi: …"),
        (
            "bodies:\n  - vi: A\n    words: [Tem]\n  - vi: B\n    words: [Tem]",
            "words.yaml:5: “Tem” is on line 3, too; delete one",
        ),
    ],
)
def test_faults(text: str, fault: str) -> None:
    with pytest.raises(UseError) as raised:
        read_other_words(text, "words.yaml")
    assert list(raised.value.lines("en")) == [fault]


def test_a_missing_file() -> None:
    with pytest.raises(UseError, match="check its name and folder"):
        load_other_words(Path("nowhere.yaml"))
