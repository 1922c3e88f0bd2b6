"""Work off the screen's thread: fetching a page must not hold up a key, and leaving must not wait for a slow server.

job = Background(app)
job.start(lambda say: read_sources(url, progress=say), done, on_progress)
job.stop()                       the work ends at its next word about its progress; done is not called any more
"""

from __future__ import annotations

import contextlib
import threading
import time
from typing import TYPE_CHECKING, TypeVar

from corpus.errors import NashraError

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App

Result = TypeVar("Result")
EVERY = 0.1
"""Seconds between two words about progress."""


class StoppedError(Exception):
    """The reader wants no more of it."""


class Background:
    """One piece of work at a time, in a daemon thread. SQLite connections must be opened in the work itself."""

    def __init__(self, app: App[None]) -> None:
        self._app = app
        self._stop = threading.Event()
        self._run = 0
        self.busy = False
        """Whether there is work."""

    def start(
        self,
        work: Callable[[Callable[[int, int | None], None]], Result],
        done: Callable[[Result], None],
        failed: Callable[[NashraError], None],
        progress: Callable[[int, int | None], None] | None = None,
    ) -> None:
        """Do some work; the callbacks come on the screen's thread. What was under way is stopped.

        work is given a function to call with how much it has done, of how much (None: not known).
        """
        self.stop()
        self._stop = stop = threading.Event()
        self._run += 1
        run = self._run
        self.busy = True
        last = [time.monotonic()]

        def say(so_far: int, total: int | None) -> None:
            if stop.is_set():
                raise StoppedError
            if progress is not None and time.monotonic() - last[0] > EVERY:
                last[0] = time.monotonic()
                self._back(run, progress, so_far, total)

        def thread() -> None:
            try:
                result = work(say)
            except StoppedError:
                return
            except NashraError as error:
                self._back(run, self._ended, failed, error)
            except Exception as error:  # a fault of ours: say it, do not end the reader
                self._back(
                    run, self._ended, failed, NashraError(f"unexpected {type(error).__name__}: {error}")
                )
            else:
                self._back(run, self._ended, done, result)

        threading.Thread(target=thread, daemon=True).start()

    def stop(self) -> None:
        """Stop what is under way; nothing more is heard of it."""
        self._stop.set()
        self._run += 1
        self.busy = False

    def _ended(self, then: Callable[[Result], None], result: Result) -> None:
        self.busy = False
        then(result)

    def _back(self, run: int, then: Callable[..., None], *arguments: object) -> None:
        """Call on the screen's thread, unless the work was stopped or the app has gone."""

        def call() -> None:
            if run == self._run:
                then(*arguments)

        with contextlib.suppress(RuntimeError):
            self._app.call_from_thread(call)
