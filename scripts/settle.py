"""Fills in what a rule can tell: patterns, the parts of terms, the vowel of hamzat al-wasl.

    python scripts/settle.py [--exact] [--prune] [FILE…]      all data files if none is named

A pattern is filled in where lemma and root leave one choice; a term's parts where each of its words is a form of one
entry. Words that are none are listed with the terms they stand in; with --exact they become exact words (=كيم), which is for
names. --prune takes out related ids that do not exist. Then the file is written canonically.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from corpus.errors import NashraError
from corpus.normalize import KASRA, SUKUN, plain
from glossary.decode import decode, read, survey
from glossary.entry import Entry, Term
from glossary.format import dump, header, write
from glossary.parts import Finder
from glossary.patterns import pattern_of
from glossary.sources import shipped, source_of
from glossary.vowels import units


def settle_entry(entry: Entry) -> Entry:
    """With its pattern, if lemma and root leave one choice, and with the vowel on its first alef."""
    lemma = _wasl(entry.lemma)
    entry = replace(entry, lemma=lemma, masdar=tuple(_wasl(word) for word in entry.masdar))
    if entry.pattern is None and entry.root and entry.pos in ("noun", "adjective") and not entry.number:
        return replace(entry, pattern=pattern_of(lemma, entry.root))
    return entry


def _wasl(word: str) -> str:
    """اِنْتِخَاب for انْتِخَاب; the article's alef is left alone."""
    cut = units(word)
    begins = len(cut) > 2 and cut[0].letter == "ا" and not cut[0].marks
    article = cut[1].letter == "ل" if begins else False
    if begins and not article and (cut[1].vowel == SUKUN or cut[1].shadda):
        return word[0] + KASRA + word[1:]
    return word


def settle_term(term: Term, finder: Finder, *, exact: bool) -> tuple[Term, list[str], list[str]]:
    """With its parts, or unchanged; the words that are no entry's; what had to be chosen between equals."""
    if term.parts:
        return term, [], []
    parts: list[str] = []
    unknown: list[str] = []
    chosen: list[str] = []
    for word in term.term.split():
        found = finder.find(word)
        if found:
            parts.append(found[0].entry.id)
            same = [other.entry.id for other in found[1:] if other.rank == found[0].rank]
            if same:
                chosen.append(f"{word}: {found[0].entry.id}, not {' '.join(same)}")
        else:
            unknown.append(word)
            parts.append("=" + re.sub(r"[^\w]", "", plain(word)))
    return (replace(term, parts=tuple(parts)) if exact or not unknown else term), unknown, chosen


def main(arguments: list[str]) -> int:
    """Settle the files named; exit status 1 if a word of a term was not found."""
    exact, prune = "--exact" in arguments, "--prune" in arguments
    paths = [Path(name) for name in arguments if not name.startswith("--")] or shipped()
    try:
        everything = [
            one for path in {*shipped(), *paths} for one in survey(read(path), source=source_of(path))[0]
        ]
    except NashraError as error:
        print(error, file=sys.stderr)
        return 1
    finder = Finder(one for one in everything if isinstance(one, Entry))
    ids = {one.id for one in everything}
    unknown: dict[str, list[str]] = defaultdict(list)
    status = 0
    for path in paths:
        try:
            text = read(path)
            top = header(text, where=path)
            settled: list[Entry | Term] = []
            for record in decode(text, where=path, source=source_of(path)):
                if isinstance(record, Entry):
                    record = settle_entry(record)
                else:
                    record, missing, chosen = settle_term(record, finder, exact=exact)
                    for word in missing:
                        unknown[word].append(record.id)
                    print(*(f"{path}:{record.id}: chose {choice}\n" for choice in chosen), sep="", end="")
                if prune:
                    record = replace(record, related=tuple(name for name in record.related if name in ids))
                settled.append(record)
            wanted = dump(settled, top)
            if wanted != text:
                write(path, wanted)
                print(f"{path}: written")
        except (NashraError, OSError) as error:
            print(error, file=sys.stderr)
            status = 1
    for word, names in sorted(unknown.items(), key=lambda item: (-len(item[1]), item[0])):
        print(f"no entry for {word} in {' '.join(names)}")
    return status or int(bool(unknown))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
