"""nashra import, list, show, search: the library on the command line."""

from __future__ import annotations

import json
import shutil
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import NashraError
from reader.commands.screens import bidi_option

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from corpus.article import Article
    from corpus.vowels import Machine
    from reader.workspace import Workspace


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add import, list and show."""
    add = commands.add_parser("import", help="add texts to the library; prints each article's id")
    add.add_argument("sources", metavar="SOURCE", nargs="+", help="a text file, or - for standard input")
    add.add_argument(
        "--english", metavar="FILE", help="its translation, sentence by sentence (one source only)"
    )
    add.add_argument(
        "--vowels",
        action="store_true",
        help="have a machine put vowels on words without any (extra: tashkeel)",
    )
    add.add_argument("--json", action="store_true", help="one object for each source")
    add.set_defaults(run=run_import)

    vowel = commands.add_parser(
        "vowel", help="have a machine put vowels on words without any (extra: tashkeel)"
    )
    vowel.add_argument("articles", metavar="ARTICLE", nargs="+")
    vowel.add_argument("--remove", action="store_true", help="take them away again; the author's stay")
    vowel.set_defaults(run=run_vowel)

    listing = commands.add_parser("list", help="the articles: id, title, source, date, words, known")
    listing.add_argument("--json", action="store_true", help="one object for each article")
    listing.set_defaults(run=run_list)

    show = commands.add_parser("show", help="an article as text, laid out as the reader would")
    show.add_argument("article", metavar="ARTICLE|FILE|-")
    show.add_argument(
        "--width", type=_width, metavar="N", help="cells in a line (default: the terminal's, at most 80)"
    )
    show.add_argument("--raw", action="store_true", help="the text as it came, and what cleaning removed")
    show.add_argument(
        "--json", action="store_true", help="title, date, source, paragraphs, sentences, tokens"
    )
    bidi_option(show)
    show.set_defaults(run=run_show)

    search = commands.add_parser("search", help="sentences of the library with a word in any form, or a text")
    search.add_argument("query", metavar="QUERY", nargs="+", help="a word, or the glossary's name of a term")
    how = search.add_mutually_exclusive_group()
    how.add_argument("--lemma", action="store_true", help="by dictionary form (the default)")
    how.add_argument("--text", action="store_true", help="as written, up to vowels")
    search.add_argument("--limit", type=int, default=50, metavar="N")
    search.add_argument("--json", action="store_true", help="one object for each sentence")
    search.set_defaults(run=run_search)


def run_import(args: argparse.Namespace) -> int:
    """`nashra import`: each source on its own; one that fails does not stop the others."""
    from corpus.describe import import_dict
    from corpus.vowels import by_machine
    from reader.workspace import Workspace, read_sources

    if args.english and len(args.sources) > 1:
        raise NashraError("--english goes with one source; import them one by one")
    english = _english(args.english) if args.english else None
    desk = Workspace()
    machine = _machine(asked=args.vowels, set_so=desk.config.machine_vowels)
    failed = 0
    for source in args.sources:
        try:
            articles = read_sources(source, english, _progress(source))
            if machine is not None:
                articles = [by_machine(article, machine, _sentences(article)) for article in articles]
            added = [(desk.add(article), article) for article in articles]
        except NashraError as error:
            failed += 1
            print(f"nashra: {error}", file=sys.stderr)
            continue
        for result, article in added:
            if args.json:
                print(json.dumps(import_dict(source, result, article), ensure_ascii=False))
            else:
                print(result.id + ("  (already there)" if result.duplicate else ""))
                _tell(article)
    return 1 if failed else 0


def run_vowel(args: argparse.Namespace) -> int:
    """`nashra vowel`: all that are there; the first that is not stops it before anything is changed."""
    from corpus.vowels import as_written, by_machine, load
    from reader.workspace import Workspace

    desk = Workspace()
    articles = [desk.library.get(id) for id in args.articles]
    machine = None if args.remove else load()
    for article in articles:
        changed = by_machine(article, machine, _sentences(article)) if machine else as_written(article)
        if changed == article:
            print(f"{article.id}: {'no vowels of a machine' if args.remove else 'no word without vowels'}")
            continue
        desk.library.replace(changed)
        desk.index_article(article.id)
        print(f"{article.id}: {'as it was printed' if args.remove else 'vowels by machine, not checked'}")
    return 0


def _machine(*, asked: bool, set_so: bool) -> Machine | None:
    """What puts vowels on imports: needed if it was asked for; a setting alone stops no import."""
    if not asked and not set_so:
        return None
    from corpus.vowels import load

    try:
        return load()
    except NashraError as error:
        if asked:
            raise
        print(f"nashra: machine_vowels = true: {error}", file=sys.stderr)
        return None


def _sentences(article: Article) -> Callable[[int, int], None] | None:
    """A line on standard error while many sentences are given vowels; nothing into a pipe."""
    if not sys.stderr.isatty():
        return None
    name = article.id[:60]

    def say(done: int, total: int) -> None:
        if total > 50 and (done % 10 == 0 or done == total):
            end = "\n" if done == total else ""
            print(f"\r{name}: vowels, {done} of {total} sentences", end=end, file=sys.stderr, flush=True)

    return say


def _english(name: str) -> str:
    from corpus.importers.encoding import decode
    from corpus.importers.sources import read_file

    return decode(read_file(Path(name)), name)


def _progress(source: str) -> Callable[[int, int | None], None] | None:
    """A line on standard error for a page that takes more than a second; nothing into a pipe."""
    if not sys.stderr.isatty():
        return None
    began = time.monotonic()

    def say(done: int, total: int | None) -> None:
        if time.monotonic() - began > 1:
            of = f" of {total / 1e6:.1f}" if total else ""
            end = "\n" if total and done >= total else ""
            print(f"\r{source[:60]}: {done / 1e6:.1f}{of} MB", end=end, file=sys.stderr, flush=True)

    return say


def _tell(article: Article) -> None:
    """What cleaning took away that its reader should know of."""
    from corpus.clean import notices

    for line in notices(article.removed):
        print(f"  {line}", file=sys.stderr)


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
    if args.raw:
        _print_raw(article)
    elif args.json:
        from corpus.describe import show_dict

        print(json.dumps(show_dict(article), ensure_ascii=False))
    else:
        print_article(article, args.bidi, args.width)
    return 0


def _print_raw(article: Article) -> None:
    from corpus.visible import visible

    for line in (article.raw or article.text).splitlines():
        print(visible(line, 100_000))
    for removed in article.removed:
        print(f"removed ({removed.rule}): {visible(removed.text, 200)}", file=sys.stderr)


def run_search(args: argparse.Namespace) -> int:
    """`nashra search`: the sentences, each with its article; keyword in context for a person."""
    from corpus.describe import hit_dict
    from reader.commands.words import resolve
    from reader.output import printable, profile_for
    from reader.workspace import Workspace

    if args.limit < 1:
        raise NashraError("--limit takes a number of sentences, 1 or more")
    desk = Workspace()
    desk.index_stale()
    query = " ".join(args.query)
    if args.text:
        hits = desk.library.search_text(query, limit=args.limit)
    else:
        hits = desk.library.search_lemma([resolve(desk, query)[0]], limit=args.limit)
    profile = profile_for(None)
    for hit in hits:
        if args.json:
            print(json.dumps(hit_dict(hit), ensure_ascii=False))
            continue
        for before, match, after in hit.keyword_in_context():
            line = f"{before} [{match}] {after}".strip()
            print(f"{hit.article:32}  {printable(line, profile)}")
    if not hits:
        raise NashraError(f"nothing found for {query}")
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
