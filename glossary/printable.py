"""The glossary on paper: a table for a spreadsheet, and a page to print, by domain with an index in both languages.

csv_table(lexicon)    id,arabic,english,…
html_page(lexicon)    <!doctype html> … one section to a domain, then the English and the Arabic index
"""

from __future__ import annotations

import csv
import io
from html import escape
from typing import TYPE_CHECKING

from corpus.normalize import fold
from glossary.domains import TITLES
from glossary.entry import Entry, Pair

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from glossary.decode import Lexicon
    from glossary.entry import Term

COLUMNS = (
    "id", "arabic", "english", "pos", "domain", "root", "plural", "form", "present", "masdar", "acronym", "register",
    "note", "example", "translation",
)  # fmt: skip
STYLE = """
body { font: 10.5pt/1.45 Georgia, serif; margin: 2rem auto; max-width: 52rem; padding: 0 1rem; color: #111; }
h1 { font-size: 20pt; } h2 { font-size: 14pt; border-bottom: 1px solid #999; margin-top: 2.2rem; break-after: avoid; }
[lang=ar] { font-family: "Amiri", "Scheherazade New", "Noto Naskh Arabic", serif; font-size: 1.25em; direction: rtl; }
table { border-collapse: collapse; width: 100%; }
tr { break-inside: avoid; } .see { color: #555; font-size: 90%; }
td { vertical-align: top; padding: .3rem .5rem; border-bottom: 1px solid #ddd; } td[lang=ar] { text-align: right; width: 34%; }
.forms { display: block; font-size: 75%; color: #555; } .more { display: block; color: #444; font-size: 92%; }
.example { display: block; } .example [lang=ar] { display: block; text-align: right; font-size: 1.1em; }
.index { columns: 3; column-gap: 1.5rem; }
.index p { margin: 0; break-inside: avoid; } a { color: inherit; text-decoration: none; }
@media print { body { margin: 0; max-width: none; } h2 { break-before: page; } }
"""


def curated(lexicon: Lexicon) -> list[Entry | Term]:
    """The words and terms that have a domain, in the order of the Arabic alphabet."""
    records: list[Entry | Term] = [*lexicon.entries.values(), *lexicon.terms.values()]
    return sorted(
        (record for record in records if record.domain), key=lambda record: (fold(arabic(record)), record.id)
    )


def arabic(record: Entry | Term) -> str:
    """The lemma or the term."""
    return record.lemma if isinstance(record, Entry) else record.term


def glosses(record: Entry | Term) -> list[str]:
    """The glosses of each sense, together."""
    if isinstance(record, Entry):
        return [", ".join(sense.gloss) for sense in record.senses]
    return [", ".join(record.gloss)]


def csv_table(lexicon: Lexicon) -> str:
    """A table with a head, one line a word or term. A cell that a spreadsheet would run as a formula begins with '."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([_inert(cell) for cell in _row(record)] for record in curated(lexicon))
    return out.getvalue()


def _inert(cell: str) -> str:
    return "'" + cell if cell[:1] in ("=", "+", "-", "@", "\t") else cell


def _row(record: Entry | Term) -> tuple[str, ...]:
    example = next(iter(_examples(record)), Pair("", ""))
    entry = record if isinstance(record, Entry) else None
    return (
        record.id,
        arabic(record),
        "; ".join(glosses(record)),
        entry.pos if entry else "term",
        " ".join(record.domain),
        (entry and entry.root) or "",
        "، ".join(entry.plural) if entry else "",
        (entry and entry.form) or "",
        (entry and entry.present) or "",
        "، ".join(entry.masdar) if entry else "",
        record.acronym or "",
        "; ".join(dict.fromkeys(_said(record, "register"))),
        " ".join(_said(record, "note")),
        example.arabic,
        example.english,
    )


def _examples(record: Entry | Term) -> Iterator[Pair]:
    if isinstance(record, Entry):
        for sense in record.senses:
            yield from sense.examples
    else:
        yield from record.examples


def _said(record: Entry | Term, name: str) -> list[str]:
    holders = record.senses if isinstance(record, Entry) else (record,)
    return [value for holder in holders if (value := getattr(holder, name))]


def html_page(lexicon: Lexicon, title: str = "A glossary of political and military Arabic") -> str:
    """A page that stands alone: no scripts, nothing to fetch."""
    records = curated(lexicon)
    domains = [domain for domain in TITLES if any(domain in record.domain for record in records)]
    contents = " · ".join(f'<a href="#domain-{name}">{escape(TITLES[name])}</a>' for name in domains)
    return "".join(
        (
            f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>',
            f"<style>{STYLE}</style></head>\n<body><h1>{escape(title)}</h1>\n<p>{len(records)} words and terms. {contents}</p>\n",
            *(_section(name, records) for name in domains),
            _english_index(records),
            _arabic_index(records),
            "</body></html>\n",
        )
    )


def _section(domain: str, records: Iterable[Entry | Term]) -> str:
    """A domain's own words in full, and links to those that are at home in another."""
    here = [record for record in records if domain in record.domain]
    rows = "".join(_html_row(record) for record in here if record.domain[0] == domain)
    guests = [record for record in here if record.domain[0] != domain]
    see = f'<p class="see">See also: {" · ".join(_link(record, _arabic_span(arabic(record))) for record in guests)}</p>\n'
    return f'<h2 id="domain-{domain}">{escape(TITLES[domain])}</h2>\n<table>\n{rows}</table>\n{see if guests else ""}'


def _html_row(record: Entry | Term) -> str:
    forms = ""
    if isinstance(record, Entry):
        shown = [
            *record.plural,
            *filter(None, (record.present,)),
            *record.masdar,
            *filter(None, (record.elative,)),
        ]
        forms = f'<span class="forms">{escape(" · ".join(shown))}</span>' if shown else ""
    more = [
        f"{record.acronym}." if record.acronym else "",
        *(_said(record, "register")[:1]),
        *_said(record, "note"),
    ]
    english = "; ".join(glosses(record))
    notes = escape(" ".join(part for part in more if part))
    example = next(iter(_examples(record)), None)
    shown_example = (
        f'<span class="example more"><span lang="ar" dir="rtl">{escape(example.arabic)}</span>{escape(example.english)}</span>'
        if example
        else ""
    )
    return (
        f'<tr id="{escape(record.id)}"><td><b>{escape(english)}</b>'
        + (f'<span class="more">{notes}</span>' if notes else "")
        + f'{shown_example}</td><td lang="ar" dir="rtl">{escape(arabic(record))}{forms}</td></tr>\n'
    )


def _link(record: Entry | Term, inner: str) -> str:
    return f'<a href="#{escape(record.id)}">{inner}</a>'


def _arabic_span(text: str) -> str:
    return f'<span lang="ar" dir="rtl">{escape(text)}</span>'


def _english_index(records: Iterable[Entry | Term]) -> str:
    pairs = [(gloss, record) for record in records for one in glosses(record) for gloss in one.split(", ")]
    pairs.sort(key=lambda pair: (pair[0].lower(), pair[1].id))
    lines = "".join(
        f"<p>{_link(record, escape(gloss))} {_arabic_span(arabic(record))}</p>\n" for gloss, record in pairs
    )
    return f'<h2>English index</h2>\n<div class="index">\n{lines}</div>\n'


def _arabic_index(records: Iterable[Entry | Term]) -> str:
    lines = "".join(f"<p>{_link(record, escape(arabic(record)))}</p>\n" for record in records)
    return f'<h2>Arabic index</h2>\n<div class="index" lang="ar" dir="rtl">\n{lines}</div>\n'
