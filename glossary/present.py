"""Choices to what glossary.analysis promises: for whoever looks at one article and wants everything.

present(analyzer, "فرضت عقوبات")       a LineAnalysis: all of it
passage = Passage(analyzer, "فرضت عقوبات")
passage.key(1), passage.word(1)        the same, a word at a time: a screen colours many and explains one
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.normalize import plain
from corpus.tokenize import tokenize
from glossary.analysis import Candidate, LineAnalysis, NameSpan, TermMatch, WordAnalysis
from glossary.analyze import MADE
from glossary.features import describe
from glossary.match import matches
from glossary.names import spans
from glossary.reasons import reasons

if TYPE_CHECKING:
    from corpus.tokenize import Token
    from glossary.analyze import Analyzer
    from glossary.cutting import Reading
    from glossary.layer import LemmaRow


def present(analyzer: Analyzer, text: str, *, marks: bool = True) -> LineAnalysis:
    """The whole analysis of a line."""
    passage = Passage(analyzer, text, marks=marks)
    words = tuple(passage.word(i) for i in range(len(passage.tokens)))
    return LineAnalysis(text, words, passage.terms, passage.names)


class Passage:
    """A text with its choices made. What it holds of a word is a fraction of its WordAnalysis."""

    __slots__ = ("_analyzer", "_choices", "_made", "names", "terms", "tokens")

    def __init__(self, analyzer: Analyzer, text: str, *, marks: bool = True) -> None:
        """marks: whether the vowels that are written say what a word is; not where a machine wrote them."""
        self._analyzer = analyzer
        self.tokens = tokens = tokenize(text)
        self._choices = choices = analyzer.choose(tokens if marks else list(map(_bare, tokens)))
        self.terms: tuple[TermMatch, ...] = tuple(
            TermMatch(ident, places, tokens[places[0]].start, tokens[places[-1]].end, glosses[0], parts)
            for ident, places, glosses, parts in matches(analyzer, tokens, choices)
        )
        self.names: tuple[NameSpan, ...] = tuple(
            NameSpan(places, tokens[places[0]].start, tokens[places[-1]].end, latin)
            for places, latin in spans(analyzer, tokens, choices)
        )
        self._made: dict[int, LemmaRow] = {  # the analyzer forgets these in time
            number: analyzer.lemma(number)
            for choice in choices
            for _, number, _, _ in choice.readings
            if number >= MADE
        }

    def lemma(self, index: int) -> LemmaRow | None:
        """The row of the lemma that a token is read as; None for what is no known word."""
        readings = self._choices[index].readings
        return self._row(readings[0][1]) if readings else None

    def key(self, index: int) -> str | None:
        """What WordAnalysis.key says of a token."""
        row = self.lemma(index)
        return None if row is None else row[4] or f"{row[0]}/{row[1]}"

    def word(self, index: int) -> WordAnalysis:
        """Everything about a token."""
        token, choice = self.tokens[index], self._choices[index]
        return WordAnalysis(
            token.start,
            token.end,
            token.text,
            token.kind,
            tuple(_candidate(reading, self._row(reading[1])) for reading in choice.readings),
            reasons(choice, self.tokens, index),
        )

    def _row(self, number: int) -> LemmaRow:
        return self._made[number] if number >= MADE else self._analyzer.lemma(number)


def _bare(token: Token) -> Token:
    return token._replace(text=plain(token.text)) if token.kind == "word" else token


def _candidate(reading: Reading, row: LemmaRow) -> Candidate:
    weight, _, combo, _ = reading
    lemma, pos, root, pattern, entry, source, glosses, _ = row
    return Candidate(
        lemma,
        pos,
        glosses[0] if glosses else None,
        entry or None,
        round(weight, 3),
        root or None,
        pattern or None,
        glosses,
        source,
        combo.proclitics,
        (combo.enclitic,) if combo.enclitic else (),
        dict(describe(combo.features, combo.proclitics)),
    )
