"""Anki decks: note types, cards, export. The only package that imports genanki."""
