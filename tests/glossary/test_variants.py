"""Two spellings of a name are one: variants as newspapers print them, most of them not listed with their entry."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.analyze import Analyzer
from glossary.entry import Entry
from glossary.index import open_index
from glossary.variants import LONGEST, alike, distance, key

SPELT = """
بيونج يانج	Pyongyang
بيونغيانغ	Pyongyang
بيونجيانج	Pyongyang
هونج كونج	Hong Kong
هونغكونغ	Hong Kong
ابو ظبى	Abu Dhabi
نيو دلهى	New Delhi
سان بطرسبورج	Saint Petersburg
كيم جونج اون	Kim Jong Un
كيم جونغ-أون	Kim Jong Un
شي جينبينج	Xi Jinping
شي جين-بينغ	Xi Jinping
عبدالعزيز	Abdulaziz
بوركينافاسو	Burkina Faso
نتينياهو	Netanyahu
نيتنياهو	Netanyahu
زيلينسكى	Zelensky
فلاديمر	Vladimir
لوكسمبرغ	Luxembourg
جوهانسبرج	Johannesburg
كوبنهاجن	Copenhagen
ستراسبورج	Strasbourg
هامبورج	Hamburg
جروزني	Grozny
بنغازى	Benghazi
أنجولا	Angola
بوجوتا	Bogota
غوانتنامو	Guantanamo
سنتياغو	Santiago
تورنتو	Toronto
مانشيستر	Manchester
هيلسنكي	Helsinki
كراكاس	Caracas
استوكهولم	Stockholm
اصطنبول	Istanbul
استانبول	Istanbul
موريطانيا	Mauritania
ايطاليا	Italy
برشلونا	Barcelona
سنغافورا	Singapore
هولنده	Netherlands
اسكوتلندا	Scotland
نيوزلندا	New Zealand
كولمبيا	Colombia
طاجكستان	Tajikistan
كازخستان	Kazakhstan
تركمنستان	Turkmenistan
قازاخستان	Kazakhstan
بروكسيل	Brussels
بنسيلفانيا	Pennsylvania
كليفورنيا	California
ميشيجان	Michigan
نيكاراجوا	Nicaragua
ستولتنبرج	Stoltenberg
بلومبيرج	Bloomberg
جريفيث	Griffiths
ميدفيدف	Medvedev
كلنتون	Clinton
كلاشينكوف	Kalashnikov
تيليجرام	Telegram
انستقرام	Instagram
البنتاجون	Pentagon
الكونجريس	Congress
الجارديان	The Guardian
تشرنوبيل	Chernobyl
سيفاستوبل	Sevastopol
كاليننجراد	Kaliningrad
جرينلاند	Greenland
"""
PAIRS = [tuple(line.split("\t")) for line in SPELT.strip().splitlines()]


@cache
def analyzer() -> Analyzer:
    return Analyzer(open_index())


def entry(text: str) -> tuple[str | None, str | None]:
    """What the whole text is: a term's or a single word's entry and gloss."""
    line = analyzer().line(text)
    whole = [t for t in line.terms if (t.start, t.end) == (0, len(text))]
    found = whole[0] if whole else line.tokens[0]
    return found.entry, found.gloss


@pytest.mark.parametrize(("written", "english"), PAIRS)
def test_another_spelling_is_the_same_name(written: str, english: str) -> None:
    ident, gloss = entry(written)
    assert gloss == english
    assert ident is not None
    record = analyzer().index.entry(ident)
    assert entry(record.lemma if isinstance(record, Entry) else record.term)[0] == ident


@pytest.mark.parametrize(
    "texts",
    [
        ("بيونغ يانغ", "بيونج يانج", "بيونغيانغ", "وبيونج يانج", "بِيُونْغ يَانْغ"),
        ("كيم جونغ أون", "كيم جونج اون", "كيم جونغ-أون"),
        ("عبد العزيز", "عبدالعزيز"),
    ],
)
def test_all_spellings_have_one_state(texts: tuple[str, ...]) -> None:
    found = {entry(text.removeprefix("و"))[0] for text in texts}
    assert len(found) == 1


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("ماركس", "Marcos"),
        ("مايكرون", "Macron"),
        ("كورينث", "Kornet"),
        ("دومينيكو", "Dominica"),
        ("سطيف", "Steve"),
        ("كراوتش", "Karachi"),
        ("بومبي", "Pompeo"),
        ("عبدالإله", "Abdullah"),
        ("الفنزويلى", "Venezuela"),
        ("الكاتالونية", "Catalonia"),
        ("ونقب", "Negev"),
        ("كيف", "Kyiv"),
        ("حمص", None),
        ("كتاب", None),
    ],
)
def test_another_word_is_not(word: str, other: str | None) -> None:
    token = analyzer().line(word).tokens[0]
    assert token.gloss != other
    assert ("variant",) not in token.reasons


def test_the_card_says_that_it_is_another_spelling() -> None:
    token = analyzer().line("ببروكسيل").tokens[0]
    assert (token.gloss, token.proclitics, token.pos) == ("Brussels", ("ب",), "name")
    assert token.reasons == (("variant",),)


words = st.text("ابتجغكقسصطتلمنرويىةهأإ", max_size=LONGEST + 4)


@given(words, words)
def test_being_alike_has_no_direction_and_needs_the_same_consonants(one: str, other: str) -> None:
    assert distance(one, other) == distance(other, one)
    if alike(one, other):
        assert alike(other, one)
        assert key(one) == key(other) != ""


@given(words)
def test_a_name_is_like_itself(word: str) -> None:
    assert distance(word, word) == 0 or len(word) > LONGEST
    assert alike(word, word) == (key(word) != "")
