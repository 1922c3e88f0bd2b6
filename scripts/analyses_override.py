"""overrides.toml: function words with all that is attached to them, renamed lemmas, mistakes of the corpus.

[[word]] إِلَى with pronouns إِلَيْ  ->  إلى وإلى فإلى الى … إليه إليها وإليهم …
"""

from __future__ import annotations

import tomllib
import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

from analyses_lemma import bare, key
from analyses_rank import KINDS
from analyses_reduce import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

SHARE = 0.97
_F, _K, _S, _N = "\u064e", "\u0650", "\u0651", "\u0652"
_BEFORE = {"b": (("ب",), "ب" + _K), "l": (("ل",), "ل" + _K), "k": (("ك",), "ك" + _F)}
_ARTICLE = [(("ال",), "ال"), (("ب", "ال"), "بِال"), (("ل", "ال"), "لِل"), (("ك", "ال"), "كَال")]
_NISBA = (
    ("", "masculine singular"),
    (_F + "ة", "feminine singular"),
    ("\u064fون", "masculine plural nominative"),
    (_K + "ين", "masculine plural oblique"),
    (_F + "ات", "feminine plural"),
)
"""The endings of a nisba, and what they say; not ـِيًّا, which is the country's (أَلْبَانِيَا) as a rule."""
Ranked = list[tuple[float, Reading]]
_PRONOUNS = ("هُ", "هَا", "هُمْ", "هُمَا", "هُنَّ", "كَ", "كُمْ", "كُمَا", "نَا", "ي")


class Claim(NamedTuple):
    """A word of the file for a written form."""

    reading: Reading
    share: float | None
    p: float | None
    respelt: bool = False
    """The form is the word's with its hamza left out; it gives way to other words that are written so."""


class Overrides:
    """The file, read."""

    def __init__(self, path: Path) -> None:
        data = tomllib.loads(unicodedata.normalize("NFC", path.read_text(encoding="utf-8")))
        self.claims: dict[str, list[Claim]] = defaultdict(list)
        for word in data["word"]:
            for form, reading in _forms(word):
                respelt = form != bare(reading.vowelled)
                claim = Claim(reading, word.get("share"), word.get("p"), respelt)
                if all(
                    c.reading.lemma != reading.lemma or c.reading.pos != reading.pos
                    for c in self.claims[form]
                ):
                    self.claims[form].append(claim)
        self.mistakes: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for m in data.get("mistake", ()):
            self.mistakes[key(m["lemma"])].append((m["letters"], m["to"]))
        self.renamed = {
            (key(r["from"]), r["pos"] == "verb"): (r["to"], r["pos"]) for r in data.get("rename", ())
        }

    def rename(self, reading: Reading) -> Reading:
        """The reading with the lemma that its lemma stands for."""
        to = self.renamed.get((key(reading.lemma), reading.pos == "verb"))
        return reading._replace(lemma=to[0], pos=to[1], root="", pattern="") if to else reading

    def lemma(self, lemma: str) -> str:
        """The same for a lemma without its part of speech."""
        to = self.renamed.get((key(lemma), lemma.endswith((_F, "ى"))))
        return to[0] if to else lemma

    def corpus(self, form: str, lemma: str) -> str:
        """The same for what the corpus says of a form."""
        for letters, to in self.mistakes.get(key(lemma), ()):
            if letters in form:
                return to
        return self.lemma(lemma)

    def apply(self, form: str, ranked: Ranked, corpus: Mapping[str, int]) -> Ranked:
        """The ranked readings of a form with the claims of the file before them."""
        claims = self.claims.get(form, [])
        if ranked:
            seen = {key(lemma) for lemma in corpus}
            claims = [c for c in claims if not c.respelt or key(c.reading.lemma) in seen]
        if not claims:
            return ranked
        counts = [sum(n for x, n in corpus.items() if key(x) == key(c.reading.lemma)) for c in claims]
        fixed = sum(c.p or 0.0 for c in claims)
        free = [n + 0.5 for n, c in zip(counts, claims, strict=True) if c.p is None]
        weights = [
            c.p if c.p is not None else max(0.05, 1 - fixed) * (n + 0.5) / sum(free)
            for n, c in zip(counts, claims, strict=True)
        ]
        named = {key(c.reading.lemma) for c in claims}
        share = _share(claims, sum(n for x, n in corpus.items() if key(x) in named), sum(corpus.values()))
        ours = [(w * share / sum(weights), c.reading) for w, c in zip(weights, claims, strict=True)]
        taken = {(key(c.reading.lemma), c.reading.pos == "verb") for c in claims}
        others = [
            (p, r) for p, r in ranked if (key(r.lemma), r.pos == "verb") not in taken and KINDS.get(r.pos)
        ]
        left = sum(p for p, _ in others)
        others = [(p / left * (1 - share), r) for p, r in others] if left else []
        return sorted([*ours, *others], key=lambda x: (-x[0], x[1]))


def _share(claims: list[Claim], counted: int, total: int) -> float:
    """What the claims take of the form together: what the file says, else what the corpus says, else nearly all."""
    given = [c.share for c in claims if c.share is not None]
    if given:
        return max(given)
    if total >= 10 and counted:
        return (counted + 5 * SHARE) / (total + 5)
    return 0.3 if total >= 10 and claims[0].reading.enclitic == "ي" else SHARE


def _forms(word: dict[str, Any]) -> Iterator[tuple[str, Reading]]:
    features = word.get("features", "")
    made = [(vowelled, "", features) for vowelled in word.get("forms", [word["lemma"]])]
    if word.get("inflect") == "nisba":
        made = [(word["lemma"] + ending, "", found) for ending, found in _NISBA]
    for pronoun in _PRONOUNS if "pronouns" in word else ():
        made += [(v, bare(pronoun), features) for v in _attach(word["pronouns"], pronoun)]
    heads: list[tuple[tuple[str, ...], str]] = [((), "")]
    for name in word.get("before", ()):
        heads += _ARTICLE if name == "al" else [_BEFORE[name]]
    for vowelled, enclitic, features in made:
        for head, letters in heads:
            start = vowelled[1:] if head == ("ل",) and vowelled.startswith("ال") else vowelled
            for extra, mark in (((), ""), (("و",), "و" + _F), (("ف",), "ف" + _F)):
                full = unicodedata.normalize("NFC", mark + letters + start)
                form = bare(full)
                if len(bare(start)) == 1 and extra and not enclitic:
                    continue
                reading = Reading(
                    word["lemma"], word["pos"], "", "", "", features, (*extra, *head), enclitic, full, ""
                )
                yield form, reading
                at = len(bare(mark + letters))
                if start[0] in "أإ":
                    yield form[:at] + "ا" + form[at + 1 :], reading


def _attach(stem: str, pronoun: str) -> list[str]:
    """إِلَيْ and هُ -> إِلَيْهِ. Both إِنِّي and إِنَّنِي."""
    if pronoun != "ي":
        after_i = stem.endswith(("ي", "ي" + _N, _K)) and pronoun.startswith("هُ")
        return [stem + ("ه" + _K + pronoun[2:] if after_i else pronoun)]
    if stem.endswith(("ي", "ا")):  # فِيَّ is written like فِي
        return []
    if stem.endswith("ي" + _N):
        return [stem[:-1] + _F + _S]
    if stem.endswith("ن" + _F + _S):
        return [stem[:-2] + _K + _S + "ي", stem + "ن" + _K + "ي"]
    if stem.endswith("ن" + _N):
        return [stem[:-1] + _K + _S + "ي"]
    return [stem.rstrip(_F + _K) + _K + "ي"]
