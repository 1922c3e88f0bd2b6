r"""Cleaning: a readable before and after for each rule, in golden/<rule>.txt.

Before, "=====", after; several cases are held apart by "-----". The first line is the title; "# " marks a heading;
[source], [date] and [removed] say what the rule took note of. \uXXXX stands for what an editor would not show.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.clean import RULES, clean, notices
from corpus.clean.dates import parse_date
from corpus.clean.run import ALWAYS

GOLDEN = Path(__file__).parent / "golden"


def cases(rule: str) -> list[tuple[str, str]]:
    text = (GOLDEN / f"{rule}.txt").read_text(encoding="utf-8")
    text = re.sub(r"\\u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), text)
    before, after = text.split("\n=====\n")
    return list(zip(before.split("\n-----\n"), after.strip("\n").split("\n-----\n"), strict=True))


def rendered(raw: str, skip: set[str]) -> str:
    draft = clean(raw, skip=skip).draft
    lines = [draft.title, *("# " * (line.kind == "heading") + line.text for line in draft.lines)]
    lines += [f"[source] {draft.source}"] if draft.source else []
    lines += [f"[date] {draft.date}"] if draft.date else []
    lines += [f"[removed] {r.text}".replace("\n", " / ") for r in draft.removed if r.text]
    return "\n".join(lines)


@pytest.mark.parametrize("rule", RULES)
def test_each_rule_has_a_golden(rule: str) -> None:
    only = set(RULES) - {rule}
    for before, after in cases(rule):
        assert rendered(before, only) == after
        if before.split("\n") != after.split("\n"):
            assert clean(before, skip=only).fired.get(rule, 0) > 0


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_can_be_undone_and_has_a_reason(rule: str) -> None:
    assert len(RULES[rule]) > 20
    fired = [rule in clean(before, skip={rule}).fired for before, _ in cases(rule)]
    assert any(fired) == (rule in ALWAYS)


def test_no_golden_without_a_rule() -> None:
    assert {p.stem for p in GOLDEN.glob("*.txt")} == set(RULES)


def test_cleaning_twice_changes_nothing_more() -> None:
    for rule in RULES:
        for before, _ in cases(rule):
            draft = clean(before).draft
            again = clean("\n".join(["#" * 2 * (x.kind == "heading") + " " + x.text for x in draft.lines]))
            assert "controls" not in again.fired


def test_a_second_article_is_noticed() -> None:
    raw = "عنوان أول\nنص.\nالمصدر: وكالات\nاقرأ أيضا:\nعنوان ثان\nنص آخر."
    assert notices(clean(raw).draft.removed) == [
        "A second article stood behind this one and was left out: عنوان ثان"
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("16 أغسطس/آب 2023", "2023-08-16"),
        ("16 آب / أغسطس 2023", "2023-08-16"),
        ("٣ كانون الثاني ٢٠٢٤", "2024-01-03"),
        ("16th, August 2023", "2023-08-16"),
        ("August 16, 2023", "2023-08-16"),
        ("16/08/2023", "2023-08-16"),
        ("2023-08-16T10:00:00Z", "2023-08-16"),
        ("31/02/2023", None),
        ("عام 2017", None),
        ("18 أغسطس", None),
    ],
)
def test_dates(text: str, day: str | None) -> None:
    assert parse_date(text) == day


ALPHABET = 'ابةتويىکی والمصدر:إعلان ـ\u064b\u0651.،؛!؟"“”«»()-–|#\n\u202e\u200f&;1٢aZ\x1b['


@given(st.text(st.sampled_from(ALPHABET) | st.characters(), max_size=200))
def test_any_text_comes_out_without_controls_and_no_letter_is_invented(raw: str) -> None:
    cleaned = clean(raw)
    everything = cleaned.draft.title + "".join(line.text for line in cleaned.draft.lines)
    assert not re.search("[\x00-\x08\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069\u200f\ud800-\udfff]", everything)
    assert len(re.findall("[\u0621-\u064a]", everything)) <= len(re.findall(r"[^\W\d_]", raw)) * 18
    assert all(n > 0 for n in cleaned.fired.values())


@given(
    st.lists(
        st.text(st.sampled_from("ابتثجحخدذرزسشصضطظعغفقكلمنهوي "), min_size=30, max_size=90),
        min_size=2,
        max_size=6,
    )
)
def test_plain_sentences_lose_no_letter(lines: list[str]) -> None:
    """Letters and full stops give no rule a reason, except lines that stand twice."""
    sentences = [f"{' '.join(line.split())} كما قال {i}." for i, line in enumerate(lines)]
    draft = clean("\n".join(["عنوان المقال هنا", *sentences])).draft
    kept = "".join(line.text for line in draft.lines).replace(" ", "")
    assert kept == "".join(sentences).replace(" ", "")


def test_every_rule_is_documented() -> None:
    page = (Path(__file__).parents[2] / "docs" / "articles.md").read_text(encoding="utf-8")
    assert [
        f"| `{name}` | {reason} |" for name, reason in RULES.items() if f"| `{name}` | {reason} |" not in page
    ] == []
