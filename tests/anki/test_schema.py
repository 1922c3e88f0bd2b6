"""The note types are frozen: nothing pinned here changes, but that a spare field or template is renamed."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from reader.anki import build, fields, schema, templates
from tests.anki.samples import ALL, SANCTION, THEN

if TYPE_CHECKING:
    from tests.anki.client import Client

FIELDS = [
    "Id",
    "Lemma",
    "Plain",
    "Gloss",
    "Forms met",
    "Root",
    "Pattern",
    "Part of speech",
    "Inflection",
    "Other senses",
    "Note",
    "Collocations",
    "Sentence",
    "Sentence vowelled",
    "Sentence gap",
    "Translation",
    "Translation gap",
    "Article",
    "Source",
    "Link",
    "Date",
    "Audio",
    "Sentence audio",
    "Frequency",
    "Domain",
    "Level",
    "Card newspaper",
    "Card production",
    "Card cloze",
    "Card listening",
    "Typed answer",
    "Device voice",
    "Spare 1",
    "Spare 2",
    "Spare 3",
    "Spare 4",
]
CARDS = ["Newspaper", "Production", "Cloze", "Listening", "Spare card 1", "Spare card 2"]


def test_names_order_and_ids_never_change() -> None:
    term_fields = [{"Root": "Words", "Pattern": "Acronym"}.get(name, name) for name in FIELDS]
    assert (
        schema.NoteType(
            1788100800001,
            "Nashra Arabic News",
            tuple((7880100000 + n, name) for n, name in enumerate(FIELDS)),
            tuple((7880100500 + n, name) for n, name in enumerate(CARDS)),
        )
        == schema.WORD
    )
    assert (
        schema.NoteType(
            1788100800002,
            "Nashra Arabic News Term",
            tuple((7880200000 + n, name) for n, name in enumerate(term_fields)),
            tuple((7880200500 + n, name) for n, name in enumerate(CARDS)),
        )
        == schema.TERM
    )


def test_a_changed_look_has_a_new_date() -> None:
    """Anki takes a note type only if it is newer. If this fails, set CHANGED to now, then both values here."""
    look = hashlib.sha256(templates.css().encode())
    for note_type in (schema.WORD, schema.TERM):
        look.update(repr(templates.card_templates(note_type)).encode())
    assert (schema.CHANGED, look.hexdigest()[:16]) == (1795300000, "252f2dbf3dc29fe1")


def test_the_ids_reach_anki(anki: Client) -> None:
    anki.take(ALL)
    for note_type in (schema.WORD, schema.TERM):
        model = anki.col.models.get(note_type.model_id)
        assert model["name"] == note_type.name
        assert [(field["id"], field["name"]) for field in model["flds"]] == list(note_type.fields)
        assert [(template["id"], template["name"]) for template in model["tmpls"]] == list(
            note_type.templates
        )


def test_the_editor_shows_arabic_from_the_right_and_folds_what_is_not_for_people(anki: Client) -> None:
    anki.take(ALL)
    assert fields.SWITCHES < fields.FOLDED
    for note_type in (schema.WORD, schema.TERM):
        model = anki.col.models.get(note_type.model_id)
        shown = {field["name"]: field for field in model["flds"]}
        assert {name for name, field in shown.items() if field["rtl"]} == schema.ARABIC_FIELDS & shown.keys()
        assert {name for name, field in shown.items() if field["collapsed"]} == fields.FOLDED
        assert shown["Lemma"]["description"] == "the dictionary form, with its vowels"
        assert model["flds"][model["sortf"]]["name"] == "Plain"


def test_the_deck_says_where_it_is_from_until_the_learner_says_something_else(each_way: Client) -> None:
    first = each_way.take(ALL, stamps={})
    deck = each_way.col.decks.by_name("Nashra")
    assert "GPL" in deck["desc"]
    assert "OFL" in deck["desc"]
    deck["desc"] = "mine"
    each_way.col.decks.save(deck)
    each_way.take(ALL, stamps=first.stamps)
    assert each_way.col.decks.by_name("Nashra")["desc"] == "mine"


def test_a_spare_field_and_card_can_be_taken_into_use(
    each_way: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = each_way.take([SANCTION], stamps={})
    each_way.review("uquba-n")
    fields = tuple((id_, "Mnemonic" if name == "Spare 1" else name) for id_, name in schema.WORD.fields)
    cards = tuple(
        (id_, "Mnemonic" if name == "Spare card 1" else name) for id_, name in schema.WORD.templates
    )
    later = replace(schema.WORD, fields=fields, templates=cards)
    monkeypatch.setattr(build, "WORD", later)
    monkeypatch.setattr(build, "CHANGED", THEN + 50)
    renamed = [
        (front.replace("Spare 1", "Mnemonic"), back) for front, back in templates.card_templates(schema.WORD)
    ]
    monkeypatch.setattr(templates, "card_templates", lambda _: renamed)
    each_way.take([replace(SANCTION, gloss="penalty")], stamps=first.stamps, now=THEN + 100)
    names = [entry.name for entry in each_way.col.models.all_names_and_ids() if "Nashra" in entry.name]
    assert names == ["Nashra Arabic News"]
    note = each_way.notes()["uquba-n"]
    assert (note["Mnemonic"], note["Gloss"]) == ("", "penalty")
    assert each_way.cards("uquba-n")["Newspaper"].reps == 7
    note["Mnemonic"] = "an idea"
    each_way.col.update_note(note)
    assert "Mnemonic" in each_way.cards("uquba-n")


def test_a_new_look_reaches_the_learner(each_way: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    first = each_way.take([SANCTION], stamps={})
    monkeypatch.setattr(build, "CHANGED", THEN + 50)
    monkeypatch.setattr(templates, "css", lambda: ".card { color: teal }")
    each_way.take([SANCTION], stamps=first.stamps, now=THEN + 100)
    assert each_way.col.models.by_name("Nashra Arabic News")["css"] == ".card { color: teal }"
