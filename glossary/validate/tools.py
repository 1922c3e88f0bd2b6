"""W303, W304: what two other dictionaries say. Both are optional (pip install arramooz-pysqlite farahidi).

Neither is right where it disagrees; a person looks, and writes into settled.toml why ours stands.
"""

from __future__ import annotations

import importlib
import importlib.util
import sqlite3
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.normalize import KASRATAN, SHADDA, lemma_key, plain
from glossary.validate.registry import entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.entry import Entry
    from glossary.validate.book import Book

_HAMZA = str.maketrans("أإآؤئ", "ءءءءء")


@lru_cache(maxsize=1)
def _arramooz() -> sqlite3.Connection | None:
    spec = importlib.util.find_spec("arramooz")
    if spec is None or spec.origin is None:
        return None
    path = Path(spec.origin).parent / "data" / "arabicdictionary.sqlite"
    return sqlite3.connect(f"file:{path}?mode=ro", uri=True)


def roots_of(lemma: str) -> frozenset[str]:
    """The roots that arramooz has for a noun or adjective with this lemma; nothing if it does not know it."""
    dictionary = _arramooz()
    if dictionary is None:
        return frozenset()
    rows = dictionary.execute("select vocalized, root from nouns where unvocalized = ?", (plain(lemma),))
    return frozenset(
        root.translate(_HAMZA)
        for word, root in rows
        if root and lemma_key(word) == lemma_key(lemma) and plain(root) != plain(word) and 3 <= len(root) <= 4
    )


def lemmas_of(lemma: str) -> frozenset[str]:
    """How farahidi vowels the letters of a lemma, as lemmas and as forms of others; nothing if it does not know them."""
    if importlib.util.find_spec("farahidi") is None:
        return frozenset()
    found = importlib.import_module("farahidi").analyze(plain(lemma))
    return frozenset(word for one in found for word in (one.lemma, one.stem, one.diacritized) if word)


def _key(lemma: str) -> str:
    """As lemma_key, and without a shadda at the end, which farahidi leaves out of many a nisba."""
    return lemma_key(lemma).rstrip(SHADDA)


@entries("W303", "arramooz has the same root for the noun")
def other_root(entry: Entry, book: Book) -> Iterator[str]:
    """و and ي are often a matter of opinion."""
    if entry.pos not in ("noun", "adjective") or entry.root is None:
        return
    roots = roots_of(entry.lemma)
    weak = str.maketrans("ي", "و")
    if roots and entry.root.translate(weak) not in {root.translate(weak) for root in roots}:
        yield f"arramooz has {entry.lemma} under {' or '.join(sorted(roots))}, not {entry.root}"


@entries("W304", "farahidi knows the lemma, if it knows its letters")
def other_lemma(entry: Entry, book: Book) -> Iterator[str]:
    """A vowel of ours may be wrong, or farahidi has another way to vowel it."""
    if entry.pos not in ("noun", "adjective", "verb"):
        return
    lemmas = lemmas_of(entry.lemma)
    ours = {_key(entry.lemma), _key(entry.lemma.rstrip(KASRATAN))}
    if lemmas and not ours & {_key(lemma) for lemma in lemmas}:
        near = sorted(lemma for lemma in lemmas if plain(lemma) == plain(entry.lemma))
        yield f"farahidi does not have {entry.lemma}" + (f" but {' '.join(near[:4])}" if near else "")
