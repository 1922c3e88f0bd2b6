"""Words that no entry and no table explains: a nisba of something known, a slip of the pen, else a name.

    "ماليزية"  -> "ماليزيّ" adjective, "of Malaysia"    by the rule for nisbas
    "الحكوكة"  -> حُكُومَة, marked as a suggestion        one slip away
    "لزلنسكي"  -> ل + زِيلِينْسْكِي                         another spelling of a name
    "لشولمان"  -> ل + "شولمان", a name, "Shulman"        what is left in a newspaper

None of it claims to be known: the features say how each was found, and a name's gloss is only its letters in Latin.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.normalize import plain
from glossary import variants
from glossary.clues import SELDOM
from glossary.combo import Combo
from glossary.layer import BASE
from glossary.spelling import slips, split
from glossary.translit import readable

if TYPE_CHECKING:
    from glossary.analyze import Analyzer
    from glossary.cutting import Reading

CERTAIN = 300.0
"""Occurrences in a billion words that the readings of an unseen word must promise not to be doubted."""
COMMANDED, VERBAL, TAKEN_APART, RARE, TAKEN = 1.2, 0.3, 0.6, 0.15, 0.08
"""What a name weighs beside an imperative, another verb that no entry has, a noun of the kind in a form not its own, such a
noun, a verb with a pronoun of the first or second person."""
PARADIGM = frozenset(("dual", "nominative", "oblique", "construct"))
NAME, NATIVE, NISBA, VARIANT = 4.0, 0.3, 6.0, 30.0
"""What a name weighs for a word that could be foreign, for one with an Arabic ending, what a nisba by rule weighs, what
another spelling of a name that is known."""
LEAST = {"و": 3, "ف": 4, "ب": 4, "ل": 4, "ك": 4, "ال": 3}
"""Consonants that a name in another spelling must have after a clitic."""
_NISBA = (
    ("", "masculine singular"), ("ة", "feminine singular"),
    ("ون", "masculine plural nominative"), ("ين", "masculine plural oblique"), ("ات", "feminine plural"),
    ("ان", "masculine dual nominative"), ("تين", "feminine dual oblique"), ("تان", "feminine dual nominative"),
)  # fmt: skip
_BASES = ("", "ا", "ة", "يا", "ية")
_TAKES_MARK = ("و", "ف", "ب", "ل", "ك")
_CLITICS = frozenset("وفبلكسأهيا")
_ARABIC_ONLY = frozenset("عحصضظثذقطءئؤة")
"""Letters that a foreign name seldom has; without one of them a slip of the pen is not looked for."""
_IYY = "\u0650يّ"
_NATIVE = ("ون", "ين", "ات", "ية", "يين", "تها", "تهم", "اته", "ته")


def explain(analyzer: Analyzer, letters: str, total: float, readings: list[Reading]) -> list[Reading]:
    """Readings for a word that the table has not seen, given those that cutting it up gave and their weight.

    What the table has not seen is rare; a reading that says it should be common contradicts that less than one by
    which it should never have occurred. So a name is weighed against the readings.
    """
    if total >= CERTAIN or letters in _CLITICS:
        return readings
    if len(letters) == 1:  # an abbreviation (م for ميلادي) or a letter of the alphabet
        return readings or [
            (1.0, analyzer.made(letters, "noun", "", (), ""), Combo("noun", "unknown", (), ""), "unknown")
        ]
    variant = _variant(analyzer, letters)
    if variant:
        return _merged(readings, total, variant, VARIANT) if readings else variant
    native = letters.startswith("ال") or letters.endswith(_NATIVE)
    made = _nisba(analyzer, letters)
    if made:
        return _merged(readings, total, made, NISBA)
    name = _name(analyzer, letters)
    if readings:
        return _merged(readings, total, name, NATIVE if native else NAME)
    share = 1.0
    out: list[Reading] = []
    meant, sure = _slip(analyzer, letters) if native or not _ARABIC_ONLY.isdisjoint(letters) else ([], False)
    for _, lemma, combo, note in [*meant, *name] if sure else [*name, *meant]:
        share /= 2
        out.append((share, lemma, combo, note))
    return out


def doubt(analyzer: Analyzer, letters: str, readings: list[Reading]) -> list[Reading]:
    """The table's readings of a word, and a name, if the first of them is one that a newspaper hardly has.

    That is an imperative; a lemma that no entry has, above all in a form that is not its own (a dual, a sound plural, a
    verb) or with a clitic; a pronoun of the first or second person: so are foreign names taken to pieces.
    """
    _, lemma, combo, _ = readings[0]
    if "ال" in combo.proclitics or combo.pos == "name":
        return readings
    foreign = _ARABIC_ONLY.isdisjoint(letters)
    weight = COMMANDED if combo.kind == "v.imp" else 0.0
    if combo.enclitic:
        weight = TAKEN if foreign and combo.pos == "verb" and combo.enclitic in SELDOM else 0.0
    elif lemma >= BASE:
        if combo.pos == "verb":
            weight = max(weight, VERBAL)
        elif combo.proclitics or not PARADIGM.isdisjoint(combo.features.split()):
            weight = TAKEN_APART
        elif foreign:
            weight = RARE
    if not weight:
        return readings
    return _merged(readings, 1.0, _variant(analyzer, letters) or _name(analyzer, letters), weight)


def misread(analyzer: Analyzer, letters: str, readings: list[Reading]) -> list[Reading]:
    """Readings that the written vowels all speak against: زُومَا is not زَوْم. A name, unless the vowels are a slip."""
    if readings[0][2].pos == "verb":  # a verb's paradigm may lack the form; a name seldom looks like one
        return readings
    return _merged(readings, 1.0, _variant(analyzer, letters) or _name(analyzer, letters), 1.5)


def _merged(readings: list[Reading], total: float, made: list[Reading], weight: float) -> list[Reading]:
    """Both, by weight: the readings weigh `total` together, the made ones `weight` each as they stand."""
    whole = total + weight * sum(r[0] for r in made)
    both = [(r[0] * total / whole, *r[1:]) for r in readings] + [
        (r[0] * weight / whole, *r[1:]) for r in made
    ]
    return sorted(both, key=lambda r: -r[0])[:10]


def _nisba(analyzer: Analyzer, letters: str) -> list[Reading]:
    """ـيّ and its endings on a noun or name that is known: "of" that."""
    for clitics, rest in _openings(letters):
        for ending, features in _NISBA:
            stem = rest.removesuffix(ending) if ending else rest
            if not stem.endswith("ي") or len(stem) < 4 or (ending and not rest.endswith(ending)):
                continue
            for more in _BASES:
                n = _base(analyzer, stem[:-1] + more)
                if n is not None:
                    row = analyzer.lemma(n)
                    glosses = tuple(f"of {gloss}" for gloss in row[6][:1])
                    lemma = analyzer.made(
                        stem[:-1] + _IYY, "adjective", row[2], glosses, row[4] if glosses else ""
                    )
                    return [(1.0, lemma, Combo("adjective", f"nisba {features}", clitics, ""), "nisba")]
    return []


def _base(analyzer: Analyzer, word: str) -> int | None:
    """The noun or name that a word by itself is: of the table, or a name that the table lacks."""
    for weight, n, combo, _ in (analyzer.table(word) or [])[:3]:
        clitics = combo.proclitics or combo.enclitic
        if weight >= 0.2 and not clitics and analyzer.lemma(n)[1] in ("noun", "name"):
            return n
    named = analyzer.index.named(variants.key(word)) if len(word) > 3 else []
    return next((analyzer.index.own(n) for spelt, n in named if spelt == word), None)


def _openings(letters: str) -> list[tuple[tuple[str, ...], str]]:
    """The word without the clitics that can stand before a nominal, the fullest first."""
    found: list[tuple[tuple[str, ...], str]] = []
    for conjunction in ("", "و", "ف"):
        if not letters.startswith(conjunction):
            continue
        head = (conjunction,) if conjunction else ()
        rest = letters[len(conjunction) :]
        for written, clitics in (
            ("ال", ("ال",)),
            ("بال", ("ب", "ال")),
            ("لل", ("ل", "ال")),
            ("كال", ("ك", "ال")),
        ):
            if rest.startswith(written) and len(rest) - len(written) >= 3:
                found.append(((*head, *clitics), rest[len(written) :]))
        for written in ("ب", "ل"):
            if rest.startswith(written) and len(rest) >= 5:
                found.append(((*head, written), rest[1:]))
        found.append((head, rest))
    return found


def _slip(analyzer: Analyzer, letters: str) -> tuple[list[Reading], bool]:
    """What was meant, if it is one slip away: the commonest such word. And whether that is rather sure: two words written
    as one, two letters that changed places; with a letter more or less it may well be a word that is not known.
    """
    parts = split(letters, analyzer.index.has)
    if parts:
        _, n, combo, _ = analyzer.known(parts[0]).readings[0]
        return [(1.0, n, _marked(combo, "suggestion"), "glued")], True
    best: tuple[float, str] = (0.0, "")
    for other in filter(analyzer.index.has, slips(letters)):
        seen = analyzer.index.word(other)
        if seen:
            best = max(best, (analyzer.index.common(seen[0][1]), other))
    if not best[1]:
        return [], False
    _, n, combo, _ = (analyzer.table(best[1]) or [])[0]
    return [(1.0, n, _marked(combo, "suggestion"), "slip")], sorted(best[1]) == sorted(letters)


def _marked(combo: Combo, mark: str) -> Combo:
    return Combo(combo.pos, f"{combo.features} {mark}".strip(), combo.proclitics, combo.enclitic)


def _variant(analyzer: Analyzer, letters: str) -> list[Reading]:
    """The name that is known in another spelling, if one is nearer than all others."""
    best: dict[int, tuple[float, tuple[str, ...]]] = {}
    for clitics, rest in ((), letters), *_openings(letters):
        consonants = variants.key(rest)
        least = max((LEAST.get(clitic, 2) for clitic in clitics), default=2)
        if len(consonants) < least or (clitics[-1:] == ("ال",) and rest.endswith("ية")):
            continue  # too short to be sure; a nisba
        for spelt, n in analyzer.index.named(consonants):
            if variants.alike(rest, spelt):
                n = analyzer.index.own(n)
                bare = "ال" not in clitics and plain(analyzer.lemma(n)[0]).startswith("ال")
                if bare and len(consonants) < 4:
                    continue  # نقب is no desert without its article
                far = (variants.distance(rest, spelt) + 0.1 * len(clitics), clitics)
                best[n] = min(far, best.get(n, far))
    if not best:
        return []
    (_, clitics), n = min((far, n) for n, far in best.items())
    if sum(far[0] <= best[n][0] for far in best.values()) > 1:
        return []
    return [(1.0, n, Combo("name", "", clitics, ""), "variant")]


def _name(analyzer: Analyzer, letters: str) -> list[Reading]:
    """A name as it stands, or after a clitic; the likelier first.

    A transliterated name seldom begins with و, ل, ب or ك before another consonant: وشولمان is و + شولمان, but واتسون and
    لينكولن stand as they are.
    """
    for clitics, rest in _openings(letters):
        if "ال" in clitics:
            lemma = analyzer.made(rest, "noun", "", (), "")
            return [(1.0, lemma, Combo("noun", "unknown", clitics, ""), "unknown")]
    whole = (letters, ())
    first = letters[0]
    if first in _TAKES_MARK and len(letters) > 4:
        cut = (letters[1:], (first,))
        follows = letters[1]
        clear = follows in "أإآ" or (first == "و" and follows not in "اي" and letters[2:3] not in "ي")
        clear = clear or (first == "ل" and follows not in "اوي" and len(letters) > 5)
        pairs = [(1.0, *cut), (0.3, *whole)] if clear else [(1.0, *whole), (0.3, *cut)]
    else:
        pairs = [(1.0, *whole)]
    made: list[Reading] = []
    for weight, rest, before in pairs:
        lemma = analyzer.made(rest, "name", "", (readable(rest),), "")
        made.append((weight, lemma, Combo("name", "unknown", before, ""), "name"))
    return made
