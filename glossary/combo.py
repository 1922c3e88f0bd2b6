"""What a form is: part of speech, features, clitics; made once for each combination that occurs, with its JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.kinds import attached, kind

if TYPE_CHECKING:
    from glossary.index import Index

CAP = 20_000


class Combo:
    """One combination. `kind` is how it looks to a neighbour, `attached` what stands before it (glossary.kinds); `written`
    is how that is written."""

    __slots__ = (
        "accusative",
        "attached",
        "enclitic",
        "features",
        "fragment",
        "kind",
        "pos",
        "proclitics",
        "written",
    )

    def __init__(self, pos: str, features: str, proclitics: tuple[str, ...], enclitic: str) -> None:
        self.pos = pos
        self.features = features
        self.proclitics = proclitics
        self.enclitic = enclitic
        self.fragment = b""
        self.kind = kind(pos, features, proclitics, enclitic)
        self.attached = attached(proclitics)
        self.written = "".join(proclitics).replace("لال", "لل").replace("أ", "ا")
        self.accusative = "accusative" in features


class Combos:
    """The combinations met so far, by the index's number and by content."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self.numbered: dict[int, Combo] = {}
        self._made: dict[tuple[int, tuple[str, ...], str], Combo] = {}

    def number(self, n: int) -> Combo:
        """The index's combination n."""
        found = self.numbered.get(n)
        if found is None:
            pos, features, proclitics, enclitic = self._index.combo(n)
            found = self.numbered[n] = Combo(pos, features, tuple(proclitics.split()), enclitic)
        return found

    def with_clitics(self, n: int, proclitics: tuple[str, ...], enclitic: str) -> Combo:
        """Combination n, which has no clitics, with these."""
        if not proclitics and not enclitic:
            return self.number(n)
        key = (n, proclitics, enclitic)
        found = self._made.get(key)
        if found is None:
            if len(self._made) >= CAP:
                self._made.clear()
            stem = self.number(n)
            found = self._made[key] = Combo(stem.pos, stem.features, proclitics, enclitic)
        return found

    def make(self, pos: str, features: str) -> Combo:
        """A combination that the index does not have (a name's, a suggestion's)."""
        return Combo(pos, features, (), "")
