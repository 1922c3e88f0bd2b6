"""The text of a PDF to an article, as far as a PDF has text.

A PDF places shapes on a page. Arabic comes out of it as presentation forms, in lines that end where the page did,
and not always in the order in which it is read: all three are put right as far as that is certain.
"""

from __future__ import annotations

import io
import logging
import re
import unicodedata
from typing import TYPE_CHECKING

from corpus.errors import NashraError
from corpus.importers.build import build
from corpus.importers.text import unwrap
from corpus.tokenize import DIGITS, LETTERS, MARKS, count_words

if TYPE_CHECKING:
    from corpus.article import Article

LARGEST = 50_000_000
"""Bytes of a file."""
MOST_PAGES = 100
_FORWARD = re.compile(rf"(?<![{LETTERS}])(?:و|ب|ف|ك)?ال[{LETTERS}]{{2}}|ة(?![{LETTERS}{MARKS}])")
_BACKWARD = re.compile(rf"[{LETTERS}]{{2}}لا(?:و|ب|ف|ك)?(?![{LETTERS}])|(?<![{LETTERS}])ة(?=[{LETTERS}])")
_LEFT_TO_RIGHT = re.compile(rf"([{DIGITS}A-Za-z](?:[{DIGITS}A-Za-z .,:/%+-]*[{DIGITS}A-Za-z%])?)")
_BEFORE_MARK = re.compile(r" +(?=[.،؛:؟!)\]»])|(?<=[(\[«]) +")
_MIRRORED = str.maketrans("()[]{}«»<>", ")(][}{»«><")
_ENDS = re.compile(r"[.!؟?:]\s*$")


def is_pdf(data: bytes) -> bool:
    """Whether a file's beginning is that of a PDF."""
    return data[:1024].lstrip().startswith(b"%PDF-")


def import_pdf(data: bytes, name: str) -> Article:
    """An article from the first pages of a PDF. Raises NashraError when it is locked, damaged or only pictures."""
    if len(data) > LARGEST:
        raise NashraError(f"{name} is too large: over {LARGEST // 10**6} MB.")
    pages = [straightened(page) for page in _pages(data, name)]
    lines = _without_running_lines(pages)
    if count_words("\n".join(lines)) < 5:
        raise NashraError(
            f"There is no Arabic text in {name}; a scanned page is a picture, which nashra cannot read."
        )
    return build(joined(lines), name)


def straightened(page: str) -> str:
    """A page as pypdf gives it, with letters in place of shapes, in the order in which they are read.

    pypdf turns every stretch of Arabic round, since most programs write what is seen from left to right; it leaves
    the stretches of a line in the order of the file. So either the letters are right and the stretches are not, or,
    from a program that writes in reading order, the stretches are right and the letters are not.
    """
    page = unicodedata.normalize("NFKC", page)
    letters_are_right = len(_BACKWARD.findall(page)) <= len(_FORWARD.findall(page))
    return "\n".join(_straightened(line, letters_are_right) for line in page.split("\n"))


def joined(lines: list[str]) -> str:
    """Lines of a page to paragraphs: a line much shorter than the others that ends in a stop ends a paragraph."""
    if any(not line for line in lines):
        return unwrap("\n".join(lines))
    longest = max(map(len, lines), default=0)
    out: list[str] = []
    open_line = False
    for i, line in enumerate(lines):
        if open_line:
            out[-1] += " " + line
        else:
            out.append(line)
        short = len(line) < 0.75 * longest
        open_line = not (short and (_ENDS.search(line) or i == 0))
    return "\n".join(out)


def _pages(data: bytes, name: str) -> list[str]:
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise NashraError(f"{name} is locked with a password.")
        return [page.extract_text() or "" for page in reader.pages[:MOST_PAGES]]
    except NashraError:
        raise
    except Exception:  # a hostile file can raise anything from inside the parser
        raise NashraError(f"{name} is damaged or no PDF.") from None


def _without_running_lines(pages: list[str]) -> list[str]:
    """The lines of all pages; page numbers and what heads or foots most pages go."""
    split = [[line.strip() for line in page.split("\n")] for page in pages]
    edges = [line for page in split for line in {*page[:1], *page[-1:]} if line]
    running = {line for line in edges if len(pages) > 2 and edges.count(line) > len(pages) / 2}
    return [
        line
        for page in split
        for line in page
        if line not in running and not re.fullmatch(rf"[-– ]*[{DIGITS}]{{1,4}}[-– ]*", line)
    ]


def _straightened(line: str, letters_are_right: bool) -> str:
    stretches = [stretch for stretch in _LEFT_TO_RIGHT.split(line) if stretch.strip()]
    if letters_are_right and len(stretches) < 2:
        return line
    if letters_are_right:
        stretches.reverse()
    else:
        stretches = [s if _LEFT_TO_RIGHT.fullmatch(s) else s[::-1].translate(_MIRRORED) for s in stretches]
    return _BEFORE_MARK.sub("", " ".join(stretch.strip() for stretch in stretches))
