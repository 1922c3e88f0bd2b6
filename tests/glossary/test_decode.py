from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import NashraError
from glossary.decode import decode, load, read, survey
from glossary.entry import Entry, Pair, Sense, Term

WORD = """
[nafa-v]
lemma = "نَفَى"
pos = "verb"
form = "I"
root = "نفي"
present = "يَنْفِي"
masdar = [
  "نَفْي",
]
domain = ["statements"]
[[nafa-v.sense]]
gloss = ["deny"]
frame = "نَفَى شَيْئًا"
[[nafa-v.sense.collocation]]
arabic = "نَفَى الأَنْبَاءَ"
english = "to deny the reports"
[[nafa-v.sense.example]]
arabic = "نَفَتِ الوِزَارَةُ الأَنْبَاءَ."
english = "The ministry denied the reports."
[[nafa-v.sense]]
gloss = ["banish", "exile"]
"""
TERM = """
[waqf-itlaq-al-nar-t]
term = "وَقْفُ إِطْلَاقِ النَّارِ"
parts = ["waqf-n", "itlaq-n", "nar-n"]
gap = [1, 0]
gloss = ["ceasefire"]
domain = ["ceasefire"]
"""


def test_a_word_comes_out_with_everything_that_was_written() -> None:
    assert decode(WORD, source="names") == [
        Entry(
            "nafa-v",
            lemma="نَفَى",
            pos="verb",
            form="I",
            root="نفي",
            present="يَنْفِي",
            masdar=("نَفْي",),
            domain=("statements",),
            senses=(
                Sense(
                    ("deny",),
                    frame="نَفَى شَيْئًا",
                    collocations=(Pair("نَفَى الأَنْبَاءَ", "to deny the reports"),),
                    examples=(Pair("نَفَتِ الوِزَارَةُ الأَنْبَاءَ.", "The ministry denied the reports."),),
                ),
                Sense(("banish", "exile")),
            ),
            source="names",
        )
    ]


def test_a_term_comes_out_with_its_parts_and_gaps() -> None:
    assert decode(TERM) == [
        Term(
            "waqf-itlaq-al-nar-t",
            term="وَقْفُ إِطْلَاقِ النَّارِ",
            parts=("waqf-n", "itlaq-n", "nar-n"),
            gap=(1, 0),
            gloss=("ceasefire",),
            domain=("ceasefire",),
        )
    ]


def test_gloss_is_short_for_one_sense() -> None:
    (entry,) = decode('[fi-p]\nlemma = "فِي"\npos = "preposition"\ngloss = ["in", "at"]\n')
    assert isinstance(entry, Entry)
    assert entry.senses == (Sense(("in", "at")),)


def test_shadda_and_vowel_may_be_typed_in_either_order() -> None:
    shadda_first = '[a-n]\nlemma = "قُو\u0651\u064eة"\npos = "noun"\ngloss = ["force"]\n'
    assert decode(shadda_first) == decode(shadda_first.replace("\u0651\u064e", "\u064e\u0651"))


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ('plurals = ["x"]', "a-n: plurals: no such field"),
        ('note = "x"', "a-n: note: no such field; it goes into [[id.sense]]"),
        ('plural = "x"', "a-n: plural must be a list of texts"),
        ("invariable = 1", "a-n: invariable must be true or false"),
        ("plural = []", "a-n: plural is empty"),
        ('root = " عقب"', "a-n: root has an empty text, a line break or a space at an end"),
        ('root = "x\\u202ey"', "a-n: root has a control or invisible character"),
        ('[[a-n.sense]]\ngloss = ["x"]', "a-n: needs either gloss or [[id.sense]], and not both"),
        ('gloss = ["y"]', "not TOML"),
    ],
)
def test_what_is_wrong_is_said_with_file_entry_and_field(line: str, says: str) -> None:
    text = f'[a-n]\nlemma = "x"\npos = "noun"\ngloss = ["x"]\n{line}\n'
    with pytest.raises(NashraError) as error:
        decode(text, where="some.toml")
    assert str(error.value).startswith("some.toml: ")
    assert says in str(error.value)


def test_an_unknown_part_of_speech_and_a_missing_lemma_are_refused() -> None:
    with pytest.raises(NashraError, match="pos 'verbs' is none of noun verb"):
        decode('[a-v]\nlemma = "x"\npos = "verbs"\ngloss = ["x"]\n')
    with pytest.raises(NashraError, match="lemma is missing"):
        decode('[a-v]\npos = "verb"\ngloss = ["x"]\n')


def put(folder: Path, place: str, text: str) -> Path:
    path = folder / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_folder_says_the_source(tmp_path: Path) -> None:
    field = put(tmp_path, "data/field/statements.toml", WORD)
    general = put(tmp_path, "data/general/n.toml", TERM)
    lexicon = load([field, general])
    assert lexicon.entries["nafa-v"].source == "glossary"
    assert lexicon.terms["waqf-itlaq-al-nar-t"].source == "lexicon"
    assert lexicon.origin == {"nafa-v": field, "waqf-itlaq-al-nar-t": general}


def test_an_id_in_two_of_our_files_is_refused_with_both_named(tmp_path: Path) -> None:
    one, two = put(tmp_path, "data/field/a.toml", WORD), put(tmp_path, "data/field/b.toml", WORD)
    with pytest.raises(NashraError, match=f"{two}: nafa-v stands in {one} too"):
        load([one, two])


def test_the_users_entry_takes_the_place_of_ours_wherever_it_stands(tmp_path: Path) -> None:
    ours = put(tmp_path, "data/field/statements.toml", WORD)
    theirs = put(tmp_path, "mine/words.toml", '[nafa-v]\nlemma = "نَفَى"\npos = "verb"\ngloss = ["reject"]\n')
    lexicon = load([theirs, ours])
    assert lexicon.entries["nafa-v"].senses == (Sense(("reject",)),)
    assert lexicon.entries["nafa-v"].source == "user"
    assert lexicon.origin["nafa-v"] == theirs


def test_a_file_that_is_not_text_is_one_clear_line(tmp_path: Path) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_bytes(b"\xff\xfe")
    with pytest.raises(NashraError, match=r"bad.toml is not UTF-8"):
        read(bad)
    with pytest.raises(NashraError, match="cannot be read"):
        read(tmp_path / "none.toml")


@given(st.text(max_size=300))
def test_any_text_gives_records_or_problems(text: str) -> None:
    records, problems = survey(text)
    assert all(isinstance(record, Entry | Term) for record in records)
    assert all(problem.code.startswith("E1") and "\n" not in problem.message for problem in problems)
