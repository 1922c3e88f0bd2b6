"""Cleaning and segmentation together, on whole texts."""

from __future__ import annotations

from pathlib import Path

from corpus.fold import exact
from corpus.importers.text import import_text
from corpus.shipped import load_shipped, shipped

PAGES = Path(__file__).parent / "pages"


def test_a_text_with_every_trouble() -> None:
    article = import_text((PAGES / "trouble.txt").read_bytes(), "trouble.txt")
    assert article.title == "البلدان يوقعان معاهدة دفاع جديدة"
    assert (article.source, article.date) == ("صحيفة الميدان", "2024-03-05")
    read = [(p.kind, [p.text[s.start : s.end] for s in p.sentences]) for p in article.paragraphs]
    assert read == [
        (
            "body",
            [
                "وقع وزيرا الدفاع في العاصمة، أمس الثلاثاء، معاهدة دفاع جديدة في الذكرى الـ30 لإقامة العلاقات"
                " بينهما، وذلك بحسب بيان مشترك."
            ],
        ),
        (
            "body",
            [
                "وقال الوزير إن المعاهدة “خطوة تاريخية”.",
                'وأضاف "سنعمل معا. ولن نتراجع عن ذلك".',
                "ثم غادر القاعة..",
            ],
        ),
        ("heading", ["ردود متباينة"]),
        ("body", ["وقالت المعارضة في بيان إنها لم تطلع على نص المعاهدة قبل توقيعها في العاصمة."]),
        ("body", ["وتدخل المعاهدة حيز التنفيذ في آذار/مارس المقبل، كما قال د. سامي خليل."]),
    ]
    assert {r.rule for r in article.removed} == {
        "site-name",
        "second-article",
        "source-line",
        "keyword-line",
        "publication-line",
        "advertisement",
        "glued-advertisement",
        "share-line",
        "caption",
        "read-also",
        "repeated-headline",
    }


def test_a_clean_article_comes_through_unchanged() -> None:
    """Our own articles have no troubles, so no rule may find one."""
    for id in shipped():
        article = load_shipped(id)
        lines = ["# " * (p.kind == "heading") + p.text for p in article.paragraphs]
        again = import_text("\n".join([article.title, *lines]), id)
        assert again.text == article.text
        assert again.title == article.title
        assert again.removed == ()


def test_our_own_sentences_are_found_where_we_ended_them() -> None:
    total = right = 0
    for id in shipped():
        article = load_shipped(id)
        again = import_text("\n".join([article.title, *(p.text for p in article.paragraphs)]), id)
        for ours, found in zip(article.paragraphs, again.paragraphs, strict=True):
            ends = {s.end for s in ours.sentences}
            total += len(ends)
            right += len(ends & {s.end for s in found.sentences})
    assert right >= 0.97 * total


def test_the_vowels_of_a_text_survive() -> None:
    text = import_text("عُنْوَانُ الْمَقَالِ\nقَالَ الْوَزِيرُ: «إِنَّ الْمُعَاهَدَةَ قَائِمَةٌ».", "x").text
    assert text == "قَالَ الْوَزِيرُ: «إِنَّ الْمُعَاهَدَةَ قَائِمَةٌ»."
    assert exact(text) == "قال الوزير: «إن المعاهدة قائمة»."
