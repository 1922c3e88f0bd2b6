"""The analysis table: what it says of words of the news, and that what is packed is what is read."""

from __future__ import annotations

import lzma
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import NashraError
from glossary import analyses
from glossary.analyses import FormAnalyses, Lemma, TableAnalysis
from glossary.entry import POS
from glossary.features import VOCABULARY

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts"))

from analyses_lemma import bare, key, tidy  # noqa: E402
from analyses_pack import pack  # noqa: E402


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


@pytest.fixture(scope="module")
def table() -> dict[str, FormAnalyses]:
    return {row.form: row for row in analyses.read()}


def best(table: dict[str, FormAnalyses], form: str) -> tuple[Lemma, TableAnalysis]:
    found = table[form].analyses[0]
    return analyses.lemmas()[found.lemma], found


@pytest.mark.parametrize(
    ("form", "lemma", "pos"),
    [
        ("عقوبات", "عُقُوبَة", "noun"),
        ("الصداقة", "صَدَاقَة", "noun"),
        ("المساكن", "مَسْكَن", "noun"),
        ("نفى", "نَفَى", "verb"),
        ("اتفق", "اِتَّفَقَ", "verb"),
        ("كوريا", "كُورِيَا", "name"),
        ("بكندي", "كَنَدِيّ", "adjective"),
        ("كندية", "كَنَدِيّ", "adjective"),
        ("للإمارات", "الإِمَارَات", "name"),
        ("الأمريكية", "أَمْرِيكِيّ", "adjective"),
        ("مسؤول", "مَسْؤُول", "noun"),
        ("هذه", "هَذَا", "demonstrative"),
        ("أولئك", "ذَلِكَ", "demonstrative"),
        ("التي", "الَّذِي", "relative"),
        ("لم", "لَمْ", "particle"),
        ("لكن", "لَكِنَّ", "conjunction"),
        ("كان", "كَانَ", "verb"),
        ("إليهم", "إِلَى", "preposition"),
        ("مما", "مِمَّا", "relative"),
        ("الكبرى", "أَكْبَر", "adjective"),
        ("أخرى", "آخَر", "adjective"),
        ("إن", "إِنَّ", "particle"),
        ("الإعلام", "إِعْلَام", "noun"),
    ],
)
def test_the_first_reading_is_the_right_word(
    table: dict[str, FormAnalyses], form: str, lemma: str, pos: str
) -> None:
    found, _ = best(table, form)
    assert (found.lemma, found.pos) == (nfc(lemma), pos)


def test_a_reading_says_what_the_word_is_made_of(table: dict[str, FormAnalyses]) -> None:
    lemma, found = best(table, "والعقوبات")
    assert (lemma.root, lemma.pattern) == ("عقب", nfc("فُعُولَة"))
    assert (found.features, found.proclitics, found.enclitic) == ("feminine plural", ("و", "ال"), "")
    assert found.vowelled == nfc("وَالْعُقُوبَات")
    lemma, found = best(table, "يظهر")
    assert (lemma.form, found.features) == ("I", "present active 3ms")


def test_both_verbs_of_one_spelling_can_be_stepped_to(table: dict[str, FormAnalyses]) -> None:
    lemmas = {analyses.lemmas()[a.lemma].lemma for a in table["يظهر"].analyses}
    assert {nfc("ظَهَرَ"), nfc("أَظْهَرَ")} <= lemmas


def test_the_press_speaks_of_others(table: dict[str, FormAnalyses]) -> None:
    assert best(table, "تقول")[1].features == "present active 3fs"
    assert "construct" in best(table, "مسؤولي")[1].features


def test_the_whole_table_keeps_its_promises(table: dict[str, FormAnalyses]) -> None:
    lemmas = analyses.lemmas()
    assert len(table) >= 150_000
    assert list(table) == sorted(table)
    assert len({(x.lemma, x.pos) for x in lemmas}) > 0.99 * len(lemmas)
    for x in lemmas:
        assert x.pos in POS
        assert x.lemma == nfc(x.lemma)
        assert x.lemma
        assert 0 <= x.zipf < 9
    for form, row in table.items():
        assert bare(form) == form
        assert row.analyses
        assert sum(a.p for a in row.analyses) <= 1.0001
        for a in row.analyses:
            assert 0 <= a.lemma < len(lemmas)
            assert 0 < a.p <= 1
            assert set(a.features.split()) <= VOCABULARY
            assert not a.vowelled or len(bare(a.vowelled)) == len(form)


def test_it_is_small_enough_to_ship() -> None:
    assert (ROOT / "glossary" / "data" / "analyses" / "table.xz").stat().st_size < 5_000_000


def test_bands_follow_how_common_a_word_is() -> None:
    bands = analyses.bands()
    assert set(bands.values()) <= set(range(1, 11))
    assert bands[nfc("فِي"), "preposition"] == 10
    assert bands[nfc("رَئِيس"), "noun"] > bands[nfc("عُقُوبَة"), "noun"] > bands[nfc("مِظَلَّة"), "noun"] >= 1
    assert [analyses.band(z) for z in (0.5, 2.0, 4.2, 5.99, 7.5)] == [1, 2, 6, 9, 10]


def test_a_broken_table_is_said_to_be_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    analyses._parts.cache_clear()
    monkeypatch.setattr(analyses.lzma, "decompress", lambda _: (_ for _ in ()).throw(lzma.LZMAError("bad")))
    try:
        with pytest.raises(NashraError, match="install nashra again"):
            next(iter(analyses.read()))
    finally:
        analyses._parts.cache_clear()


letters = st.text("ابتكلمنويسأةىئء", min_size=1, max_size=8)
marks = st.sampled_from(analyses.MARKS)
words = st.builds(
    lambda form, p, e, v: (form, p, e, v),
    letters,
    st.lists(st.sampled_from(["و", "ف", "ب", "ل", "ال", "س"]), max_size=3),
    st.sampled_from(["", "ها", "ه", "ني"]),
    st.lists(marks, min_size=9, max_size=9),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(words, st.floats(0.01, 1), st.integers(0, 2)), max_size=12))
def test_what_is_packed_is_what_is_read(
    rows: list[tuple[tuple[str, list[str], str, list[str]], float, int]],
) -> None:
    lemmas = [
        Lemma("كَتَبَ", "verb", "كتب", "فَعَلَ", "I", 5.25),
        Lemma("ا", "noun", "", "", "", 0.0),
        Lemma("ب", "name", "", "", "", 1.0),
    ]
    found: dict[str, list[TableAnalysis]] = {}
    for (form, proclitics, enclitic, vowels), p, lemma in rows:
        vowelled = "".join(a + b for a, b in zip(form, vowels, strict=False))
        vowelled = vowelled if vowelled != form else ""
        found.setdefault(form, []).append(
            TableAnalysis(lemma, "past", tuple(proclitics), enclitic, vowelled, p)
        )
    forms = [FormAnalyses(form, tuple(a)) for form, a in sorted(found.items())]
    data = pack(lemmas, forms)
    assert data == pack(lemmas, forms)
    analyses._parts.cache_clear()
    analyses.lemmas.cache_clear()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(analyses, "files", lambda _: _Packed(data))
        try:
            assert list(analyses.lemmas()) == lemmas
            back = list(analyses.read())
        finally:
            analyses._parts.cache_clear()
            analyses.lemmas.cache_clear()
    assert [(f.form, [a[:5] for a in f.analyses]) for f in back] == [
        (f.form, [a[:5] for a in f.analyses]) for f in forms
    ]
    for x, y in zip(back, forms, strict=True):
        assert all(abs(a.p - b.p) <= 0.005 for a, b in zip(x.analyses, y.analyses, strict=True))


class _Packed:
    def __init__(self, data: bytes) -> None:
        self.data = data

    def joinpath(self, *_: str) -> _Packed:
        return self

    def read_bytes(self) -> bytes:
        return self.data


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("اتَّفَقَ", "اِتَّفَقَ"),
        ("لامَ", "لَامَ"),
        ("اَلَّذِي", "الَّذِي"),
        ("انْتِخَاب", "اِنْتِخَاب"),
        ("شَيء", "شَيْء"),
        ("قُرآن", "قُرْآن"),
        ("مَاضٍ", "مَاضِي"),
    ],
)
def test_lemmas_come_in_our_conventions(given: str, wanted: str) -> None:
    assert tidy(given) == nfc(wanted)


def test_a_defective_noun_gets_its_last_radical_back() -> None:
    assert tidy("قَاض", "قضي", "فَاعِل") == nfc("قَاضِي")


@pytest.mark.parametrize(
    ("a", "b"), [("مُسْتَوًى", "مُسْتَوَى"), ("قَاضٍ", "قَاضِي"), ("اِتِّفَاق", "اتِّفاق"), ("أَوْلَى", "أَولَى")]
)
def test_spellings_of_a_lemma_have_one_key(a: str, b: str) -> None:
    assert key(a) == key(b)


@pytest.mark.parametrize(
    ("a", "b"), [("كَتَبَ", "كِتَاب"), ("مُدَرِّس", "مُدَرَّس"), ("عَام", "عَامّ"), ("آثَر", "أَثَر"), ("أَعْلَام", "إِعْلَام")]
)
def test_different_words_have_different_keys(a: str, b: str) -> None:
    assert key(a) != key(b)


@settings(max_examples=200, deadline=None)
@given(
    st.text(alphabet="اأإآبتسلمنويىةءئ\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0640x", max_size=14)
)
def test_any_text_can_be_tidied(text: str) -> None:
    once = tidy(text)
    assert once == nfc(once)
    assert bare(once).rstrip("ي") == bare(nfc(text)).replace("\u0671", "ا").rstrip("ي")
    assert isinstance(key(text), str)
