"""Time a check takes by the text's length: `python benchmarks/text_length.py`.

Each kind of text is checked at 100, 1,000 and 10,000 characters; times are per check, as ratios to the same kind at 100
characters. Where the work grows linearly no ratio is above that of the lengths, 10 and 100. A text of more than
300 characters is not read as a name, so that length, the longest that is, is shown as well.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Mapping

from fanpage_names import Checker, load_units

LENGTHS = (100, 300, 1_000, 10_000)
BASE = LENGTHS[0]
ROUNDS = 7
KINDS: Mapping[str, str] = {
    "one letter": "a",
    "spaces": " ",
    "words of no name": "quán cà phê hoa sữa ",
    "an official name": "Mặt trận Hải Minh Hải Hậu Nam Định ",
    "no spaces": "MặttrậnHảiMinhHảiHậuNamĐịnh",
    "without marks": "mat tran hai minh hai hau nam dinh ",
    "many units": "Hải Minh Trực Hùng Nghĩa Hưng Yên Thắng Xuân Trường ",
    "nearly units": "Hải Mihn Trựt Hùng Nghĩ Hưn Yên Thắngg Xuân Trườn ",
    "punctuation": "Hải - Hậu, Nam. (Định) / ",
    "decomposed": "Ha\u0309i Ha\u0323\u0302u Nam Đi\u0323nh ",
    "invisible and symbols": "Hải\u200b Hậu\u00a0★ Nam\ufe0f Định ",
    "TCVN3": "MÆt trËn H¶i Minh H¶i HËu Nam §Þnh ",
    "Telex": "Mawtj traanj Hair Minh Hair Haauj Nam DDinhj ",
    "UTF-8 read as cp1252": "Máº·t tráº\u00adn Háº£i Háº\u00adu ",
}


def seconds(checker: Checker, text: str, rounds: int) -> float:
    """Return the median time of a check of `text`."""
    checker.check(text)
    times = []
    for _ in range(rounds):
        repeats = max(1, 2_000 // len(text))
        start = time.perf_counter()
        for _ in range(repeats):
            checker.check(text)
        times.append((time.perf_counter() - start) / repeats)
    return statistics.median(times)


def main() -> int:
    """Print the table; the status is 1 where a time grows faster than the text."""
    parser = argparse.ArgumentParser(description="How the time of a check grows with the length of the text.")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="measurements of each text; the median counts")
    parser.add_argument("--slack", type=float, default=2.0, help="how far above the ratio of lengths a time may be")
    options = parser.parse_args()
    checker = Checker(load_units("nam_dinh_units"))
    print(f"{'kind of text':24}{f'µs at {BASE}':>10}" + "".join(f"{length:>10,}" for length in LENGTHS[1:]))
    steep = False
    for kind, piece in KINDS.items():
        texts = [(piece * (length // len(piece) + 1))[:length] for length in LENGTHS]
        base, *times = (seconds(checker, text, options.rounds) for text in texts)
        ratios = [taken / base for taken in times]
        faster = [ratio > length / BASE * options.slack for ratio, length in zip(ratios, LENGTHS[1:], strict=True)]
        marks = "".join(f"{ratio:>9.2f}{'!' if over else '×'}" for ratio, over in zip(ratios, faster, strict=True))
        print(f"{kind:24}{base * 1e6:>10.0f}{marks}")
        steep |= any(faster)
    print(f"ratios to {BASE} characters; linear: at most", ", ".join(f"{n / BASE:g}" for n in LENGTHS[1:]))
    return int(steep)


if __name__ == "__main__":
    sys.exit(main())
