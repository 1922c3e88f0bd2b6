"""The JSON of `nashra gloss --json`: one object for each line, made fast.

    python -m glossary.glossjson < text      the same, without the command line around it

What does not depend on the place in the line is made once for every spelling and context and kept with the choice.
"""

from __future__ import annotations

import gc
import sys
from json.encoder import encode_basestring as encode
from json.encoder import encode_basestring_ascii as escape_all
from typing import TYPE_CHECKING

from corpus.tokenize import tokenize
from glossary.analyze import CAP, MADE
from glossary.features import describe
from glossary.match import matches

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import BinaryIO

    from glossary.analyze import Analyzer, Choice
    from glossary.combo import Combo

SELDOM = (200_000, 20, 20)
"""When the collector comes while many lines are read."""
_EMPTY = (b"",) * 8
_NULLS = (
    b'"lemma": null, "pos": null, "root": null, "pattern": null, "gloss": null, "glosses": [], "entry": null, '
    b'"source": "none", "proclitics": [], "enclitics": [], "features": {}, "candidates": []}'
)


def render_line(n: int, text: str, analyzer: Analyzer) -> str:
    """The object for line n (counted from 1), without a line break."""
    return render(n, text, analyzer).decode()


def render(n: int, text: str, analyzer: Analyzer) -> bytes:
    """The same as UTF-8, which is how its parts are kept: most of them is ASCII, and half as long so."""
    tokens = tokenize(text)
    choices = analyzer.choose(tokens)
    found = matches(analyzer, tokens, choices) if any(choice.known.starts for choice in choices) else []
    made = []
    for (start, end, word, kind), choice in zip(tokens, choices, strict=True):
        if kind == "word":
            made.append(
                b'{"start": %d, "end": %d, %b' % (start, end, choice.fragment or _fragment(analyzer, choice))
            )
        else:
            rest = (start, end, _string(word).encode(), kind.encode(), _NULLS)
            made.append(b'{"start": %d, "end": %d, "text": %b, "kind": "%b", %b' % rest)
    terms = ", ".join(
        f'{{"entry": "{ident}", "tokens": {list(places)}, "start": {tokens[places[0]].start}, '
        f'"end": {tokens[places[-1]].end}, "gloss": {_string(glosses[0])}}}'
        for ident, places, glosses, _ in found
    )
    whole = (n, _string(text).encode(), b", ".join(made), terms.encode())
    return b'{"line": %d, "text": %b, "tokens": [%b], "terms": [%b]}' % whole


def _string(text: str) -> str:
    """A JSON string; half a surrogate pair, which UTF-8 cannot carry, is escaped."""
    made = encode(text)
    try:
        made.encode()
    except UnicodeEncodeError:
        return escape_all(text)
    return made


def _fragment(analyzer: Analyzer, choice: Choice) -> bytes:
    """Everything of a word's object but its place, kept with the choice."""
    readings = choice.readings
    head = b'"text": "%b", "kind": "word", ' % choice.known.text.encode()
    if not readings:
        choice.fragment = head + _NULLS
        return choice.fragment
    kept = analyzer.rendered
    others = []
    first = b""
    for weight, n, _, _ in readings:
        both = kept.get(n) or _lemma(analyzer, n)
        first = first or both[1]
        others.append(b"{%b%.3f}" % (both[0], weight))
    combo = readings[0][2]
    parts = (head, first, combo.fragment or _form(combo), b", ".join(others))
    choice.fragment = b'%b%b, %b, "candidates": [%b]}' % parts
    return choice.fragment


def _lemma(analyzer: Analyzer, n: int) -> tuple[bytes, bytes]:
    """What a candidate and what a word says of a lemma, kept for the next time.

    The index has UTF-8, and so has the JSON: what is in it is only put between quotation marks, unless it holds one; control
    characters are not let into an index.
    """
    row = analyzer.index.raw(n) if n < MADE else b""
    lemma, pos, root, pattern, entry, source, glosses, _ = row.split(b"\t") if row else _EMPTY
    if not lemma or (pos == b"name" and not glosses) or b'"' in row or b"\\" in row:
        fields = analyzer.lemma(n)
        lemma, pos, root, pattern, entry, source = (encode(field)[1:-1].encode() for field in fields[:6])
        said = [encode(gloss).encode() for gloss in fields[6]]
    else:
        said = [b'"%b"' % gloss for gloss in glosses.split(b"\x1f")] if glosses else []
    gloss = said[0] if said else b"null"
    ident = b'"%b"' % entry if entry else b"null"
    short = b'"lemma": "%b", "pos": "%b", "gloss": %b, "entry": %b, "weight": ' % (lemma, pos, gloss, ident)
    long = (
        b'"lemma": "%b", "pos": "%b", "root": %b, "pattern": %b, "gloss": %b, "glosses": [%b], "entry": %b, "source": "%b"'
        % (
            lemma,
            pos,
            b'"%b"' % root if root else b"null",
            b'"%b"' % pattern if pattern else b"null",
            gloss,
            b", ".join(said),
            ident,
            source,
        )
    )
    if len(analyzer.rendered) >= CAP:
        analyzer.rendered.clear()
    made = analyzer.rendered[n] = (short, long)
    return made


def _form(combo: Combo) -> bytes:
    before = ", ".join(map(_string, combo.proclitics))
    after = _string(combo.enclitic) if combo.enclitic else ""
    features = ", ".join(
        f'"{key}": {_string(value) if isinstance(value, str) else str(value).lower()}'
        for key, value in describe(combo.features, combo.proclitics).items()
    )
    combo.fragment = f'"proclitics": [{before}], "enclitics": [{after}], "features": {{{features}}}'.encode()
    return combo.fragment


def run(lines: Iterable[str], out: BinaryIO, analyzer: Analyzer) -> None:
    """Analyse lines; one object a line, UTF-8.

    What is remembered is kept in lists and mappings by the ten thousand; the collector, which would go through all of
    them again and again and find nothing, is asked to come seldom.
    """
    before = gc.get_threshold()
    gc.set_threshold(*SELDOM)
    try:
        for n, line in enumerate(lines, 1):
            out.write(render(n, line.rstrip("\r\n"), analyzer) + b"\n")
    finally:
        gc.set_threshold(*before)


def main() -> int:
    """Analyse standard input."""
    from glossary.analyze import Analyzer
    from glossary.index import open_index

    with (
        open(0, encoding="utf-8", errors="surrogateescape", newline="\n", closefd=False) as source,
        open(1, "wb", closefd=False) as out,
    ):
        run(source, out, Analyzer(open_index()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
