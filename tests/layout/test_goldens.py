"""What a line looks like, written so that it can be read in any editor.

As in UAX #9, CAPITALS stand for Arabic letters, everything else for itself. The left side is the text as it is
typed, the right side the screen from left to right, so Arabic words stand there backwards.
"""

from __future__ import annotations

import pytest

from reader.layout import display

# dal, thal, reh, zain and waw are left out, and lam, so that no two letters share a cell
ARABIC = dict(zip("ABCDEFGHIJKMNOPQSTUVWXYZ", "بتثجحخسشصضطظعغفقكمنهيئةى", strict=True))
BACK = {b: a for a, b in ARABIC.items()}

RTL = [
    # Latin and its brackets
    ("QAT atacms NAT", "TAN atacms TAQ"),
    ("QAT (atacms) NAT", "TAN (atacms) TAQ"),
    ("(atacms) QAT", "TAQ (atacms)"),
    ("QAT atacms.", ".atacms TAQ"),
    ("atacms (himars) QAT", "TAQ atacms (himars)"),
    ("QAT atacms/himars, us-made", "atacms/himars, us-made TAQ"),
    ("f-16 QAT", "TAQ f-16"),
    ("QAT-16", "16-TAQ"),
    # brackets and quotation marks of Arabic
    ("QAT (NAT) QAT", "TAQ (TAN) TAQ"),
    ("QAT «NAT QAT»", "«TAQ TAN» TAQ"),
    ("QAT «NAT 'BAT' QAT».", ".«TAQ 'TAB' TAN» TAQ"),
    ("«QAT “NAT” (BAT)»", "«(TAB) ”TAN“ TAQ»"),
    ("[QAT] {NAT} <BAT>", "<TAB> {TAN} [TAQ]"),
    ("QAT «u-2» NAT", "TAN «u-2» TAQ"),
    # dates: the standard would show 01-05-2024
    ("FY 2024-05-01 QAT", "TAQ 2024-05-01 YF"),
    ("2024-05-01 QAT", "TAQ 2024-05-01"),
    ("FY 2024/05/01 QAT", "TAQ 2024/05/01 YF"),
    ("FY 01/05/2024 QAT", "TAQ 01/05/2024 YF"),
    ("FY ٢٠٢٤-٠٥-٠١ QAT", "TAQ ٢٠٢٤-٠٥-٠١ YF"),
    # a date with the day first is as the standard has it: its parts run right to left, as they are read
    ("FY 01-05-2024 QAT", "TAQ 2024-05-01 YF"),
    # clock times
    ("QAT 10:30 NAT", "TAN 10:30 TAQ"),
    ("QAT ١٠:٣٠ NAT", "TAN ١٠:٣٠ TAQ"),
    # ranges run right to left: the first year is on the right
    ("BYN 2017–2023 KAN", "NAK 2023–2017 NYB"),
    ("KAN (2017–2023).", ".(2023–2017) NAK"),
    ("10-15 KAN", "NAK 10-15"),
    ("KAN 10-15", "15-10 NAK"),
    # numbers
    ("KAN 1,234.5 BYN", "NYB 1,234.5 NAK"),
    ("KAN ١٬٢٣٤٫٥ BYN", "NYB ١٬٢٣٤٫٥ NAK"),
    ("KAN +3", "3+ NAK"),
    # a per cent sign after a number in Arabic text stands on its left, where it is read last
    ("KAN 25% BYN", "NYB %25 NAK"),
    ("KAN ٢٥٪ BYN", "NYB ٪٢٥ NAK"),
    ("25% BYN", "NYB 25%"),
    ("KAN $5", "5$ NAK"),
    # punctuation of Arabic, spaces
    ("QAT، NAT؛ BAT؟", "؟TAB ؛TAN ،TAQ"),
    ("QAT – NAT…", "…TAN – TAQ"),
    # an address reads on
    ("FY https://un.org/ar/ QAT", "TAQ https://un.org/ar/ YF"),
]

LTR = [
    ("the QAT KAN (BAT) end", "the (TAB) NAK TAQ end"),
    ("the QAT 25 end", "the 25 TAQ end"),
    ("QAT, NAT", "TAN ,TAQ"),
    ("the (QAT) end", "the (TAQ) end"),
    ("on 2024-05-01 QAT", "on 2024-05-01 TAQ"),
    ("QAT 2024-05-01 end", "2024-05-01 TAQ end"),
]


def screen(text: str, base: str) -> str:
    """The cells of a text, Arabic letters back as capitals by their positions, the rest as it is sent."""
    arabic = "".join(ARABIC.get(c, c) for c in text)
    line = display(arabic, base=base)
    assert len(line.cells) == len(text)
    return "".join(BACK.get(arabic[p], cell) for cell, p in zip(line.cells, line.positions, strict=True))


@pytest.mark.parametrize(("text", "shown"), RTL, ids=[t for t, _ in RTL])
def test_right_to_left(text: str, shown: str) -> None:
    assert screen(text, "rtl") == shown


@pytest.mark.parametrize(("text", "shown"), LTR, ids=[t for t, _ in LTR])
def test_left_to_right(text: str, shown: str) -> None:
    assert screen(text, "ltr") == shown


def test_a_date_with_its_time_reads_on_in_arabic_text() -> None:
    for stamp in (
        "2024-05-01T10:30",
        "2024-05-01 10:30:59",
        "2024-05-01T10:30:00Z",
        "2024-05-01T10:30:00+03:00",
    ):
        assert stamp in display(f"في {stamp} قال", base="rtl").text


def test_what_only_looks_like_a_date_is_left_to_the_standard() -> None:
    for number in ("12024-05-01", "2024-05-012", "2024-05-01-07"):
        assert number not in display(f"في {number} قال", base="rtl").text
