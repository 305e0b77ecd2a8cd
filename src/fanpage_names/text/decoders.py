"""The decoders by name: a module of its own, as few texts need them and their tables take time to load."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from fanpage_names.text.decoded import Decoded
from fanpage_names.text.keystrokes import decode_telex, decode_vni_keys
from fanpage_names.text.mojibake import decode_mojibake
from fanpage_names.text.tcvn3 import decode_tcvn3
from fanpage_names.text.viqr import decode_viqr
from fanpage_names.text.vni import decode_vni

DECODERS: Mapping[str, Callable[[str], Decoded | None]] = {
    "UTF-8": decode_mojibake,
    "TCVN3": decode_tcvn3,
    "VNI-Windows": decode_vni,
    "VIQR": decode_viqr,
    "Telex": decode_telex,
    "VNI": decode_vni_keys,
}
