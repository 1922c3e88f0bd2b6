"""How common a word is, as its entry says it."""

from __future__ import annotations

from glossary.entry import Entry
from glossary.index import open_index


def test_common_words_have_high_bands_and_rare_ones_low() -> None:
    index = open_index()

    def band(id: str) -> int:
        entry = index.entry(id)
        assert isinstance(entry, Entry)
        assert entry.band is not None
        return entry.band

    assert band("qala-v") >= 9
    assert band("dawla-n") > band("uquba-n") > band("musayar-a")
    assert 1 <= band("musayar-a") <= 10
