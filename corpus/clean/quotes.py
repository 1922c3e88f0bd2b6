"""Repairs of quotation marks, only where it is certain what was meant."""

from __future__ import annotations

import re

_DOUBLED = re.compile(
    '“{2,}|”{2,}|«{2,}|»{2,}|"{2,}|(?:^|(?<=[\\s(]))“”(?=\\w)|(?:(?<=\\w)|(?<=[.؟!]))“”(?=[\\s.،؛)]|$)'
)
_INNER = re.compile(r"(?<=[«“]) +(?=\S)|(?<=\S) +(?=[»”])")
_SWAPPED = (("“", "”"), ("«", "»"))


def doubled_quotes(line: str) -> tuple[str, int]:
    """Quotes are opened or closed twice, mostly by a program that turned straight ones into curly ones."""

    changed = 0

    def single(m: re.Match[str]) -> str:
        nonlocal changed
        kept = m[0][0]
        if m[0] == "“”":
            kept = "“" if m.end() < len(line) and line[m.end()].isalnum() else "”"
        elif m[0] == '""' and not _beside_word(line, m):
            return m[0]
        changed += 1
        return kept

    return _DOUBLED.sub(single, line), changed


def swapped_quotes(line: str) -> tuple[str, int]:
    """Some keyboards have the two quotes the wrong way round for Arabic: every one of the line is swapped."""
    changed = 0
    for opening, closing in _SWAPPED:
        total = line.count(opening) + line.count(closing)
        wrong = len(re.findall(rf"(?:^|(?<=\s)){closing}(?=\w)", line))
        wrong += len(re.findall(rf"(?<=[\w.؟!]){opening}(?=[\s.،؛]|$)", line))
        if total and wrong == total and line.count(opening) == line.count(closing):
            line = line.translate({ord(opening): closing, ord(closing): opening})
            changed += total
    return line, changed


def spaced_quotes(line: str) -> tuple[str, int]:
    """A space inside a quotation mark lets the mark stand alone at the end of a line."""
    return _INNER.subn("", line)


def _beside_word(line: str, m: re.Match[str]) -> bool:
    before = m.start() > 0 and (line[m.start() - 1].isalnum() or line[m.start() - 1] in ".!؟\u064b")
    after = m.end() < len(line) and line[m.end()].isalnum()
    return before != after
