"""nashra next, stats: what to learn next, how far one is."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from corpus.errors import NashraError

if TYPE_CHECKING:
    import argparse

    from reader.workspace import Workspace


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add next and stats."""
    following = commands.add_parser("next", help="the words that would unlock the most text of your library")
    following.add_argument("-n", type=int, default=20, metavar="N", dest="count", help="how many (20)")
    following.add_argument("--json", action="store_true", help="one object for each word")
    following.set_defaults(run=run_next)

    stats = commands.add_parser("stats", help="how far you are: words by state, articles, the last month")
    stats.add_argument("--json", action="store_true", help="one object")
    stats.set_defaults(run=run_stats)


def run_next(args: argparse.Namespace) -> int:
    """`nashra next`."""
    from glossary.entry import Term
    from reader.output import printable, profile_for
    from reader.study.planner import worth
    from reader.workspace import Workspace

    if args.count < 1:
        raise NashraError("-n takes a number of words, 1 or more")
    desk = Workspace()
    desk.index_stale()
    profile = profile_for(None)
    left = args.count
    for word in worth(desk.library.library_counts(), desk.store.state):
        entry = desk.entry(word.key)
        if entry is None or isinstance(entry, Term) or left <= 0:
            continue
        left -= 1
        gloss = entry.senses[0].gloss[0]
        if args.json:
            made = {"key": word.key, "lemma": entry.lemma, "pos": entry.pos, "gloss": gloss}
            print(json.dumps({**made, "words": word.words, "articles": word.articles}, ensure_ascii=False))
        else:
            print(
                f"{word.words:5} words  {word.articles:4} articles  {gloss:28}  {printable(entry.lemma, profile)}"
            )
    return 0


def figures(desk: Workspace, today: date) -> dict[str, Any]:
    """Everything that `nashra stats` says, ready for JSON."""
    from reader.study.planner import by_day

    states: dict[str, int] = {"learning": 0, "known": 0, "ignored": 0}
    for state in desk.store.states.values():
        states[state] += 1
    summaries = desk.library.list()
    counted, known = sum(s.counted for s in summaries), sum(s.known for s in summaries)
    return {
        "words": states,
        "articles": len(summaries),
        "running_words": counted,
        "known": round(100 * known / counted, 1) if counted else 0.0,
        "within_reach": sum(1 for s in summaries if (s.known_share or 0) >= 0.9),
        "days": [
            {"date": day.isoformat(), **marked}
            for day, marked in by_day(desk.store.history(), today)
            if marked
        ],
    }


def run_stats(args: argparse.Namespace) -> int:
    """`nashra stats`."""
    from reader.workspace import Workspace

    desk = Workspace()
    desk.index_stale()
    found = figures(desk, date.today())
    if args.json:
        print(json.dumps(found, ensure_ascii=False))
        return 0
    words = found["words"]
    print(f"{words['known']} words known, {words['learning']} kept for the deck, {words['ignored']} ignored")
    print(
        f"{found['known']} % of the {found['running_words']} words in {found['articles']} articles are known"
    )
    print(f"{found['within_reach']} articles with nine words in ten known")
    for day in found["days"]:
        print(f"  {day['date']}  " + ", ".join(f"{n} {state}" for state, n in day.items() if state != "date"))
    return 0
