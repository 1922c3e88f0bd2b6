"""Web pages: the article and nothing but the article."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.article import Article
from corpus.errors import NashraError
from corpus.importers.html import import_html, is_html

PAGES = Path(__file__).parent / "pages"


def body(article: Article) -> list[str]:
    return ["# " * (p.kind == "heading") + p.text for p in article.paragraphs]


def test_an_agency_page() -> None:
    page = (PAGES / "agency.html").read_bytes()
    article = import_html(page, "agency.html", url="https://news.example.com/defence/1234")
    assert article.title == "وزيرا الدفاع يوقعان اتفاقا لتبادل المعلومات"
    assert (article.source, article.date) == ("Gulf Daily News", "2024-03-05")
    assert [text[:20] for text in body(article)] == [
        "وقع وزيرا الدفاع في ",
        "وقال وزير الدفاع في ",
        "# قلق في الدول المجا",
        "وأثار الاتفاق قلقا ف",
        "ومن المقرر أن يعرض ا",
    ]
    everything = article.title + article.text
    for unwanted in (
        "شارك",
        "إعلان",
        "اقرأ",
        "رويترز",
        "الرئيسية",
        "الأكثر قراءة",
        "الحقوق",
        "خفي",
        "المصدر",
    ):
        assert unwanted not in everything


def test_a_blog_in_an_old_encoding_with_a_second_article() -> None:
    page = (PAGES / "blog.html").read_text(encoding="utf-8").encode("cp1256")
    article = import_html(page, "blog.html")
    assert article.title == "البرلمان يصادق على معاهدة الدفاع المشترك"
    assert article.source == "صحيفة الميدان"
    assert [text[:20] for text in body(article)] == [
        "صادق البرلمان مساء أ",
        "وقال رئيس لجنة الشؤو",
        "# انتقادات المعارضة",
        "وقالت أحزاب المعارضة",
        "وتدخل المعاهدة حيز ا",
    ]
    assert "المياه" in next(r.text for r in article.removed if r.rule == "second-article")


ARTICLE = (
    "<article><h1>عنوان المقال الطويل هنا</h1>"
    + "<p>قالت الوزارة في بيان إن المحادثات مستمرة في العاصمة.</p>" * 3
)


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (b"", "empty"),
        (b"<html><body></body></html>", "no Arabic|no article"),
        (
            b"<html><body><p>Plain English, and nothing else at all in this page.</p></body></html>",
            "no Arabic",
        ),
        ("<html><body><nav>الرئيسية</nav></body></html>", "no article"),
        (
            '<html><head><script type="application/ld+json">{"isAccessibleForFree": false}</script></head><body>'
            "<article><h1>عنوان المقال</h1><p>قالت الوزارة في بيان إن المحادثات مستمرة في العاصمة.</p></article>",
            "not paid",
        ),
        (
            "<html><body><article><p>قالت الوزارة في بيان لها.</p><p>هذا المحتوى للمشتركين فقط</p></article>",
            "not paid",
        ),
        (b"<html>\xff\xfe\x00\x00" + b"\x00" * 50, "not a text|no Ar|UTF-8"),
    ],
)
def test_what_is_no_article_is_said(page: bytes | str, said: str) -> None:
    with pytest.raises(NashraError, match=said):
        import_html(page.encode() if isinstance(page, str) else page, "page.html")


def test_scripts_styles_controls_and_entities_do_not_come_through() -> None:
    page = (
        "<!DOCTYPE html [<!ENTITY a 'قنبلة'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]><html><body><article>"
        "<h1>عنوان المقال الطويل هنا</h1><p>قالت\u202e الوزارة &b; في <script>سر()</script>بيان\x1b[31m إن "
        "<style>سر</style>المحادثات &amp;quot;مستمرة&amp;quot; في العاصمة منذ أسبوع كامل.</p>"
        "<p>وأضافت أن الوفد سيغادر غدا بعد انتهاء الجولة الثانية من المحادثات.</p></article></body></html>"
    )
    text = import_html(page, "x").text
    assert 'إن المحادثات "مستمرة" في' in text
    assert not set(text) & set("\u202e\x1b<>")
    assert "سر" not in text
    assert text.count("قنبلة") <= 1


@pytest.mark.parametrize("reference", ["&#11;", "&#x1B;", "&#xffff;"])
def test_a_reference_to_a_control_character_does_not_cost_the_article(reference: str) -> None:
    page = (PAGES / "agency.html").read_text(encoding="utf-8")
    assert "الدفاع " in page
    article = import_html(page.replace("الدفاع ", f"الدفاع {reference} "), "agency.html")
    assert len(article.paragraphs) == len(import_html(page, "agency.html").paragraphs)
    assert article.text.replace("\n", "").isprintable()


def test_a_deeply_nested_page() -> None:
    page = "<html><body>" + "<div>" * 20_000 + ARTICLE + "</body></html>"
    with pytest.raises(NashraError, match="no article"):
        import_html(page, "x")
    assert "المحادثات" in import_html(page.replace("<div>" * 19_900, ""), "x").text


def test_files_are_told_apart() -> None:
    assert is_html(b"\xef\xbb\xbf\n<!-- saved from url -->\n<!DOCTYPE html>")
    assert is_html(b'<?xml version="1.0"?><html xmlns="x">')
    assert not is_html("عنوان\n<p>".encode())


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<div",
                ">",
                "<article>",
                "<!--",
                "-->",
                "<script>",
                "&#0;",
                "&lt;",
                "\x00",
                "'",
                "<h1>",
            ]
        )
        | st.text(st.sampled_from("ابتوال قيم.،\u202e"), max_size=40),
        max_size=25,
    )
)
def test_any_page_gives_an_article_or_one_clear_line(parts: list[str]) -> None:
    try:
        article = import_html("<html><body>" + "".join(parts), "x")
    except NashraError as e:
        said = str(e)
        if "\n" in said:
            pytest.fail(said)
    else:
        assert article.title
        assert article.paragraphs
