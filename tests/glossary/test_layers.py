"""The table's layer under the lexicon's: whose its lemmas are, what the lexicon adds, what vowels and neighbours do."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from unittest import mock

import pytest

from glossary import analyses, base, compile, decode
from glossary.analyses import FormAnalyses, Lemma, TableAnalysis
from glossary.analyze import Analyzer
from glossary.entry import Entry
from glossary.glossjson import render_line
from glossary.index import Index
from tests.glossary.small import TOML

LEMMAS = (
    Lemma("عُقُوبَة", "noun", "عقب", "فُعُولَة", "", 5.0),
    Lemma("مَسْؤُول", "adjective", "سءل", "مَفْعُول", "", 5.5),
    Lemma("كَتَبَ", "verb", "كتب", "فَعَلَ", "I", 5.0),
    Lemma("كِتَاب", "noun", "كتب", "فِعَال", "", 5.4),
    Lemma("جُمْهُورِيّ", "adjective", "جمهر", "", "", 5.0),
    Lemma("مَوَّنَ", "verb", "مون", "فَعَّلَ", "II", 4.0),
    Lemma("قَاضِي", "noun", "قضي", "فَاعِل", "", 4.8),
    Lemma("طَاوِلَة", "noun", "طول", "فَاعِلَة", "", 4.0),
)


def reading(
    lemma: int, features: str, p: float, vowelled: str = "", before: tuple[str, ...] = ()
) -> TableAnalysis:
    return TableAnalysis(lemma, features, before, "", vowelled, p)


WORDS = (
    FormAnalyses("العقوبات", (reading(0, "feminine plural", 1.0, "الْعُقُوبَات", ("ال",)),)),
    FormAnalyses("المسؤول", (reading(1, "masculine singular", 1.0, "الْمَسْؤُول", ("ال",)),)),
    FormAnalyses(
        "كتب", (reading(2, "past active 3ms", 0.6, "كَتَب"), reading(3, "masculine plural", 0.4, "كُتُب"))
    ),
    FormAnalyses("الجمهورية", (reading(4, "feminine singular", 1.0, "الْجُمْهُورِيَّة", ("ال",)),)),
    FormAnalyses("القاضي", (reading(6, "masculine singular", 1.0, "الْقَاضِي", ("ال",)),)),
    FormAnalyses("سيمون", (reading(5, "present active 3ms", 1.0, "سَيُمَوِّن", ("س",)),)),
    FormAnalyses("طاولة", (reading(7, "feminine singular", 1.0, "طَاوِلَة"),)),
)
MORE = """
[masul-a]
lemma = "مَسْؤُول"
pos = "adjective"
root = "سءل"
gloss = ["responsible"]

[jumhuriya-n]
lemma = "جُمْهُورِيَّة"
pos = "noun"
gender = "feminine"
gloss = ["republic"]

[jumhuri-a]
lemma = "جُمْهُورِيّ"
pos = "adjective"
gloss = ["republican"]

[simun-name]
lemma = "سِيمُون"
pos = "name"
gender = "masculine"
gloss = ["Simon"]

[hukuma-n]
lemma = "حُكُومَة"
pos = "noun"
gender = "feminine"
gloss = ["government"]
"""


@cache
def index() -> Index:
    table, lexicon = Path(mkdtemp(prefix="nashra-table-")), Path(mkdtemp(prefix="nashra-lexicon-"))
    with (
        mock.patch.object(analyses, "lemmas", return_value=LEMMAS),
        mock.patch.object(analyses, "read", side_effect=lambda: iter(WORDS)),
    ):
        base.build(table)
    records, problems = decode.survey(TOML + MORE)
    assert not problems
    read = decode.Lexicon()
    for record in records:
        if isinstance(record, Entry):
            read.entries[record.id] = record
        else:
            read.terms[record.id] = record
    compile.build(read, lexicon, table)
    return Index([str(lexicon)], str(table))


def words(text: str) -> list[tuple[str | None, str | None]]:
    return [(t.lemma, t.gloss) for t in Analyzer(index()).line(text).tokens]


def test_a_lemma_of_the_table_is_the_entrys() -> None:
    token = Analyzer(index()).line("العقوبات").tokens[0]
    assert (token.entry, token.gloss, token.proclitics) == ("uquba-n", "sanction", ("ال",))
    assert token.features == {"gender": "feminine", "number": "plural", "definite": True}


def test_a_lemma_that_no_entry_has_is_given_without_gloss() -> None:
    token = Analyzer(index()).line("طاولة").tokens[0]
    assert (token.lemma, token.gloss, token.source, token.key) == ("طَاوِلَة", None, "none", "طَاوِلَة/noun")


def test_ours_and_the_tables_lemmas_are_cited_alike() -> None:
    assert words("القاضي") == [("قَاضِي", "judge")]


def test_noun_or_adjective_is_told_by_what_stands_before() -> None:
    assert words("المسؤول")[0][1] == "official"
    assert words("المهندس المسؤول")[1][1] == "responsible"


def test_a_noun_of_its_own_is_not_the_feminine_of_an_adjective() -> None:
    assert words("الجمهورية")[0][1] == "republic"
    assert words("الحكومة الجمهورية")[1][1] == "republican"


def test_an_entry_that_the_table_does_not_know_is_a_reading_of_its_word() -> None:
    assert words("سيمون")[0] == ("سِيمُون", "Simon")


@pytest.mark.parametrize(
    ("text", "gloss"), [("كتب", "write"), ("كُتُب", "book"), ("في كتب", "book"), ("كُتب", "book")]
)
def test_vowels_and_neighbours_choose(text: str, gloss: str) -> None:
    assert words(text)[-1][1] == gloss


def test_words_that_the_table_lacks_are_cut_up() -> None:
    assert words("بعقوباتها وللمسؤولين")[0][1] == "sanction"
    assert words("وللمسؤولين")[0][1] in ("official", "responsible")


def test_weights_are_shares() -> None:
    for word in ("العقوبات", "المسؤول", "كتب", "الجمهورية", "سيمون", "كُتُب"):
        made = json.loads(render_line(1, word, Analyzer(index())))["tokens"][0]["candidates"]
        assert 0.98 <= sum(c["weight"] for c in made) <= 1.02
        assert [c["weight"] for c in made] == sorted((c["weight"] for c in made), reverse=True)
