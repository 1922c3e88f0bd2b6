"""Entries and terms as the index keeps them (JSON of their fields), back to what they were."""

from __future__ import annotations

from typing import Any

from glossary.entry import Entry, Pair, Sense, Term


def entry_from(stored: dict[str, Any]) -> Entry:
    """An Entry from the mapping that dataclasses.asdict made of it."""
    senses = tuple(
        Sense(
            **{
                **_tuples(sense),
                "collocations": _pairs(sense["collocations"]),
                "examples": _pairs(sense["examples"]),
            }
        )
        for sense in stored["senses"]
    )
    return Entry(**{**_tuples(stored), "senses": senses})


def term_from(stored: dict[str, Any]) -> Term:
    """A Term, likewise."""
    return Term(**{**_tuples(stored), "examples": _pairs(stored["examples"])})


def _tuples(stored: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in stored.items()}


def _pairs(stored: list[dict[str, str]]) -> tuple[Pair, ...]:
    return tuple(Pair(pair["arabic"], pair["english"]) for pair in stored)
