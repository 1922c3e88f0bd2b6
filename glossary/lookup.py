"""Dictionary look-up both ways: Arabic in any inflected form, roots, patterns, English, Latin typing.

lookup("عقوبات")   the entry of its lemma          lookup("sanction")  what has it in a gloss, the closest first
lookup("عقب")      the words of the root           lookup("uqubat")    what sounds like it
lookup("Eqwbp")    Buckwalter's letters
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.normalize import plain
from glossary.analyze import MADE
from glossary.search import words_of

if TYPE_CHECKING:
    from glossary.analyze import Analyzer

_ARABIC = re.compile("[\u0620-\u06d3\ufb50-\ufefc]")


@dataclass(frozen=True, slots=True)
class Found:
    """One answer."""

    lemma: str
    """The lemma, or a term's vowelled words."""
    pos: str
    """Part of speech; "term" for a multiword entry."""
    gloss: str | None
    entry: str | None
    glosses: tuple[str, ...]
    root: str | None
    source: str
    how: str
    """lemma, form, root, pattern, english, latin: what the query was to it."""


def lookup(analyzer: Analyzer, query: str, limit: int = 50) -> list[Found]:
    """Everything a query may mean, best first; nothing for an empty query or one that nothing answers."""
    query = " ".join(query.split())[:200]
    if not query:
        return []
    found: list[Found] = []
    if _ARABIC.search(query):
        found += _arabic(analyzer, query)
    else:
        found += _english(analyzer, query)
        found += _latin(analyzer, query)
    unique: dict[tuple[str, str, str], Found] = {}
    for one in found:
        unique.setdefault((one.entry or one.lemma, one.pos, one.lemma), one)
    return list(unique.values())[:limit]


def _arabic(analyzer: Analyzer, query: str) -> list[Found]:
    found = []
    letters = plain(query)
    for weight, n, _, _ in analyzer.known(query).readings:
        if weight > 0.001 and n < MADE:
            found.append(_answer(analyzer, n, "lemma" if plain(analyzer.lemma(n)[0]) == letters else "form"))
    numbers = analyzer.index.find("a:" + letters)
    if " " in letters:
        terms = analyzer.line(query).terms
        numbers += [
            n for t in terms if t.end - t.start == len(query) for n in analyzer.index.find("i:" + t.entry)
        ]
    found += [_answer(analyzer, n, "term") for n in dict.fromkeys(numbers)]
    found += [_answer(analyzer, n, "root") for n in analyzer.index.find("r:" + letters.replace("أ", "ء"))]
    found += [_answer(analyzer, n, "pattern") for n in analyzer.index.find("p:" + letters)]
    return found


def _english(analyzer: Analyzer, query: str) -> list[Found]:
    found = words_of(query)
    if not found:
        return []
    if len(found) > 1 and found[0] in ("to", "the", "a", "an"):
        found = found[1:]
    numbers = analyzer.index.find("e:" + " ".join(found))
    if len(found) == 1 and _singular(found[0]) != found[0]:
        numbers = analyzer.index.find("e:" + _singular(found[0])) + numbers
    if not numbers:  # as a dictionary has it: drones, nuclear weapons; cease fire
        found = [word if analyzer.index.find("e:" + word) else _singular(word) for word in found]
        numbers = analyzer.index.find("e:" + " ".join([*found[:-1], _singular(found[-1])]))
        numbers = numbers or analyzer.index.find("e:" + "".join(found))
    if len(found) > 1:
        several = [set(analyzer.index.find("e:" + word)) for word in found]
        common = set.intersection(*several)
        numbers += [n for n in analyzer.index.find("e:" + found[0]) if n in common]
    return [_answer(analyzer, n, "english") for n in dict.fromkeys(numbers)]


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def _latin(analyzer: Analyzer, query: str) -> list[Found]:
    from difflib import SequenceMatcher

    from glossary.translit import from_buckwalter, readable, skeleton

    heard = query.lower().removeprefix("al-")
    found = [_answer(analyzer, n, "latin") for n in analyzer.index.find("t:" + skeleton(heard))]
    near = {f.lemma: SequenceMatcher(None, heard, readable(f.lemma).lower()).ratio() for f in found}
    found.sort(key=lambda f: -near[f.lemma])
    letters = from_buckwalter(query)
    if letters:
        found += [f for f in _arabic(analyzer, letters) if f.how in ("lemma", "form")]
    return found


def _answer(analyzer: Analyzer, n: int, how: str) -> Found:
    term = analyzer.index.term(n)
    if term is not None:
        return Found(term.term, "term", term.gloss[0], term.id, term.gloss, None, term.source, how)
    lemma, pos, root, _, entry, source, glosses, _ = analyzer.lemma(n)
    return Found(
        lemma, pos, glosses[0] if glosses else None, entry or None, glosses, root or None, source, how
    )
