"""The lexicon and the analysis table to the index: a folder of mapped files that answer without being read.

    stems.marisa    folded stem -> number n;   stem rows n: (lemma, vowelled form, features, what it admits, weight)
    words.marisa    written word -> number n;  word rows n: (lemma, features and clitics, P), likeliest first
    vowelled.marisa number -> vowelled form
    search.marisa   what look-up asks for (ids, English words, roots …) -> lemmas
    data.bin        lemmas, combinations of features and clitics, rows, entries, terms (glossary.binary)

Stems come from inflection (glossary.inflect), words from the table, joined with what the stems say of the same word.
"""

from __future__ import annotations

import json
import math
import struct
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from corpus.errors import NashraError
from corpus.normalize import fold, plain
from glossary import binary
from glossary.inflect import inflect
from glossary.join import Lemmas

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from glossary.decode import Lexicon
    from glossary.entry import Entry, Term
    from glossary.inflect import Inflector
    from glossary.inflect.form import Form

STEM = struct.Struct("<IIHBBBx")
WORD = struct.Struct("<IHBx")


def weight_code(log10: float) -> int:
    """A weight's logarithm as one byte: sixteenths, from -4 up."""
    return max(0, min(255, round((log10 + 4) * 16)))


def spelling(letters: str) -> int:
    """One byte that tells two spellings with the same folding apart (أ ا إ, ى ي, ة ه)."""
    return sum(letters.encode("utf-16-le")) & 255


class Combos:
    """Numbers for the combinations of part of speech, features, proclitics and enclitic that occur."""

    def __init__(self) -> None:
        self.lines: list[bytes] = []
        self._number: dict[tuple[str, str, tuple[str, ...], str], int] = {}

    def __call__(self, pos: str, features: str, proclitics: tuple[str, ...] = (), enclitic: str = "") -> int:
        key = (pos, features, proclitics, enclitic)
        if key not in self._number:
            self._number[key] = len(self.lines)
            self.lines.append("\t".join((pos, features, " ".join(proclitics), enclitic)).encode())
        return self._number[key]


class Stems:
    """Every form of every lemma, by folded letters."""

    def __init__(self, combos: Combos) -> None:
        self.combos = combos
        self.rows: dict[str, dict[tuple[int, str, int], tuple[int, float, int]]] = {}

    def add(self, lemma: int, pos: str, form: Form, zipf: float) -> None:
        """Note one form; the same form twice keeps the greater weight and admits what either did."""
        letters = plain(form.vowelled)
        if not letters:
            return
        key = (lemma, form.vowelled, self.combos(pos, form.features))
        at = self.rows.setdefault(fold(letters), {})
        weight = zipf + math.log10(max(form.weight, 1e-6))
        flags, best, code = at.get(key, (0, -9.0, spelling(letters)))
        at[key] = (flags | form.flags, max(best, weight), code)

    def sections(self, folder: Path) -> dict[str, bytes]:
        """Write the tries; return the rows' sections."""
        import marisa_trie

        forms = marisa_trie.Trie({vowelled for at in self.rows.values() for _, vowelled, _ in at})
        forms.save(str(folder / "vowelled.marisa"))
        trie = marisa_trie.Trie(self.rows)
        trie.save(str(folder / "stems.marisa"))
        marisa_trie.Trie([]).save(str(folder / "words.marisa"))
        packed = [b""] * len(trie)
        for key, at in self.rows.items():
            found = sorted(at.items(), key=lambda item: -item[1][1])
            packed[trie[key]] = b"".join(
                STEM.pack(lemma, forms[vowelled], combo, flags, weight_code(weight), code)
                for (lemma, vowelled, combo), (flags, weight, code) in found[:200]
            )
        return binary.rows("stems", packed)


def readable(paths: Iterable[Path]) -> tuple[Lexicon, list[str]]:
    """Everything that can be read, and what is wrong with the rest: people edit these files while others read."""
    from glossary import decode, sources
    from glossary.entry import Entry

    lexicon, problems = decode.Lexicon(), []
    for path in sorted(paths, key=lambda path: sources.source_of(path) == sources.USER):
        source = sources.source_of(path)
        try:
            records, wrong = decode.survey(decode.read(path), source=source)
        except NashraError as error:
            problems.append(str(error))
            continue
        problems += [f"{path.name}: {w.id}: {w.message}" for w in wrong]
        for record in records:
            if record.id in lexicon.origin and source != sources.USER:
                problems.append(f"{path.name}: {record.id} stands in {lexicon.origin[record.id].name} too")
                continue
            lexicon.origin[record.id] = path
            lexicon.entries.pop(record.id, None)
            lexicon.terms.pop(record.id, None)
            if isinstance(record, Entry):
                lexicon.entries[record.id] = record
            else:
                lexicon.terms[record.id] = record
    return lexicon, problems


def build(lexicon: Lexicon, folder: Path, inflected: Inflector = inflect, *, table: bool = True) -> None:
    """Compile a lexicon into a folder, which exists and is empty; `table` is whether the analysis table goes in."""
    from glossary.tabled import Table

    entries = list(lexicon.entries.values())
    terms = list(lexicon.terms.values())
    lemmas, combos = Lemmas(entries), Combos()
    stems = Stems(combos)
    forms: list[tuple[int, Form]] = []
    for i, entry in enumerate(entries):
        for form in inflected(entry):
            lemma = i
            if form.lemma:
                lemma = lemmas.derived(i, form.lemma, form.pos, form.features.partition(" ")[0])
            forms.append((lemma, form))
    joined = Table(lemmas, read=table)
    for lemma, form in forms:
        stems.add(lemma, lemmas.rows[lemma].pos, form, lemmas.zipf[lemma])
    joined.inflect(stems, inflected)
    joined.teach(stems)
    sections = stems.sections(folder)
    _write(folder, lemmas, combos, entries, terms, {**sections, **binary.rows("words", [])})
    if joined.ids:
        sections |= joined.words(combos, folder)
        _write(folder, lemmas, combos, entries, terms, sections)


def _write(
    folder: Path,
    lemmas: Lemmas,
    combos: Combos,
    entries: list[Entry],
    terms: list[Term],
    sections: dict[str, bytes],
) -> None:
    number = {entry.id: i for i, entry in enumerate(entries)}
    sections |= binary.rows("lemmas", [row.line() for row in lemmas.rows])
    sections["zipf"] = bytes(max(0, min(255, round(16 * zipf))) for zipf in lemmas.zipf)
    sections |= binary.rows("combos", combos.lines)
    sections |= binary.rows("entries", [_json(asdict(entry)) for entry in entries])
    sections |= binary.rows("terms", [_json(asdict(term)) for term in terms])
    sections |= _starts(terms, number, len(lemmas.rows))
    binary.write(folder / "data.bin", sections)
    from glossary import search

    search.write(folder, lemmas, entries, terms)


def _starts(terms: list[Term], number: dict[str, int], size: int) -> dict[str, bytes]:
    """For each lemma the terms that begin with it, and for each term its parts as lemma numbers or exact words."""
    begins: dict[int, list[int]] = {}
    parts = []
    for i, term in enumerate(terms):
        resolved: list[int | str] = [
            number.get(p, fold(p[1:]) if p.startswith("=") else -1) for p in term.parts
        ]
        whole = bool(resolved) and -1 not in resolved
        parts.append(_json([resolved if whole else [], list(term.gap), term.id, list(term.gloss)]))
        if whole and isinstance(resolved[0], int):
            begins.setdefault(resolved[0], []).append(i)
    starts = [struct.pack(f"<{len(t)}I", *t) for t in (begins.get(i, []) for i in range(size))]
    return {**binary.rows("starts", starts), **binary.rows("parts", parts)}


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
