"""Word states, decks and the planner: pure functions, and the store that keeps them."""
