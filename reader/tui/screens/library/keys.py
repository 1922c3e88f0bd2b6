"""The keys of the library, in the order in which the line of keys and the help show them."""

from textual.binding import Binding, BindingType

KEYS: list[BindingType] = [
    Binding("slash", "filter", "filter", key_display="/"),
    Binding("i", "import", "import"),
    Binding("s", "sort", "sort"),
    Binding("F", "inbox", "feeds"),
    Binding("g", "app.glossary", "glossary"),
    Binding("D", "app.deck", "deck"),
    Binding("e", "export", "write the deck", show=False),
    Binding("number_sign", "tag", "tags of the article", key_display="#", show=False),
    Binding("A", "archive", "archive, or take out of it", show=False),
    Binding("z", "archived", "what is archived", show=False),
    Binding("delete", "delete", "delete", key_display="Del"),
    Binding("u", "undo", "undo"),
    Binding("escape", "clear", "stop, all articles", show=False, key_display="Esc"),
    Binding("q", "app.quit", "quit"),
]
