"""The keys of look-up: what a person may type, to the lemmas (and terms) it may mean.

    i:uquba-n      the entry with this id
    e:sanction     what has the English word in a gloss, the closest first
    r:عقب          what has the root
    p:فعولة        what has the pattern
    a:وقف إطلاق النار   the term with these letters
    n:bnj:بيونغ    the name with these letters, by its consonants (glossary.variants)
    t:kbt          what sounds like this in Latin letters (glossary.translit), in any of its plain forms

A number below the count of lemmas is a lemma, the first of which are the entries; terms are numbered after the lemmas.
"""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING

from corpus.normalize import plain
from glossary import variants
from glossary.translit import skeleton_arabic

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from glossary.entry import Entry, Term
    from glossary.join import Lemmas

_WORD = re.compile("[a-z0-9]+")
_NUMBER = struct.Struct("<BI")


def write(folder: Path, lemmas: Lemmas, entries: list[Entry], terms: list[Term]) -> None:
    """Write search.marisa. Each value is (rank, number): the lower rank first."""
    pairs: list[tuple[str, bytes]] = []
    for i, entry in enumerate(entries):
        pairs.append(("i:" + entry.id, _NUMBER.pack(0, i)))
        pairs += _english(i, [g for sense in entry.senses for g in sense.gloss])
        spoken = {
            skeleton_arabic(plain(form))
            for form in (entry.lemma, *entry.plural, *entry.masdar, entry.present or "")
        }
        pairs += [("t:" + key, _NUMBER.pack(0, i)) for key in spoken if key]
    for i, term in enumerate(terms, len(lemmas.rows)):
        pairs.append(("i:" + term.id, _NUMBER.pack(0, i)))
        pairs.append(("a:" + plain(term.term), _NUMBER.pack(0, i)))
        pairs += _english(i, term.gloss)
    for name, i in lemmas.names.items():
        if found := variants.key(name):
            pairs.append((f"n:{found}:{name}", _NUMBER.pack(0, i)))
    for i, row in enumerate(lemmas.rows):
        if row.root:
            pairs.append(("r:" + row.root, _NUMBER.pack(0 if row.entry else 1, i)))
        if row.pattern and row.entry and not row.kind:
            pairs.append(("p:" + plain(row.pattern), _NUMBER.pack(0, i)))
    import marisa_trie

    marisa_trie.BytesTrie(pairs).save(str(folder / "search.marisa"))


def _english(n: int, glosses: Iterable[str]) -> list[tuple[str, bytes]]:
    """Rank: the whole gloss before a word of it, the first gloss before the others, short before long."""
    best: dict[str, int] = {}
    for place, gloss in enumerate(glosses):
        found = words_of(gloss)
        whole = " ".join(found)
        best[whole] = min(best.get(whole, 255), min(place, 9))
        for word in found:
            best[word] = min(best.get(word, 255), min(200, 10 * min(place, 9) + 10 * len(found)) + 10)
    return [("e:" + key, _NUMBER.pack(rank, n)) for key, rank in best.items() if key]


def words_of(english: str) -> list[str]:
    """The words of a gloss or a query, small."""
    return _WORD.findall(english.lower())
