from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import NashraError
from glossary.draft import entry_of
from glossary.entry import Entry, Sense


def test_a_line_becomes_an_entry() -> None:
    assert entry_of("كَبِير | a | كبر | pl=كِبَار; el=أَكْبَر | big, large / [formal] senior {Of rank.}") == Entry(
        "kabir-a",
        "كَبِير",
        "adjective",
        (Sense(("big", "large")), Sense(("senior",), register="formal", note="Of rank.")),
        root="كبر",
        pattern="فَعِيل",
        plural=("كِبَار",),
        elative="أَكْبَر",
        source="lexicon",
    )


def test_what_follows_is_filled_in() -> None:
    verb = entry_of("صَرَّحَ | v | صرح | form=II; masdar=تَصْرِيح; frame=صَرَّحَ بِأَنَّ | state")
    assert (verb.present, verb.masdar, verb.senses[0].frame) == ("يُصَرِّحُ", ("تَصْرِيح",), "صَرَّحَ بِأَنَّ")
    assert entry_of("دَوْلَة | n | دول | pl=دُوَل | state").gender == "feminine"
    assert entry_of("صَحْرَاء | n | صحر | | desert").gender == "feminine"
    assert entry_of("بِنَاء | n | بني | | building").gender == "masculine"
    assert entry_of("ذِكْرَى | n | ذكر | | memory").gender == "feminine"
    assert entry_of("مُسْتَوًى | n | سوي | | level").gender == "masculine"
    assert entry_of("حَرْب | n | حرب | g=f; pl=حُرُوب | war").gender == "feminine"


def test_a_taken_id_is_not_given_again() -> None:
    assert entry_of("فِي | p | | | in", {"fi-p"}).id == "fi-p2"


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("فِي | p | | in", "4 cells, not the five"),
        ("فِي | prep | | | in", "part of speech 'prep' is none of n v a"),
        ("فِي ذَلِكَ | p | | | in that", "not one word"),
        ("عَمَل | n | عaل | | work", "root 'عaل' is not two to five radicals"),
        ("عَمَل | n | عمل | plural=x | work", "unknown extra 'plural'"),
        ("عَمَل | n | عمل | pl= | work", "pl has no value"),
        ("عَمَل | n | عمل | pl=أَعْمَال; pl=أَعْمَال | work", "pl stands twice"),
        ("عَمَل | n | عمل | | ", "no gloss"),
        ("عَمَل | n | عمل | | work {of art} / }x{", "is not: [register] gloss"),
    ],
)
def test_a_bad_line_says_why(line: str, says: str) -> None:
    with pytest.raises(NashraError) as error:
        entry_of(line)
    assert says in str(error.value)


@given(st.text(max_size=80))
def test_any_line_is_an_entry_or_refused(line: str) -> None:
    try:
        senses = entry_of(line).senses
    except NashraError:
        senses = (Sense(("refused",)),)
    assert all(sense.gloss for sense in senses)
