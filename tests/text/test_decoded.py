from __future__ import annotations

from unicodedata import is_normalized, normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fanpage_names.text.decoded import Decoded, join_pieces, reads_as_vietnamese
from fanpage_names.text.decoding import decodings
from tests.corpus import encoders

raw_texts = st.one_of(
    st.text(),
    st.text(st.characters(max_codepoint=0x17F)),
    st.text(st.sampled_from("aeouyAEOUYdDwsjhn.?'^(+\\`~*169 ÃÄÆáº»á»øâÂàêÊö\x90§¶\u0301\u0323ẹù")),
    st.builds(
        lambda encode, text: encode(text),
        st.sampled_from([encoders.tcvn3, encoders.vni_windows, encoders.viqr, encoders.utf8_as_cp1252]),
        st.text(st.sampled_from("Mặt trận Hải Hậu Nam Định Ý Yên Nghĩa Hưng\u0301 -.")),
    ),
)


@given(raw=raw_texts)
def test_any_text_decodes_to_composed_text_with_its_places(raw: str) -> None:
    for _, decoded in decodings(raw):
        assert is_normalized("NFC", decoded.text)
        assert decoded.text != normalize("NFC", raw)
    for _, decoded in (*decodings(raw), *decodings(raw, quick=True)):
        assert len(decoded.starts) == len(decoded.text) + 1
        assert decoded.starts[-1] == len(raw)
        assert list(decoded.starts) == sorted(decoded.starts)
        assert not decoded.text or decoded.starts[0] == 0


@given(text=st.text())
def test_join_pieces_composes(text: str) -> None:
    joined = join_pieces([(letter, at) for at, letter in enumerate("x" + text)], text)
    assert joined is not None
    assert joined.text == normalize("NFC", "x" + text)
    assert len(joined.starts) == len(joined.text) + 1


def test_a_composed_letter_begins_where_its_first_part_did() -> None:
    joined = join_pieces([("e", 0), ("\u0323", 2), ("\u0302", 3), ("n", 5)], "......")
    assert joined == Decoded("ện", (0, 5, 6))


def test_decoding_of_a_decoding() -> None:
    assert Decoded("ab", (0, 2, 3)).of(Decoded("xyz", (0, 3, 4, 9))) == Decoded("ab", (0, 4, 9))


@pytest.mark.parametrize(("word", "reads"), [("Hải", True), ("HảiHậu", True), ("Hảịa", False), ("1", False)])
def test_reads_as_vietnamese(word: str, reads: bool) -> None:
    assert reads_as_vietnamese(word) is reads
