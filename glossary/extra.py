"""Words of the table that may be forms of an entry although the table does not know it: it is added to their readings.

    table   سيمون -> مَوَّنَ, verb (a name cut to pieces)      entry simun-name     extra  سيمون -> simun-name, share 0.7

For every form of an entry the ways to write it with clitics before it are tried; those that the table has are cut up, and
what the cut gives for the entry is its share. Pronouns are not tried: with them the table is seldom wrong.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.normalize import plain
from glossary.clitics import NONE, PREFIXES, QUESTION
from glossary.combo import Combos as Read
from glossary.cutting import cut_up
from glossary.index import Index
from glossary.inflect.form import ALONE, ARTICLE, ONLY
from glossary.layer import BASE, WORD
from glossary.sources import LEXICON

if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary.inflect.form import Form
    from glossary.stems import Combos

AS_GOOD, HEARD = 0.5, 0.12
"""The least share of a noun whose lemma is feminine where the table takes the word for a feminine of something else: of one of
the curated glossary and of another. جُمْهُورِيَّة is a republic and مُقَاتِلَة a fighter jet, not the feminine of Republican or of
fighter, unless what stands before says so; أُمْنِيَّة, a wish, is less often meant than the feminine of أَمْنِيّ."""
LEAST = 0.03
"""Shares below this are left out."""


def words(folder: str, table: str, forms: Iterable[Form], combos: Combos) -> dict[str, bytes]:
    """Word -> packed rows (lemma, combination, share of 255). The lexicon's stems stand in `folder` already."""
    index = Index([folder], table)
    read = Read(index)
    made: dict[str, bytes] = {}
    for word in sorted({word for form in forms for word in _written(form) if index.has(word)}):
        readings = index.word(word) or []
        known = {(lemma, read.number(combo).proclitics) for _, lemma, combo in readings}
        first = read.number(readings[0][2]) if readings else None
        described = (
            first
            and first.pos in ("adjective", "noun")
            and (first.pos == "adjective" or "singular" in first.features)
            and "feminine" in first.features.split()
            and not index.lemma(readings[0][1])[0].endswith("ة")
        )
        rows = []
        for share, lemma, combo, note in cut_up(index, read, word, least=0.0)[1]:
            if lemma < BASE and not note and (lemma, combo.proclitics) not in known:
                row = index.lemma(lemma)
                own = row[1] == "noun" and not row[7] and row[0].endswith(("ة", "ات"))
                if own and described and first and combo.proclitics == first.proclitics:
                    share = max(share, HEARD if row[5] == LEXICON else AS_GOOD)
                if share >= LEAST:
                    number = combos(combo.pos, combo.features, combo.proclitics, combo.enclitic)
                    rows.append(WORD.pack(lemma & 0xFFFF, lemma >> 16, number, round(255 * share)))
        if rows:
            made[word] = b"".join(rows)
    return made


def _written(form: Form) -> list[str]:
    """A form alone and with what may stand before it."""
    letters = plain(form.vowelled)
    if not form.flags & ALONE or len(letters) < 2:
        return []
    made = []
    for written, ways in PREFIXES.items():
        for way in ways:
            fits = form.flags & way.needs == way.needs and way.needs != QUESTION
            if fits and (way.needs == ARTICLE or (way.needs == NONE) or not form.flags & ONLY):
                made.append(written + letters.removeprefix(way.restore) if way.restore else written + letters)
    return made
