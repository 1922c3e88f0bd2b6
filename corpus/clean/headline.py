"""Cuts around the headline: the site's name behind it, and what the page says twice."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus import fold
from corpus.article import Removed
from corpus.clean.draft import loose
from corpus.tokenize import LETTERS

if TYPE_CHECKING:
    from corpus.clean.draft import Draft

_BEHIND = re.compile(r"^(?P<title>.*\S)\s*(?:\s[-–—:]|[|•·«»])\s+(?P<site>[^|–—]{2,50})$")
_ARABIC = re.compile(f"[{LETTERS}]")
_SITES = frozenset(
    map(
        loose,
        (
            "الجزيرة نت", "الجزيرة", "العربية", "العربية نت", "سكاي نيوز عربية", "بي بي سي عربي", "بي بي سي نيوز عربي",
            "روسيا اليوم", "آر تي عربي", "الشرق الأوسط", "الشرق للأخبار", "فرانس 24", "مونت كارلو الدولية",
            "دويتشه فيله", "الحرة", "القدس العربي", "العربي الجديد", "الأهرام", "اليوم السابع", "الوطن", "الخليج",
            "البيان", "الاتحاد", "النهار", "الأخبار", "المصري اليوم", "الميادين", "سبوتنيك عربي", "يورونيوز",
            "رويترز", "الأناضول", "وكالة الأناضول", "إندبندنت عربية", "سي إن إن بالعربية", "عكاظ", "الغد", "الراي",
            "الشروق", "موقع", "أخبار", "صحيفة", "جريدة",
        ),
    )
)  # fmt: skip
SHORTEST_REPEAT = 4
"""Words that a line must have before its second appearance counts as a repetition."""


def site_name(draft: Draft) -> Draft:
    """Page titles carry the site's name behind a dash or a bar; it is the source, not the headline."""
    found = _BEHIND.match(draft.title[:400])
    if not found or len(draft.title) > 400 or len(found["title"].split()) < 3:
        return draft
    site = found["site"].strip()
    key = loose(site)
    outlet = key.split(" ")[0] in {"موقع", "صحيفة", "جريدة", "قناة", "وكالة"} and len(key.split()) < 5
    bar = draft.title[found.end("title") :].strip().startswith("|") and len(site.split()) < 5
    if not (key in _SITES or outlet or bar or not _ARABIC.search(site)):
        return draft
    return replace(
        draft,
        title=found["title"].rstrip(" -–—|"),
        source=draft.source or site,
        removed=(*draft.removed, Removed("site-name", site)),
    )


def repeated_headline(draft: Draft) -> Draft:
    """The headline stands again above the text."""
    sites = [r.text for r in draft.removed if r.rule == "site-name"]
    titles = {fold.fingerprint(draft.title + site) for site in ["", *sites]}
    gone = [i for i, line in enumerate(draft.lines[:6]) if fold.fingerprint(line.text) in titles]
    if len(gone) == len(draft.lines):
        return draft
    return draft.without("repeated-headline", *gone)


def repeated_lines(draft: Draft) -> Draft:
    """A standfirst or a caption stands twice, word for word."""
    seen: set[str] = set()
    gone = []
    for i, line in enumerate(draft.lines):
        if line.words < SHORTEST_REPEAT:
            continue
        mark = fold.fingerprint(line.text)
        if mark in seen:
            gone.append(i)
        seen.add(mark)
    return draft.without("repeated-lines", *gone)
