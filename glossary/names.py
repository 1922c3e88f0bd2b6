"""Names of more than one word: neighbouring tokens that are read as names are one unit with one Latin rendering.

    "التقى دونالد ترامب كيم جونغ-أون"   (1, 2) "Donald Trump" and (3, 4, 5, 6) … if they are known; by letters else

A part with a conjunction or preposition of its own begins a new name; a hyphen between parts joins them. Countries and
cities of the gazetteer, and what has the article, stand by themselves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.match import HYPHENS

if TYPE_CHECKING:
    from corpus.tokenize import Token
    from glossary.analyze import Analyzer, Choice


def spans(
    analyzer: Analyzer, tokens: list[Token], choices: list[Choice]
) -> list[tuple[tuple[int, ...], str]]:
    """The units of two tokens and more, as indices of all their tokens and the Latin rendering."""
    found: list[tuple[tuple[int, ...], str]] = []
    run: list[int] = []
    for i, choice in enumerate(choices):
        named = bool(choice.readings) and choice.readings[0][2].pos == "name"
        if named and not _single(analyzer, choice) and (not run or not _opens(choice)):
            run.append(i)
            continue
        joins = run and tokens[i].text in HYPHENS and i + 1 < len(tokens)
        if joins and tokens[i].start == tokens[i - 1].end and tokens[i].end == tokens[i + 1].start:
            run.append(i)
            continue
        _close(analyzer, tokens, choices, run, found)
        run = [i] if named and not _single(analyzer, choice) else []
    _close(analyzer, tokens, choices, run, found)
    return found


def _single(analyzer: Analyzer, choice: Choice) -> bool:
    """A name that is whole by itself: with the article, or a country or city of the gazetteer."""
    _, lemma, combo, _ = choice.readings[0]
    return "ال" in combo.proclitics or ("feminine" in combo.features and bool(analyzer.lemma(lemma)[4]))


def _opens(choice: Choice) -> bool:
    return any(clitic != "ال" for clitic in choice.readings[0][2].proclitics)


def _close(
    analyzer: Analyzer,
    tokens: list[Token],
    choices: list[Choice],
    run: list[int],
    found: list[tuple[tuple[int, ...], str]],
) -> None:
    while run and not choices[run[-1]].readings:
        run = run[:-1]
    if len(run) < 2:
        return
    latin = ""
    for i in run:
        if not choices[i].readings:
            latin += "-"
            continue
        glosses = analyzer.lemma(choices[i].readings[0][1])[6]
        latin += ("" if not latin or latin.endswith("-") else " ") + (
            glosses[0] if glosses else tokens[i].text
        )
    found.append((tuple(run), latin))
