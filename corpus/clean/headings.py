"""Headings: split from the sentence they are glued to, and told from paragraphs.

"محادثات متوقفةوقالت الوزارة إن …"   ->   "محادثات متوقفة"  (heading)
                                         "وقالت الوزارة إن …"
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.article import Removed
from corpus.clean.draft import Line

if TYPE_CHECKING:
    from corpus.clean.draft import Draft

_L = "\u0621-\u063f\u0641-\u064a"
_OPENERS = (
    "وبحسب|ووفق|ووفقا|وقال|وقالت|وأضاف|وأضافت|وأكد|وأكدت|وأشار|وأشارت|وأوضح|وأوضحت|وذكر|وذكرت|وتابع|وتابعت|واتهم|واتهمت"
    "|وأعلن|وأعلنت|وكان|وكانت|ونقلت|وتأتي|ويأتي|وصرح|وصرحت|ولفت|وشدد|وشددت|واعتبر|واعتبرت|وجاء|وجاءت|وردا|ومنذ|وخلال"
)
_CERTAIN = "وقالت|وأضاف|وأضافت|وأكد|وأكدت|وأشار|وأشارت|وأوضح|وأوضحت|وأعلن|وأعلنت|وذكرت|وبحسب|ووفقا|واتهمت|ونقلت|وصرحت|وشددت"
_GLUED = (
    # ta marbuta can only end a word, so the و behind it begins another
    re.compile(rf"^(?P<heading>[^.،؛:!؟«»“”\"()]{{0,120}}?[{_L}]ة)(?P<rest>و[{_L}].*)$", re.DOTALL),
    # a plural's or noun's end, then a conjunction with a verb or preposition that opens sentences
    re.compile(
        rf"^(?P<heading>[^.،؛:!؟«»“”\"()]{{0,120}}?[{_L}]{{3}}(?:ون|ين|ات|ان|اء|ية))(?P<rest>(?:{_OPENERS})(?![{_L}]).*)$",
        re.DOTALL,
    ),
    # any word, then a verb that no longer word ends in (unlike وجاء in الهوجاء)
    re.compile(
        rf"^(?P<heading>[^.،؛:!؟«»“”\"()]{{0,120}}?[{_L}]{{3}})(?P<rest>(?:{_CERTAIN})(?![{_L}]).*)$",
        re.DOTALL,
    ),
)
LONGEST_HEADING = 10
"""Words of a heading."""
SHORTEST_REST = 8
"""Words that must follow before what stands in front can be a heading."""
_STOP = re.compile(r"[.!؟?:،؛…][\"”»’)\]]*$")


def glued_headings(draft: Draft) -> Draft:
    """A heading lost its line break and stands glued to the next sentence."""
    lines: list[Line] = []
    split: list[Removed] = []
    for line in draft.lines:
        for pattern in _GLUED:
            found = pattern.match(line.text) if line.kind == "body" else None
            if found and _is_heading(found["heading"], found["rest"]):
                lines += [Line(found["heading"], "heading"), Line(found["rest"])]
                split.append(Removed("glued-headings", ""))
                break
        else:
            lines.append(line)
    return replace(draft, lines=tuple(lines)) if split else draft


def headings(draft: Draft) -> Draft:
    """A short line without a stop between two long ones is a heading."""
    lines = list(draft.lines)
    for i in range(1, len(lines) - 1):
        before, line, after = lines[i - 1 : i + 2]
        short = line.words <= LONGEST_HEADING and not _STOP.search(line.text)
        if (
            line.kind == "body"
            and short
            and before.words >= 12
            and after.words >= 12
            and _STOP.search(before.text)
        ):
            lines[i] = line._replace(kind="heading")
    return replace(draft, lines=tuple(lines))


def _is_heading(heading: str, rest: str) -> bool:
    return 2 <= len(heading.split()) <= LONGEST_HEADING and len(rest.split()) >= SHORTEST_REST
