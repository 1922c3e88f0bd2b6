"""Words as islands: what a terminal that reorders by itself makes of them is what others show."""

from __future__ import annotations

import pytest
from hypothesis import given

from reader.layout import PROFILES, Profile, display
from reader.layout.chars import MIRROR
from reader.layout.profiles import PRINTED
from tests.layout.reference import line_levels, resolve, visual_order
from tests.layout.strategies import NEWS

LRM = "\u200e"


def shown(cells: list[str]) -> list[str]:
    """What a terminal with the standard's algorithm shows of a line that begins left to right."""
    pieces: list[str] = []
    for cell in cells:
        before, after = cell.startswith(LRM), cell.endswith(LRM)
        pieces += [LRM] * before + [cell.strip(LRM)] + [LRM] * after
    text = "".join(piece[:1] for piece in pieces)  # marks move with their letters
    assert len(text) == len(pieces)
    levels = line_levels(text, resolve(text, False), 0)
    assert not any(char in MIRROR and level % 2 for char, level in zip(text, levels, strict=True))
    return [pieces[i] for i in visual_order(levels) if pieces[i] != LRM]


@pytest.mark.parametrize("profile", [PROFILES["islands"], PRINTED], ids=["islands", "printed"])
@pytest.mark.parametrize("base", ["rtl", "ltr"])
@given(text=NEWS)
def test_a_terminal_that_reorders_shows_what_others_show(profile: Profile, base: str, text: str) -> None:
    cells = display(text, profile, base=base).cells
    assert shown(cells) == display(text, base=base).cells


def test_each_word_is_an_island_and_a_printed_line_has_few() -> None:
    text = "قال المتحدث (ATACMS) إن ١٢ صاروخا سقطت."
    assert "".join(display(text, PROFILES["islands"]).cells).count(LRM) == 1 + 6
    assert "".join(display(text, PRINTED).cells).count(LRM) == 1 + 4
    assert LRM not in display("no Arabic", PRINTED).text
