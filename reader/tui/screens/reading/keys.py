"""The keys of the reading screen, in the order in which the footer and the help show them."""

from textual.binding import Binding, BindingType

KEYS: list[BindingType] = [
    Binding("n", "unknown(1)", "unknown"),
    Binding("N", "unknown(-1)", "unknown before", show=False),
    Binding("space", "mark('learning')", "keep", key_display="space"),
    Binding("k", "mark('known')", "known"),
    Binding("x", "mark('ignored')", "ignore"),
    Binding("u", "undo", "undo"),
    Binding("t", "translation", "English"),
    Binding("T", "pane", "English beside it", show=False),
    Binding("d", "vowels", "vowels"),
    Binding("g", "terms", "glossary"),
    Binding("r", "reading", "another reading of the word", show=False),
    Binding("w", "why", "why this reading", show=False),
    Binding("c", "cleaning", "what cleaning removed", show=False),
    Binding("C", "beside", "colours from Anki", show=False),
    Binding("i", "app.glossary", "entry in the book", show=False),
    Binding("D", "app.deck", "words kept", show=False),
    Binding("a", "add", "add an entry", show=False),
    Binding("slash", "search", "search", key_display="/", show=False),
    Binding("v", "select", "select", show=False),
    Binding("y", "copy", "copy selection or sentence", show=False),
    Binding("enter", "part", "term / word", show=False),
    Binding("ctrl+down", "card(1)", "card down", show=False),
    Binding("ctrl+up", "card(-1)", "card up", show=False),
    Binding("e", "export", "deck"),
    Binding("q", "back", "library", key_display="q"),
    Binding("escape", "leave", "end search, selection, glossary", show=False, key_display="Esc"),
]
