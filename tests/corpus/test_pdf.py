"""PDF: text that comes out in shapes, in lines, and the wrong way round."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from corpus.errors import NashraError
from corpus.importers.pdf import import_pdf, joined, straightened

if TYPE_CHECKING:
    from collections.abc import Callable

LINES = [
    "الوزيران يوقعان المعاهدة",
    "وقع وزيرا الدفاع في العاصمة أمس اتفاقا لتبادل المعلومات بعد مفاوضات استمرت",
    "أكثر من عام كامل بين الحكومتين في عدد من العواصم العربية والأوروبية الكبرى.",
    "وقالت الوزارة في بيان لها إن الاتفاق خطوة أولى، وإن 250 خبيرا من شركة ACME",
    "سيشاركون في تنفيذه.",
    "ثم غادر الوفد.",
]


def pdf(pages: list[list[str]]) -> bytes:
    """A small PDF whose one font maps its codes to Unicode, as programs write them."""
    letters = sorted({c for page in pages for line in page for c in line})
    code = {c: i + 1 for i, c in enumerate(letters)}
    table = "".join(f"<{i:04x}> <{ord(c):04x}>\n" for c, i in code.items())
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(code)} beginbfchar\n{table}endbfchar endcmap end end"
    )
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{5 + 2 * i} 0 R' for i in range(len(pages)))}] >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /ToUnicode 4 0 R /DescendantFonts"
        " [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering"
        " (Identity) /Supplement 0 >> /DW 500 >>] >>",
        f"<< /Length {len(cmap)} >>\nstream\n{cmap}\nendstream",
    ]
    for i, page in enumerate(pages):
        shown = "".join(
            f"1 0 0 1 50 {700 - 20 * n} Tm <{''.join(f'{code[c]:04x}' for c in line)}> Tj\n"
            for n, line in enumerate(page)
        )
        content = f"BT /F1 12 Tf\n{shown}ET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {6 + 2 * i} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    out, places = b"%PDF-1.7\n", []
    for number, text in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{text}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    return out + f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF".encode()


EXPECTED = [" ".join(LINES[1:3]) + " " + " ".join(LINES[3:5]), LINES[5]]


def test_lines_become_paragraphs() -> None:
    assert joined(LINES).split("\n") == [LINES[0], *EXPECTED]


def seen(line: str) -> str:
    """A line as most programs write it, from left to right as it is seen; numbers and Latin stay as they are."""
    for piece in ("250", "ACME"):
        line = line.replace(piece, piece[::-1])
    return line[::-1]


@pytest.mark.parametrize("written", [seen, str], ids=["as it is seen", "as it is read"])
def test_a_pdf(written: Callable[[str], str]) -> None:
    lines = [written(line) for line in LINES]
    article = import_pdf(pdf([lines[:3], lines[3:]]), "a.pdf")
    assert article.title == LINES[0]
    assert [p.text for p in article.paragraphs] == EXPECTED


def test_shapes_become_letters() -> None:
    assert straightened("ﺍﻟﻤﻌﺎﻫﺪﺓ ﺍﻟﺠﺪﻳﺪﺓ") == "المعاهدة الجديدة"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.7\nnothing", "damaged|no Arabic"),
        (pdf([["abc"]]), "no Arabic"),
        (b"%PDF-1.4", "damaged|no Arabic"),
    ],
)
def test_what_has_no_text_is_said(data: bytes, said: str) -> None:
    with pytest.raises(NashraError, match=said):
        import_pdf(data, "a.pdf")
