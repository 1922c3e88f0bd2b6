"""A later export improves what changed and harms nothing that the learner has done."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.anki.samples import ALL, BARE, DENY, SANCTION, THEN

if TYPE_CHECKING:
    from tests.anki.client import Client

LATER = THEN + 30 * 86400


def test_a_changed_gloss_updates_that_note_alone_and_no_schedule(each_way: Client) -> None:
    first = each_way.take(ALL, stamps={})
    each_way.review("uquba-n")
    each_way.review("nafa-v", "Production")
    schedule = each_way.schedule()
    changed = [replace(note, gloss="penalty") if note is SANCTION else note for note in ALL]
    second = each_way.export(changed, stamps=first.stamps, now=LATER)
    log = each_way.load(second.path)
    assert (second.new, second.updated, len(log.updated), len(log.new)) == (0, 1, 1, 0)
    assert each_way.notes()["uquba-n"]["Gloss"] == "penalty"
    assert each_way.schedule() == schedule


def test_the_learners_edits_tags_and_style_of_what_did_not_change_survive(each_way: Client) -> None:
    first = each_way.take(ALL, stamps={})
    col = each_way.col
    note = each_way.notes()["nafa-v"]
    note["Note"] = "my own words"
    note.tags += ["leech", "marked"]
    col.update_note(note)
    model = col.models.by_name("Nashra Arabic News")
    model["css"] += "\n.card { color: red }"
    col.models.update_dict(model)
    changed = [replace(note, gloss="penalty") if note is SANCTION else note for note in ALL]
    each_way.take(changed, stamps=first.stamps, now=LATER)
    note = each_way.notes()["nafa-v"]
    assert note["Note"] == "my own words"
    assert {"leech", "marked", "pos::verb"} <= set(note.tags)
    assert col.models.by_name("Nashra Arabic News")["css"].endswith("color: red }")
    assert each_way.notes()["uquba-n"]["Gloss"] == "penalty"


def test_a_sentence_added_later_adds_its_card(each_way: Client) -> None:
    bare = replace(DENY, sentence="", sentence_vowelled="", marks=())
    first = each_way.take([bare], ("newspaper", "cloze"), stamps={})
    assert set(each_way.cards(DENY.key)) == {"Newspaper"}
    each_way.review(DENY.key)
    each_way.take([DENY], ("newspaper", "cloze"), stamps=first.stamps, now=LATER)
    cards = each_way.cards(DENY.key)
    assert set(cards) == {"Newspaper", "Cloze"}
    assert "<mark>نفت</mark>" in cards["Newspaper"].question()
    assert (cards["Newspaper"].reps, cards["Cloze"].reps) == (7, 0)
    assert list(each_way.col.get_empty_cards().notes) == []


def test_more_kinds_of_card_can_be_asked_for_later_and_are_not_taken_back(each_way: Client) -> None:
    first = each_way.take(ALL, ("newspaper",), stamps={})
    each_way.review("uquba-n")
    second = each_way.take(ALL, ("newspaper", "production", "cloze"), stamps=first.stamps, now=LATER)
    assert set(each_way.cards("uquba-n")) == {"Newspaper", "Production", "Cloze"}
    assert each_way.cards("uquba-n")["Newspaper"].reps == 7
    each_way.review("uquba-n", "Cloze")
    schedule = each_way.schedule()
    third = each_way.take(ALL, ("newspaper",), stamps=second.stamps, now=LATER + 60)
    assert third.updated == 0
    assert each_way.schedule() == schedule
    assert list(each_way.col.get_empty_cards().notes) == []


def test_a_card_in_study_never_loses_its_content(each_way: Client) -> None:
    """The article was deleted from the library, and with it the sentence: the note stays as it was."""
    first = each_way.take([DENY], stamps={})
    each_way.review("nafa-v", "Cloze")
    second = each_way.take(
        [replace(DENY, sentence="", marks=(), sentence_vowelled="")], stamps=first.stamps, now=LATER
    )
    assert second.stamps == first.stamps
    assert "gap" in each_way.cards("nafa-v")["Cloze"].question()
    assert list(each_way.col.get_empty_cards().notes) == []


def test_a_word_met_again_stays_one_note_and_keeps_its_readers_edits(each_way: Client) -> None:
    """With every article added, most words are met again: that alone must not replace a note."""
    first = each_way.take([SANCTION], stamps={})
    note = each_way.notes()["uquba-n"]
    note["Note"] = "my own words"
    note.tags += ["mine"]
    each_way.col.update_note(note)
    met_again = replace(
        SANCTION,
        article_ids=("council-arms", "other"),
        forms_met=("العقوبات", "بعقوباتها"),
        frequency="9",
    )
    second = each_way.take([met_again, BARE], stamps=first.stamps, now=LATER)
    assert (second.new, second.updated) == (1, 0)
    assert each_way.col.note_count() == 2
    note = each_way.notes()["uquba-n"]
    assert note["Note"] == "my own words"
    assert "mine" in note.tags


def test_a_real_change_brings_the_articles_along_and_leaves_the_deck_alone(each_way: Client) -> None:
    first = each_way.take([SANCTION], stamps={})
    each_way.review("uquba-n")
    changed = replace(
        SANCTION,
        article_ids=("council-arms", "other"),
        forms_met=("العقوبات", "بعقوباتها"),
        domains=("law", "sanctions"),
    )
    each_way.take([changed], stamps=first.stamps, now=LATER)
    note = each_way.notes()["uquba-n"]
    assert {"article::council-arms", "article::other"} <= set(note.tags)
    assert "بعقوباتها" in note["Forms met"]
    decks = {each_way.col.decks.name(card.did) for card in note.cards()}
    assert decks == {"Nashra::Sanctions"}


def test_audio_is_added_later_and_not_taken_back(each_way: Client) -> None:
    sound = each_way.folder / "word.mp3"
    sound.write_bytes(b"\xff\xfb\x90\x00" + b"\0" * 400)
    first = each_way.take([SANCTION], stamps={})
    second = each_way.take([replace(SANCTION, audio=str(sound))], stamps=first.stamps, now=LATER)
    assert (second.updated, second.stamps["uquba-n"].sounds) == (1, True)
    assert each_way.notes()["uquba-n"]["Audio"].startswith("[sound:")
    third = each_way.take([SANCTION], stamps=second.stamps, now=LATER + 60)
    assert third.updated == 0
    assert each_way.notes()["uquba-n"]["Audio"].startswith("[sound:")
    assert third.stamps == second.stamps


def test_all_notes_can_be_taken_anew(each_way: Client) -> None:
    first = each_way.take(ALL, stamps={})
    each_way.review("uquba-n")
    note = each_way.notes()["uquba-n"]
    note["Gloss"] = "spoilt"
    each_way.col.update_note(note)
    schedule = each_way.schedule()
    result = each_way.export(ALL, stamps=first.stamps, now=LATER, replace=True)
    each_way.load(result.path)
    assert each_way.notes()["uquba-n"]["Gloss"] == "sanction"
    assert each_way.schedule() == schedule
    assert {stamp.changed for stamp in result.stamps.values()} == {LATER}


def test_a_lost_record_of_exports_makes_no_empty_cards(each_way: Client) -> None:
    each_way.take(ALL, ("newspaper",), stamps={})
    each_way.take(ALL, ("production",), stamps={}, now=LATER)
    assert all(set(each_way.cards(note.key)) == {"Newspaper", "Production"} for note in ALL) is True
    # What is left over is the kind that nobody remembers; its notes say so, and Anki can remove the cards.
    empty = {card for note in each_way.col.get_empty_cards().notes for card in note.card_ids}
    assert empty == {each_way.cards(note.key)["Newspaper"].id for note in ALL}
