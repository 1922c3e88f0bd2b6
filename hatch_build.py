"""Build hook: compile the glossary's index into the wheel.

The index is compiled from the sources that are being packed, strictly: a mistake in a glossary file stops the build.
An editable install gets none; a checkout compiles its own when it is first needed.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class IndexHook(BuildHookInterface[Any]):
    """Compiles into a folder of the build's own and adds its files to the wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile and add the files, unless the install is editable or this is not a wheel."""
        if version == "editable" or self.target_name != "wheel":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root))
        try:
            from glossary import fresh
            from glossary.data_files import FILES

            target = Path(self.directory) / "nashra-index"
            fresh.build_package(target)
        finally:
            sys.path.remove(str(root))
        for layer, names in FILES.items():
            for name in (*names, fresh.STAMP):
                build_data["force_include"][str(target / layer / name)] = (
                    f"glossary/data/index/{layer}/{name}"
                )
        build_data["pure_python"] = True
