"""Texts of files that are in TCVN3 or VNI as a whole, as the old fonts show them."""

from __future__ import annotations

from fanpage_names.text.tcvn3 import decode_all_tcvn3, may_be_tcvn3
from fanpage_names.text.vni import decode_all_vni, may_be_vni


def as_read(text: str) -> str:
    """Return a text as people read it: one that may be in TCVN3 or VNI as a whole with the letters that is shown."""
    if text.isascii():
        return text
    decoded = decode_all_tcvn3(text) if may_be_tcvn3(text) else None
    if decoded is None and may_be_vni(text):
        decoded = decode_all_vni(text)
    return decoded.text if decoded else text
