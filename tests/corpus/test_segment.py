"""Sentences: where they end and where they do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.segment import paragraph, sentences


def cut(text: str) -> list[str]:
    return [text[s.start : s.end] for s in sentences(text)]


@pytest.mark.parametrize(
    "pieces",
    [
        ["وصل الوفد.", "وبدأت المحادثات!", "فماذا بعد؟"],
        ['وتابع "إنهم يتعلمون. ولا يمكننا التقليل منهم".', "وأضاف شيئا."],
        ["قال: «لن نفعل.»", "ثم غادر."],
        ["وصل د. أحمد أمس.", "وغادر."],
        ["قال جورج دبليو. بوش ذلك."],
        ["التقى أ. ب. خليل بالوزير."],
        ["الصداقة والتضامن.. سوف يتطوران."],
        ["ثم قال... لا شيء."],
        ["بلغت 3.5 ملايين في عام 2017.", "ثم تراجعت."],
        ["وقعت عام 1445 هـ.", "ثم عدلت عام 2024م.", "وانتهت."],
        ["في 16.8.2023 وقعت المعاهدة."],
        ["1. وقف إطلاق النار.", "2. تبادل الأسرى."],
        ["حضر (الوزير. ونائبه) الجلسة.", "وانصرفا."],
        ["هل وافقوا؟!", "نعم."],
        ["انتهى الاجتماع …"],
        ["قال “بيان لم يكتمل.", "وقال “نعم. لا” ومضى.", "انتهى."],
    ],
)
def test_sentences(pieces: list[str]) -> None:
    assert cut(" ".join(pieces)) == pieces


def test_a_lost_space_between_sentences() -> None:
    assert cut("غادر الوفد.وأضاف المتحدث أنه عاد.") == ["غادر الوفد.", "وأضاف المتحدث أنه عاد."]


def test_a_quotation_too_long_is_cut() -> None:
    long = "«" + "هذه جملة طويلة نسبيا في خطاب طويل. " * 20 + "»."
    assert len(cut(long)) == 20


def test_a_heading_is_one_sentence() -> None:
    heading = paragraph(" قتلى. ومصابون ", "heading")
    assert [heading.text[s.start : s.end] for s in heading.sentences] == ["قتلى. ومصابون"]


def test_what_trails_belongs_to_the_last_sentence() -> None:
    assert cut("غادر الوفد. —") == ["غادر الوفد. —"]


TEXT = st.text(st.sampled_from('ابو د.!؟…"“”«»()1 2\n،a') | st.characters(codec="utf-8"), max_size=120)


@given(TEXT)
def test_pieces_and_gaps_joined_give_the_text(text: str) -> None:
    at, joined = 0, ""
    for s in sentences(text):
        assert at <= s.start < s.end <= len(text)
        assert text[at : s.start].strip() == ""
        assert text[s.start : s.end].strip() == text[s.start : s.end]
        joined += text[at : s.end]
        at = s.end
    assert text[at:].strip() == ""
    assert joined + text[at:] == text
