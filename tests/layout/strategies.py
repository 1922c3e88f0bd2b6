"""Text for hypothesis: Arabic, newspaper's mixtures, and everything hostile."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.layout import generate

NEWS = st.text(
    generate.LETTERS + generate.MARKS + generate.DIGITS + "لاأ  " + generate.PUNCTUATION + "()«»ABc",
    max_size=120,
)
HOSTILE = st.lists(
    st.sampled_from(
        [
            "\u064e",  # a mark, perhaps on nothing
            "\u0651" * 20,
            "\u0301",
            "\x1b[31m",
            "\x00",
            "\x9b",
            "\ud800",
            "\udfff",
            "\u202e",
            "\u2066",
            "\u200b",
            "\u200c",
            "\u200d",
            "\ufeff",
            "\ufe0f",
            "\U0001f468\u200d\U0001f469\u200d\U0001f467",
            "\U0001f44d\U0001f3fd",
            "\U0001f1f0\U0001f1f7",
            "中文",
            "ﷺ",
            "\u3000",
            "\t",
            "\u00a0",
            "\u2028",
            "لا",
            "ل\u064eا",
            "ا\u0654",
            "كلمة",
            "word",
            " ",
            "  ",
            "(",
            ")",
            "\u1100\u1161",
            "\u0915\u093f",
            "\ue000",
            "\U000e0001",
        ]
    ),
    max_size=40,
).map("".join)
ANY = st.text(st.characters(), max_size=60)
TEXT = st.one_of(NEWS, HOSTILE, ANY)
WIDTH = st.integers(1, 90)
