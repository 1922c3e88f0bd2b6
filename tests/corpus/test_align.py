"""Translations beside their sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.align import align, attach, sentences
from corpus.article import Article
from corpus.errors import NashraError
from corpus.importers.text import import_text
from corpus.shipped import load_shipped, shipped

ARABIC = """الوزيران يوقعان المعاهدة
وقع الوزيران المعاهدة أمس. وحضر المراسم رئيسا البلدين وعدد كبير من السفراء والقادة العسكريين.
نعم. وتدخل المعاهدة حيز التنفيذ بعد ثلاثين يوما من تبادل وثائق التصديق عليها بين الحكومتين."""
ENGLISH = """The ministers sign the treaty

The ministers signed the treaty yesterday. The two countries' presidents attended the ceremony. So did a large \
number of ambassadors and military commanders.

Yes. The treaty enters into force thirty days after the two governments exchange the instruments of ratification."""


def pairs(article: Article) -> list[tuple[str, str | None]]:
    return [(p.text[s.start : s.end], s.translation) for p in article.paragraphs for s in p.sentences]


def test_a_sentence_that_became_two() -> None:
    article = attach(import_text(ARABIC, "x"), ENGLISH)
    assert article.title_english == "The ministers sign the treaty"
    assert [e for _, e in pairs(article)] == [
        "The ministers signed the treaty yesterday.",
        "The two countries' presidents attended the ceremony. So did a large number of ambassadors and military"
        " commanders.",
        "Yes.",
        "The treaty enters into force thirty days after the two governments exchange the instruments of ratification.",
    ]


def test_two_sentences_that_became_one_share_it() -> None:
    raw = (
        "عنوان\nوقع الوزيران المعاهدة أمس في العاصمة. ثم غادرا إلى بلديهما مساء اليوم نفسه. "
        + ARABIC.split("\n")[2]
    )
    english = (
        "The ministers signed the treaty in the capital yesterday, then left for home on the same evening. Yes. "
        + (ENGLISH.rsplit("Yes. ")[1])
    )
    translations = [e for _, e in pairs(attach(import_text(raw, "x"), english))]
    assert translations[0] == translations[1]
    assert translations[2:] == ["Yes.", ENGLISH.rsplit("Yes. ")[1]]


def test_paragraphs_hold_when_their_number_agrees() -> None:
    article = attach(
        import_text("عنوان\nجملة.\nجملة أخرى.", "x"),
        "One sentence.\nAnother one which is far too long to fit.",
    )
    assert [e for _, e in pairs(article)] == ["One sentence.", "Another one which is far too long to fit."]


def test_pairs_by_tab() -> None:
    article = import_text(ARABIC, "x")
    tsv = "نعم.\tYes.\nالوزيران يوقعان المعاهدة\tThe ministers sign the treaty\nوقّع الوزيران المعاهدة أمس\tThey signed."
    done = attach(article, tsv)
    assert done.title_english == "The ministers sign the treaty"
    assert [e for _, e in pairs(done)] == ["They signed.", None, "Yes.", None]


@pytest.mark.parametrize(("english", "said"), [(" \n", "empty"), ("جملة ليست هنا\tNot here", "1 of 1 pairs")])
def test_what_does_not_fit_is_said(english: str, said: str) -> None:
    with pytest.raises(NashraError, match=said):
        attach(import_text(ARABIC, "x"), english)


@pytest.mark.parametrize(
    "pieces",
    [
        ["Mr. Kim met Gen. Lee.", "They left."],
        ['"We will not go," he said.', '"Never."', "He left."],
        ["It cost 3.5 million.", "So what?"],
        ["J. Smith spoke.", "He sat."],
    ],
)
def test_english_sentences(pieces: list[str]) -> None:
    assert sentences(" ".join(pieces)) == pieces


@given(st.lists(st.text("ab ", max_size=60), max_size=12), st.lists(st.text("ab ", max_size=60), max_size=12))
def test_every_sentence_is_in_exactly_one_bead(arabic: list[str], english: list[str]) -> None:
    at = (0, 0)
    for (a, b), (c, d) in align(arabic, english):
        assert (a, c) == at
        assert (b, d) > at
        at = (b, d)
    assert at == (len(arabic), len(english))


def test_the_shipped_translations_align_as_they_were_written() -> None:
    """Gale and Church over our own pairs: nearly all one to one, which is what the files say."""
    total = right = 0
    for id in shipped():
        article = load_shipped(id)
        arabic = [p.text[s.start : s.end] for p in article.paragraphs for s in p.sentences]
        english = [s.translation or "" for p in article.paragraphs for s in p.sentences]
        total += len(arabic)
        right += sum(
            bead.arabic == bead.english and bead.arabic[1] - bead.arabic[0] == 1
            for bead in align(arabic, english)
        )
    assert right >= 0.9 * total
