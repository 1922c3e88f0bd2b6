"""nashra import, list, show: the library on the command line."""

from __future__ import annotations

import json
import shutil
import sys
from typing import TYPE_CHECKING

from corpus.errors import NashraError
from reader.commands.screens import bidi_option

if TYPE_CHECKING:
    import argparse

    from corpus.article import Article
    from reader.workspace import Workspace


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add import, list and show."""
    add = commands.add_parser("import", help="add texts to the library; prints each article's id")
    add.add_argument("sources", metavar="SOURCE", nargs="+", help="a text file, or - for standard input")
    add.add_argument(
        "--english", metavar="FILE", help="its translation, sentence by sentence (one source only)"
    )
    add.add_argument("--json", action="store_true", help="one object for each source")
    add.set_defaults(run=run_import)

    listing = commands.add_parser("list", help="the articles: id, title, source, date, words, known")
    listing.add_argument("--json", action="store_true", help="one object for each article")
    listing.set_defaults(run=run_list)

    show = commands.add_parser("show", help="an article as text, laid out as the reader would")
    show.add_argument("article", metavar="ARTICLE|FILE|-")
    show.add_argument(
        "--width", type=_width, metavar="N", help="cells in a line (default: the terminal's, at most 80)"
    )
    show.add_argument(
        "--json", action="store_true", help="title, date, source, paragraphs, sentences, tokens"
    )
    bidi_option(show)
    show.set_defaults(run=run_show)


def run_import(args: argparse.Namespace) -> int:
    """`nashra import`: each source on its own; one that fails does not stop the others."""
    from corpus.describe import import_dict
    from reader.workspace import Workspace, read_bytes, read_source

    if args.english and len(args.sources) > 1:
        raise NashraError("--english goes with one source; import them one by one")
    english = None
    if args.english:
        from corpus.importers.encoding import decode
        from corpus.importers.text import LARGEST

        english = decode(read_bytes(args.english, LARGEST), args.english)
    desk = Workspace()
    failed = 0
    for source in args.sources:
        try:
            article = read_source(source, english)
            added = desk.add(article)
        except NashraError as error:
            failed += 1
            print(f"nashra: {error}", file=sys.stderr)
            continue
        if args.json:
            print(json.dumps(import_dict(source, added, article), ensure_ascii=False))
        else:
            print(added.id + ("  (already there)" if added.duplicate else ""))
    return 1 if failed else 0


def run_list(args: argparse.Namespace) -> int:
    """`nashra list`."""
    from corpus.describe import list_dict
    from reader.workspace import Workspace

    desk = Workspace()
    desk.index_stale()
    if args.json:
        for summary in desk.library.list():
            print(json.dumps(list_dict(summary), ensure_ascii=False))
    else:
        print_list(desk)
    return 0


def run_show(args: argparse.Namespace) -> int:
    """`nashra show`."""
    from reader.workspace import Workspace

    article = Workspace().load(args.article)
    if args.json:
        from corpus.describe import show_dict

        print(json.dumps(show_dict(article), ensure_ascii=False))
    else:
        print_article(article, args.bidi, args.width)
    return 0


def print_list(desk: Workspace) -> None:
    """The library as aligned lines; titles as this output wants them."""
    from reader.output import printable, profile_for

    profile = profile_for(None)
    desk.index_stale()
    for line in desk.library.list():
        share = "" if line.known_share is None else f"{100 * line.known_share:.0f} %"
        print(
            f"{line.id:32}  {line.date or '':10}  {line.words:5} words  {share:>5} known  {line.unfamiliar:3} kept  "
            f"{printable(line.title, profile)}"
        )


def print_article(article: Article, bidi: str | None, width: int | None) -> None:
    """An article's text: laid out for a terminal, logical text into a pipe."""
    from reader.output import laid_out, profile_for

    profile = profile_for(bidi)
    columns = width or min(80, shutil.get_terminal_size((80, 24)).columns)
    for line in laid_out(
        [article.title, *(p.text for p in article.paragraphs)], profile, columns, fixed=width is not None
    ):
        print(line)


def _width(text: str) -> int:
    import argparse

    try:
        value = int(text)
    except ValueError:
        value = 0
    if not 10 <= value <= 1000:
        raise argparse.ArgumentTypeError("a number of cells from 10 to 1000")
    return value
