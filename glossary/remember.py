"""Inflection remembered between compilations: a verb's paradigm takes milliseconds, and there are thousands."""

from __future__ import annotations

import hashlib
import marshal
import os
from pathlib import Path
from typing import TYPE_CHECKING

from glossary import inflect as package
from glossary.inflect import inflect
from glossary.inflect.form import Form

if TYPE_CHECKING:
    from glossary.entry import Entry


class Remember:
    """`inflect`, with a file of what it said before. The file is ignored when the rules have changed or it is damaged."""

    def __init__(self, path: Path) -> None:
        """Read what is there."""
        self._path = path
        folder = Path(package.__file__).parent
        self._rules = hashlib.sha256(
            b"".join(p.read_bytes() for p in sorted(folder.glob("*.py")))
        ).hexdigest()
        self._said: dict[str, list[tuple[str, str, int, float, str, str]]] = {}
        self._used: dict[str, list[tuple[str, str, int, float, str, str]]] = {}
        try:
            rules, said = marshal.loads(path.read_bytes())
            if rules == self._rules:
                self._said = said
        except (OSError, ValueError, EOFError, TypeError):
            pass

    def __call__(self, entry: Entry) -> list[Form]:
        """The entry's forms."""
        key = repr(
            (
                entry.lemma, entry.pos, entry.root, entry.gender, entry.number, entry.plural, entry.dual, entry.feminine,
                entry.elative, entry.form, entry.present, entry.masdar, entry.invariable, entry.forms, entry.spellings,
            )
        )  # fmt: skip
        said = self._said.get(key)
        if said is None:
            said = [(*form,) for form in inflect(entry)]
        self._used[key] = said
        return [Form(*form) for form in said]

    def save(self) -> None:
        """Write what was used, atomically; a folder that cannot be written is no error."""
        temporary = self._path.with_name(f"{self._path.name}.{os.getpid()}")
        try:
            temporary.write_bytes(marshal.dumps((self._rules, self._used)))
            os.replace(temporary, self._path)
        except OSError:
            temporary.unlink(missing_ok=True)
