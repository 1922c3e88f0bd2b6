"""Multiword terms: found on the lemmas of their parts, through clitics, inflection and the gaps that the entry allows.

    "وبوقفٍ فوري لإطلاق النار"   waqf-itlaq-al-nar-t, gap [1, 0], over four tokens

A part is a lemma or, written "=في", that exact word. A word that is spelt as the term has it is its part too, however
unlikely that reading is elsewhere (ذخيرة حية, حية being a snake's word first), if it stands next to the part before it.
Nothing but the words a gap allows may come between; punctuation ends a term. The longest match comes first, shorter ones
that overlap it are kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.normalize import compatible, fold, is_vowelled, marks
from glossary.term_parts import ANY, POSSIBLE, SPELT, code
from glossary.variants import alike

if TYPE_CHECKING:
    from corpus.tokenize import Token
    from glossary.analyze import Analyzer, Choice
    from glossary.term_parts import Starts, TermParts

LIKELY = 0.08
"""The least weight of a reading that may be a part of a term: in a set phrase an unlikely reading is often right, but
الأمن الدولي is not the security of the state."""

HYPHENS = "-\u2010\u2011\u2013"
"""What joins two words of a name."""

Match = tuple[str, tuple[int, ...], list[str], tuple[int, ...]]
"""Entry id, indices of all tokens from the first part to the last, glosses, indices of the parts alone."""


def matches(analyzer: Analyzer, tokens: list[Token], choices: list[Choice]) -> list[Match]:
    """The terms of a line in the order of their beginnings, longer before shorter.

    A word that is part of a term is read as that part: its choice in `choices` is replaced where another came first.
    """
    found: dict[tuple[str, int], tuple[Match, list[tuple[int, int]]]] = {}
    for i, choice in enumerate(choices):
        after = _next(tokens, i) if choice.known.starts else -1
        if after < 0:
            continue
        parts = _parts(choices[after])
        for starts in choice.known.starts:
            if not starts.reach and starts.seconds.keys().isdisjoint(parts):
                continue
            for term, places in _reached(analyzer, tokens, choices, i, starts):
                if (term.id, i) not in found:
                    lemmas = [
                        (at, part)
                        for at, part in zip(places, term.parts, strict=True)
                        if isinstance(part, int)
                    ]
                    match = (term.id, tuple(range(i, places[-1] + 1)), term.glosses, tuple(places))
                    found[term.id, i] = (match, lemmas)
    made = sorted(found.values(), key=lambda item: (item[0][1][0], -len(item[0][1])))
    settled: set[int] = set()
    for (ident, *_), lemmas in sorted(made, key=lambda item: -len(item[0][1])):
        for at, lemma in lemmas:
            if at not in settled:
                settled.add(at)
                choices[at] = _read_as(analyzer, choices[at], lemma, ident)
    return [match for match, _ in made]


def _read_as(analyzer: Analyzer, choice: Choice, lemma: int, ident: str) -> Choice:
    """The choice with a reading of the lemma first; if the word has none, as it was."""
    if choice.readings[0][1] == lemma:
        return choice
    known = choice.known
    key = -1 - lemma
    settled = known.choices.get(key)
    if settled is None:
        first = next((reading for reading in choice.readings if reading[1] == lemma), None)
        first = first or analyzer.reading(known.text, lemma)
        if first is None:
            return choice
        rest = [reading for reading in choice.readings if reading[1:] != first[1:]]
        settled = known.choices[key] = type(choice)(known, [first, *rest], (("term", ident),), first[2].kind)
    return settled


def _reached(
    analyzer: Analyzer, tokens: list[Token], choices: list[Choice], first: int, starts: Starts
) -> list[tuple[TermParts, list[int]]]:
    """The terms that stand here, of those that begin with this word, with the places of their parts.

    Where the word is only spelt as the first one, the second must stand next to it, unless the first is an exact part.
    """
    found: dict[str, tuple[TermParts, list[int]]] = {}
    seconds, near = starts.seconds, starts.first >= SPELT
    at = first
    for step in range(starts.reach + 1):
        at = _next(tokens, at)
        if at < 0:
            break
        parts = _parts(choices[at])
        if seconds.keys().isdisjoint(parts):
            continue
        if not near and not _fits(tokens[first], choices[first], starts.first):
            break
        for part in parts:
            for number in seconds.get(part, ()):
                term = analyzer.term(number)
                exact = isinstance(term.parts[0], str) and not term.keys[0]
                gap = 0 if (near and not exact) or not term.gaps else term.gaps[0]
                if term.id in found or step > gap or not _begins(tokens, choices[first], at, term, near):
                    continue
                if _is_part(tokens, choices, at, term, 1, step == 0):
                    places = _rest(tokens, choices, [first, at], term)
                    if places:
                        found[term.id] = (term, places)
    return list(found.values())


def _next(tokens: list[Token], at: int) -> int:
    """The word after this one; a hyphen that joins two is passed over (جونغ-أون). -1 if a term cannot go on."""
    at += 1
    if at + 1 < len(tokens) and tokens[at].text in HYPHENS and tokens[at - 1].end == tokens[at].start:
        at += tokens[at].end == tokens[at + 1].start
    return at if at < len(tokens) and tokens[at].kind != "punct" else -1


def _begins(tokens: list[Token], choice: Choice, second: int, term: TermParts, near: bool) -> bool:
    """Whether a word, whose lemma may be the term's first part or (`near`) which is spelt so, is that part.

    After an exact one, which may have a conjunction, the article counts: عَلَى مَدَى is not عَلَى المَدَى.
    """
    first = term.parts[0]
    if isinstance(first, str) and not term.keys[0]:
        folded = fold(choice.known.text)
        same_article = _has_article(tokens[second].text) == _has_article(term.vowelled[1])
        return same_article and (folded == first or (folded[0] in "وف" and folded[1:] == first))
    return not near or _is_spelt(choice, term, 0)


def _has_article(word: str) -> bool:
    return fold(word).startswith("ال")


def _parts(choice: Choice) -> list[int]:
    """What parts of a term a word may be, kept with its spelling: lemmas, codes of words."""
    known = choice.known
    if known.parts is None:
        lemmas = [lemma for weight, lemma, _, _ in known.readings if weight > POSSIBLE]
        known.parts = [*dict.fromkeys(lemmas), *map(code, known.words), ANY] if known.text else []
    return known.parts


def _rest(tokens: list[Token], choices: list[Choice], places: list[int], term: TermParts) -> list[int]:
    """The places with those of the third part and on; the nearest fitting word takes each. Nothing if one is missing."""
    at = places[-1]
    for n in range(2, len(term.parts)):
        gap = term.gaps[n - 1] if n - 1 < len(term.gaps) else 0
        for step in range(gap + 1):
            at = _next(tokens, at)
            if at < 0:
                return []
            if _is_part(tokens, choices, at, term, n, step == 0):
                places.append(at)
                break
        else:
            return []
    return places


def _is_part(
    tokens: list[Token], choices: list[Choice], at: int, term: TermParts, n: int, near: bool
) -> bool:
    """Whether a word is the term's part n: by its lemma or, `near` the part before it, by its spelling."""
    part = term.parts[n]
    if _fits(tokens[at], choices[at], part):
        return True
    if isinstance(part, str) and (not term.keys[n] or _has_article(tokens[at].text) != part.startswith("ال")):
        return False  # روسيا اليوم is the broadcaster, روسيا يوم الخميس is not
    return near and _is_spelt(choices[at], term, n)


def _is_spelt(choice: Choice, term: TermParts, n: int) -> bool:
    """Whether a word is spelt as the term's word n, with the vowels that are written."""
    known, word, own = choice.known, term.words[n], term.keys[n]
    if word in known.words:
        return not is_vowelled(known.text) or compatible(
            *(_tail(w, len(word)) for w in (known.text, term.vowelled[n]))
        )
    return own != "" and own in known.words and any(alike(other, word, 0.25) for other in known.words)


def _tail(word: str, size: int) -> str:
    """The last letters of a word with their marks."""
    letters, signs = marks(word)
    return "".join(a + b for a, b in zip(letters[-size:], signs[-size:], strict=True))


def _fits(token: Token, choice: Choice, part: int | str) -> bool:
    """Whether a word is a part: that exact word, or a likely reading of it is that lemma.

    A particle with a pronoun is no part of a set phrase: إلى أنها is not إلى أن.
    """
    if isinstance(part, str):
        return token.kind == "word" and fold(token.text) == part
    for weight, lemma, combo, _ in choice.readings:
        if lemma == part and weight >= LIKELY:
            return not (combo.enclitic and combo.pos in ("particle", "conjunction"))
    return False
