"""The words as a list to print: one HTML page that needs nothing beside it; "Print" in a browser makes the PDF.

By domain, each word with its gloss, forms and sentence, Arabic on the right. The typeface is inside the file.
"""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from corpus.errors import NashraError
from reader.anki import font, sentence, templates
from reader.anki.clean import escape, field_text, plain_text
from reader.anki.mixed import arabic, mixed
from reader.anki.package import replacing
from reader.anki.render import spaced

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from reader.anki.note import CardNote


_FACE = '@font-face { font-family: "Nashra Amiri"; src: url(data:font/ttf;base64,%s); }\n'


def write_list(notes: Iterable[CardNote], path: Path, title: str = "Words from the news") -> int:
    """Write the page; returns how many words are on it. Raises NashraError."""
    unique = {note.key: note for note in reversed(list(notes))}
    if not unique:
        raise NashraError("nothing to print: mark some words first")
    by_domain: dict[str, list[CardNote]] = {}
    for note in sorted(unique.values(), key=lambda note: (note.rank <= 0, note.rank, note.key)):
        domain = field_text(note.domains[0], 60).capitalize() if note.domains else ""
        by_domain.setdefault(domain, []).append(note)
    face = base64.b64encode(font.amiri()).decode()
    with replacing(path) as part, part.open("w", encoding="utf-8") as out:
        style = f"{_FACE % face}{templates.read('list.css')}"
        out.write(f'<!doctype html>\n<html lang="en"><meta charset="utf-8"><style>{style}</style>\n')
        out.write(f"<title>{field_text(title, 200)}</title>\n<h1>{mixed(title, 200)}</h1>\n")
        out.write(f'<p class="count">{len(unique)} words</p>\n')
        for domain in sorted(by_domain, key=lambda domain: (not domain, domain)):
            out.write(f"<h2>{domain or 'General'}</h2>\n")
            for note in by_domain[domain]:
                out.write(_row(note))
        out.write("</html>\n")
    return len(unique)


def _row(note: CardNote) -> str:
    about = [note.pos, note.gender, f"form {note.form}" if note.form else ""]
    small = " · ".join(mixed(part, 60) for part in about if part)
    if note.root:
        small += f" · root {arabic(spaced(note.root))}"
    forms = " ".join(f"{field_text(label, 60)} {arabic(form)}" for label, form in note.inflection[:6])
    forms += " · ".join(f"{arabic(word)} {mixed(gloss, 60)}" for word, gloss in note.parts[:6])
    also = "; ".join(mixed(sense, 300) for sense in note.senses[:4])
    rows = [
        f'<div class="gloss">{mixed(note.gloss, 300)}</div>',
        f'<div class="small">{small}</div>' if small else "",
        f'<div class="small">{forms}</div>' if forms else "",
        f'<div class="small">also {also}</div>' if also else "",
        f'<div class="small">{mixed(note.note, 600)}</div>' if note.note else "",
    ]
    pieces = sentence.pieces(note.sentence_vowelled, ()) or sentence.pieces(note.sentence, note.marks)
    if moved := sentence.carry(note.sentence, note.marks, note.sentence_vowelled):
        pieces = sentence.pieces(note.sentence_vowelled, moved)
    text = sentence.marked_html(pieces)
    shown = f'<div class="sentence" lang="ar" dir="rtl">{text}</div>' if text else ""
    translation = f'<div class="translation">{mixed(note.translation, 900)}</div>' if note.translation else ""
    lemma = escape(plain_text(note.lemma, 300))
    return (
        f'<div class="row"><div>{"".join(rows)}</div><div class="word" lang="ar" dir="rtl">{lemma}</div>'
        f"{shown}{translation}</div>\n"
    )
