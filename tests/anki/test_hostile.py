"""Text from outside comes back as it was meant, and never acts."""

from __future__ import annotations

import html
import itertools
import re
import unicodedata
from dataclasses import fields, replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.anki import clean
from reader.anki.note import CardNote
from reader.anki.sentence import unvowelled
from tests.anki.samples import SANCTION

if TYPE_CHECKING:
    from tests.anki.client import Client

NASTY = (
    "<script>alert(1)</script> & &amp; {{Gloss}} {{c1::x}} [sound:a.mp3] [latex]x[/latex] "
    "[anki:tts lang=ar]x[/anki:tts]"
    "\x1f\x00\x1b[31m\u202eabc\u2066\u200f\ud800 \U0001f680 \\(x\\) 'q' \"d\" </div><!-- \r\n\t\u2028end"
)
MEANT = (
    "<script>alert(1)</script> & &amp; {{Gloss}} {{c1::x}} [sound:a.mp3] [latex]x[/latex] "
    "[anki:tts lang=ar]x[/anki:tts]"
    " [31mabc \U0001f680 \\(x\\) 'q' \"d\" </div><!-- end"
)


def shown(field: str) -> str:
    """A field as a person reads it."""
    return html.unescape(re.sub(r"</?(?:mark|bdi|span|i|div)\b[^>]*>", "", field))


def hostile_note() -> CardNote:
    values: dict[str, object] = {}
    for field in fields(CardNote):
        example = getattr(SANCTION, field.name)
        if field.name in ("key", "kind", "rank", "changed", "audio", "audio_sentence", "marks", "gaps"):
            continue
        if isinstance(example, str):
            values[field.name] = NASTY
        elif field.name in ("inflection", "collocations", "parts"):
            values[field.name] = ((NASTY, NASTY),)
        else:
            values[field.name] = (NASTY, NASTY)
    return replace(SANCTION, **values, marks=((3, 10), (8, 14), (-5, 2), (400, 900)))


@pytest.mark.parametrize("kind", ["word", "term"])
def test_every_field_comes_back_as_it_was_meant(each_way: Client, kind: str) -> None:
    each_way.take([replace(hostile_note(), kind=kind)], typed=True)
    note = each_way.notes()["uquba-n"]
    meant = unicodedata.normalize("NFC", MEANT)
    for name in ("Lemma", "Plain", "Gloss", "Sentence", "Translation", "Article", "Source", "Date", "Level"):
        assert shown(note[name]) == meant, name
    for name in ("Note", "Collocations", "Other senses", "Domain", "Part of speech"):
        assert meant in shown(note[name]), name
    assert note["Link"] == ""
    assert all(" " not in tag and "<" in tag for tag in note.tags if tag.startswith("article"))
    assert not each_way.col.get_empty_cards().notes
    for card in note.cards():
        question, answer = card.question(), card.answer()
        assert "<script" not in question + answer
        sounds = [*card.question_av_tags(), *card.answer_av_tags()]
        assert [sound for sound in sounds if hasattr(sound, "filename")] == []
        assert question.count("<div") == question.count("</div>")
        assert answer.count("<div") == answer.count("</div>")


CLOCK = itertools.count(SANCTION.changed)
TEXT = st.text(max_size=60) | st.text(alphabet="اَلْعُقُوبَاتُ [sound:]<>&{}\x1f\u202e\u0651\u0670 ", max_size=60)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    lemma=TEXT,
    sentence=TEXT,
    other=TEXT,
    marks=st.lists(st.tuples(st.integers(-3, 70), st.integers(-3, 70)), max_size=3),
)
def test_any_text_imports(
    anki: Client, lemma: str, sentence: str, other: str, marks: list[tuple[int, int]]
) -> None:
    note = replace(
        SANCTION,
        lemma="ك" + lemma,
        gloss="g" + other,
        sentence=sentence,
        marks=tuple(marks),
        gaps=tuple(marks[:1]),
        sentence_vowelled=other,
        article_ids=(other,),
        domains=(other,),
        note=sentence,
    )
    result = anki.export([note], stamps={}, now=next(CLOCK))
    log = anki.load(result.path)
    assert len(log.new) + len(log.updated) == 1
    stored = anki.notes()["uquba-n"]
    assert stored["Lemma"] == clean.field_text("ك" + lemma, 300)
    printed = html.unescape(re.sub("</?mark>", "", stored["Sentence"]))
    assert words(printed) in (words(sentence), words(unvowelled(clean.plain_text(sentence))))
    assert {card.ord for card in stored.cards()} >= {0, 1, 3}


def words(text: str) -> list[str]:
    return unicodedata.normalize("NFC", clean.plain_text(text)).split()


def test_a_sentence_of_ten_thousand_words_is_cut_around_the_word(anki: Client) -> None:
    words = ["كلمة"] * 5000 + ["العقوبات"] + ["أخرى"] * 5000
    start = len(" ".join(words[:5000])) + 1
    result = anki.take(
        [replace(SANCTION, sentence=" ".join(words), marks=((start, start + 8),), sentence_vowelled="")]
    )
    shown_sentence = shown(anki.notes()["uquba-n"]["Sentence"])
    assert len(shown_sentence) < 500
    assert shown_sentence.startswith("… كلمة")
    assert shown_sentence.endswith("أخرى …")
    assert "<mark>العقوبات</mark>" in anki.cards("uquba-n")["Newspaper"].question()
    assert result.path.stat().st_size < 600_000


def test_huge_texts_everywhere_make_a_small_note(anki: Client) -> None:
    big = "كلمة word " * 100_000
    note = replace(
        SANCTION,
        lemma=big,
        gloss=big,
        note=big,
        translation=big,
        article=big,
        senses=(big,) * 100,
        collocations=((big, big),) * 100,
        forms_met=(big,) * 100,
        domains=(big,),
        article_ids=(big,) * 3,
    )
    anki.take([note])
    assert sum(map(len, anki.notes()["uquba-n"].fields)) < 60_000


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://example.org/a?b=1&c=%D8%A7", "https://example.org/a?b=1&amp;c=%D8%A7"),
        ("https://example.org/خبر", "https://example.org/خبر"),
        ("javascript:alert(1)", ""),
        ("https://x/\"onmouseover='a'", "https://x/&quot;onmouseover=&#x27;a&#x27;"),
        ("file:///etc/passwd", ""),
        ("https://[bad", ""),
        ("", ""),
    ],
)
def test_only_web_addresses_become_links(url: str, kept: str) -> None:
    assert clean.link(url) == kept


@given(st.text())
def test_plain_text_is_clean_and_stays_as_it_is(text: str) -> None:
    once = clean.plain_text(text)
    assert once == unicodedata.normalize("NFC", once)
    assert not set(once) & set(clean.BIDI_CONTROLS + "\x1f\n\r\t")
    assert clean.plain_text(once) == once
    once.encode()


@given(st.text(max_size=40))
def test_a_tag_is_one_word(value: str) -> None:
    tag = clean.tag("article", value)
    assert tag == "" or (len(tag.split()) == 1 and tag.startswith("article::") and tag.count("::") == 1)
