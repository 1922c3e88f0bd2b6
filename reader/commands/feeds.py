"""nashra feed: follow feeds, look at what is new, take what is worth reading."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import NashraError

if TYPE_CHECKING:
    import argparse

    from corpus.feeds import Feeds


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add feed."""
    feed = commands.add_parser("feed", help="follow RSS and Atom feeds; new items wait in an inbox")
    verbs = feed.add_subparsers(metavar="VERB", required=True)

    add = verbs.add_parser("add", help="follow a feed, the feed that a page names, or an OPML list (a file)")
    add.add_argument("source", metavar="ADDRESS|LIST.opml")
    add.set_defaults(run=run_add)

    listing = verbs.add_parser("list", help="the feeds, and how many new items each has")
    listing.add_argument("--opml", action="store_true", help="as an OPML list, for another reader")
    listing.add_argument("--json", action="store_true", help="one object for each feed")
    listing.set_defaults(run=run_list)

    remove = verbs.add_parser("remove", help="stop following a feed")
    remove.add_argument("address", metavar="ADDRESS")
    remove.set_defaults(run=run_remove)

    fetch = verbs.add_parser("fetch", help="ask all feeds for new items")
    fetch.add_argument("--force", action="store_true", help="also those that were asked a moment ago")
    fetch.set_defaults(run=run_fetch)

    inbox = verbs.add_parser("inbox", help="the new items, with their numbers")
    inbox.add_argument("--json", action="store_true", help="one object for each item")
    inbox.set_defaults(run=run_inbox)

    take = verbs.add_parser("take", help="fetch items of the inbox into the library, by their numbers")
    take.add_argument("numbers", metavar="NUMBER", nargs="+", type=int)
    take.set_defaults(run=run_take)

    dismiss = verbs.add_parser("dismiss", help="take items out of the inbox unread")
    dismiss.add_argument("numbers", metavar="NUMBER", nargs="+", type=int)
    dismiss.set_defaults(run=run_dismiss)


def _feeds() -> Feeds:
    from corpus.feeds import Feeds
    from reader.workspace import Workspace

    return Feeds(Workspace().library)


def run_add(args: argparse.Namespace) -> int:
    """`nashra feed add`."""
    feeds = _feeds()
    if Path(args.source).is_file():
        from corpus.importers.sources import read_file

        added = feeds.add_opml(read_file(Path(args.source)))
        print(f"{len(added)} feeds added; `nashra feed fetch` asks them")
        return 0
    feed = feeds.add(args.source)
    print(f"{feed.title}: {feed.new} items in the inbox")
    return 0


def run_list(args: argparse.Namespace) -> int:
    """`nashra feed list`."""
    feeds = _feeds()
    if args.opml:
        print(feeds.opml())
        return 0
    for feed in feeds.all():
        if args.json:
            made = {
                "url": feed.url,
                "title": feed.title,
                "new": feed.new,
                "fetched": feed.fetched,
                "error": feed.error,
            }
            print(json.dumps(made, ensure_ascii=False))
        else:
            print(f"{feed.new:4} new  {feed.title}  {feed.url}" + (f"  ({feed.error})" if feed.error else ""))
    return 0


def run_remove(args: argparse.Namespace) -> int:
    """`nashra feed remove`."""
    _feeds().remove(args.address)
    return 0


def run_fetch(args: argparse.Namespace) -> int:
    """`nashra feed fetch`: one feed that fails does not stop the others; what has come is kept at Ctrl-C."""
    feeds, failed = _feeds(), 0
    if not feeds.all():
        print("no feeds yet; `nashra feed add ADDRESS` follows one")
        return 0
    for result in feeds.fetch(force=args.force):
        if result.error:
            failed += 1
            print(f"nashra: {result.title or result.url}: {result.error}", file=sys.stderr)
        elif result.skipped:
            print(f"{result.title}: asked a moment ago (--force asks again)")
        else:
            print(f"{result.title}: {result.new} new")
    return 1 if failed else 0


def run_inbox(args: argparse.Namespace) -> int:
    """`nashra feed inbox`."""
    from reader.output import printable, profile_for

    profile = profile_for(None)
    for item in _feeds().inbox():
        if args.json:
            made = {
                "number": item.number,
                "title": item.title,
                "url": item.url,
                "date": item.date,
                "feed": item.feed,
            }
            print(json.dumps(made, ensure_ascii=False))
        else:
            print(
                f"{item.number:6}  {item.date or '':10}  {item.feed[:24]:24}  {printable(item.title, profile)}"
            )
    return 0


def run_take(args: argparse.Namespace) -> int:
    """`nashra feed take`."""
    from corpus.feeds import Feeds
    from reader.workspace import Workspace

    desk = Workspace()
    feeds = Feeds(desk.library)
    failed = 0
    for number in args.numbers:
        try:
            added = feeds.take(number)
        except NashraError as error:
            failed += 1
            print(f"nashra: {error}", file=sys.stderr)
            continue
        if not added.duplicate:
            desk.index_article(added.id)
        print(added.id + ("  (already there)" if added.duplicate else ""))
    return 1 if failed else 0


def run_dismiss(args: argparse.Namespace) -> int:
    """`nashra feed dismiss`."""
    feeds = _feeds()
    for number in args.numbers:
        feeds.dismiss(number)
    return 0
