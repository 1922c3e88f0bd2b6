"""What the palette finds: every key of the open screen by its name, the themes, the articles by their titles.

commands(screen)                      [Command("vowels", "d", run), …]
matching(commands, "vow")             those whose words begin so, then those that hold it
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

from corpus.normalize import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from textual.binding import Binding
    from textual.screen import Screen

    from reader.tui.app import NashraApp

MOST_ARTICLES = 20
OURS_NOT = frozenset(("Page Left", "Page Right", "Scroll Left", "Scroll Right", "Copy selected text"))
"""What Textual binds everywhere and what does nothing here."""
NAMES = {
    "Focus Next": "next pane",
    "Focus Previous": "pane before",
    "Scroll Up": "up",
    "Scroll Down": "down",
    "Scroll Home": "to the top",
    "Scroll End": "to the end",
    "Page Up": "a page up",
    "Page Down": "a page down",
}
"""What Textual calls its keys, in our words."""


class Command(NamedTuple):
    """A line of the palette."""

    name: str
    """Logical text."""
    hint: str
    """Its key, or what kind of thing it is."""
    run: Callable[[], object]


def name_of(binding: Binding) -> str:
    """What a key does, as help and palette say it; "" when there is nothing to say."""
    return "" if binding.description in OURS_NOT else NAMES.get(binding.description, binding.description)


def commands(screen: Screen[object]) -> Iterator[Command]:
    """Bindings of a screen and of what has the focus in it, then what has no key."""
    app = cast("NashraApp", screen.app)
    seen: set[str] = set()
    for active in screen.active_bindings.values():
        binding = active.binding
        if (name := name_of(binding)) and binding.action not in seen and active.enabled:
            seen.add(binding.action)
            action, node = binding.action, active.node
            yield Command(
                name,
                app.get_key_display(binding),
                lambda action=action, node=node: app.run_action(action, node),  # type: ignore[misc]
            )
    if app.on_forget is not None:
        yield Command("ask again which line reads correctly", "terminal", app.ask_again)
    for name in ("nashra-dark", "nashra-light"):
        yield Command(
            f"theme {name.removeprefix('nashra-')}",
            "colours",
            lambda name=name: setattr(app, "theme", name),  # type: ignore[misc]
        )


def articles(app: NashraApp, typed: str) -> Iterator[Command]:
    """Articles whose title, in either language, or source holds what was typed."""
    for line in app.desk.library.list(typed=typed, limit=MOST_ARTICLES):
        yield Command(line.title, "article", lambda id=line.id: app.read(id))  # type: ignore[misc]


def matching(found: Iterable[Command], typed: str) -> list[Command]:
    """Those that hold every word typed; a name that begins with it first, then one with a word that does."""
    wanted = fold(typed.casefold()).split()
    ranked: list[tuple[int, int, Command]] = []
    for place, command in enumerate(found):
        name = fold(command.name.casefold())
        if all(word in name for word in wanted):
            starts = name.split()
            rank = 0 if name.startswith(" ".join(wanted)) else 1
            rank += sum(not any(start.startswith(word) for start in starts) for word in wanted)
            ranked.append((rank, place, command))
    return [command for _, _, command in sorted(ranked, key=lambda item: item[:2])]
