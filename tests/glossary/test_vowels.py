"""Right words pass every rule, and a word with a mark taken out or put in is found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.normalize import DAMMA, FATHA, KASRA, SHADDA, SUKUN
from glossary import article, hamza, vowels
from glossary.vowels import NOMINAL, RUNNING, VERB, units


def words(text: str) -> list[str]:
    return text.split()


NOMINALS = words("""
عُقُوبَة قُوَّة دَوْلَة مَجْلِس مَسْؤُول مُسْتَوًى قَاضٍ تَحَدٍّ بِيئَة قِرَاءَة شَيْء جُزْء هَيْئَة مَسْأَلَة رَأْس رَئِيس سُؤَال مُؤَسَّسَة تَفَاؤُل مَبْدَأ
شَاطِئ تَبَاطُؤ لُجُوء لَاجِئ مُفَاجَأَة مُنْشَأَة كَفَاءَة مُرُوءَة مِائَة فِئَة آسِيَا قُرْآن مَآل مِرْآة كُورِيّ سِيَاسِيّ حَيَاة قَنَاة فَتْوَى
رُوسِيَا شَاي نَفْي عَزْو عَدُوّ نَبِيّ سَيِّد اِنْتِخَاب اِتِّفَاق اِلْتِزَام إِعْلَام أُوكْرَانِيَا مَبَادِئ رُؤَسَاء إِسْرَائِيل شُؤُون رُؤُوس يُورُو
تِلِفِزْيُون ضَوْء مَوْقِع بَيْت مُتَلَأْلِئ سَيِّئ وِئَام بُؤْرَة ذِئْب مَأْسَاة لُؤْلُؤ طَاوُوس عَمْرو
""")
VERBS = words("""
نَفَى اِتَّهَمَ قَالَ دَعَا كَتَبَ اِمْتَدَّ لَيْسَ جَاءَ قَرَأَ سَأَلَ آمَنَ هَنَّأَ تَسَاءَلَ أَسَاءَ اِسْتَأْنَفَ رَأَى أَدَّى اِطْمَأَنَّ بَطُؤَ
""")
SENTENCE = words("""
جَدَّدَ مَجْلِسُ الأَمْنِ العُقُوبَاتِ المَفْرُوضَةَ عَلَى المَصَارِفِ الَّتِي تُمَوِّلُ تِجَارَةَ السِّلَاحِ وَالْوَزِيرُ لِلدَّوْلَةِ لِلْأَمْنِ بِالاِنْتِخَابَاتِ
الِاجْتِمَاعُ وَاجْتَمَعَ بِأَنَّ لِأَنَّ سَأَذْهَبُ شَيْئًا جُزْءًا عِبْئًا مَاءً مَبْدَأً بِنَاءً عَصًا رِضًا مُسْتَشْفًى اللُّغَةُ لِلُّغَةِ اللهُ كَتَبُوا رَمَوْا
بَدَؤُوا يَقْرَأُونَ أَبْنَاؤُهُ وُضُوئِهِ جَزَائِهِ الآنَ أُولَئِكَ هَؤُلَاءِ يَوْمَئِذٍ لِئَلَّا مَسْؤُولُونَ فَالتَّحْقِيقُ كَالشَّمْسِ وَلِلنَّاسِ
""")


def faults(word: str, kind: str) -> list[str]:
    cut = units(word)
    found = [
        *vowels.stray_marks(cut),
        *vowels.missing_vowels(cut, kind),
        *vowels.shaddas(cut, kind),
        *vowels.sukuns(cut),
        *vowels.long_vowels(cut),
        *vowels.tanwins(cut),
        *vowels.ta_marbuta(cut),
        *hamza.seats(cut),
    ]
    if kind == RUNNING:
        found += article.sun_letters(cut)
    if kind == NOMINAL:
        found += vowels.case_ending(cut)
    if kind == VERB:
        found += [*vowels.verb_ending(cut), *vowels.wasl(cut)]
    return found


@pytest.mark.parametrize("word", NOMINALS)
def test_right_nouns_pass(word: str) -> None:
    assert faults(word, NOMINAL) == []


@pytest.mark.parametrize("word", VERBS)
def test_right_verbs_pass(word: str) -> None:
    assert faults(word, VERB) == []


@pytest.mark.parametrize("word", SENTENCE)
def test_right_words_of_a_text_pass(word: str) -> None:
    assert faults(word, RUNNING) == []


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("إِعلَام", NOMINAL),
        ("خَالص", NOMINAL),
        ("اِلتِزَام", NOMINAL),
        ("قُوّة", NOMINAL),
        ("دَولَة", NOMINAL),
        ("عُقُوْبَة", NOMINAL),
        ("مَسْئَلَة", NOMINAL),
        ("رَإِيس", NOMINAL),
        ("بِيأَة", NOMINAL),
        ("قِرَائَة", NOMINAL),
        ("أَامَنَ", VERB),
        ("عُقُوبَةٌ", NOMINAL),
        ("مَدِينة", NOMINAL),
        ("فُلان", NOMINAL),
        ("انْتَخَبَ", VERB),
        ("نَفَيْ", VERB),
        ("جِدّاً", RUNNING),
        ("السِلَاحِ", RUNNING),
        ("الْسِّلَاحِ", RUNNING),
        ("المَّجْلِسِ", RUNNING),
        ("لِلدَوْلَةِ", RUNNING),
        ("وَبِالنَارِ", RUNNING),
        ("شَيْءًا", RUNNING),
        ("أِعْلَانُ", RUNNING),
        ("إَمْرٌ", RUNNING),
    ],
)
def test_wrong_words_are_found(word: str, kind: str) -> None:
    assert faults(word, kind) != []


TAKEN = [
    (word, at)
    for word in NOMINALS
    for at, mark in enumerate(word)
    if mark in FATHA + DAMMA + KASRA + SUKUN and word not in ("عَمْرو", "مِائَة")
]


@given(st.sampled_from(TAKEN))
def test_a_vowel_taken_out_is_missed(place: tuple[str, int]) -> None:
    word, at = place
    without = word[:at] + word[at + 1 :]
    initial = at == 1 and word[0] in "اإأ"  # اجْتِمَاع: the alef's own vowel is for another rule
    assert initial or faults(without, NOMINAL) != []


@given(st.sampled_from(NOMINALS), st.integers(0, 20), st.sampled_from(FATHA + DAMMA + KASRA + SUKUN + SHADDA))
def test_a_second_vowel_on_a_letter_is_found(word: str, at: int, mark: str) -> None:
    places = [i for i, char in enumerate(word) if char in FATHA + DAMMA + KASRA + SUKUN]
    place = places[at % len(places)]
    doubled = word[:place] + mark + word[place:]
    assert mark == SHADDA or faults(doubled, NOMINAL) != []


@given(st.text(max_size=30))
def test_any_text_is_cut_without_loss(text: str) -> None:
    import unicodedata

    assert "".join(unit.letter + unit.marks for unit in units(text)) == unicodedata.normalize("NFC", text)
    for kind in (NOMINAL, VERB, RUNNING):
        if text:
            assert isinstance(faults(text, kind), list)
