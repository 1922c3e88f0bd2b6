"""How much the glossary holds: entries, terms and filled fields, by domain and by source.

stats(lexicon)["domains"]["sanctions"]   {"entries": 80, "terms": 30, "plural": 45, …}
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from glossary.domains import DOMAINS
from glossary.entry import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable

    from glossary.decode import Lexicon
    from glossary.entry import Term

FIELDS = (
    "root", "pattern", "gender", "plural", "feminine", "elative", "form", "present", "masdar", "acronym",
    "related", "parts",
)  # fmt: skip
"""Fields that are counted where they are filled; of senses: frame, note, register, collocation, example."""
Counts = dict[str, int]


def stats(lexicon: Lexicon) -> dict[str, Counts | dict[str, Counts]]:
    """Counts for JSON: total, by source, by part of speech, and by domain (a word counts in each of its domains)."""
    records: list[Entry | Term] = [*lexicon.entries.values(), *lexicon.terms.values()]
    return {
        "total": count(records),
        "pos": dict(Counter(entry.pos for entry in lexicon.entries.values()).most_common()),
        "sources": {
            source: count(record for record in records if record.source == source)
            for source in sorted({record.source for record in records})
        },
        "domains": {
            domain: count(record for record in records if domain in record.domain) for domain in DOMAINS
        },
    }


def count(records: Iterable[Entry | Term]) -> Counts:
    """Entries, terms, senses, and how many records have each field filled."""
    found: Counter[str] = Counter({"entries": 0, "terms": 0, "senses": 0})
    for record in records:
        found["entries" if isinstance(record, Entry) else "terms"] += 1
        found.update(name for name in FIELDS if getattr(record, name, None))
        found["glosses"] += (
            sum(len(sense.gloss) for sense in record.senses)
            if isinstance(record, Entry)
            else len(record.gloss)
        )
        if isinstance(record, Entry):
            found["senses"] += len(record.senses)
            found.update(
                {
                    name
                    for sense in record.senses
                    for name in ("frame", "note", "register")
                    if getattr(sense, name)
                }
            )
            found["collocations"] += sum(len(sense.collocations) for sense in record.senses)
            found["examples"] += sum(len(sense.examples) for sense in record.senses)
            found["example"] += any(sense.examples for sense in record.senses)
        else:
            found.update(name for name in ("note", "register") if getattr(record, name))
            found["examples"] += len(record.examples)
            found["example"] += bool(record.examples)
    return dict(found)
