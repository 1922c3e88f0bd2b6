"""Compare the layout with ICU, the Rust crate behind python-bidi, the rules read literally and kitty's model, at length.

    python scripts/fuzz_layout.py [--strings 200000] [--seed N]

Prints what was compared and every difference (the first ten of each kind); exit status 1 if there is one. Without
--seed each run takes new strings; the seed is printed, so a finding can be had again.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1]))

from reader.layout import Document, width_of
from tests.layout import oracles
from tests.layout.generate import text
from tests.layout.reference import line_levels, resolve

if TYPE_CHECKING:
    from collections.abc import Callable

SHOWN = 10


def against_rules(string: str, rtl: bool) -> str | None:
    """The rules as their text reads, for strings that have only the brackets it knows."""
    mine = oracles.ours(string, rtl)
    literal = line_levels(string, resolve(string, rtl), int(rtl))
    if any(a != b for a, b, c in zip(mine, literal, string, strict=True) if c not in "\u200c\u200d"):
        return f"rtl={rtl} {string!a}: the rules {literal}, we {mine}"
    return None


def against_widths(string: str, rtl: bool) -> str | None:
    """No row of any width is wider than its pane, and every cluster is in one row."""
    width = 1 + len(string) * 7 % 23
    doc = Document([string], width, base="rtl" if rtl else "ltr")
    doc.wrap_until()
    lines = [doc.line(r) for r in range(doc.height)]
    if any(line.width > width for line in lines):
        return f"rtl={rtl} width={width} {string!a}: a row is too wide"
    places = [p for line in lines for p in set(line.positions)]
    if len(places) != len(set(places)) or len(places) > width_of(string):
        return f"rtl={rtl} width={width} {string!a}: a cluster is lost or twice there"
    return None


def compare(name: str, check: Callable[[str, bool], str | None], count: int, seed: int) -> int:
    """Run one check; returns how many strings differ."""
    source = random.Random(f"{seed} {name}")
    began = time.perf_counter()
    differences = compared = deliberate = 0
    for n in range(count):
        string = text(source, 12 + n % 60)
        if oracles.deliberate(string):
            deliberate += 1
            continue
        compared += 1
        found = check(string, n % 2 == 0)
        if found:
            differences += 1
            if differences <= SHOWN:
                print("  " + found)
    took = time.perf_counter() - began
    print(
        f"{name}: {compared} strings, {differences} differences, {deliberate} with a date or address left out, {took:.0f} s"
    )
    return differences


def main() -> int:
    """Run all comparisons."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--strings", type=int, default=200_000, help="strings for each comparison")
    parser.add_argument("--seed", type=int, default=None)
    options = parser.parse_args()
    seed = random.SystemRandom().randrange(1 << 32) if options.seed is None else options.seed
    print(f"seed {seed}")
    checks: list[tuple[str, Callable[[str, bool], str | None]]] = [
        ("Rust crate (python-bidi)", oracles.against_rust),
        ("rules read literally", against_rules),
        ("widths", against_widths),
    ]
    if oracles.icu is None:
        print(oracles.NO_ICU)
    else:
        checks.insert(0, (f"ICU {oracles.icu.ICU_VERSION}", oracles.against_icu))
    return 1 if sum(compare(name, check, options.strings, seed) for name, check in checks) else 0


if __name__ == "__main__":
    raise SystemExit(main())
