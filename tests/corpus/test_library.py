"""The library: nothing is lost, nothing doubled, everything found again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from corpus.article import Article, Removed
from corpus.database import connect
from corpus.errors import NashraError
from corpus.importers.text import import_text
from corpus.library import Library
from corpus.postings import Posting
from corpus.segment import paragraph
from corpus.tokenize import tokenize

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """وزيران يبحثان المعاهدة
بحث الوزيران المعاهدة الجديدة. وفرضت الدولة عقوبات على الشركة.
وقالت الأمم المتحدة إن العقوبات قائمة."""
WORDS = 15
"""In its body."""


@pytest.fixture
def library() -> Library:
    return Library(connect(":memory:"), shipped_folder=None)


def indexed(library: Library, text: str, name: str = "a", **figures: list[str]) -> str:
    """Add a text and index it with every word as its own lemma, the article taken off."""
    article = import_text(text, name)
    id = library.add(article).id
    postings = [
        Posting(t.text.removeprefix("ال"), i, t.start, t.end)
        for i, p in enumerate(article.paragraphs)
        for t in tokenize(p.text)
        if t.kind == "word"
    ]
    library.index(id, postings, "1", **figures)
    return id


def test_an_article_comes_back_as_it_went_in(library: Library) -> None:
    article = Article(
        id="a",
        title="عنوان",
        title_english="Title",
        source="Nashra",
        url="https://example.com/a",
        date="2024-08-16",
        level=2,
        paragraphs=(paragraph("فصل", "heading"), paragraph("جملة أولى. جملة ثانية.")),
        removed=(Removed("share-line", "شارك"),),
        raw="عنوان\nجملة",
        tags=("arms",),
    )
    library.add(article)
    assert library.get("a") == article


def test_the_same_text_is_found_whatever_its_vowels_and_spaces(library: Library) -> None:
    first = library.add(import_text(TEXT, "a"))
    again = library.add(import_text(TEXT.replace("بحث", "بَحَثَ").replace("\n", "\n\n  "), "b"))
    assert (again.id, again.duplicate) == (first.id, True)
    assert library.count() == 1


def test_the_same_address_is_found(library: Library) -> None:
    article = import_text(TEXT, "a")
    library.add(replace(article, url="https://www.example.com/x?utm_source=feed#top"))
    other = import_text("عنوان آخر\nنص آخر تماما.", "b")
    assert library.add(replace(other, url="http://example.com/x/")).duplicate


def test_two_articles_of_one_title_get_two_ids(library: Library) -> None:
    first = library.add(import_text("عنوان\nنص أول.", "a"))
    second = library.add(import_text("عنوان\nنص ثان.", "b"))
    assert second.id == f"{first.id}-2"


def test_delete_and_undo(library: Library) -> None:
    id = indexed(library, TEXT)
    library.delete(id)
    assert (id in library, library.list(), library.search_lemma(["عقوبات"])) == (False, [], [])
    with pytest.raises(NashraError, match=id):
        library.get(id)
    library.undelete(id)
    assert library.get(id).title == "وزيران يبحثان المعاهدة"
    assert library.search_lemma(["عقوبات"])


def test_adding_a_deleted_article_brings_it_back(library: Library) -> None:
    id = library.add(import_text(TEXT, "a")).id
    library.delete(id)
    assert library.add(import_text(TEXT, "a")).duplicate
    assert id in library


def test_purge_removes_for_good(library: Library) -> None:
    id = indexed(library, TEXT)
    kept = indexed(library, "عنوان\nعقوبات أخرى.")
    library.delete(id)
    assert library.purge() == 1
    library.undelete(kept)
    assert [h.article for h in library.search_text("عقوبات")] == [kept]
    assert [h.article for h in library.search_lemma(["عقوبات"])] == [kept]
    with pytest.raises(NashraError):
        library.undelete(id)


def test_lemma_search_gives_the_sentence_and_the_place(library: Library) -> None:
    id = indexed(library, TEXT)
    hits = library.search_lemma(["عقوبات"])
    assert [(h.article, h.text[a:b]) for h in hits for a, b in h.matches] == [
        (id, "عقوبات"),
        (id, "العقوبات"),
    ]
    assert hits[0].text == "وفرضت الدولة عقوبات على الشركة."
    assert library.count_lemma(["عقوبات", "دولة"]) == (1, 3)


def test_lemma_search_pages_newest_article_first(library: Library) -> None:
    ids = [indexed(library, f"عنوان {i}\nعقوبات رقم {i}.") for i in range(5)]
    pages = [library.search_lemma(["عقوبات"], limit=2, offset=n) for n in (0, 2, 4)]
    assert [h.article for page in pages for h in page] == ids[::-1]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("عقوبات", ["عقوبات"]),
        ("عُقُوبَات", ["عقوبات"]),
        ("العقوبات", ["العقوبات"]),
        ("الأمم المتحدة", ["الأمم المتحدة"]),
        ("الامم المتحدة", ["الأمم المتحدة"]),
        ("الإمم المتحدة", []),
        ("المتحدة الأمم", []),
        ("عقوب*", ["عقوبات"]),
        ('المعاهدة"', ["المعاهدة", "المعاهدة"]),
    ],
)
def test_text_search(library: Library, query: str, found: list[str]) -> None:
    library.add(import_text(TEXT.replace("المعاهدة الجديدة", "المُعَاهَدَةَ الجديدة"), "a"))
    hits = library.search_text(query)
    plain = [h.text[a:b].replace("\u064f", "").replace("\u064e", "") for h in hits for a, b in h.matches]
    assert plain == found


def test_text_search_needs_a_word(library: Library) -> None:
    with pytest.raises(NashraError, match="word"):
        library.search_text(' "*')


def test_an_index_of_another_folding_is_rebuilt(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    id = library.add(import_text(TEXT, "a")).id
    monkeypatch.setattr("corpus.fold.VERSION", 99)
    library.replace(replace(library.get(id), title="عنوان جديد"))
    assert [h.paragraph for h in library.search_text("عنوان جديد")] == [-1]
    assert len(library.search_text("عقوبات")) == 1


def test_figures_follow_the_users_states(library: Library) -> None:
    id = indexed(library, TEXT, known=["الدولة", "دولة"])
    assert library.summary(id).known == 1
    library.note_state("عقوبات", known=1)
    library.note_state("معاهدة", unfamiliar=1)
    line = library.summary(id)
    assert (line.known, line.unfamiliar, line.counted) == (3, 1, WORDS)
    library.recount(known=["معاهدة"], unfamiliar=["عقوبات", "دولة"])
    line = library.summary(id)
    assert (line.known, line.unfamiliar) == (1, 2)
    assert line.known_share == pytest.approx(1 / WORDS)


def test_lemma_counts_and_stale(library: Library) -> None:
    id = indexed(library, TEXT)
    assert library.lemma_counts(id)["عقوبات"] == 2
    assert library.library_counts()["عقوبات"] == (2, 1)
    assert (library.stale("1"), library.stale("2")) == ([], [id])
    library.replace(replace(library.get(id), title="عنوان"))
    assert (library.stale("1"), library.search_lemma(["عقوبات"])) == ([id], [])


def test_list_sorts_filters_and_pages(library: Library) -> None:
    for i, day in enumerate(("2024-01-02", "2024-01-03", "2024-01-01")):
        library.add(replace(import_text(f"عنوان {i}\n" + "كلمة " * (3 - i), "محلي"), date=day))
    dates = [s.date for s in library.list()]
    assert dates == ["2024-01-03", "2024-01-02", "2024-01-01"]
    assert [s.words for s in library.list("words")] == [1, 2, 3]
    assert [s.title for s in library.list("title", limit=1, offset=1)] == ["عنوان 1"]
    assert [s.title for s in library.list(typed="عنوان 2")] == ["عنوان 2"]
    assert [s.title for s in library.list(typed="عُنْوَان ٢")] == ["عنوان 2"]
    assert library.count("محلي") == 3


def test_archive_and_tags(library: Library) -> None:
    id = library.add(import_text(TEXT, "a")).id
    library.tag(id, "korea", "arms")
    library.untag(id, "arms")
    assert (library.tags(), library.summary(id).tags) == ({"korea": 1}, ("korea",))
    assert len(library.list(typed="#kor")) == 1
    library.archive(id)
    assert (library.list(), [s.id for s in library.list(archived=True)]) == ([], [id])


def test_a_missing_article_is_named(library: Library) -> None:
    for call in (library.get, library.delete, library.undelete, library.summary, library.lemma_counts):
        with pytest.raises(NashraError, match="nowhere"):
            call("nowhere")


def shipped_article(folder: Path, title: str = "عُنْوَانٌ") -> None:
    home = folder / "treaty"
    home.mkdir(parents=True, exist_ok=True)
    (home / "article.toml").write_text(
        f'title = "{title}"\ntitle_english = "A title"\nsource = "Nashra"\ndate = "2024-01-01"\nlevel = 1\n'
        'domain = ["treaties"]\nfacts = ["A fact"]\n',
        encoding="utf-8",
    )
    (home / "ar.txt").write_text("جُمْلَةٌ.\n", encoding="utf-8")
    (home / "en.txt").write_text("A sentence.\n", encoding="utf-8")


def test_shipped_articles_are_seeded_refreshed_and_stay_deleted(tmp_path: Path) -> None:
    folder, file = tmp_path / "articles", tmp_path / "state.db"
    shipped_article(folder)
    library = Library(connect(file), folder)
    assert [(s.id, s.shipped, s.tags) for s in library.list()] == [("treaty", True, ("treaties",))]
    library.tag("treaty", "mine")
    shipped_article(folder, "عُنْوَانٌ آخَرُ")
    library = Library(connect(file), folder)
    assert library.get("treaty").title == "عُنْوَانٌ آخَرُ"
    assert library.summary("treaty").tags == ("mine", "treaties")
    library.delete("treaty")
    shipped_article(folder, "عُنْوَانٌ ثَالِثٌ")
    assert "treaty" not in Library(connect(file), folder)


def test_a_broken_shipped_article_does_not_shut_the_library(tmp_path: Path) -> None:
    shipped_article(tmp_path)
    (tmp_path / "treaty" / "en.txt").write_text("One.\nTwo.\n", encoding="utf-8")
    library = Library(connect(":memory:"), tmp_path)
    assert library.list() == []
    assert "line 2" in library.problems[0]


def test_a_rule_is_undone_and_redone(library: Library) -> None:
    raw = "عنوان المقال\nقال الوزير ، إن الجولة انتهت.\nشارك هذا الخبر\nالمصدر: وكالات"
    id = library.add(import_text(raw, "a")).id
    library.tag(id, "mine")
    said = library.cleaning(id)
    assert said.raw == tuple(raw.split("\n"))
    assert said.fired == {"space-before-marks": 1, "share-line": 1, "source-line": 1}
    undone = library.undo_rule(id, "share-line")
    assert [p.text for p in undone.paragraphs] == ["قال الوزير، إن الجولة انتهت.", "شارك هذا الخبر"]
    library.undo_rule(id, "space-before-marks")
    article = library.get(id)
    assert [p.text for p in article.paragraphs] == ["قال الوزير ، إن الجولة انتهت.", "شارك هذا الخبر"]
    assert (article.id, article.source, article.tags) == (id, "وكالات", ("mine",))
    assert library.cleaning(id).undone == ("share-line", "space-before-marks")
    library.redo_rule(id, "share-line")
    assert len(library.redo_rule(id, "space-before-marks").paragraphs) == 1
    assert library.add(import_text(raw, "b")).duplicate


def test_what_cannot_be_undone_is_said(library: Library) -> None:
    id = library.add(import_text(TEXT, "a")).id
    with pytest.raises(NashraError, match="controls cannot be undone"):
        library.undo_rule(id, "controls")
    with pytest.raises(NashraError, match="No cleaning rule is called 'nothing'"):
        library.undo_rule(id, "nothing")


def test_a_keyword_in_its_context(library: Library) -> None:
    indexed(library, TEXT)
    contexts = [c for hit in library.search_lemma(["عقوبات"]) for c in hit.keyword_in_context(2)]
    assert contexts == [("وفرضت الدولة", "عقوبات", "على الشركة."), ("المتحدة إن", "العقوبات", "قائمة.")]
