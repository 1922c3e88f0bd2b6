"""Readings that the analyser has not: other spellings, feminine nouns, lemmas that only the corpus knows.

صداقة   the analyser knows only صَدَاق (dowry) in the feminine; صَدَاقَة is a lemma of the corpus: added
الامن    no reading; الأمن has some: taken from there
البلاد   the corpus says بَلَد, the analyser does not: added, cut like the nearest reading
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from analyses_lemma import FATHA, KASRA, bare, key, tidy
from analyses_rank import match
from analyses_reduce import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_NOMINAL = ("noun", "adjective", "participle", "name")
_HEAD = re.compile("([وف]?)([بكل]?)(ال|(?<=ل)ل)?")
_PRONOUNS = {"ه", "ها", "هم", "هن", "هما", "نا", "ي", "ك", "كم"}
_ENDINGS = {"": "singular", "ة": "feminine singular", "ات": "feminine plural", "ين": "plural oblique", "ون": "plural nominative",
            "ا": "singular accusative", "ان": "dual nominative"}  # fmt: skip


def spellings(form: str) -> Iterator[str]:
    """The forms that are often written like this one: hamza left out, ى for ي, ه for ة, ئ for ؤ."""
    for m in re.finditer("(?=(^|^[وفبلك]|^[وف]?ال|^[وف]?[بك]ال|^[وف]?لل|^[وف][بلكس])ا)", form):
        at = m.end(1)
        for letter in "أإآ":
            yield form[:at] + letter + form[at + 1 :]
    for wrong, right in (("ي", "ى"), ("ى", "ي"), ("ه", "ة")):
        if form.endswith(wrong):
            yield form[: -len(wrong)] + right
    if "ئو" in form:
        yield form.replace("ئو", "ؤو")
    if re.match("^[وفبلك]?[أإ]", form):
        at = 1 if form[0] in "أإ" else 2
        yield form[: at - 1] + "ا" + form[at:]


def extend(
    form: str, readings: Mapping[str, list[Reading]], corpus: Mapping[str, int], known: Mapping[str, str]
) -> list[Reading]:
    """The readings of a form with those added. known: key of a lemma -> the lemma, vowelled."""
    out = list(readings.get(form, ()))
    missing = [x for x in corpus if not match(x, out)]
    if missing or not out:
        for other in spellings(form):
            found = readings.get(other, [])
            if found and (not out or any(match(x, found) for x in missing)):
                out += [r for r in found if not out or any(match(x, [r]) for x in missing)]
                missing = [x for x in corpus if not match(x, out)]
    out += [r for r in (_feminine(r, known) for r in out) if r]
    out += [r for r in (_masculine(r) for r in out) if r]
    for lemma in sorted(x for x in corpus if not match(x, out)):
        reading = _from_corpus(form, lemma, out)
        if reading:
            out.append(reading)
    return list(dict.fromkeys(out))


def _feminine(r: Reading, known: Mapping[str, str]) -> Reading | None:
    if r.pos not in _NOMINAL or "feminine" not in r.features or r.lemma.endswith("ة"):
        return None
    lemma = known.get(key(r.lemma + FATHA + "ة"))
    if not lemma:
        return None
    pattern = r.pattern + FATHA + "ة" if r.pattern else ""
    return r._replace(lemma=lemma, pos="noun", pattern=pattern if filled(pattern, r.root) == lemma else "")


def _masculine(r: Reading) -> Reading | None:
    """The masculine that farahidi does not go back to: مَاضِيَة -> مَاضِي."""
    if r.pos != "participle" or not r.lemma.endswith(KASRA + "ي" + FATHA + "ة"):
        return None
    return r._replace(lemma=r.lemma[:-3], pattern=r.pattern.removesuffix(FATHA + "ة"))


def filled(pattern: str, root: str) -> str:
    """The pattern with the radicals of a sound root in it: فِعَالَة and كتب -> كِتَابَة."""
    if len(root) != 3:
        return ""
    return pattern.translate({ord(a): b for a, b in zip("فعل", root, strict=True)})


def unit(lemma: str, readings: list[Reading]) -> str:
    """The corpus counts وَرَقَة as وَرَق; where the analyser has the noun of one, that is meant."""
    if match(lemma, readings):
        return lemma
    wanted = key(lemma + FATHA + "ة")
    found = (
        r.lemma for r in readings if r.pos == "noun" and "feminine" in r.features and key(r.lemma) == wanted
    )
    return next(found, lemma)


def _from_corpus(form: str, lemma: str, readings: list[Reading]) -> Reading | None:
    """The corpus's lemma with the clitics that the letters show, or those of the nearest reading."""
    lemma = tidy(lemma)
    letters = bare(lemma)
    if len(letters) < 2:
        return None
    verbal = lemma.endswith(FATHA)
    pos = (
        "verb"
        if verbal
        else "adjective"
        if letters.endswith("ي") and lemma.endswith("ّ")
        else "name"
        if not readings
        else "noun"
    )
    alike = [r for r in readings if (r.pos == "verb") == verbal]
    like = next((r for r in alike if "plural" in r.features), alike[0] if alike else None)
    if not verbal:
        cut = _cut(form, letters)
        if cut:
            return Reading(lemma, pos, "", "", "", cut[0], cut[1], cut[2], "", "")
    if like:
        # جنود by جُنْدِيّ: letters that are not the singular's are a broken plural's
        features = like.features if verbal or "plural" in like.features else "plural"
        pos = pos if verbal else like.pos
        return like._replace(lemma=lemma, pos=pos, root="", pattern="", form="", features=features)
    return Reading(lemma, pos, "", "", "", "", (), "", "", "")


def _cut(form: str, letters: str) -> tuple[str, tuple[str, ...], str] | None:
    """الأمريكية by أمريكي -> ("feminine singular", ("ال",), "")."""
    stem = letters.removesuffix("ة")
    at = form.find(stem)
    if at < 0:
        return None
    head = _HEAD.fullmatch(form[:at])
    tail = form[at + len(stem) :]
    if not head:
        return None
    pro = (*(x for x in head.groups()[:2] if x), *(["ال"] if head[3] else []))
    feminine = letters.endswith("ة")
    for pronoun in ("", *sorted(_PRONOUNS, key=len, reverse=True)):
        if not tail.endswith(pronoun):
            continue
        ending = tail[: len(tail) - len(pronoun)] if pronoun else tail
        if pronoun and ending == "ت":
            return "feminine singular", pro, pronoun
        if ending in _ENDINGS and (not pronoun or ending in ("", "ات")):
            return (_ENDINGS[ending] if not (feminine and not ending) else "feminine singular"), pro, pronoun
    return None
