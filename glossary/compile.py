"""The lexicon as a layer of the index: a folder of mapped files that answer without being read.

    stems.marisa    folded stem -> number;  rows as in glossary.stems, from inflection
    vowelled.marisa number -> vowelled form
    words.marisa    words of the table that may be forms of an entry that it does not know (glossary.extra)
    search.marisa   what look-up asks for (ids, English words, roots …) -> lemmas (glossary.search)
    data.bin        lemmas, which of the table's lemmas are theirs, entries, terms (glossary.binary)

The analysis table is a layer of its own (glossary.base), which changes seldom and takes longer.
"""

from __future__ import annotations

import json
import struct
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from corpus.errors import NashraError
from corpus.normalize import fold, plain
from glossary import binary, search
from glossary.entry import Entry, Term
from glossary.govern import governs
from glossary.inflect import inflect
from glossary.inflect.form import ALONE, PREPOSITION, Form
from glossary.join import MASDAR, Lemmas
from glossary.layer import EVEN, NONE, PARTS, Layer
from glossary.sources import NAMES
from glossary.stems import Combos, Stems
from glossary.term_parts import pairs, term_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from glossary.decode import Lexicon
    from glossary.inflect import Inflector


def readable(paths: Iterable[Path]) -> tuple[Lexicon, list[str]]:
    """Everything that can be read, and what is wrong with the rest: people edit these files while others read."""
    from glossary import decode, sources

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


def build(lexicon: Lexicon, folder: Path, table: Path | None = None, inflected: Inflector = inflect) -> None:
    """Compile a lexicon into a folder, which exists and is empty; `table` is the compiled analysis table's, if any."""
    entries, terms = list(lexicon.entries.values()), list(lexicon.terms.values())
    lemmas, combos = Lemmas(entries), Combos()
    stems = Stems(combos)
    forms = _forms(entries, lemmas, inflected)
    for term in terms:
        if as_one := lemmas.joined(term):
            forms.append((as_one[0], Form(as_one[1], "", ALONE | PREPOSITION)))
    joined = _join(lemmas, table)
    for lemma, form in forms:
        stems.add(lemma, lemmas.rows[lemma].pos, form, lemmas.zipf[lemma])
    sections = stems.sections(folder)
    number = {entry.id: i for i, entry in enumerate(entries)}
    sections["joined"] = struct.pack(f"<{len(joined)}I", *joined)
    sections["zipf"] = bytes(max(0, min(255, round(16 * zipf))) for zipf in lemmas.zipf)
    bits = [governs(entry) for entry in entries] + [0] * (len(lemmas.rows) - len(entries))
    sections["governs"] = struct.pack(f"<{len(bits)}I", *bits)
    sections |= binary.rows("lemmas", [row.line() for row in lemmas.rows], lemmas.zipf)
    sections |= binary.rows("entries", [_json(asdict(entry)) for entry in entries])
    sections |= binary.rows("terms", [_json(asdict(term)) for term in terms])
    sections |= _starts([_named(t, lemmas) for t in [*terms, *_apart(entries)]], number, len(lemmas.rows))
    search.write(folder, lemmas, entries, terms)
    found: dict[str, bytes] = {}
    if table is not None:
        from glossary import extra

        _write(folder, sections, combos, found)
        found = extra.words(str(folder), str(table), (form for _, form in forms), combos)
    _write(folder, sections, combos, found)


def _write(folder: Path, sections: dict[str, bytes], combos: Combos, extra: dict[str, bytes]) -> None:
    """Write data.bin, and words.marisa with the extra readings of words."""
    import marisa_trie

    trie = marisa_trie.Trie(extra)
    trie.save(str(folder / "words.marisa"))
    rows = [b""] * len(trie)
    for word, data in extra.items():
        rows[trie[word]] = data
    more = {**binary.rows("words", rows, [0.0] * len(rows)), **binary.rows("combos", combos.lines)}
    binary.write(folder / "data.bin", {**sections, **more})


def _forms(entries: list[Entry], lemmas: Lemmas, inflected: Inflector) -> list[tuple[int, Form]]:
    """All forms with their lemmas; the lemmas of derived words are added to the list."""
    forms: list[tuple[int, Form]] = []
    derived: dict[tuple[int, str, str], int] = {}
    for i, entry in enumerate(entries):
        for form in inflected(entry):
            if not form.lemma:
                forms.append((i, form))
                continue
            kind = form.features.partition(" ")[0]
            key = (i, form.lemma, kind)
            if key not in derived:
                shy = kind != MASDAR and entry.form == "I"
                derived[key] = lemmas.derived(i, form.lemma, form.pos, kind, shy=shy)
            if lemmas.rows[derived[key]].kind:  # else an entry of its own, whose forms are its own too
                forms.append((derived[key], form))
    return forms


def _join(lemmas: Lemmas, table: Path | None) -> list[int]:
    """For each lemma of the table the two lemmas of the lexicon that it stands for."""
    if table is None:
        return []
    layer = Layer(str(table))
    joined: list[int] = []
    for n, line in enumerate(str(layer.sections.read("Keys"), "utf-8").split("\n")):
        row = layer.lemma(n)
        found = lemmas.join(line.partition("\t")[0], row[1], row[2], row[3], layer.zipf[n] / 16)
        found = found or (lemmas.spelt(row[0]) if row[1] == "name" else [])
        if [lemmas.rows[n].pos for n in found] in (["noun", "adjective"], ["adjective", "noun"]):
            noun, adjective = sorted(found, key=lambda n: lemmas.rows[n].pos, reverse=True)
            joined += (noun | PARTS.index("noun") << 24, adjective | PARTS.index("adjective") << 24 | EVEN)
            continue
        for n in found:
            pos = lemmas.rows[n].pos
            joined.append(n | (PARTS.index(pos) << 24 if pos != row[1] and pos in PARTS else 0))
        joined += (NONE, NONE)[len(found) :]
    return joined


def _starts(terms: list[Term], number: dict[str, int], size: int) -> dict[str, bytes]:
    """For each lemma, and each bare word, the terms that begin with it; and what glossary.match needs to know of each.

    Parts are lemma numbers, exact words, "@" and an id: one that is not in this lexicon is another's, as a term of the
    user's may have an entry of ours as its part.
    """
    begins: dict[int, list[bytes]] = {}
    firsts: dict[str, list[bytes]] = {}
    packed: list[bytes] = []
    for term in terms:
        resolved = [fold(p[1:]) if p.startswith("=") else number.get(p, "@" + p) for p in term.parts]
        named = term.source == NAMES
        for parts, gaps, words in _written(term, resolved, named):
            if 1 < len(parts) == len(words):
                found = term_parts(parts, gaps, term.id, list(term.gloss), words, named)
                under = list(pairs(found, len(packed)))
                for first in {found.words[0], found.keys[0]} - {""}:
                    firsts.setdefault(first, []).extend(under)
                if isinstance(parts[0], int):
                    begins.setdefault(parts[0], []).extend(under)
            packed.append(_json([parts, gaps, term.id, list(term.gloss), words, named]))
    order = sorted(firsts)
    return {
        **binary.rows("starts", [b"".join(begins.get(i, ())) for i in range(size)]),
        **binary.rows("spelt", [b"".join(firsts[word]) for word in order]),
        **binary.rows("parts", packed),
        "starters": struct.pack(f"<{len(begins)}I", *sorted(begins)),
        "Firsts": "\n".join(order).encode(),
    }


def _apart(entries: list[Entry]) -> Iterator[Term]:
    """The spellings of names that are of several words (بيونغ يانغ), as terms with the name's id."""
    for entry in entries:
        for spelling in entry.spellings:
            words = tuple("=" + plain(word) for word in spelling.split())
            if len(words) > 1:
                yield Term(entry.id, spelling, words, entry.senses[0].gloss, source=entry.source)


def _named(term: Term, lemmas: Lemmas) -> Term:
    """A name with the exact words that are names themselves as their entries."""
    if term.source != NAMES:
        return term
    found = [lemmas.names.get(part[1:], -1) if part.startswith("=") else -1 for part in term.parts]
    parts = (p if n < 0 else lemmas.rows[n].entry for p, n in zip(term.parts, found, strict=True))
    return replace(term, parts=tuple(parts))


def _written(
    term: Term, parts: list[int | str], named: bool
) -> Iterator[tuple[list[int | str], list[int], list[str]]]:
    """A term's parts, gaps and words; a name's of three words and more also with two of them written as one."""
    words = term.term.split()
    yield parts, list(term.gap), words
    if named and len(parts) == len(words) > 2 and not any(plain(word).startswith("ال") for word in words):
        for i in range(len(words) - 1):
            both = "".join(words[i : i + 2])
            yield [*parts[:i], fold(both), *parts[i + 2 :]], [], [*words[:i], both, *words[i + 2 :]]


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
