"""How Anki's editor shows the fields: what each is for, and which are folded away.

This may change at any time, with a new CHANGED (see schema.py); names, order and ids may not.
"""

from __future__ import annotations

SWITCHES = frozenset(
    {
        "Card newspaper",
        "Card production",
        "Card cloze",
        "Card listening",
        "Typed answer",
        "Device voice",
    }
)
"""What stands in them is 1 or nothing."""
SWITCH = "1 makes it, empty leaves it out"
FOLDED = SWITCHES | {
    "Id",
    "Sentence gap",
    "Translation gap",
    "Link",
    "Frequency",
    "Domain",
    "Level",
    "Spare 1",
    "Spare 2",
    "Spare 3",
    "Spare 4",
}
"""Folded in the editor: a click opens them."""
DESCRIPTIONS = {
    "Id": "Nashra finds the note again by it: leave it",
    "Lemma": "the dictionary form, with its vowels",
    "Plain": "the same without vowels: what a search finds, and what is typed",
    "Gloss": "the meaning that is asked for",
    "Forms met": "as the articles print it",
    "Words": "of the term, each with its meaning",
    "Inflection": "plural; or present, verbal noun and frame",
    "Sentence": "as printed, the word marked",
    "Sentence vowelled": "the same with its vowels, where they are known",
    "Sentence gap": "for the cloze card",
    "Translation gap": "for the production card",
    "Frequency": "10 the most common, 1 the rarest",
    "Level": "of the article: 1 easy to 3 hard",
    "Typed answer": "1: the production card asks for the word to be typed",
    "Device voice": "1: where there is no audio, the device reads the word aloud",
    "Spare 1": "for a later version; what you write here makes a card of its own",
    "Spare 2": "for a later version; what you write here makes a card of its own",
    "Spare 3": "for a later version",
    "Spare 4": "for a later version",
}
"""Shown in the editor where the field is empty."""
