from __future__ import annotations

import csv
import io
from html.parser import HTMLParser

from glossary.decode import Lexicon, decode
from glossary.entry import Entry
from glossary.printable import COLUMNS, csv_table, html_page
from glossary.stats import stats

TEXT = """
[uquba-n]
lemma = "عُقُوبَة"
pos = "noun"
gender = "feminine"
root = "عقب"
plural = [
  "عُقُوبَات",
]
domain = ["sanctions", "rights"]
[[uquba-n.sense]]
gloss = ["sanction"]
note = "<b>Nearly</b> always plural."
[[uquba-n.sense.example]]
arabic = "جَدَّدَ المَجْلِسُ العُقُوبَاتِ."
english = "The Council renewed the sanctions."
[[uquba-n.sense]]
gloss = ["=penalty", "punishment"]
[waqf-al-nar-t]
term = "وَقْفُ النَّارِ"
parts = ["=وقف", "=النار"]
gloss = ["ceasefire"]
domain = ["ceasefire"]
[fi-p]
lemma = "فِي"
pos = "preposition"
gloss = ["in"]
"""


def lexicon() -> Lexicon:
    made = Lexicon()
    for record in decode(TEXT):
        if isinstance(record, Entry):
            made.entries[record.id] = record
        else:
            made.terms[record.id] = record
    return made


def test_the_table_has_a_line_for_each_word_with_a_domain() -> None:
    rows = list(csv.reader(io.StringIO(csv_table(lexicon()))))
    assert rows[0] == list(COLUMNS)
    assert [row[:3] for row in rows[1:]] == [
        ["uquba-n", "عُقُوبَة", "sanction; =penalty, punishment"],
        ["waqf-al-nar-t", "وَقْفُ النَّارِ", "ceasefire"],
    ]


def test_no_cell_begins_like_a_formula() -> None:
    made = lexicon()
    made.terms["x-t"] = made.terms.pop("waqf-al-nar-t").__class__(
        "x-t", "=1+1", (), ("+cmd",), domain=("cyber",)
    )
    rows = list(csv.reader(io.StringIO(csv_table(made))))
    assert rows[1][1:3] == ["'=1+1", "'+cmd"]


class Reader(HTMLParser):
    """Collects tags' attributes and text."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.arabic: list[str] = []
        self.inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        self.tags.append(tag)
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.links += [(named.get("href") or "").removeprefix("#")] if tag == "a" else []
        self.inside = "rtl" if named.get("dir") == "rtl" else ""

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.arabic.append(data)


def test_the_page_has_domains_indexes_and_links_that_lead_somewhere() -> None:
    reader = Reader()
    page = html_page(lexicon())
    reader.feed(page)
    assert set(reader.links) <= set(reader.ids)
    assert reader.ids == ["domain-sanctions", "uquba-n", "domain-ceasefire", "waqf-al-nar-t", "domain-rights"]
    assert "عُقُوبَة" in reader.arabic
    assert page.index("English index") < page.index("Arabic index")
    assert "فِي" not in page


def test_what_stands_in_an_entry_is_text_and_not_html() -> None:
    page = html_page(lexicon())
    assert "<b>Nearly</b>" not in page
    assert "&lt;b&gt;Nearly&lt;/b&gt;" in page
    assert "<script" not in page
    assert "http" not in page


def test_counts_by_domain_and_field() -> None:
    found = stats(lexicon())
    assert found["total"]["entries"] == 2
    assert found["total"]["terms"] == 1
    assert found["pos"] == {"noun": 1, "preposition": 1}
    rights = found["domains"]["rights"]
    assert (rights["entries"], rights["senses"], rights["plural"], rights["examples"], rights["note"]) == (
        1,
        2,
        1,
        1,
        1,
    )
    assert found["domains"]["cyber"]["entries"] == 0
