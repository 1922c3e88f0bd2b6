"""Cuts at the end of an article: its source, its keywords, and what the page puts behind them.

… last sentence of the article.
المصدر: الوطن                 source-line: kept as the source
كلمات دلالية: …               keyword-line
إقرأ أيضاً:                    second-article: from here on it is another article
another headline
another body …
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.article import Removed
from corpus.clean.draft import loose

if TYPE_CHECKING:
    from corpus.clean.draft import Draft, Line

_SOURCE = re.compile(r"^\(?(?:المصدر|المصادر|مصدر الخبر|source)\s*:\s*(?P<source>\S.{0,80}?)\)?\.?$")
_BARE_SOURCE = re.compile(r"^(?:المصدر|المصادر|source)\s*:?$")
_KEYWORDS = re.compile(
    r"^(?:(?:ال)?كلمات (?:ال)?(?:دلالية|مفتاحية|دليلية)|وسوم|الوسوم|تاغات|تاجات|علامات|هاشتاغ|tags|keywords)\s*(?::|$)"
)
_ALSO = re.compile(
    r"^(?:[-•*]\s*)?(?:اقرا|اقراوا|شاهد|شاهدوا|طالع|تابع|انظر|read|see)\s*(?:/ي)?\s*(?:ايضا?|المزيد|كذلك|also|more)\s*(?P<rest>[:|…].*|\W*)$"
    r"|^(?:مواضيع|اخبار|مقالات|موضوعات|محتويات|related)\s*(?:ذات صلة|متعلقة|مشابهة|articles|posts|stories)\s*(?P<more>:.*|\W*)$"
    r"|^(?:قد يهمك|قد يعجبك|ربما يهمك|لا يفوتك)(?: ايضا)?\s*(?P<like>:.*|\W*)$"
)
_ENDS = re.compile(r"[.!؟?:…][\"”»’)\]]*$")
_ANYONE = frozenset(
    {"وكالات", "الوكالات", "وكالات انباء", "وكالات الانباء", "متابعات", "مواقع", "مواقع الكترونية"}
)
"""Sources that name nobody: the page's own name says more."""
TITLE_WORDS = 18
"""A line of at most this many words without a final stop may be a link's title."""


def source_line(draft: Draft) -> Draft:
    """The line that names the source is no sentence of the article; the name is kept."""
    gone, source = [], draft.source
    for i, line in enumerate(draft.lines):
        if line.words > 9:
            continue
        if found := _SOURCE.match(loose(line.text)):
            gone.append(i)
            # From here on the page may go on with another article, whose source is not ours.
            named = _written(line.text, found["source"])
            source = source if len(gone) > 1 or (source and loose(named) in _ANYONE) else named
        elif _BARE_SOURCE.match(loose(line.text)):
            gone.append(i)
            following = draft.lines[i + 1] if i + 1 < len(draft.lines) else None
            if following and following.words <= 5 and not _ENDS.search(following.text):
                gone.append(i + 1)
                source = following.text if len(gone) == 2 else source
    return replace(draft, source=source).without("source-line", *gone)


def keyword_line(draft: Draft) -> Draft:
    """Keywords are the site's filing, not the article's words."""
    gone: list[int] = []
    for i, line in enumerate(draft.lines):
        if not (found := _KEYWORDS.match(loose(line.text))):
            continue
        gone.append(i)
        if found.end() >= len(loose(line.text).rstrip()):
            gone += _titles(draft.lines, i + 1, longest=4)
    return draft.without("keyword-line", *gone)


def second_article(draft: Draft) -> Draft:
    """After source and keywords a "read also" begins another article, which is not this one."""
    ended = False
    for i, line in enumerate(draft.lines):
        key = loose(line.text)
        if ended and (_ALSO.match(key)):
            rest = draft.lines[i:]
            return replace(
                draft,
                lines=draft.lines[:i],
                removed=(*draft.removed, Removed("second-article", "\n".join(each.text for each in rest))),
            )
        short = line.words <= 9 and (_SOURCE.match(key) or _BARE_SOURCE.match(key))
        ended = ended or bool(short or _KEYWORDS.match(key))
    return draft


def read_also(draft: Draft) -> Draft:
    """Links to other articles stand between the paragraphs."""
    gone: list[int] = []
    for i, line in enumerate(draft.lines):
        found = _ALSO.match(loose(line.text))
        if not found or i in gone:
            continue
        rest = next((group for group in found.groups() if group is not None), "")
        if re.search(r"\w", rest):
            if line.words <= TITLE_WORDS + 3:
                gone.append(i)
        else:
            gone += [i, *_titles(draft.lines, i + 1, longest=TITLE_WORDS)]
    return draft.without("read-also", *gone)


def _titles(lines: tuple[Line, ...], start: int, longest: int) -> list[int]:
    """Numbers of the lines from start on that look like titles, not like sentences."""
    taken = []
    for i in range(start, len(lines)):
        if lines[i].words > longest or _ENDS.search(lines[i].text):
            break
        taken.append(i)
    return taken


def _written(line: str, key: str) -> str:
    """The source as the line writes it: what follows the colon."""
    return line.split(":", 1)[1].strip().strip("().") if ":" in line else key
