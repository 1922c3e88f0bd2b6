"""The command palette: every key of the open screen by its name, and the themes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.command import DiscoveryHit, Hit, Provider

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.command import Hits


class NashraCommands(Provider):
    """Bindings of the screen and of what has the focus, made into commands."""

    def _commands(self) -> Iterator[tuple[str, str, Callable[[], object]]]:
        app = self.app
        seen: set[str] = set()
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if binding.description and binding.action not in seen and active.enabled:
                seen.add(binding.action)
                action, node = binding.action, active.node
                yield (
                    binding.description,
                    f"key {app.get_key_display(binding)}",
                    lambda action=action, node=node: app.run_action(action, node),  # type: ignore[misc]
                )
        for name in ("nashra-dark", "nashra-light"):
            yield (
                f"theme {name.removeprefix('nashra-')}",
                "colours",
                lambda name=name: setattr(app, "theme", name),  # type: ignore[misc]
            )

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for name, help_text, run in self._commands():
            yield DiscoveryHit(name, self._call(run), help=help_text)

    async def search(self, query: str) -> Hits:
        """Those that match."""
        matcher = self.matcher(query)
        for name, help_text, run in self._commands():
            score = matcher.match(name)
            if score > 0:
                yield Hit(score, matcher.highlight(name), self._call(run), help=help_text)

    def _call(self, run: Callable[[], object]) -> Callable[[], None]:
        def later() -> None:
            result = run()
            if hasattr(result, "__await__"):
                self.app.run_worker(result)

        return later
