"""A compact draft of the general lexicon to its TOML files.

    python scripts/scaffold.py [--replace] [--force] [--data FOLDER] DRAFT…

A line of a draft is `lemma | pos | root | extras | glosses` (glossary/draft.py); # begins a comment. A line that
the validator has something against is named with its number and its reason, and left out unless --force is given.
Words that are in the data already are left alone; with --replace the general lexicon's own are written anew.
Files are named after the first letter, b-1.toml, b-2.toml …; an entry stays in the file where it is.
"""

from __future__ import annotations

import fcntl
import os
import sys
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from corpus.errors import NashraError
from glossary.decode import decode, read, survey
from glossary.draft import entry_of
from glossary.entry import Entry, Term
from glossary.format import dump, header, write
from glossary.sources import DATA, LEXICON, shipped, source_of
from glossary.validate.book import Book
from glossary.validate.run import over_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOM = 290
"""Tables up to which a file is filled."""
_LETTERS = {
    "ء": "a",
    "ا": "a",
    "أ": "a",
    "إ": "a",
    "آ": "a",
    "ع": "ayn",
    "ح": "h",
    "ه": "h",
    "ص": "s",
    "ض": "d",
}
_LETTERS |= {
    "ط": "t",
    "ظ": "z",
    "ث": "th",
    "ج": "j",
    "خ": "kh",
    "ذ": "dh",
    "ش": "sh",
    "غ": "gh",
    "ب": "b",
    "ت": "t",
}
_LETTERS |= {
    "د": "d",
    "ر": "r",
    "ز": "z",
    "س": "s",
    "ف": "f",
    "ق": "q",
    "ك": "k",
    "ل": "l",
    "م": "m",
    "ن": "n",
}
_LETTERS |= {"و": "w", "ي": "y"}
_FUNCTION = ("preposition", "conjunction", "particle", "pronoun", "demonstrative", "relative", "interjection")


class Store:
    """The data as it is and as it grows."""

    def __init__(self, data: Path) -> None:
        self.folder = data / "general"
        self.files: dict[Path, list[Entry | Term]] = {}
        self.header: dict[Path, str] = {}
        self.words: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        self.ids: set[str] = set()
        self.touched: set[Path] = set()
        for path in shipped(data):
            text = read(path)
            if path.parent == self.folder:
                records = decode(text, where=path, source=source_of(path))
                self.files[path] = records
                self.header[path] = header(text, where=path)
            else:  # somebody may be in the middle of editing it
                records = survey(text, source=source_of(path))[0]
            for record in records:
                self.know(record)

    def know(self, record: Entry | Term) -> None:
        """Remember what is there."""
        self.ids.add(record.id)
        if isinstance(record, Entry):
            self.words[record.lemma, record.pos].append(record)

    def same(self, entry: Entry) -> Entry | None:
        """The entry of the same word: lemma, part of speech, and root and present if both say one."""
        for other in self.words[entry.lemma, entry.pos]:
            roots = not entry.root or not other.root or entry.root == other.root
            if roots and (not entry.present or not other.present or entry.present == other.present):
                return other
        return None

    def add(self, entry: Entry) -> None:
        """Put an entry into the first file of its letter that has room."""
        letter, number = letter_of(entry), 1
        while len(self.files.get(path := self.folder / f"{letter}-{number}.toml", ())) >= ROOM:
            number += 1
        self.files.setdefault(path, []).append(entry)
        self.touched.add(path)
        self.know(entry)

    def replace(self, old: Entry, new: Entry) -> bool:
        """Write an entry of the general lexicon anew, in its place."""
        for path, records in self.files.items():
            if path.parent == self.folder and old in records:
                records[records.index(old)] = new
                self.touched.add(path)
                return True
        return False

    def write(self) -> None:
        """Write the files that changed."""
        for path in sorted(self.touched):
            write(path, dump(self.files[path], self.header.get(path, "")))


def letter_of(entry: Entry) -> str:
    """The name of the file: the root's or lemma's first letter, or one for all function words."""
    if entry.pos in _FUNCTION:
        return "function"
    if entry.pos == "numeral":
        return "numbers"
    return _LETTERS.get((entry.root or entry.lemma)[0], "x")


def lines(paths: Iterable[Path]) -> Iterator[tuple[Path, int, str]]:
    """The lines that are not empty and not comments, with their place."""
    for path in paths:
        for number, line in enumerate(read(path).splitlines(), 1):
            if line.strip() and not line.lstrip().startswith("#"):
                yield path, number, line


def main(arguments: list[str]) -> int:
    """Run it; exit status 1 if a line was left out for a fault."""
    replacing, force = "--replace" in arguments, "--force" in arguments
    data = DATA
    if "--data" in arguments:
        at = arguments.index("--data")
        data = Path(arguments[at + 1])
        del arguments[at : at + 2]
    (data / "general").mkdir(parents=True, exist_ok=True)
    drafts = [Path(name) for name in arguments if not name.startswith("--")]
    with locked(data / "general"):
        store = Store(data)
        counts = take_in(store, drafts, replacing=replacing, force=force)
        store.write()
    print("{added} added, {replaced} replaced, {there} there already, {bad} left out".format_map(counts))
    return 1 if counts["bad"] else 0


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Wait until no other run is at work on the folder, and keep others out."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def take_in(store: Store, drafts: Iterable[Path], *, replacing: bool, force: bool) -> dict[str, int]:
    """Put the drafts' entries into the store, say what is wrong and what is there already, and count."""
    counts = dict.fromkeys(("added", "replaced", "there", "bad"), 0)
    for path, number, line in lines(drafts):
        try:
            entry = entry_of(line, store.ids)
            found = over_record(entry, path, Book([(entry, store.folder / "x.toml")]), warnings=False)
            faults = [fault for fault in found if fault.code != "E401"]  # what is related may come later
            if faults and not force:
                raise NashraError("; ".join(f"{fault.code} {fault.message}" for fault in faults))
        except NashraError as error:
            print(f"{path}:{number}: {error}", file=sys.stderr)
            counts["bad"] += 1
            continue
        old = store.same(entry)
        if old is None:
            store.add(entry)
            counts["added"] += 1
        elif replacing and old.source == LEXICON and store.replace(old, replace(entry, id=old.id)):
            counts["replaced"] += 1
        else:
            print(f"{path}:{number}: {entry.lemma} is there as {old.id}")
            counts["there"] += 1
    return counts


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
