"""Entries and terms of any content that the format can hold, for tests that must stand anything."""

from __future__ import annotations

import unicodedata

from hypothesis import strategies as st

from glossary.decode import CONTROL
from glossary.entry import POS, Entry, Pair, Sense, Term

LETTERS = st.text(
    st.sampled_from(
        "ابتثجحخدذرزسشصضطظعغفقكلمنهويءأؤإئآةى\u064b\u064e\u064f\u0650\u0651\u0652 abcABC'\"\\#[]=،؟·–"
    ),
    min_size=1,
    max_size=12,
)
texts = LETTERS.map(lambda text: unicodedata.normalize("NFC", text).strip()).filter(
    lambda text: text != "" and not CONTROL.search(text)
)
lists = st.lists(texts, max_size=3).map(tuple)
some = st.lists(texts, min_size=1, max_size=3).map(tuple)
maybe = st.none() | texts
pairs = st.lists(st.builds(Pair, texts, texts), max_size=2).map(tuple)
senses = st.builds(Sense, some, lists, maybe, maybe, maybe, pairs, pairs)
ids = st.from_regex(r"[a-z]{1,4}-(n|v|name)2?", fullmatch=True)
entries = st.builds(
    Entry,
    ids,
    texts,
    st.sampled_from(POS),
    st.lists(senses, min_size=1, max_size=3).map(tuple),
    root=maybe,
    pattern=maybe,
    gender=maybe,
    number=maybe,
    plural=lists,
    dual=maybe,
    feminine=maybe,
    elative=maybe,
    form=maybe,
    present=maybe,
    masdar=lists,
    invariable=st.booleans(),
    forms=lists,
    spellings=lists,
    acronym=maybe,
    domain=lists,
    related=lists,
)
gaps = st.lists(st.integers(0, 4), max_size=3).map(tuple)
terms = st.builds(Term, ids, texts, lists, some, gaps, maybe, lists, maybe, maybe, pairs, lists)
records = st.lists(entries | terms, max_size=4, unique_by=lambda record: record.id)
