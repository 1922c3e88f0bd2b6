"""Every term that ships is found where it stands: in its own words, vowelled or not, and in its examples."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from corpus.normalize import plain
from glossary import decode, sources
from glossary.analyze import Analyzer
from glossary.index import Index, open_index
from tests.glossary.small import TOML, compiled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary.entry import Term

FAR = frozenset(("fataha-al-nara-t", "fajara-nafsah-t", "ladha-bi-al-firar-t"))
"""Terms of which an example has another word in the gap and a first word that mostly is something else (فتح)."""
MORE = """
[ala-nar-t]
term = "عَلَى نَارٍ"
parts = ["=على", "nar-n"]
gap = [1]
gloss = ["on tenterhooks"]

[kitab-ab-t]
term = "كُتَّابُ الأَبِ"
parts = ["kitab-n", "ab-n"]
gloss = ["father's school"]

[safqa-nar-t]
term = "صَفْقَةُ نَارٍ"
parts = ["safqa-n", "nar-n"]
gloss = ["raw deal"]
[[safqa-nar-t.example]]
arabic = "صَفْقَةٌ بَيْنَ نَارَيْنِ."
english = "A deal between two fires."
"""


def lost(analyzer: Analyzer, terms: Iterable[Term], *, examples: bool = True) -> list[str]:
    """The terms that are not found in a text of theirs, each with that text."""
    return [
        f"{term.id}: {text}"
        for term in terms
        for own in (term.term, *(e.arabic for e in term.examples if examples))
        for text in (own, plain(own))
        if term.id not in {found.entry for found in analyzer.line(text).terms}
    ]


@pytest.fixture(scope="module")
def small() -> Analyzer:
    return Analyzer(Index([compiled(TOML + MORE, Path(tempfile.mkdtemp(prefix="nashra-test-")))], None))


def test_every_term_that_ships_is_found_in_its_own_text() -> None:
    terms = decode.load(sources.shipped()).terms.values()
    found = lost(Analyzer(open_index()), terms)
    assert [line for line in found if line.partition(":")[0] not in FAR] == []


def test_an_exact_word_of_a_name_keeps_its_article() -> None:
    analyzer = Analyzer(open_index())
    assert "rusiya-al-yawma-t" in ids(analyzer, "قالت روسيا اليوم")
    assert "rusiya-al-yawma-t" not in ids(analyzer, "استخدمت روسيا يوم الخميس حق النقض")


def test_a_term_whose_example_is_another_phrase_is_noticed(small: Analyzer) -> None:
    records, _ = decode.survey(MORE)
    example = lost(small, [r for r in records if r.id == "safqa-nar-t"])  # type: ignore[misc]
    assert [line.partition(":")[0] for line in example] == ["safqa-nar-t"] * 2
    assert lost(small, [r for r in records if r.id == "safqa-nar-t"], examples=False) == []  # type: ignore[misc]


def ids(analyzer: Analyzer, text: str) -> list[str]:
    return [term.entry for term in analyzer.line(text).terms]


@pytest.mark.parametrize("text", ["على نار", "وعلى نار", "عَلَى نَارٍ", "على كبير نار"])
def test_a_term_may_begin_with_an_exact_word(small: Analyzer, text: str) -> None:
    assert ids(small, text) == ["ala-nar-t"]


@pytest.mark.parametrize("text", ["على النار", "عليه نار", "على، نار"])
def test_an_exact_word_is_exact_and_the_article_counts(small: Analyzer, text: str) -> None:
    assert ids(small, text) == []


def test_a_word_spelt_as_in_the_term_is_its_part_next_to_the_others(small: Analyzer) -> None:
    assert ids(small, "كتاب الأب") == ["kitab-ab-t"]
    assert ids(small, "كِتاب الأب") == ["kitab-ab-t"]  # its lemma is kitab-n, whatever the term's vowels
    assert small.line("كتاب الأب").tokens[0].entry == "kitab-n"
