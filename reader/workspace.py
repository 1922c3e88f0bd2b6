"""Everything that a command or a screen works with, opened when it is first used.

desk = Workspace()
article = desk.bring("page.txt")          an id of the library, a file, or "-"; files join the library
reading = desk.reading(article)           its analysis
desk.mark([("uquba-n", "عُقُوبَة", "noun")], "learning", article.id)
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from reader import paths
from reader.study.states import UNFAMILIAR

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator

    from corpus.article import Article
    from corpus.library import AddResult, Library
    from corpus.postings import Posting
    from glossary.analyze import Analyzer
    from glossary.entry import Entry, Term
    from glossary.index import Index
    from reader.config import Config
    from reader.settings import Settings
    from reader.study.reading import Reading
    from reader.study.standing import Standing
    from reader.study.states import Change, State
    from reader.study.store import Store


class Workspace:
    """One user's state and the dictionary, for one process."""

    @cached_property
    def config(self) -> Config:
        """The settings."""
        from reader.config import load

        return load()

    @cached_property
    def conn(self) -> sqlite3.Connection:
        """The state file."""
        from corpus.database import connect

        paths.make_dir(paths.data_dir())
        return connect(paths.state_file())

    @cached_property
    def library(self) -> Library:
        """The articles."""
        from corpus.library import Library

        return Library(self.conn)

    @cached_property
    def store(self) -> Store:
        """The word states."""
        from reader.study.store import Store

        return Store(self.conn)

    @cached_property
    def standing(self) -> Standing:
        """How well words are known in Anki, as far as it was asked."""
        from reader.study.standing import Standing

        return Standing()

    @cached_property
    def settings(self) -> Settings:
        """What the reader answered once."""
        from reader.settings import Settings

        return Settings(self.conn)

    @cached_property
    def index(self) -> Index:
        """The dictionary, the user's own entries included."""
        from glossary.index import open_index

        return open_index(user_dir=paths.own_entries_dir())

    @cached_property
    def dictionary(self) -> str:
        """The version of the compiled dictionary: articles indexed with another one are indexed again."""
        folders = [layer.folder for layer, _ in self.index.layers]
        stats = [(Path(folder) / "data.bin").stat() for folder in folders]
        return " ".join(f"{stat.st_size:x}-{stat.st_mtime_ns:x}" for stat in stats)

    @cached_property
    def analyzer(self) -> Analyzer:
        """Text to analyses."""
        from glossary.analyze import Analyzer

        return Analyzer(self.index)

    def reopen(self) -> None:
        """Open the dictionary afresh: the user's own entries have changed."""
        for name in ("index", "dictionary", "analyzer"):
            self.__dict__.pop(name, None)

    def reading(self, article: Article) -> Reading:
        """An article with its analysis, made as it is looked at."""
        from reader.study.reading import Reading

        return Reading(article, lambda: self.analyzer, self.entry)

    def entry(self, id: str | None) -> Entry | Term | None:
        """An entry or term of the dictionary; None where there is none of that id."""
        try:
            return self.index.entry(id) if id else None
        except KeyError:
            return None

    def load(self, ref: str) -> Article:
        """An article by id, or of a source that is not kept. NashraError when it is none of these."""
        if not is_source(ref):
            return self.library.get(ref)
        return read_sources(ref)[0]

    def bring(self, ref: str) -> Article:
        """Like `load`, to be read: what a source holds joins the library; of a book the first chapter is opened.

        Its words are looked up later, as those of a stale article are: it is to be read, and now.
        """
        if not is_source(ref):
            return self.library.get(ref, raw=False)
        return self.library.get(
            next(self.library.add(article) for article in read_sources(ref)).id, raw=False
        )

    def rest(self) -> None:
        """Give back memory that would only speed up what may be done next."""
        self.conn.execute("PRAGMA shrink_memory")

    def add(self, article: Article) -> AddResult:
        """Put an article into the library and find its words."""
        added = self.library.add(article)
        if not added.duplicate:
            self.index_article(added.id)
        return added

    def postings(self, id: str) -> Iterator[Posting]:
        """Where each word and term of an article stands, looked up as they are asked for."""
        from corpus.postings import Posting

        for key, place, counted in self.reading(self.library.get(id)).postings():
            yield Posting(key, place.block - 1, place.start, place.end, counted)

    def index_article(self, id: str, postings: Iterable[Posting] | None = None) -> None:
        """Write down where each word and term of an article stands."""
        states = self.store.states
        self.library.index(
            id,
            self.postings(id) if postings is None else postings,
            self.dictionary,
            known={key for key, state in states.items() if state not in UNFAMILIAR},
            unfamiliar={key for key, state in states.items() if state == "learning"},
        )

    def index_stale(self) -> int:
        """Find the words of the articles that another version of the dictionary looked at. Returns how many there were."""
        stale = self.library.stale(self.dictionary)
        for id in stale:
            self.index_article(id)
        return len(stale)

    def articles_with(self, key: str) -> list[str]:
        """Ids of the articles that a word or term occurs in, as far as they were indexed."""
        rows = self.conn.execute(
            "SELECT article.id FROM posting JOIN lemma ON lemma.number = posting.lemma"
            " JOIN article ON article.number = posting.article WHERE lemma.key = ? AND deleted IS NULL",
            (key,),
        )
        return [id for (id,) in rows]

    def mark(
        self, words: Iterable[tuple[str, str, str | None]], state: State, article: str | None = None
    ) -> list[Change]:
        """Give words a state; the library's figures follow. Returns what changed."""
        changes = self.store.set(words, state, article)
        self._follow(changes)
        return changes

    def undo(self) -> list[Change]:
        """Take back the last marking. Returns the changes that it had made."""
        changes = self.store.undo()
        self._follow(changes, back=True)
        return changes

    def _follow(self, changes: list[Change], *, back: bool = False) -> None:
        for change in changes:
            before, after = (change.after, change.before) if back else (change.before, change.after)
            known = (after not in UNFAMILIAR) - (before not in UNFAMILIAR)
            learning = (after == "learning") - (before == "learning")
            if known or learning:
                self.library.note_state(change.key, known=known, unfamiliar=learning)


def is_source(ref: str) -> bool:
    """Ids are slugs; whatever has a separator, a dot or a colon, or exists as a file, is meant as a source."""
    return ref == "-" or any(sign in ref for sign in "/\\.:") or Path(ref).is_file()


def read_sources(
    ref: str, english: str | None = None, progress: Callable[[int, int | None], None] | None = None
) -> list[Article]:
    """The articles of a file, an address, "-" or "clipboard:", one or more. NashraError says what is wrong."""
    from corpus.importers.sources import open_source

    return open_source(ref, english, progress=progress)
