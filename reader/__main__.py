"""The command `nashra`."""

from __future__ import annotations

import gc
import sys


def main() -> int:
    """Run the command line; returns the exit status."""
    # Starting makes some hundred thousand objects that all stay: looking through them again and again finds nothing.
    gc.set_threshold(50_000, 20, 20)
    from reader.cli import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
