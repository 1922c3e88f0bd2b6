from __future__ import annotations

import pytest

from glossary.reasons import say
from tests.glossary.small import analyzer


def names(text: str) -> list[tuple[tuple[int, ...], str, str]]:
    return [(n.tokens, text[n.start : n.end], n.latin) for n in analyzer().line(text).names]


def test_neighbouring_parts_are_one_unit() -> None:
    assert names("اتهمت دونالد شولمان") == [((1, 2), "دونالد شولمان", "Dunald Shulman")]


def test_a_hyphen_joins_and_a_conjunction_divides() -> None:
    assert [n[1] for n in names("اتهمت جونغ-شولمان")] == ["جونغ-شولمان"]
    assert names("شولمان وعلي") == []
    assert names("شولمان، دونالد") == []


def test_what_has_the_article_stands_by_itself() -> None:
    assert names("شولمان البحرين") == []


@pytest.mark.parametrize(
    ("word", "lemma", "before"),
    [
        ("وشولمان", "شولمان", ("و",)),
        ("واتسون", "واتسون", ()),
        ("لأوباما", "أوباما", ("ل",)),
        ("لشيبارد", "شيبارد", ("ل",)),
    ],
)
def test_which_first_letters_of_an_unknown_name_are_clitics(
    word: str, lemma: str, before: tuple[str, ...]
) -> None:
    token = analyzer().line(word).tokens[0]
    assert (token.lemma, token.proclitics, token.pos) == (lemma, before, "name")


def test_an_unknown_word_with_the_article_is_no_name() -> None:
    token = analyzer().line("البنتاغون").tokens[0]
    assert (token.lemma, token.pos, token.gloss) == ("بنتاغون", "noun", None)


def test_reasons_are_data_and_can_be_said() -> None:
    first, second, third = analyzer().line("لم يكتب شولمان").tokens
    assert third.reasons == (("name",),)
    for token in (first, second, third):
        assert token.reasons
        assert all(say(reason) for reason in token.reasons)


def test_a_term_settles_the_reading_of_its_words() -> None:
    token = analyzer().line("وقف إطلاق النار").tokens[0]
    assert token.entry == "waqf-n"
