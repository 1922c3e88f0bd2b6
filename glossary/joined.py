"""One word of the analysis table and the same word cut into stems: the readings that the index keeps for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary.analyze import Analyzer
from glossary.compile import WORD
from glossary.index import Index
from glossary.tabled import MANY, OTHERS

if TYPE_CHECKING:
    from pathlib import Path

    from glossary.analyses import FormAnalyses
    from glossary.compile import Combos
    from glossary.tabled import Table

_Key = tuple[int, tuple[str, ...], str]


class Joiner:
    """Looks words up among the stems that were just compiled."""

    def __init__(self, table: Table, combos: Combos, folder: Path) -> None:
        """Open the half-made index in the folder: its stems are there, its words are not."""
        self._table = table
        self._combos = combos
        self._analyzer = Analyzer(Index(str(folder)))

    def readings(self, word: FormAnalyses) -> bytes:
        """The word's rows, packed, likeliest first."""
        cut = {
            (lemma, combo.proclitics, combo.enclitic): (weight, combo.pos, combo.features)
            for weight, lemma, combo, _ in reversed(self._analyzer.segmented(word.form))
        }
        shares: dict[_Key, float] = {}
        features: dict[_Key, tuple[str, str]] = {}
        for found in word.analyses:
            ids = self._table.ids[found.lemma]
            for place, n in enumerate(ids):
                key = (n, found.proclitics, found.enclitic)
                if place and key not in cut:
                    continue
                share = found.p * (0.3 if place else 1.0)
                shares[key] = shares.get(key, 0.0) + share
                if key not in features:
                    known = cut.get(key)
                    pos = self._table.lemmas.rows[n].pos
                    theirs = found.features if pos == "verb" or not known else known[2]
                    features[key] = (pos, theirs)
        total = sum(shares.values()) or 1.0
        shares = {key: share / total for key, share in shares.items()}
        rest = {key: own[0] for key, own in cut.items() if key not in shares}
        scale = OTHERS if shares else 1.0
        for key, weight in rest.items():
            shares[key] = weight * scale
            features[key] = cut[key][1:]
        best = sorted(shares.items(), key=lambda item: -item[1])[:MANY]
        whole = sum(share for _, share in best) or 1.0
        return b"".join(
            WORD.pack(
                key[0], self._combos(*features[key], key[1], key[2]), max(1, round(255 * share / whole))
            )
            for key, share in best
        )
