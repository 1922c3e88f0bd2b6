"""The analysis table as a layer of the index: written words with their readings, and stems for the words it lacks.

    words.marisa    written word -> number;  rows (lemma of the table, features and clitics, P of 255), likeliest first
    stems.marisa    folded stem -> number;   rows as in glossary.stems: forms that rules and the table itself give
    data.bin        lemmas, their keys for joining with entries, combinations, rows

It does not depend on the entries, so it is compiled once for a table (a minute or two) and kept. A word's readings are
the table's; those that only its stems know follow with a small share, so that they can be stepped to.
"""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from corpus.normalize import lemma_key, plain
from glossary import analyses, binary
from glossary.cutting import cut_up
from glossary.entry import Entry
from glossary.inflect import inflect
from glossary.inflect.form import ALONE, ATTACHED, CONSTRUCT, FUTURE, LAM, NOMINAL, SUFFIX, Form
from glossary.join import Lemma, group
from glossary.layer import BASE, WORD
from glossary.stems import Combos, Stems

if TYPE_CHECKING:
    from pathlib import Path

    from glossary.analyses import FormAnalyses
    from glossary.inflect import Inflector

VERSION = 10
"""Raise it when the rules have changed so that the layer should be compiled again."""
OTHERS = 0.05
"""The share of a word that goes to the readings that only the stems know, all together."""
FEW = 4
"""How many such readings are kept."""
COMMON_VERB, COMMON_WORD = 3.0, 3.0
"""Lemmas at least this common (log10 in a billion words) are inflected; the rest is known as the table has it."""
RARE = 0.5
"""Forms less common than this (on the same scale) are left out: a word so rare is likelier to be something else."""
_LETTER = re.compile("[^\u064b-\u0652\u0670][\u064b-\u0652\u0670]*")

MISSPELT = 0.1
"""What a reading keeps whose spelling differs in hamza, ى/ي or ة/ه, if another is spelt as it should be."""

Key = tuple[int, tuple[str, ...], str]
"""A reading: lemma, proclitics, enclitic."""


def build(folder: Path, inflected: Inflector = inflect) -> None:
    """Compile the table into a folder, which exists and is empty."""
    lemmas, combos = analyses.lemmas(), Combos()
    stems = Stems(combos)
    for n, row in enumerate(lemmas):
        if row.zipf >= (COMMON_VERB if row.pos == "verb" else COMMON_WORD) and (
            row.pos != "verb" or row.form
        ):
            entry = Entry("", row.lemma, row.pos, (), root=row.root or None, form=row.form or None)
            for form in inflected(entry):
                if not form.lemma and row.zipf + math.log10(form.weight) > RARE:
                    stems.add(n, row.pos, form, row.zipf)
    for word in analyses.read():
        _teach(stems, word)
    sections = stems.sections(folder)
    rows = [Lemma(x.lemma, x.pos, x.root, x.pattern).line() for x in lemmas]
    sections |= binary.rows("lemmas", rows, [x.zipf for x in lemmas])
    sections["Keys"] = "\n".join(f"{lemma_key(x.lemma)}\t{group(x.pos)}" for x in lemmas).encode()
    sections["zipf"] = bytes(max(0, min(255, round(16 * x.zipf))) for x in lemmas)
    _write(folder, sections, combos, {}, {})
    words = _Words(folder, combos)
    packed, weights = {}, {}
    for word in analyses.read():
        packed[word.form] = words.readings(word)
        # a form's own frequency is not in the table; how common its likeliest lemma is does for laying it out
        weights[word.form] = max(
            (lemmas[a.lemma].zipf + math.log10(a.p or 1e-3) for a in word.analyses), default=0.0
        )
        weights[word.form] -= 0.3 * len(word.form)
    _write(folder, sections, combos, packed, weights)


def _write(
    folder: Path,
    sections: dict[str, bytes],
    combos: Combos,
    packed: dict[str, bytes],
    weights: dict[str, float],
) -> None:
    import marisa_trie

    trie = marisa_trie.Trie(packed)
    trie.save(str(folder / "words.marisa"))
    rows, heavy = [b""] * len(trie), [0.0] * len(trie)
    for form, data in packed.items():
        rows[trie[form]] = data
        heavy[trie[form]] = weights[form]
    more = {**binary.rows("words", rows, heavy), **binary.rows("combos", combos.lines)}
    binary.write(folder / "data.bin", {**sections, **more})


def _teach(stems: Stems, word: FormAnalyses) -> None:
    """Give the stems what a word of the table is without its clitics."""
    for found in word.analyses[:3]:
        if found.p < 0.1 or not found.vowelled:
            continue
        row = analyses.lemmas()[found.lemma]
        signs = _LETTER.findall(found.vowelled)
        before = sum(map(len, found.proclitics))
        if found.proclitics[-2:] == ("ل", "ال") and len(signs) > before - 2 and signs[before - 2][:1] != "ا":
            before -= 1  # للسلطة writes the article's ل only
        stem = "".join(signs[before : len(signs) - len(found.enclitic)])
        if stem:
            flags = _admits(row.pos, stem, found.enclitic, found.features)
            stems.add(found.lemma, row.pos, Form(stem, found.features, flags, 0.3 * found.p), row.zipf)


def _admits(pos: str, stem: str, enclitic: str, features: str) -> int:
    if pos == "verb":
        return (SUFFIX if enclitic else ALONE | SUFFIX) | LAM | (FUTURE if "present" in features else 0)
    if enclitic:
        return ATTACHED
    if "construct" in features:
        return CONSTRUCT
    if "accusative" in features:
        return ALONE
    return NOMINAL & ~SUFFIX if plain(stem).endswith(("ة", "ى")) else NOMINAL


class _Words:
    """Looks the table's words up among the stems that were just compiled."""

    def __init__(self, folder: Path, combos: Combos) -> None:
        from glossary.combo import Combos as Read
        from glossary.index import Index

        self._combos = combos
        self._index = Index([], str(folder))
        self._read = Read(self._index)

    def readings(self, word: FormAnalyses) -> bytes:
        """The word's rows, packed, likeliest first."""
        cut: dict[Key, tuple[float, str, str]] = {}
        for weight, lemma, combo, _ in cut_up(self._index, self._read, word.form)[1]:
            cut[lemma - BASE, combo.proclitics, combo.enclitic] = (weight, combo.pos, combo.features)
        shares: dict[Key, float] = {}
        forms: dict[Key, tuple[str, str]] = {}
        exact = [not a.vowelled or plain(a.vowelled) == word.form for a in word.analyses]
        for found, fits in zip(word.analyses, exact, strict=True):
            key = (found.lemma, found.proclitics, found.enclitic)
            shares[key] = shares.get(key, 0.0) + found.p * (1.0 if fits or not any(exact) else MISSPELT)
            if key not in forms:
                features = found.features or (cut[key][2] if key in cut else "")
                forms[key] = (analyses.lemmas()[found.lemma].pos, features)
        total = sum(shares.values()) or 1.0
        rest = sorted(((own, key) for key, own in cut.items() if key not in shares), reverse=True)[:FEW]
        packed = [(share / total * (1 - OTHERS * bool(rest)), key) for key, share in shares.items()]
        for (weight, pos, features), key in rest:
            if weight > 0.02:
                forms[key] = (pos, features)
                packed.append((weight * OTHERS, key))
        packed.sort(key=lambda item: -item[0])
        return b"".join(
            WORD.pack(
                key[0] & 0xFFFF,
                key[0] >> 16,
                self._combos(*forms[key], key[1], key[2]),
                max(1, min(255, round(255 * share))),
            )
            for share, key in packed
        )
