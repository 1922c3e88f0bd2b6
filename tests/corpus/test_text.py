"""Plain text in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Article
from corpus.errors import NashraError
from corpus.importers.build import second_article
from corpus.importers.text import import_text


def test_title_paragraphs_sentences() -> None:
    article = import_text("\ufeffعنوان\r\n\r\nجملة أولى. جملة ثانية.\r\nفقرة ثانية.\r\n".encode(), "page.txt")
    assert (article.title, article.source, article.id) == ("عنوان", "page.txt", "anwan")
    assert [[p.text[s.start : s.end] for s in p.sentences] for p in article.paragraphs] == [
        ["جملة أولى.", "جملة ثانية."],
        ["فقرة ثانية."],
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"\x00\x01\x02", "not a text file"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "not a text file"),
        (b"plain English text", "no Arabic"),
    ],
)
def test_what_is_no_article_is_said(data: bytes, said: str) -> None:
    with pytest.raises(NashraError, match=said):
        import_text(data, "page.txt")


def test_controls_and_escape_sequences_do_not_come_through() -> None:
    article = import_text("عنوان\nنص \x1b[31mأحمر\u202e معكوس\u200f.", "x")
    assert article.paragraphs[0].text == "نص أحمر معكوس."


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda s: ("ب" + s).encode("utf-8", "replace")))
def test_any_bytes_give_an_article_or_one_clear_line(data: bytes) -> None:
    try:
        article = import_text(data, "x")
    except NashraError as e:
        said = str(e)
        if "\n" in said:
            pytest.fail(f"more than one line: {said!r}")
    else:
        assert isinstance(article, Article)
        assert article.title.strip()
        assert article.paragraphs


def test_a_second_article_can_be_had() -> None:
    raw = "عنوان أول\nنص.\nالمصدر: وكالات\nاقرأ أيضا:\nعنوان ثان\nنص آخر هنا."
    article = import_text(raw, "x")
    second = second_article(article)
    assert second is not None
    assert (second.title, second.text, second.source) == ("عنوان ثان", "نص آخر هنا.", "وكالات")
    assert second_article(second) is None


def test_broken_lines_are_put_together() -> None:
    raw = (
        "عنوان المقال\n\n"
        "قالت وزارة الخارجية في بيان لها مساء\nأمس إن الوفد المفاوض غادر العاصمة من\nدون اتفاق.\n\n"
        "وأضافت الوزارة في البيان نفسه أن مهلة\nالمفاوضات تنتهي في آخر الشهر الجاري\nوأنها لن تمدد.\n"
    )
    article = import_text(raw, "x")
    assert article.title == "عنوان المقال"
    assert [len(p.text.split()) for p in article.paragraphs] == [16, 16]
    lines = "عنوان\n\nفقرة أولى قصيرة.\nفقرة ثانية أطول من الأولى بقليل.\n\nفقرة ثالثة.\nفقرة رابعة."
    assert len(import_text(lines, "x").paragraphs) == 4


def test_a_text_without_a_title() -> None:
    raw = "قالت وزارة الخارجية في بيان لها إن الوفد المفاوض غادر العاصمة. وأضافت أن المهلة انتهت. ثم صمتت."
    article = import_text(raw, "x")
    assert article.title == "قالت وزارة الخارجية في بيان لها إن الوفد المفاوض غادر …"
    assert [len(p.sentences) for p in article.paragraphs] == [3]


def test_a_hostile_file_name_is_made_harmless() -> None:
    article = import_text("عنوان\nنص هنا.", "a\x1b[31m\u202e\udcff.txt")
    assert article.source == "a?[31m??.txt"
    with pytest.raises(NashraError, match=r"a\?\[31m is empty"):
        import_text("", "a\x1b[31m")
