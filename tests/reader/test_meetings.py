"""Where a word was met: the sentences of the library that its card may have."""

from __future__ import annotations

import pytest

from reader import deck
from reader.anki.sentence import unvowelled
from reader.meetings import Finder, Met
from reader.study.states import Word
from reader.workspace import Workspace

ARTICLE = "arms-to-russia"


@pytest.fixture
def desk(home: object) -> Workspace:
    desk = Workspace()
    desk.index_article(ARTICLE)
    return desk


def met(desk: Workspace, key: str, *glosses: str) -> tuple[Finder, Met]:
    finder = Finder(desk)
    return finder, finder.met(key, glosses)


def test_every_sentence_once_and_the_title_only_where_there_is_nothing_else(desk: Workspace) -> None:
    _, found = met(desk, "silah-n")
    places = [place[:3] for place in found.places]
    assert len(set(places)) == len(places) > 1
    assert all(place.block for place in found.places)
    assert found.times >= len(places)
    assert found.articles == (ARTICLE,)
    assert all("\u064e" not in form for form in found.forms)


def test_the_marks_are_the_word_and_the_gaps_leave_its_clitics(desk: Workspace) -> None:
    finder, found = met(desk, "silah-n")
    for place in found.places:
        meeting = finder.meeting(found, place)
        assert meeting is not None
        for (start, end), (inner, outer) in zip(meeting.found.marks, meeting.found.gaps, strict=True):
            assert start <= inner < outer <= end
            assert not unvowelled(meeting.text[inner:outer]).startswith("ال")
    assert finder.best(found) is not None


def test_a_term_is_marked_once_and_without_the_words_that_stand_in_it(desk: Workspace) -> None:
    finder, found = met(desk, "majlis-al-amn-t")
    meeting = finder.best(found)
    assert meeting is not None
    assert len(meeting.found.marks) == 1
    [(start, end)] = meeting.found.marks
    assert len(meeting.text[start:end].split()) == 2
    assert len(meeting.found.gaps) == 2


def test_a_translated_sentence_with_the_gloss_in_it_is_chosen_and_a_choice_stays(desk: Workspace) -> None:
    finder, found = met(desk, "silah-n", "weapon")
    best = finder.best(found)
    assert best is not None
    assert best.translation
    other = found.places[-1]
    chosen = finder.best(found, (*other[:3], other.end))
    assert chosen is not None
    assert (chosen.block, chosen.start) == (other.block, other.start)
    gone = finder.best(found, ("no-such-article", 1, 0, 5))
    assert gone == best


def test_a_word_that_stands_nowhere_still_makes_a_note(desk: Workspace) -> None:
    finder, found = met(desk, "tahawur-n2")
    assert (found.times, found.places, finder.best(found)) == (0, (), None)
    word = Word("uquba-n", "عُقُوبَة", "noun", "learning", 0.0, None)
    note = deck.note(word, desk.entry, Met("uquba-n", 0, (), (), ()), None)
    assert (note.gloss, note.sentence) == ("sanction", "")


def test_the_words_of_a_term_come_from_their_entries(desk: Workspace) -> None:
    finder, found = met(desk, "majlis-al-amn-t")
    word = Word("majlis-al-amn-t", "مَجْلِسُ الأَمْنِ", "term", "learning", 0.0, None)
    note = deck.note(word, desk.entry, found, finder.best(found))
    assert [english for _, english in note.parts] == ["council", "security"]


def test_the_name_of_a_file_is_no_source(desk: Workspace) -> None:
    from dataclasses import replace

    article = desk.library.get(ARTICLE)
    desk.library.replace(replace(article, source="page 3.TXT"))
    desk.index_article(ARTICLE)
    finder, found = met(desk, "silah-n")
    word = Word("silah-n", "سِلَاح", "noun", "learning", 0.0, None)
    assert deck.note(word, desk.entry, found, finder.best(found)).source == ""


def test_a_sentence_in_which_the_word_is_not_part_of_a_longer_term_goes_first(desk: Workspace) -> None:
    finder, found = met(desk, "majlis-n", "council")
    looked = [finder.meeting(found, place) for place in found.places]
    assert {meeting.found.apart for meeting in looked if meeting} == {False}
    desk.index_article("ministry-ransom")
    desk.index_article("ceasefire-veto")
    finder, found = met(desk, "wilaya-n", "state")
    looked = [meeting for place in found.places if (meeting := finder.meeting(found, place))]
    best = finder.best(found)
    assert best is not None
    assert best.found.apart
    assert not any(meeting.found.apart for meeting in looked)
    assert best.article is None
    assert best.translation
    word = Word("wilaya-n", "وِلَايَة", "noun", "learning", 0.0, None)
    note = deck.note(word, desk.entry, found, best)
    assert (note.sentence, note.article, note.source) == (best.text, "", "")
    assert best.text not in {arabic for arabic, _ in note.collocations}
