"""The inbox: what is new in the feeds, to be taken into the library or not.

feeds         what is done in the background, each piece of work with a connection of its own
Asked         feeds are asked and added
InboxScreen   the items, newest first; taken, read or put away
"""

from reader.tui.screens.inbox.screen import InboxScreen

__all__ = ["InboxScreen"]
