"""Amiri, the Arabic typeface on the cards.

The name carries a version: Anki never replaces a media file that it already has under a name. A leading
underscore keeps Anki's media check from calling it unused. TTF, since AnkiDroid does not take woff2.
"""

from __future__ import annotations

from importlib import resources

from corpus.errors import NashraError

MEDIA_NAME = "_amiri-1.ttf"


def amiri() -> bytes:
    """The regular cut. Raises NashraError if the font package is damaged or missing."""
    try:
        return (resources.files("fontpkg_amiri") / "files" / "Amiri-Regular.ttf").read_bytes()
    except (ImportError, OSError) as error:
        raise NashraError(
            "the font for the cards is missing: install nashra again (it needs fontpkg-amiri)"
        ) from error
