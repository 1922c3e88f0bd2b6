"""Vowels by a machine: only on words that have none, told apart, taken away again."""

from __future__ import annotations

import sys
from importlib import metadata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import vowels
from corpus.errors import NashraError
from corpus.importers.build import build
from corpus.vowels import TAG, as_written, by_machine, load, merged
from reader.study.reading import VOWELS_BY_MACHINE

TEXT = "مجلس يجدد\n\nقال مُدير إن مجلس باق. وأضاف 3 أمور.\n\nقال مجلس.\n"
FATHA, SHADDA, TATWEEL = "\u064e", "\u0651", "\u0640"


class Fathas:
    """A machine that knows one vowel, and takes one word for another."""

    name = "test"

    def vowel(self, sentence: str) -> str:
        made = "".join(c + FATHA if "\u0621" <= c <= "\u064a" and c != TATWEEL else c for c in sentence)
        return made.replace("إ" + FATHA + "ن" + FATHA, "أ" + FATHA + "ن" + FATHA)


class Broken:
    name = "broken"

    def vowel(self, sentence: str) -> str:
        raise NashraError("out of order")


def bare(text: str) -> str:
    return text.replace(FATHA, "")


def test_words_without_vowels_get_them_and_the_authors_stay() -> None:
    article = build(TEXT, "page.txt")
    made = by_machine(article, Fathas())
    body = made.paragraphs[0].text
    assert "قَاَلَ" in body
    assert "مُدير" in body  # the author's, as it was
    assert " إن " in body  # the machine would spell it otherwise
    assert TAG in made.tags
    assert [bare(p.text) for p in made.paragraphs] == [p.text for p in article.paragraphs]
    for before, after in zip(article.paragraphs, made.paragraphs, strict=True):
        assert [bare(after.text[s.start : s.end]) for s in after.sentences] == [
            before.text[s.start : s.end] for s in before.sentences
        ]


def test_they_go_again_and_only_they() -> None:
    article = build(TEXT, "page.txt")
    assert as_written(by_machine(article, Fathas())) == article
    assert as_written(article) is article


def test_an_article_with_all_its_vowels_stays_what_it_is() -> None:
    article = build(f"عنوان\n\nقَالَ{FATHA}.\n".replace("عنوان", "عُنوان"), "page.txt")
    assert by_machine(article, Fathas()) is article


def test_the_tag_is_the_one_that_readers_look_for() -> None:
    assert TAG == VOWELS_BY_MACHINE


@given(st.text("قالنإأ.، 3aَُّـ\u200f", max_size=40), st.text("قالنإأ.، 3aَُّـ\u200f", max_size=60))
def test_whatever_a_machine_says_no_letter_changes(written: str, said: str) -> None:
    made = merged(written, said)
    strip = str.maketrans("", "", FATHA + "\u064f" + SHADDA)
    assert made.translate(strip) == written.translate(strip)


def test_progress_counts_the_title_and_each_sentence() -> None:
    seen: list[tuple[int, int]] = []
    article = build(TEXT, "page.txt")
    by_machine(article, Fathas(), lambda done, total: seen.append((done, total)))
    total = 1 + sum(len(p.sentences) for p in article.paragraphs)
    assert seen == [(n, total) for n in range(1, total + 1)]


def test_a_machine_that_fails_changes_nothing() -> None:
    with pytest.raises(NashraError, match="out of order"):
        by_machine(build(TEXT, "page.txt"), Broken())


def test_other_packages_offer_machines(monkeypatch: pytest.MonkeyPatch) -> None:
    points = [
        metadata.EntryPoint("mine", f"{__name__}:Fathas", vowels.GROUP),
        metadata.EntryPoint("broken", "no_such_module:X", vowels.GROUP),
        metadata.EntryPoint("none", "builtins:list", vowels.GROUP),
    ]
    monkeypatch.setattr(vowels.metadata, "entry_points", lambda group: points)
    assert load("mine").name == "test"
    for name, said in (
        ("broken", "does not load"),
        ("none", "makes no vowels"),
        ("x\x1b", "there are broken"),
    ):
        with pytest.raises(NashraError, match=said):
            load(name)


def test_without_the_extra_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "text2tashkeel", None)
    with pytest.raises(NashraError, match=r"pip install 'nashra\[tashkeel\]'"):
        load()


def test_the_machine_of_the_extra() -> None:
    pytest.importorskip("text2tashkeel")
    made = merged("قال الرئيس إن العقوبات ستبقى.", load().vowel("قال الرئيس إن العقوبات ستبقى."))
    assert made.startswith("قَالَ")
