"""Marks on a sentence: carried over to its vowelled form, never between a letter and its vowel."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.anki import english, sentence
from reader.anki.mixed import mixed
from reader.anki.stem import stem
from tests.anki.samples import DENY, SANCTION


def cut(text: str, marks: list[tuple[int, int]] | None) -> list[str]:
    return [text[start:end] for start, end in marks or []]


def test_marks_are_carried_to_the_vowelled_sentence() -> None:
    for note, word in ((SANCTION, "العُقُوبَاتِ"), (DENY, "نَفَتِ")):
        moved = sentence.carry(note.sentence, note.marks, note.sentence_vowelled)
        assert cut(note.sentence_vowelled, moved) == [word]
    assert sentence.carry("كتب", [(0, 3)], "كُتِبَتْ") is None


def test_a_vowelled_sentence_is_shown_as_a_newspaper_prints_it() -> None:
    vowelled = SANCTION.sentence_vowelled
    start = vowelled.index("العُقُوبَاتِ")
    pieces = sentence.pieces(vowelled, [(start, start + len("العُقُوبَاتِ"))])
    assert sentence.marked_html(sentence.strip_vowels(pieces)) == (
        "جدد مجلس الأمن <mark>العقوبات</mark> المفروضة على المصارف التي تمول تجارة السلاح."
    )


def test_a_mark_takes_the_vowels_of_its_last_letter_along() -> None:
    text = "وَنَفَتِ الوِزَارَةُ"
    assert cut(text, sentence.tidy(text, [(2, 7)])) == ["نَفَتِ"]


@given(
    st.text(alphabet="وَنَفَتِ الوِزَارَةُّ ـabc\u202e\n<&[", max_size=60),
    st.lists(st.tuples(st.integers(-5, 70), st.integers(-5, 70)), max_size=4),
)
def test_any_marks_on_any_text(text: str, marks: list[tuple[int, int]]) -> None:
    tidy = sentence.tidy(text, marks)
    assert all(0 <= start < end <= len(text) for start, end in tidy)
    assert all(one[1] <= two[0] for one, two in itertools.pairwise(tidy))
    pieces = sentence.pieces(text, marks)
    shown = sentence.marked_html(pieces)
    assert shown.count("<mark>") == shown.count("</mark>") <= len(tidy)
    assert (sentence.GAP in sentence.gap_html(pieces)) == ("<mark>" in shown)
    moved = sentence.carry(text, marks, text) or []
    letters = [sentence.unvowelled(text[start:end]) for start, end in tidy]
    assert [sentence.unvowelled(text[start:end]) for start, end in moved] == [
        part for part in letters if part
    ]


@pytest.mark.parametrize(
    ("gloss", "translation", "shown"),
    [
        ("deny", "The ministry denied it.", "The ministry _ it."),
        ("sanction", "Sanctions; the sanctioned.", "_; the _."),
        ("ceasefire", "a Ceasefire", "a _"),
        ("ban", "They banned the urban bank", "They _ the urban bank"),
        ("impose", "by imposing it", "by _ it"),
        ("to lift sanctions", "lifted sanctions", "_"),
        ("say", "He said so.", "He said so."),
        ("arms deal", "arms", "arms"),
        ("state", "&lt; the state & İstates", "&amp;lt; the state &amp; İstates"),
        ("", "nothing", "nothing"),
        ("x", "x", "x"),
    ],
)
def test_the_gap_in_the_translation(gloss: str, translation: str, shown: str) -> None:
    assert english.gap(gloss, translation).replace(sentence.GAP, "_") == shown


def test_arabic_in_an_english_note_is_set_apart() -> None:
    assert mixed("Stronger with جُمْلَةً وَتَفْصِيلًا, 'x' < y") == (
        'Stronger with <bdi lang="ar" dir="rtl">جُمْلَةً وَتَفْصِيلًا</bdi>, \'x\' &lt; y'
    )
    assert mixed("before الأَمْنُ: «قُوَّة» after").count("<bdi") == 1
    assert mixed("") == ""
    assert mixed("؟") == "؟"


@pytest.mark.parametrize(
    ("text", "before", "after", "lemma", "cut_out"),
    [
        ("وللعقوبات", ("و", "ل", "ال"), (), "عُقُوبَة", ("ولل", "عقوبات", "")),
        ("وَلِلْعُقُوبَاتِ", ("و", "ل", "ال"), (), "عُقُوبَة", ("وَلِلْ", "عُقُوبَاتِ", "")),
        ("بأسلحتها", ("ب",), ("ها",), "سِلَاح", ("ب", "أسلحت", "ها")),
        ("للجنة", ("ل", "ال"), (), "لَجْنَة", ("ل", "لجنة", "")),
        ("للاجئين", ("ل", "ال"), (), "لَاجِئ", ("ل", "لاجئين", "")),
        ("سيستخدمونه", ("س",), ("ه",), "اِسْتَخْدَمَ", ("س", "يستخدمون", "ه")),
        ("كتاب", ("و",), (), "كِتَاب", ("", "كتاب", "")),
        ("له", ("ل",), ("ه",), "لِ", ("", "له", "")),
    ],
)
def test_the_word_without_its_clitics(
    text: str, before: tuple[str, ...], after: tuple[str, ...], lemma: str, cut_out: tuple[str, str, str]
) -> None:
    start, end = stem(text, 0, len(text), before, after, lemma)
    assert (text[:start], text[start:end], text[end:]) == cut_out


@given(
    st.text(alphabet="اَلْعُقُوبَاتُّ ـوب", max_size=12),
    st.lists(st.sampled_from(["و", "ل", "ب", "ال"]), max_size=3),
    st.lists(st.sampled_from(["ها", "ه", "ني"]), max_size=1),
)
def test_any_clitics_on_any_word(text: str, before: list[str], after: list[str]) -> None:
    start, end = stem(text, 0, len(text), before, after)
    assert (start, end) == (0, len(text)) or 0 <= start < end <= len(text)


def test_letters_beside_a_gap_keep_their_joins() -> None:
    text = "نددت بأسلحتها وبالحرب"
    parts = sentence.pieces(text, [(6, 11), (18, 21)])
    gap = sentence.GAP
    assert sentence.gap_html(parts) == f"نددت بـ{gap}ـها وبالـ{gap}"
    assert sentence.gap_html(sentence.pieces("مجلس الأمن", [(0, 10)])) == f"{gap} {gap}"


@pytest.mark.parametrize(
    ("glosses", "translation", "shown"),
    [
        (("say",), "He said so.", "He _ so."),
        (("shoot down",), "They shot down two.", "They _ two."),
        (("claim", "allegation, charge (law)"), "an old allegation", "an old _"),
        (("prime minister",), "Prime ministers met.", "_ met."),
        (("man",), "two men", "two _"),
        (("deny",), "<nothing>", "&lt;nothing&gt;"),
        ((), "nothing", "nothing"),
    ],
)
def test_the_first_gloss_that_the_translation_has(
    glosses: tuple[str, ...], translation: str, shown: str
) -> None:
    assert english.first_gap(glosses, translation).replace(sentence.GAP, "_") == shown
