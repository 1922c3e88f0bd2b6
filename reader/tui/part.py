"""What a screen is put together from: a class with handlers and actions, and no widget by itself.

    class Words(Part): ...
    class ReadingScreen(Words, States, Screen[None]): ...

Textual looks through everything that a widget class inherits whenever one is made, which takes the better part of a
millisecond; for eight parts of one screen that is time between a reader and the first line. To a type checker a part is
a screen, so that it may use what it will be a part of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.screen import Screen

    Part = Screen[None]
else:
    from textual.message_pump import MessagePump as Part

__all__ = ["Part"]
