"""The decoders by name: a module of its own, as few texts need them and their tables take time to load."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from fanpage_names.text.decoded import Decoded
from fanpage_names.text.entities import decode_entities
from fanpage_names.text.keystrokes import decode_telex, decode_vni_keys
from fanpage_names.text.mojibake import decode_all_utf8, decode_mojibake
from fanpage_names.text.tcvn3 import decode_all_tcvn3, decode_lossy_tcvn3, decode_tcvn3, may_be_tcvn3
from fanpage_names.text.typed import decode_all_telex, decode_all_vni_keys
from fanpage_names.text.viqr import decode_all_viqr, decode_viqr
from fanpage_names.text.vni import decode_all_vni, decode_vni, may_be_vni

DECODERS: Mapping[str, Callable[[str], Decoded | None]] = {
    "HTML": decode_entities,
    "UTF-8": decode_mojibake,
    "TCVN3": decode_tcvn3,
    "VNI-Windows": decode_vni,
    "VIQR": decode_viqr,
    "Telex": decode_telex,
    "VNI": decode_vni_keys,
}
"""Decoders that look at each word: some may be written rightly, and what a word is not decides about others."""

QUICK_DECODERS: Mapping[str, Callable[[str], Decoded | None]] = {
    "HTML": decode_entities,
    "UTF-8": decode_all_utf8,
    "TCVN3": decode_all_tcvn3,
    "VNI-Windows": decode_all_vni,
    "VIQR": decode_all_viqr,
    "Telex": decode_all_telex,
    "VNI": decode_all_vni_keys,
}
"""Decoders that take the whole text for one in that encoding: for whom only wants to know whether it names a unit."""

WHOLE: Mapping[str, Callable[[str], bool]] = {"TCVN3": may_be_tcvn3, "VNI-Windows": may_be_vni}
"""What tells whether a whole text may be in an encoding whose codes are letters of right texts, too."""

LOSSY_DECODERS: Mapping[str, Callable[[str], Decoded | None]] = {"TCVN3": decode_lossy_tcvn3}
"""Decoders of texts that lost letters on the way."""
