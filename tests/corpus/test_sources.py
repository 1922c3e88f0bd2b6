"""Whatever a person names as a source."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest

from corpus.errors import NashraError
from corpus.importers import clipboard
from corpus.importers.sources import open_source

if TYPE_CHECKING:
    from pathlib import Path

    from tests.corpus.conftest import Web

TEXT = "عنوان\nقالت الوزارة إن المحادثات مستمرة."
PAGE = "<html><head><title>عنوان المقال الطويل</title></head><body><article>" + (
    "<p>قالت الوزارة في بيان لها اليوم إن المحادثات مستمرة في العاصمة منذ أسبوع.</p>"
    "<p>وأضافت أن الوفد سيغادر غدا بعد انتهاء الجولة الثانية من المحادثات.</p></article></body></html>"
)


def test_files_by_what_they_hold(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(PAGE, encoding="utf-8")
    assert open_source(str(tmp_path / "a.txt"))[0].source == "a.txt"
    assert len(open_source((tmp_path / "a.txt").as_uri())) == 1
    assert len(open_source(str(tmp_path / "b.txt"))[0].paragraphs) == 2


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode("cp1256"))))
    assert open_source("-")[0].title == "عنوان"


def test_an_address(web: Web) -> None:
    web.serve("/page", PAGE)
    article = open_source(web.redirect("/a", "/page"))[0]
    assert (article.url, article.source) == (web.url("/page"), "127.0.0.1")
    assert open_source(web.serve("/text", TEXT, "text/plain"))[0].title == "عنوان"


def test_an_address_that_is_no_page(web: Web) -> None:
    with pytest.raises(NashraError, match="feed add"):
        open_source(web.serve("/feed", "<rss/>", "application/rss+xml"))
    with pytest.raises(NashraError, match="image/png"):
        open_source(web.serve("/image", b"\x89PNG", "image/png"))


def test_what_cannot_be_opened_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04 word/document.xml")
    for name, said in (
        ("nowhere.txt", "no file"),
        ("", "folder"),
        ("a.docx", "office"),
        ("a\0b", "cannot be read"),
    ):
        with pytest.raises(NashraError, match=said):
            open_source(str(tmp_path / name))


def test_the_clipboard(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard, "PROGRAMS", (("printf", TEXT.replace("\n", "\\n")),))
    assert open_source("clipboard:")[0].title == "عنوان"
    monkeypatch.setattr(clipboard, "PROGRAMS", (("true",),))
    with pytest.raises(NashraError, match="holds no text"):
        open_source("clipboard:")
    monkeypatch.setattr(clipboard, "PROGRAMS", ())
    with pytest.raises(NashraError, match="install"):
        open_source("clipboard:")
