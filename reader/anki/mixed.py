"""Arabic inside a line of English, set apart so that neither upsets the order or the typeface of the other.

    mixed("Stronger with جُمْلَةً, entirely")  ->  Stronger with <bdi lang="ar" dir="rtl">جُمْلَةً</bdi>, entirely

Everything is cleaned and escaped on the way.
"""

from __future__ import annotations

import re

from reader.anki.clean import MAX_FIELD, escape, field_text, plain_text

_ARABIC = "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc"
_RUN = re.compile(f"[{_ARABIC}](?:[{_ARABIC}\\s0-9%·/:«»()-]*[{_ARABIC}])?")
_LETTER = re.compile("[\u0620-\u064a\u0671-\u06d3]")


def arabic(text: str, limit: int = 300) -> str:
    """A text that is Arabic, isolated; empty if there is none."""
    return _isolated(escape(content)) if (content := plain_text(text, limit)) else ""


def starts_arabic(text: str) -> bool:
    """Whether its first letter is Arabic: then the whole of it reads from the right, whatever stands in it."""
    first = next((char for char in text if char.isalpha()), "")
    return bool(first and _LETTER.match(first))


def mixed(text: str, limit: int = MAX_FIELD) -> str:
    """A text that is English with perhaps some Arabic in it: each stretch of Arabic is isolated."""
    if text.isascii():
        return field_text(text, limit)
    out, last, text = [], 0, plain_text(text, limit)
    for run in _RUN.finditer(text):
        if _LETTER.search(run[0]):
            out += [escape(text[last : run.start()]), _isolated(escape(run[0]))]
            last = run.end()
    return "".join(out) + escape(text[last:])


def _isolated(content: str) -> str:
    return f'<bdi lang="ar" dir="rtl">{content}</bdi>'
