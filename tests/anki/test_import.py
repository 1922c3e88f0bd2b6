"""A package arrives in Anki as it was meant."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.anki.samples import ALL, BARE, CEASEFIRE, DENY, SANCTION, THEN

if TYPE_CHECKING:
    from reader.anki.stamps import Stamp
    from tests.anki.client import Client


def test_counts_decks_and_tags(each_way: Client) -> None:
    result = each_way.take(ALL)
    col = each_way.col
    # Each has newspaper, production and listening; all but the bare one have a sentence to leave a gap in.
    assert (result.notes, result.cards) == (6, 6 * 3 + 5)
    assert (col.note_count(), col.card_count()) == (6, 23)
    decks = {deck.name for deck in col.decks.all_names_and_ids(skip_empty_default=True)}
    domains = ("Ceasefire", "Forces", "General", "Sanctions", "Statements")
    assert decks == {"Nashra", *(f"Nashra::{domain}" for domain in domains)}
    tags = each_way.notes()["uquba-n"].tags
    assert sorted(tags) == [
        "article::council-arms",
        "domain::rights",
        "domain::sanctions",
        "level::2",
        "pos::noun",
    ]
    assert "pos::term" in each_way.notes()[CEASEFIRE.key].tags


def test_importing_twice_adds_nothing(each_way: Client) -> None:
    result = each_way.take(ALL)
    before = each_way.schedule()
    log = each_way.load(result.path)
    assert len(log.new) == 0
    assert len(log.updated) == 0
    assert len(log.duplicate) == 6
    assert each_way.schedule() == before
    assert [name.name for name in each_way.col.models.all_names_and_ids() if "Nashra" in name.name] == [
        "Nashra Arabic News",
        "Nashra Arabic News Term",
    ]


def test_media_is_neither_missing_nor_unused(anki: Client) -> None:
    sound = anki.folder / "word.mp3"
    sound.write_bytes(b"\xff\xfb\x90\x00" + b"\0" * 400)
    anki.take([replace(SANCTION, audio=str(sound)), DENY, CEASEFIRE])
    check = anki.col.media.check()
    assert (list(check.missing), list(check.unused)) == ([], [])
    files = {path.name: path.read_bytes() for path in (anki.folder / "collection.media").iterdir()}
    assert len(files["_amiri-1.ttf"]) > 400_000
    played = anki.cards("uquba-n")["Listening"].question_av_tags()
    assert files[played[0].filename] == sound.read_bytes()


def test_without_audio_the_device_reads_the_vowelled_word(anki: Client) -> None:
    anki.take([DENY])
    (spoken,) = anki.cards("nafa-v")["Listening"].question_av_tags()
    assert (spoken.field_text, spoken.lang) == (DENY.lemma, "ar_SA")


def test_no_voice_at_all_makes_no_listening_card(anki: Client) -> None:
    anki.take([DENY], device_voice=False)
    assert set(anki.cards("nafa-v")) == {"Newspaper", "Production", "Cloze"}
    assert anki.cards("nafa-v")["Newspaper"].answer_av_tags() == []
    assert not anki.col.get_empty_cards().notes


def test_no_empty_card_and_no_note_without_one(each_way: Client) -> None:
    stamps: dict[str, Stamp] = {}
    for n, cards in enumerate((("newspaper",), ("production",), ("newspaper", "cloze"), ("listening",))):
        stamps |= each_way.take(ALL, cards, stamps=stamps, now=THEN + n).stamps
    assert list(each_way.col.get_empty_cards().notes) == []
    assert all(note.cards() for note in each_way.notes().values())


def test_anki_would_make_the_same_cards(anki: Client) -> None:
    """Our rule for cards and the conditions in the templates are one rule: Anki adds none of its own."""
    anki.take(ALL)
    before = anki.col.card_count()
    for note in anki.notes().values():
        anki.col.update_note(note)
    anki.col.after_note_updates(list(anki.col.find_notes("")), mark_modified=True)
    assert anki.col.card_count() == before


def test_new_cards_come_in_the_order_of_rank_across_two_exports(each_way: Client) -> None:
    words = [replace(BARE, key=f"w{n}", lemma="كَلِمَة", domains=(), rank=n) for n in range(1, 13)]
    each_way.take(reversed(words[::2]), ("newspaper",))
    each_way.take(words, ("newspaper",))
    assert new_queue(each_way) == [f"w{n}" for n in range(1, 13)]


def test_across_sub_decks_the_order_is_rank_when_anki_gathers_by_position(each_way: Client) -> None:
    domains = ("sanctions", "arms", "drones")
    words = [replace(BARE, key=f"w{n}", domains=(domains[n % 3],), rank=n) for n in range(1, 13)]
    each_way.take(words[6:], ("newspaper",))
    each_way.take(words, ("newspaper",))
    by_deck = sorted(range(1, 13), key=lambda n: (domains[n % 3], n))
    assert new_queue(each_way) == [f"w{n}" for n in by_deck]
    config = each_way.col.decks.get_config(1)
    config["newGatherPriority"] = 1
    each_way.col.decks.update_config(config)
    assert new_queue(each_way) == [f"w{n}" for n in range(1, 13)]


def new_queue(client: Client) -> list[str]:
    col = client.col
    col.decks.set_current(col.decks.id_for_name("Nashra"))
    queue = [queued.card.note_id for queued in col.sched.get_queued_cards(fetch_limit=20).cards]
    return [col.get_note(note_id)["Id"] for note_id in queue]


def test_ids_are_never_shared_and_never_those_of_the_default_deck(anki: Client) -> None:
    again = replace(SANCTION, gloss="another", rank=9)
    result = anki.take([*ALL, again])
    assert result.notes == 6
    guids = anki.col.db.list("select guid from notes")
    assert len(set(guids)) == len(guids) == 6
    assert anki.col.db.list("select distinct did from cards where did = 1") == []


def test_equal_input_gives_equal_bytes(anki: Client) -> None:
    first = anki.export(ALL).path.read_bytes()
    second = anki.export(tuple(reversed(ALL)), now=THEN + 10_000).path.read_bytes()
    assert first == second
    assert first != anki.export(ALL[1:]).path.read_bytes()


def test_a_title_in_two_parts_is_one_line_from_the_right(anki: Client) -> None:
    anki.take([replace(SANCTION, article="التمرد في الساحل: لماذا (UN) لا تكفي القوة؟", source="BBC عربي")])
    note = anki.notes()["uquba-n"]
    assert note["Article"] == '<bdi lang="ar" dir="rtl">التمرد في الساحل: لماذا (UN) لا تكفي القوة؟</bdi>'
    assert note["Source"] == 'BBC <bdi lang="ar" dir="rtl">عربي</bdi>'


def test_the_plain_field_is_what_a_search_finds(anki: Client) -> None:
    anki.take(ALL)
    assert len(anki.col.find_notes("قوة")) == 1
    assert len(anki.col.find_notes("المفروضة")) == 1


@pytest.mark.parametrize("kind", ["newspaper", "production", "cloze", "listening"])
def test_the_front_does_not_give_the_answer_away(anki: Client, kind: str) -> None:
    anki.take([SANCTION])
    front = anki.cards("uquba-n")[kind.capitalize()].question().split("</style>")[1]
    hidden = {
        "newspaper": ("sanction", SANCTION.lemma),
        "production": ("عقوب", "عُقُوب", "sanctions"),
        "cloze": ("عقوب", "عُقُوب"),
        "listening": ("sanction", "عقوب", SANCTION.lemma),
    }[kind]
    assert [word for word in hidden if word in front] == []
