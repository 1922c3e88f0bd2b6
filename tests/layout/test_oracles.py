"""Order, mirroring and shaping against three independent implementations."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from corpus.tokenize import LETTERS, MARKS
from tests.layout import oracles
from tests.layout.generate import texts

COUNT = 20_000
ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(oracles.icu is None, reason=oracles.NO_ICU)
@pytest.mark.parametrize("rtl", [True, False])
def test_levels_order_and_mirroring_are_those_of_icu(rtl: bool) -> None:
    found = [
        oracles.against_icu(t, rtl) for t in texts(COUNT // 2, seed=3 + rtl) if not oracles.deliberate(t)
    ]
    differences = [f for f in found if f]
    assert not differences, differences[:5]
    assert len(found) > COUNT // 2 - 20


@pytest.mark.parametrize("rtl", [True, False])
def test_order_is_that_of_the_rust_crate(rtl: bool) -> None:
    found = [
        oracles.against_rust(t, rtl) for t in texts(COUNT // 2, seed=7 + rtl) if not oracles.deliberate(t)
    ]
    differences = [f for f in found if f]
    assert not differences, differences[:5]


def shipped_words() -> set[str]:
    """Every Arabic word of the articles and of the glossary's data."""
    words: set[str] = set()
    word = re.compile(f"[{LETTERS}][{LETTERS}{MARKS}]*")
    for folder, pattern in (("corpus/articles", "**/*.txt"), ("glossary/data", "**/*.toml")):
        for path in sorted((ROOT / folder).glob(pattern)):
            words.update(word.findall(path.read_text("utf-8")))
    return words


def test_every_shipped_word_is_shaped_as_arabic_reshaper_does() -> None:
    words = shipped_words()
    assert words
    differences = [f for f in map(oracles.against_reshaper, sorted(words)) if f]
    assert not differences, differences[:5]


def test_marks_stay_with_their_letters_in_every_shipped_word() -> None:
    mark = re.compile(f"[{MARKS}]")
    for word in sorted(shipped_words()):
        shown = oracles.clusters(word)
        assert [m for c in shown for m in mark.findall(c.display)] == mark.findall(word), word
        assert [c.start for c in shown[1:]] == [c.end for c in shown[:-1]], word
        assert (shown[0].start, shown[-1].end) == (0, len(word)), word
