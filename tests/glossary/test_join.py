"""Which entries the analysis table's lemmas stand for."""

from corpus.normalize import lemma_key
from glossary.entry import Entry, Sense
from glossary.join import Lemmas, without_article


def _name(name: str, lemma: str, *spellings: str, pos: str = "name") -> Entry:
    return Entry(name, lemma, pos, (Sense((name,)),), spellings=spellings)


def _joined(lemmas: Lemmas, lemma: str, pos: str) -> list[str]:
    return [lemmas.rows[n].entry for n in lemmas.join(lemma_key(lemma), pos, "", "", 4.0)]


def test_a_spelling_of_an_entry_is_its_lemma() -> None:
    lemmas = Lemmas([_name("ruytarz-name", "رُويْتَرْز", "رُويْتِرْز")])
    assert _joined(lemmas, "رُويْتِرْز", "name") == ["ruytarz-name"]


def test_a_city_is_found_without_its_article() -> None:
    lemmas = Lemmas([_name("al-qahira-name", "القَاهِرَة"), _name("al-riyad-name", "الرِّيَاض")])
    assert _joined(lemmas, "قَاهِرَة", "noun") == ["al-qahira-name"]
    assert _joined(lemmas, "رِيَاض", "noun") == ["al-riyad-name"]


def test_a_word_of_its_own_comes_before_a_name_without_its_article() -> None:
    lemmas = Lemmas([_name("al-asad-name", "الأَسَد"), _name("asad-n", "أَسَد", pos="noun")])
    assert _joined(lemmas, "أَسَد", "noun") == ["asad-n"]


def test_only_the_article_is_taken_off() -> None:
    assert without_article("أَلْمَانِيَا") == ""
    assert lemma_key(without_article("السُّعُودِيَّة")) == lemma_key("سُعُودِيَّة")


def test_an_adverb_keeps_its_nunation() -> None:
    lemmas = Lemmas([_name("hinaidhi-adv", "حِينَئِذٍ", pos="adverb"), _name("qadi-n", "قَاضٍ", pos="noun")])
    assert [row.lemma for row in lemmas.rows] == ["حِينَئِذٍ", "قَاضِي"]
