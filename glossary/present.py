"""Choices to what glossary.analysis promises: for the screens, which look at one article and want everything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.tokenize import tokenize
from glossary.analysis import Candidate, LineAnalysis, NameSpan, TermMatch, WordAnalysis
from glossary.features import describe
from glossary.match import matches
from glossary.names import spans
from glossary.reasons import reasons

if TYPE_CHECKING:
    from glossary.analyze import Analyzer, Choice
    from glossary.cutting import Reading


def present(analyzer: Analyzer, text: str) -> LineAnalysis:
    """The whole analysis of a line."""
    tokens = tokenize(text)
    choices = analyzer.choose(tokens)
    found = matches(analyzer, tokens, choices)
    terms = tuple(
        TermMatch(ident, places, tokens[places[0]].start, tokens[places[-1]].end, glosses[0])
        for ident, places, glosses in found
    )
    words = tuple(
        WordAnalysis(
            t.start,
            t.end,
            t.text,
            t.kind,
            candidates(analyzer, choice),
            reasons(choice, tokens[i - 1] if i else None),
        )
        for i, (t, choice) in enumerate(zip(tokens, choices, strict=True))
    )
    names = tuple(
        NameSpan(places, tokens[places[0]].start, tokens[places[-1]].end, latin)
        for places, latin in spans(analyzer, tokens, choices)
    )
    return LineAnalysis(text, words, terms, names)


def candidates(analyzer: Analyzer, choice: Choice) -> tuple[Candidate, ...]:
    """The readings of a choice, in its order."""
    return tuple(_candidate(analyzer, reading) for reading in choice.readings)


def _candidate(analyzer: Analyzer, reading: Reading) -> Candidate:
    weight, number, combo, _ = reading
    lemma, pos, root, pattern, entry, source, glosses, _ = analyzer.lemma(number)
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
