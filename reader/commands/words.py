"""nashra gloss, terms, lookup, mark, words: what words mean, and what the reader knows."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from corpus.errors import NashraError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from reader.workspace import Workspace

STATE_OPTIONS = ("known", "learning", "ignored", "new")
LONGEST_LINE = 20_000_000
"""Bytes of one line of standard input."""


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add gloss, terms, lookup, mark and words."""
    gloss = commands.add_parser("gloss", help="analyse text, line by line")
    gloss.add_argument("file", metavar="FILE|-", nargs="?", default="-")
    gloss.add_argument("--json", action="store_true", help="one object for each line")
    gloss.set_defaults(run=run_gloss)

    terms = commands.add_parser("terms", help="the glossary's words and terms that occur in an article")
    terms.add_argument("article", metavar="ARTICLE|FILE|-")
    terms.add_argument("--json", action="store_true", help="one object for each, with its places")
    terms.set_defaults(run=run_terms)

    lookup = commands.add_parser("lookup", help="look words up: Arabic, English, root or transliteration")
    lookup.add_argument("words", metavar="WORD", nargs="+")
    lookup.add_argument("--json", action="store_true", help="one object for each entry found")
    lookup.set_defaults(run=run_lookup)

    mark = commands.add_parser("mark", help="set the state of words")
    mark.add_argument("words", metavar="WORD", nargs="+", help="in any form; a term in quotation marks")
    state = mark.add_mutually_exclusive_group(required=True)
    for name in STATE_OPTIONS:
        state.add_argument(f"--{name}", dest="state", action="store_const", const=name)
    mark.add_argument("--article", metavar="ARTICLE", help="the article they were met in")
    mark.set_defaults(run=run_mark)

    undo = commands.add_parser("undo", help="take back the last marking, all of it")
    undo.set_defaults(run=run_undo)

    words = commands.add_parser("words", help="your words and their states")
    words.add_argument("--state", choices=STATE_OPTIONS[:3])
    words.add_argument("--json", action="store_true", help="one object for each word")
    words.set_defaults(run=run_words)


def _lines(ref: str) -> Iterator[str]:
    """The lines of a UTF-8 file or of standard input, without their line ends."""
    try:
        stream = sys.stdin.buffer if ref == "-" else open(ref, "rb")  # noqa: SIM115
    except FileNotFoundError:
        raise NashraError(f"there is no file {ref!r}") from None
    except OSError as error:
        raise NashraError(f"cannot read {ref!r}: {error.strerror}") from None
    name = "standard input" if ref == "-" else ref
    with stream:
        for number, line in enumerate(iter(lambda: stream.readline(LONGEST_LINE + 1), b""), 1):
            if len(line) > LONGEST_LINE:
                raise NashraError(f"line {number} of {name} is longer than {LONGEST_LINE:,} bytes")
            try:
                yield line.removesuffix(b"\n").removesuffix(b"\r").decode("utf-8")
            except UnicodeDecodeError:
                raise NashraError(
                    f"line {number} of {name} is not UTF-8 text; save it as UTF-8 and try again"
                ) from None


def run_gloss(args: argparse.Namespace) -> int:
    """`nashra gloss`."""
    from reader.workspace import Workspace

    analyzer = Workspace().analyzer
    if args.json:
        from glossary.glossjson import run

        sys.stdout.flush()
        run(_lines(args.file), sys.stdout.buffer, analyzer)
        return 0
    from reader.output import printable, profile_for

    profile = profile_for(None)
    for text in _lines(args.file):
        line = analyzer.line(text)
        for token in line.tokens:
            if token.kind == "word":
                said = ", ".join(token.glosses or ()) or "-"
                print(
                    f"{printable(token.text, profile)}\t{printable(token.lemma or '-', profile)}\t{token.pos or '-'}\t{said}"
                )
        for term in line.terms:
            print(f"{printable(text[term.start : term.end], profile)}\t{term.entry}\tterm\t{term.gloss}")
    return 0


def run_terms(args: argparse.Namespace) -> int:
    """`nashra terms`."""
    from reader.output import printable, profile_for
    from reader.workspace import Workspace

    desk = Workspace()
    reading = desk.reading(desk.load(args.article))
    reading.read_all()
    profile = profile_for(None)
    for use in reading.uses():
        if args.json:
            places = [{"paragraph": p.block - 1, "start": p.start, "end": p.end} for p in use.places]
            made = {"entry": use.entry, "kind": use.kind, "arabic": use.arabic, "gloss": use.gloss}
            print(json.dumps({**made, "count": len(places), "places": places}, ensure_ascii=False))
        else:
            print(f"{len(use.places):4}  {use.gloss:32}  {printable(use.arabic, profile)}")
    return 0


def run_lookup(args: argparse.Namespace) -> int:
    """`nashra lookup`."""
    from dataclasses import asdict

    from glossary.lookup import lookup
    from reader.output import printable, profile_for
    from reader.workspace import Workspace

    analyzer = Workspace().analyzer
    profile = profile_for(None)
    missing = []
    for word in args.words:
        results = lookup(analyzer, word)
        if not results:
            missing.append(word)
        for result in results:
            if args.json:
                print(json.dumps({"query": word, **asdict(result)}, ensure_ascii=False))
            else:
                print(
                    f"{printable(result.lemma, profile)}\t{result.pos}\t{', '.join(result.glosses)}\t{result.entry or ''}"
                )
    if missing:
        raise NashraError(f"nothing found for {', '.join(missing)}")
    return 0


def resolve(desk: Workspace, word: str) -> tuple[str, str, str | None]:
    """(key, lemma, pos) of a word in any form, or of a term. NashraError when nothing is known about it."""
    from glossary.entry import Term

    line = desk.analyzer.line(word)
    for term in line.terms:
        if (term.start, term.end) == (0, len(word)):
            entry = desk.entry(term.entry)
            return term.entry, entry.term if isinstance(entry, Term) else word, "term"
    found = [token for token in line.tokens if token.kind == "word"]
    if len(found) == 1 and found[0].key is not None:
        return found[0].key, found[0].lemma or found[0].text, found[0].pos
    if len(found) > 1:
        raise NashraError(f"{word!r} is not a term of the glossary; give its words one by one")
    raise NashraError(f"no dictionary form is known for {word!r}; check its spelling")


def run_mark(args: argparse.Namespace) -> int:
    """`nashra mark`: all of the words, or none of them."""
    from reader.workspace import Workspace

    desk = Workspace()
    if args.article:
        desk.library.get(args.article)
    desk.mark([resolve(desk, word) for word in args.words], args.state, args.article)
    for word in args.words:
        if any(token.kind == "word" and token.source == "none" for token in desk.analyzer.line(word).tokens):
            print(f"the dictionary does not know {word}: marked as it is written")
    return 0


def run_undo(args: argparse.Namespace) -> int:
    """`nashra undo`."""
    from reader.workspace import Workspace

    changes = Workspace().undo()
    if not changes:
        raise NashraError("nothing to undo")
    print(f"taken back: {len(changes)} words {changes[0].after}")
    return 0


def run_words(args: argparse.Namespace) -> int:
    """`nashra words`."""
    from reader.deck import first_gloss
    from reader.output import printable, profile_for
    from reader.workspace import Workspace

    desk = Workspace()
    profile = profile_for(None)
    for word in desk.store.words(args.state):
        gloss = first_gloss(desk.entry(word.key))
        if args.json:
            made = {
                "key": word.key,
                "lemma": word.lemma,
                "pos": word.pos,
                "state": word.state,
                "gloss": gloss,
            }
            print(
                json.dumps(
                    {**made, "article": word.article, "changed": int(word.changed)}, ensure_ascii=False
                )
            )
        else:
            print(f"{word.state:9}  {gloss or '-':24}  {printable(word.lemma, profile)}")
    return 0
