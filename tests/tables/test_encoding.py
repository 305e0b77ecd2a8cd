"""From bytes to lines."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fanpage_names.errors import UseError
from fanpage_names.tables.encoding import lines
from tests.tables.reading_cases import NAMES, recognise

TEXT = "".join(f"{name}\r\n" for name in NAMES)
RAW_TCVN3 = "MÆt trËn Yªn Trung ý Yªn Nam §Þnh\n"


def in_windows_1258(text: str) -> bytes:
    """Return the text as Windows writes it: vowels with their marks, then the tone."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    pieces = []
    for letter in text:
        apart = unicodedata.normalize("NFD", letter)
        tone = "".join(mark for mark in apart if mark in tones)
        rest = "".join(mark for mark in apart if mark not in tones)
        pieces.append(unicodedata.normalize("NFC", rest) + tone)
    return "".join(pieces).encode("cp1258")


def decoded(content: bytes, encoding: str | None = None, size: int = 1 << 16) -> str:
    pieces = [content[start : start + size] for start in range(0, len(content), size)]
    return "".join(lines(pieces, "a.txt", encoding, recognise))


@pytest.mark.parametrize("size", [1, 2, 7, 1 << 16])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_found(encoding: str, size: int) -> None:
    assert decoded(TEXT.encode(encoding), size=size) == TEXT


@pytest.mark.parametrize("bom", ["\ufeff", ""])
def test_big_endian_with_and_without_bom(bom: str) -> None:
    assert decoded((bom + TEXT).encode("utf-16-be")) == TEXT


@pytest.mark.parametrize("size", [40, 1 << 16])
def test_windows_1258_comes_out_composed(size: int) -> None:
    content = in_windows_1258(TEXT)
    assert decoded(content, size=size) == TEXT
    assert content.decode("cp1258") != TEXT


def test_raw_tcvn3_is_read_as_windows_1252() -> None:
    assert decoded(RAW_TCVN3.encode("cp1252")) == RAW_TCVN3


def test_the_code_page_is_decided_where_the_first_letter_with_marks_is() -> None:
    start = "STT,Ten trang\n" * 3
    assert decoded(start.encode() + in_windows_1258(TEXT), size=len(start)) == start + TEXT


def test_without_a_known_name_stray_tone_marks_speak_against_windows_1258() -> None:
    assert decoded("Xã Ìt\n".encode("cp1252")) == "Xã Ìt\n"
    assert decoded(in_windows_1258("Phường Tám\n")) == "Phường Tám\n"


@pytest.mark.parametrize(
    ("content", "offset"),
    [
        (b"Nam \x81\n", 4),
        (b"ascii\n" + b"\x9d", 6),
        (TEXT.encode() + b"\xff\n", len(TEXT.encode())),
        (TEXT.encode()[:-6], len(TEXT.encode()) - 7),
        ("\ufeffab".encode("utf-16-le") + b"\x00\xd8\x41\x00", 6),
        ("\ufeffab".encode("utf-16-le") + b"\x41", 6),
    ],
)
@pytest.mark.parametrize("size", [3, 1 << 16])
def test_the_offset_of_what_cannot_be_read(content: bytes, offset: int, size: int) -> None:
    with pytest.raises(UseError) as error:
        decoded(content, size=size)
    assert f" {offset} " in error.value.text.in_lang("en")
    assert f" {offset} " in error.value.text.in_lang("vi")
    assert "--encoding" in error.value.text.in_lang("en")


def test_the_offset_far_into_a_long_file() -> None:
    before = b"Ten\n" * 20_000 + TEXT.encode() * 2000
    with pytest.raises(UseError, match=f" offset {len(before)} "):
        decoded(before + b"\xc3(\n")


def test_a_told_encoding_is_obeyed() -> None:
    assert decoded(RAW_TCVN3.encode("utf-8"), "cp1252") == RAW_TCVN3.encode().decode("cp1252")
    assert decoded(in_windows_1258(TEXT), "windows-1258") == TEXT
    assert decoded(("\ufeff" + TEXT).encode(), "utf-8") == TEXT
    assert decoded(TEXT.encode("utf-16"), "UTF-16") == TEXT


@pytest.mark.parametrize("encoding", ["no-such", "hex", "a\0b"])
def test_an_unknown_encoding_is_refused(encoding: str) -> None:
    with pytest.raises(UseError, match="no such encoding"):
        decoded(b"a\n", encoding)


def test_lines_come_before_the_input_ends() -> None:
    def bytes_so_far() -> Iterator[bytes]:
        yield "Mặt trận\nHải".encode()
        pytest.fail("read on before the first line was given out")

    assert next(iter(lines(bytes_so_far(), "-", None, recognise))) == "Mặt trận\n"


@pytest.mark.parametrize("text", ["", "a", "a\rb\r\nc\n\nd", "x\r", "a\u2028b\vc\n"])
@pytest.mark.parametrize("size", [1, 3, 100])
def test_lines_end_where_the_csv_module_and_people_see_an_end(text: str, size: int) -> None:
    content = text.encode()
    pieces = [content[start : start + size] for start in range(0, len(content), size)]
    assert list(lines(pieces, "a", None, recognise)) == list(io.StringIO(text, newline=""))


@settings(max_examples=60)
@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00\ufeff"), max_size=80), st.integers(1, 9))
def test_every_text_in_utf_8_comes_back(text: str, size: int) -> None:
    assert decoded(text.encode(), size=size) == text
