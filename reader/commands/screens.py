"""nashra, nashra read: the full screen; into a pipe the same as text."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from reader.choices import BIDI

if TYPE_CHECKING:
    import argparse

    from corpus.article import Article
    from reader.workspace import Workspace


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `read`."""
    read = commands.add_parser("read", help="one article, full screen (a file joins the library)")
    read.add_argument(
        "article", metavar="ARTICLE|FILE|-", help="an article's id, a file, or - for standard input"
    )
    bidi_option(read)
    read.set_defaults(run=run_read)


def bidi_option(parser: argparse.ArgumentParser) -> None:
    """Add --bidi."""
    parser.add_argument(
        "--bidi", choices=BIDI, help="how Arabic is sent to the terminal (default: found out)"
    )


def on_terminal() -> bool:
    """Whether there is a person at a screen: a terminal, or the browser that `nashra serve` draws for."""
    return bool(os.environ.get("TEXTUAL_DRIVER")) or (sys.stdin.isatty() and sys.stdout.isatty())


def library(args: argparse.Namespace) -> int:
    """`nashra`: the library."""
    from reader.workspace import Workspace

    desk = Workspace()
    if on_terminal():
        return _app(desk, None, None)
    from reader.commands.library import print_list

    print_list(desk)
    print("\nnashra read ID opens one; nashra --help says the rest.")
    return 0


def run_read(args: argparse.Namespace) -> int:
    """`nashra read`."""
    from reader.workspace import Workspace

    desk = Workspace()
    article = desk.bring(args.article)
    if on_terminal() or (args.article == "-" and sys.stdout.isatty() and _take_terminal()):
        return _app(desk, article, args.bidi)
    from reader.commands.library import print_article

    print_article(article, args.bidi, None)
    return 0


def _take_terminal() -> bool:
    """After the text came through standard input, take the keys from the terminal itself."""
    import os

    try:
        terminal = os.open("/dev/tty", os.O_RDONLY)
    except OSError:
        return False
    os.dup2(terminal, 0)
    os.close(terminal)
    return True


def _app(desk: Workspace, article: Article | None, bidi: str | None) -> int:
    from glossary import fresh
    from reader.tui.run import run

    if not fresh.ready():  # a checkout compiles first: said while there is no screen that would stand still
        print("The dictionary is made from its sources, once; that takes a minute or so …", file=sys.stderr)
        desk.index  # noqa: B018
    return run(desk, article, bidi)
