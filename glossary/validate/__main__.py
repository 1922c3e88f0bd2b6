"""The command: prints `path:id: CODE message`, exit status 1 if there is an error."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from corpus.errors import NashraError
from glossary.sources import shipped
from glossary.validate import ABOUT, validate


def main(arguments: list[str]) -> int:
    """Validate the files named, or all that was shipped."""
    if "--codes" in arguments:
        print(*(f"{code}  {about}" for code, about in sorted(ABOUT.items())), sep="\n")
        return 0
    named = [Path(name) for name in arguments if not name.startswith("--")]
    try:
        found = validate(named or shipped(), shipped(), warnings="--warnings" in arguments)
    except NashraError as error:
        print(error, file=sys.stderr)
        return 1
    print(*found, sep="\n", end="\n" if found else "")
    counts = Counter(finding.code for finding in found)
    if counts:
        print(*(f"{code} {count}" for code, count in sorted(counts.items())), sep=", ", file=sys.stderr)
    return any(code[0] == "E" for code in counts)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
