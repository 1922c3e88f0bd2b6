"""Dates as pages write them, and the line of a page that says when it was published.

parse_date("نُشر الأربعاء 16 أغسطس/آب 2023")          -> "2023-08-16"
parse_date("تاريخ النشر: 16th, August 2023 GMT")     -> "2023-08-16"
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from corpus.clean.draft import loose

if TYPE_CHECKING:
    from corpus.clean.draft import Draft

_MONTHS = (
    ("يناير", "كانون الثاني", "جانفي", "january", "jan"),
    ("فبراير", "شباط", "فيفري", "february", "feb"),
    ("مارس", "اذار", "march", "mar"),
    ("ابريل", "نيسان", "افريل", "april", "apr"),
    ("مايو", "ايار", "ماي", "may"),
    ("يونيو", "يونيه", "حزيران", "جوان", "june", "jun"),
    ("يوليو", "يوليه", "تموز", "جويلية", "يوليوز", "july", "jul"),
    ("اغسطس", "اب", "اوت", "غشت", "august", "aug"),
    ("سبتمبر", "ايلول", "شتنبر", "september", "sept", "sep"),
    ("اكتوبر", "تشرين الاول", "october", "oct"),
    ("نوفمبر", "تشرين الثاني", "نونبر", "november", "nov"),
    ("ديسمبر", "كانون الاول", "دجنبر", "december", "dec"),
)
_NUMBER = {name: i for i, names in enumerate(_MONTHS, start=1) for name in names}
_NAME = "|".join(sorted(_NUMBER, key=len, reverse=True))
_MONTH = rf"(?P<month>{_NAME})(?:\s*[/(]\s*(?:{_NAME})\)?)?"
_PATTERNS = (
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)[-/.](?P<m>\d\d?)[-/.](?P<day>\d\d?)(?!\d)"),
    re.compile(r"(?<!\d)(?P<day>\d\d?)[-/.](?P<m>\d\d?)[-/.](?P<year>(?:19|20)\d\d)(?!\d)"),
    re.compile(
        rf"(?<!\d)(?P<day>\d\d?)(?:st|nd|rd|th)?,?\s*(?:من )?{_MONTH}\.?,?\s*(?:عام )?(?P<year>(?:19|20)\d\d)(?!\d)"
    ),
    re.compile(rf"(?<!\w){_MONTH}\.?\s+(?P<day>\d\d?)(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)(?!\d)"),
)
_LABEL = re.compile(
    r"^(?:تاريخ النشر|تاريخ التحديث|تاريخ الاضافة|وقت النشر|نشر(?: بتاريخ| في| يوم|ت في)?|تم النشر(?: في)?|صدر في"
    r"|اخر تحديث|حدث(?: في)?|التحديث الاخير|published(?: on| at)?|updated(?: on| at)?|last (?:updated|modified)|posted on)"
    r"\s*[:|]?"
)
_FILLER = re.compile(
    rf"(?<!\w)(?:{_NAME}|\d+(?:st|nd|rd|th)?|السبت|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعة"
    r"|(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?|gmt|utc|\+|am|pm|ص|م|صباحا|مساء|بتوقيت|غرينتش|غرينيتش|جرينتش|مكة"
    r"|المكرمة|القاهرة|ابوظبي|بيروت|الساعة|في|يوم|عام|هـ|منذ|دقيقة|دقائق|ساعة|ساعات|ساعتين|يومين|ايام|at|on)(?!\w)"
)
LONGEST_LINE = 14
"""A publication line has at most this many words."""


def parse_date(text: str) -> str | None:
    """The first date in text as YYYY-MM-DD; day before month where both are numbers; None if there is none."""
    key = loose(text[:300])
    for pattern in _PATTERNS:
        if found := pattern.search(key):
            parts = found.groupdict()
            month = int(parts["m"]) if "m" in parts else _NUMBER[parts["month"]]
            try:
                return date(int(parts["year"]), month, int(parts["day"])).isoformat()
            except ValueError:
                continue
    return None


def publication_line(draft: Draft) -> Draft:
    """The line that says when the page was published is no sentence of the article; its date is kept."""
    gone, day = [], draft.date
    for i, line in enumerate(draft.lines):
        if line.words > LONGEST_LINE or 8 < i < len(draft.lines) - 8:
            continue
        key = loose(line.text).strip(" .-–—|")
        label = _LABEL.match(key)
        rest = key[label.end() :] if label else key
        if only_date(rest) and (label or parse_date(key) or re.search(r"\d:\d\d", key)):
            gone.append(i)
            day = day or parse_date(line.text)
    return replace(draft, date=day).without("publication-line", *gone)


def only_date(key: str) -> bool:
    """Whether a folded text is nothing but a date or a time and what belongs to one."""
    return not re.search(r"\w", _FILLER.sub(" ", re.sub(r"[_:/|،,.()–—-]", " ", key)))
