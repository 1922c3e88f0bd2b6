"""nashra glossary: what the dictionary holds, as figures, as a book, and one's own entries."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from corpus.errors import NashraError

if TYPE_CHECKING:
    import argparse

    from glossary.decode import Lexicon


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add glossary."""
    glossary = commands.add_parser(
        "glossary", help="the curated glossary: figures, a printable book, own entries"
    )
    verbs = glossary.add_subparsers(metavar="VERB", required=True)

    stats = verbs.add_parser("stats", help="entries, terms and filled fields, by domain")
    stats.add_argument("--json", action="store_true", help="one object")
    stats.set_defaults(run=run_stats)

    export = verbs.add_parser("export", help="the glossary by domain, for printing or a spreadsheet")
    form = export.add_mutually_exclusive_group(required=True)
    form.add_argument("--csv", action="store_true", help="a table")
    form.add_argument("--html", action="store_true", help="a page with an English and an Arabic index")
    export.add_argument("-o", "--output", metavar="FILE", help="write there instead of to standard output")
    export.set_defaults(run=run_export)

    add = verbs.add_parser("add", help="add an entry of your own, or replace one of ours for yourself")
    add.add_argument("lemma", metavar="LEMMA", help="vowelled, as a dictionary prints it")
    add.add_argument("glosses", metavar="GLOSS", nargs="+", help="English, the best first")
    add.add_argument("--pos", default="noun", help="part of speech (noun, verb, adjective, name …)")
    add.add_argument("--plural", action="append", default=[], metavar="PLURAL")
    add.add_argument("--root", metavar="ROOT")
    add.add_argument("--note", metavar="TEXT")
    add.set_defaults(run=run_add)

    remove = verbs.add_parser("remove", help="take entries of your own away; ours count again")
    remove.add_argument("ids", metavar="ID", nargs="+", help="as add printed it, and lookup shows it")
    remove.set_defaults(run=run_remove)


def _lexicon() -> Lexicon:
    from glossary import decode, sources
    from reader.paths import own_entries_dir

    return decode.load([*sources.shipped(), *sources.users(own_entries_dir())])


def run_stats(args: argparse.Namespace) -> int:
    """`nashra glossary stats`."""
    from glossary.stats import stats

    found = stats(_lexicon())
    if args.json:
        print(json.dumps(found, ensure_ascii=False))
        return 0
    for name, counts in found.items():
        if all(isinstance(value, int) for value in counts.values()):
            print(f"{name}: " + ", ".join(f"{value} {key}" for key, value in counts.items()))
            continue
        print(f"\n{name}")
        for domain, row in counts.items():
            if isinstance(row, dict):
                print(f"  {domain:16} " + ", ".join(f"{value} {key}" for key, value in row.items()))
    return 0


def run_export(args: argparse.Namespace) -> int:
    """`nashra glossary export`."""
    from glossary.printable import csv_table, html_page

    lexicon = _lexicon()
    text = csv_table(lexicon) if args.csv else html_page(lexicon)
    if not args.output:
        sys.stdout.write(text)
        return 0
    from reader.files import write_atomically

    # A byte order mark, or Excel takes the table for Latin-1.
    write_atomically(args.output, text.encode("utf-8-sig" if args.csv else "utf-8"))
    print(args.output)
    return 0


def run_add(args: argparse.Namespace) -> int:
    """`nashra glossary add`."""
    from reader.entries import add_entry

    if not any("\u0620" <= letter <= "\u064a" for letter in args.lemma):
        raise NashraError(f"{args.lemma!r} is not Arabic; give the word first, then its English")
    ident = add_entry(args.lemma, args.pos, args.glosses, plural=args.plural, root=args.root, note=args.note)
    print(ident)
    return 0


def run_remove(args: argparse.Namespace) -> int:
    """`nashra glossary remove`."""
    from reader.entries import remove_entry

    for ident in args.ids:
        remove_entry(ident)
    return 0
