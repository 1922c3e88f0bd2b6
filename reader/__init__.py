"""The person reading: study state, layout, screens, decks, command line."""
