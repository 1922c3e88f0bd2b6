"""All rules over a raw text.

    clean(raw)                          raw: the title in the first line, then a paragraph a line, "# " before headings
    clean(raw, skip={"caption"})        the same with a rule undone
    -> Cleaned(draft, fired={"space-before-marks": 41, "share-line": 1, …})

Repairs run on every line first, then the cuts, each on what the one before it left.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from corpus.clean import dates, ending, furniture, headings, headline, letters, quotes, spacing
from corpus.clean.draft import Cut, Draft, Line, Repair, name_of, reason_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from corpus.article import Removed

REPAIRS: tuple[Repair, ...] = (
    letters.controls,
    letters.entities,
    spacing.spaces,
    letters.presentation_forms,
    letters.persian_letters,
    letters.stretched_words,
    letters.stray_marks,
    quotes.doubled_quotes,
    quotes.swapped_quotes,
    quotes.spaced_quotes,
    spacing.doubled_stops,
    spacing.space_before_marks,
    spacing.space_after_marks,
)
CUTS: tuple[Cut, ...] = (
    headline.site_name,
    ending.second_article,
    ending.source_line,
    ending.keyword_line,
    dates.publication_line,
    furniture.copyright_line,
    furniture.advertisement,
    furniture.glued_advertisement,
    furniture.share_line,
    furniture.subscribe_line,
    furniture.page_controls,
    furniture.caption,
    furniture.bare_links,
    furniture.byline,
    ending.read_also,
    headline.repeated_headline,
    headline.repeated_lines,
    headings.glued_headings,
    headings.headings,
)
LATE_REPAIRS: tuple[Repair, ...] = (spacing.lost_spaces,)
"""Repairs that must wait until glued headings are split."""
ALWAYS = frozenset({"controls"})
"""Rules that cannot be undone: without them a page could send commands to the terminal."""

_ALL: tuple[Repair | Cut, ...] = (*REPAIRS, *CUTS, *LATE_REPAIRS)
RULES: dict[str, str] = {name_of(rule): reason_of(rule) for rule in _ALL}
"""Every rule's name with its reason, in the order in which they run."""

_LINE_END = re.compile(r"\r\n?|[\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What came of a raw text."""

    draft: Draft
    fired: dict[str, int]
    """How often each rule fired; rules that did not are absent."""


def clean(
    raw: str, *, skip: Collection[str] = (), source: str | None = None, date: str | None = None
) -> Cleaned:
    """Clean a raw text; source and date where they are known already. The title is "" when nothing is left."""
    skip = set(skip) - ALWAYS
    lines = [_line(text) for text in _LINE_END.split(unicodedata.normalize("NFC", raw))]
    lines = [line for line in lines if line.text.strip()]
    fired: dict[str, int] = {}
    for rule in REPAIRS:
        if name_of(rule) not in skip:
            lines = _repaired(rule, lines, fired)
    lines = [line for line in lines if line.text.strip()]
    if not lines:
        return Cleaned(Draft("", ()), fired)
    draft = Draft(lines[0].text.strip(), tuple(lines[1:]), source, date)
    for cut in CUTS:
        if name_of(cut) not in skip:
            after = cut(draft)
            if after != draft:
                fired[name_of(cut)] = _changes(draft, after)
            draft = after
    for rule in LATE_REPAIRS:
        if name_of(rule) not in skip:
            title, *rest = _repaired(rule, [Line(draft.title), *draft.lines], fired)
            draft = replace(draft, title=title.text, lines=tuple(rest))
    return Cleaned(draft, fired)


def notices(removed: Collection[Removed]) -> list[str]:
    """What a person should be told about the cleaning of an article: one line each."""
    seconds = [r.text.split("\n") for r in removed if r.rule == "second-article"]
    return [
        f"A second article stood behind this one and was left out: {lines[min(1, len(lines) - 1)]}"
        for lines in seconds
    ]


def _line(text: str) -> Line:
    text = text.strip()
    return Line(text.lstrip("#").strip(), "heading") if re.match(r"#{1,4} ", text) else Line(text)


def _repaired(rule: Repair, lines: list[Line], fired: dict[str, int]) -> list[Line]:
    total, after = 0, []
    for line in lines:
        text, n = rule(line.text)
        total += n
        after.append(line._replace(text=text) if n else line)
    if total:
        fired[name_of(rule)] = total
    return after


def _changes(before: Draft, after: Draft) -> int:
    kinds = sum(line.kind == "heading" for line in after.lines) - sum(
        line.kind == "heading" for line in before.lines
    )
    return max(len(after.removed) - len(before.removed), kinds, 1)
