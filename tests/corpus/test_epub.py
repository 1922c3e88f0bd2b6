"""EPUB: chapters in the book's order; a book that is a bomb is refused."""

from __future__ import annotations

import io
import zipfile

import pytest

from corpus.errors import NashraError
from corpus.importers.epub import LARGEST_MEMBER, import_epub, is_epub

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OEBPS/a.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
PACKAGE = """<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">
<metadata><dc:title>كتاب المعاهدات</dc:title><dc:date>2020-01-02</dc:date></metadata>
<manifest><item id="two" href="two.xhtml"/><item id="one" href="text%20s/one.xhtml"/><item id="css" href="s.css"/></manifest>
<spine><itemref idref="one"/><itemref idref="two"/><itemref idref="gone"/></spine></package>"""
SENTENCE = "وقع الوزيران المعاهدة في العاصمة بعد مفاوضات استمرت أكثر من عام كامل."


def chapter(title: str) -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title>'
        f"<style>p{{}}</style></head><body><h1>{title}</h1><p>{SENTENCE} {SENTENCE}</p><h2>فصل</h2>"
        f"<p>{SENTENCE}</p></body></html>"
    )


def book(**changes: str | bytes) -> bytes:
    members: dict[str, str | bytes] = {
        "META-INF/container.xml": CONTAINER,
        "OEBPS/a.opf": PACKAGE,
        "OEBPS/text s/one.xhtml": chapter("الفصل الأول"),
        "OEBPS/two.xhtml": chapter("الفصل الثاني"),
    }
    members |= {name.replace("__", "/"): data for name, data in changes.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
        for name, data in members.items():
            file.writestr(name, data)
    return out.getvalue()


def test_chapters_in_order() -> None:
    assert is_epub(book())
    articles = import_epub(book(), "book.epub")
    assert [(a.title, a.source, a.date) for a in articles] == [
        ("الفصل الأول", "كتاب المعاهدات", "2020-01-02"),
        ("الفصل الثاني", "كتاب المعاهدات", "2020-01-02"),
    ]
    first = articles[0].paragraphs
    assert [(p.kind, len(p.sentences)) for p in first] == [("body", 2), ("heading", 1), ("body", 1)]


BOMB = "<!DOCTYPE p [<!ENTITY a 'aaaaaaaaaa'>" + "".join(
    f"<!ENTITY {chr(98 + i)} '{f'&{chr(97 + i)};' * 10}'>" for i in range(9)
) + "]>"  # fmt: skip


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"no zip", "damaged or no EPUB"),
        (book()[:300], "damaged or no EPUB"),
        (book(**{"META-INF__container.xml": "<a/>"}), "damaged or no EPUB"),
        (book(**{"META-INF__container.xml": ""}), "damaged or no EPUB"),
        (book(**{"META-INF__container.xml": CONTAINER.replace("a.opf", "b.opf")}), "missing"),
        (book(**{"META-INF__encryption.xml": "<EncryptedData/>"}), "locked"),
        (book(**{"OEBPS__two.xhtml": b" " * (LARGEST_MEMBER + 1)}), "larger than"),
        (book(**{"OEBPS__a.opf": PACKAGE.replace("itemref", "nothing")}), "no Arabic"),
    ],
)
def test_what_is_no_book_is_said(data: bytes, said: str) -> None:
    with pytest.raises(NashraError, match=said):
        import_epub(data, "book.epub")


def test_entities_are_not_expanded_and_files_not_read() -> None:
    bomb = PACKAGE.replace("<package", BOMB + "<package").replace("كتاب", "&j;&j;&j;")
    with pytest.raises(NashraError, match=r"no Arabic|damaged"):
        import_epub(book(**{"OEBPS__a.opf": bomb}), "x")
    outside = PACKAGE.replace("<package", "<!DOCTYPE p [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><package")
    articles = import_epub(book(**{"OEBPS__a.opf": outside.replace("كتاب", "&x;")}), "x")
    assert "root:" not in (articles[0].source or "")
