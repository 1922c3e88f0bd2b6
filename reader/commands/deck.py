"""nashra export: the words kept, as an Anki package."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import NashraError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from reader.anki.export import ExportResult
    from reader.study.states import State
    from reader.workspace import Workspace


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add export."""
    export = commands.add_parser("export", help="write the words you kept as an Anki deck (.apkg)")
    export.add_argument("articles", metavar="ARTICLE", nargs="*", help="only the words of these articles")
    export.add_argument("-o", "--output", metavar="DECK.apkg", required=True)
    export.add_argument("--state", choices=("learning", "known", "ignored"), default="learning")
    export.add_argument("--limit", type=int, metavar="N", help="the N most worth learning")
    export.set_defaults(run=run_export)


def run_export(args: argparse.Namespace) -> int:
    """`nashra export`."""
    from reader.workspace import Workspace

    if args.limit is not None and args.limit < 1:
        raise NashraError("--limit takes a number of words, 1 or more")
    result = export(Workspace(), Path(args.output), args.articles, args.state, args.limit)
    print(
        f"{result.path}: {result.notes} notes, {result.cards} cards ({result.new} new, {result.updated} updated)"
    )
    for line in result.skipped:
        print(f"left out: {line}")
    return 0


def export(
    desk: Workspace,
    path: Path,
    articles: Sequence[str] = (),
    state: State = "learning",
    limit: int | None = None,
) -> ExportResult:
    """Write the deck; with articles only the words that occur in them. NashraError when there is nothing to write."""
    from reader import deck
    from reader.anki.export import write_deck
    from reader.anki.stamps import Stamp
    from reader.study.states import UNFAMILIAR

    if path.suffix != ".apkg":
        raise NashraError(f"{path} must end in .apkg, or Anki does not open it")
    desk.index_stale()
    words = {word.key: word for word in desk.store.words(state)}
    if not words:
        raise NashraError(
            f"no words are {state}; mark some in the reader (space) or with `nashra mark WORD --{state}`"
        )
    ids = list(articles) or sorted({hit for key in words for hit in desk.articles_with(key)})
    readings = [desk.reading(desk.library.get(id)) for id in ids]
    found = deck.find(words, readings, lambda key: desk.store.state(key) not in UNFAMILIAR)
    if articles:
        words = {key: word for key, word in words.items() if found[key].meetings}
        if not words:
            raise NashraError(f"none of the words that are {state} occur in {', '.join(articles)}")
    chosen = desk.store.sentences()
    notes = []
    for key, word in words.items():
        meeting = deck.best(found[key].meetings, chosen.get(key))
        if meeting is not None and key not in chosen:
            # A card keeps the sentence that it first came with, unless its reader picks another.
            desk.store.choose_sentence(key, meeting.article.id, meeting.block, meeting.start, meeting.end)
        notes.append(deck.note(word, desk.entry(key), found[key], meeting))
    notes.sort(key=lambda note: note.rank)
    stamps = {key: Stamp(*stamp) for key, stamp in desk.store.stamps().items()}
    result = write_deck(notes[:limit], path, stamps=stamps)
    desk.store.save_stamps({key: (s.digest, s.changed, s.cards) for key, s in result.stamps.items()})
    return result
