"""Encodings: the ones that Arabic text is found in, and no guess where there is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import NashraError
from corpus.importers.encoding import decode

TEXT = "وقع وزيرا الدفاع في العاصمة اتفاقا لتبادل المعلومات بعد مفاوضات استمرت أكثر من عام، وقالت الوزارة إنه خطوة أولى."


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256", "iso8859-6", "mac-arabic"],
)
def test_each_encoding_is_found(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "x") == TEXT


def test_what_a_page_says_is_believed_only_if_it_fits() -> None:
    assert decode(TEXT.encode("cp1256"), "x", "windows-1256") == TEXT
    assert decode(TEXT.encode("utf-8"), "x", "windows-1252") == TEXT
    assert decode(TEXT.encode("utf-8"), "x", "no-such-code") == TEXT
    assert decode(TEXT.encode("cp1256"), "x", "utf-8") == TEXT


@pytest.mark.parametrize(
    "data",
    [b"\xff\xd8\xff\xe0 JFIF" + bytes(range(128, 256)), "déjà vu à l'été".encode("latin-1"), b"\x00\xff" * 9],
)
def test_no_guess_where_there_is_no_arabic(data: bytes) -> None:
    with pytest.raises(NashraError, match=r"UTF-8|not a text"):
        decode(data, "x")


@given(st.text(st.sampled_from("ابتثجحخدذرزسشصضطظعغفقكلمنهوي ،؛؟."), min_size=5))
def test_utf8_is_never_taken_for_anything_else(text: str) -> None:
    assert decode(text.encode(), "x") == text
