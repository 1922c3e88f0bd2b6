"""Rule N0: a pair of brackets takes one direction, that of what it holds or of what stands before it.

    base R   قال (ATACMS) إن      both brackets R: only L inside, but R before the pair
    base R   use of (ATACMS)      both brackets L: L inside and L before

`kinds` is the string of class letters of reader.layout.bidi after the rules W1 to W7.
"""

from __future__ import annotations

import re
import unicodedata as ud

from corpus.regex import later

_LIST = (
    "() [] {} ⁅⁆ ⁽⁾ ₍₎ ⌈⌉ ⌊⌋ \u2329\u232a ❨❩ ❪❫ ❬❭ ❮❯ ❰❱ ❲❳ ❴❵ ⟅⟆ ⟦⟧ ⟨⟩ ⟪⟫ ⟬⟭ ⟮⟯ ⦃⦄ ⦅⦆ ⦇⦈ ⦉⦊ ⦋⦌ ⦍⦐ "
    "⦏⦎ ⦑⦒ ⦓⦔ ⦕⦖ ⦗⦘ ⧘⧙ ⧚⧛ ⧼⧽ ⸢⸣ ⸤⸥ ⸦⸧ ⸨⸩ 〈〉 《》 「」 『』 【】 〔〕 〖〗 "
    "〘〙 〚〛 ﹙﹚ ﹛﹜ ﹝﹞ （） ［］ ｛｝ ｟｠ ｢｣"
)
"""BidiBrackets.txt, without the Tibetan, Ogham and obsolete ones."""
_PAIRED = [(pair[0], pair[1]) for pair in _LIST.split()]
_CLOSING_OF = {opening: ud.normalize("NFC", closing) for opening, closing in _PAIRED}
_CLOSING = {ud.normalize("NFC", closing) for _, closing in _PAIRED} | {closing for _, closing in _PAIRED}
BRACKET = later("[" + re.escape("".join({*_CLOSING_OF, *_CLOSING})) + "]")


def opens(bracket: str) -> bool:
    """Whether a bracket is an opening one."""
    return bracket in _CLOSING_OF


_DEPTH = 63
"""BD16: the stack holds this many; deeper nesting ends the search for pairs."""


def _pairs(text: str, kinds: str) -> list[tuple[int, int]]:
    """BD16: positions of the pairs, in the order of their opening brackets."""
    stack: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for found in BRACKET.finditer(text):
        at, char = found.start(), found[0]
        if kinds[at] != "o":
            continue
        closing = _CLOSING_OF.get(char)
        if closing is not None:
            if len(stack) >= _DEPTH:
                break
            stack.append((closing, at))
            continue
        char = ud.normalize("NFC", char)
        for k in range(len(stack) - 1, -1, -1):
            if stack[k][0] == char:
                pairs.append((stack[k][1], at))
                del stack[k:]
                break
    return sorted(pairs)


_DIRECTION = bytes.maketrans(b"EN", b"RR")


def resolve_brackets(text: str, kinds: str, original: str, run: str) -> str:
    """kinds with the pairs set to L or R, in linear time.

    run is the paragraph's direction (L or R), original the classes before W1.
    """
    pairs = _pairs(text, kinds)
    if not pairs:
        return kinds
    flat = bytearray(kinds.encode("ascii").translate(_DIRECTION))
    own = run.encode()
    other = b"L" if run == "R" else b"R"
    out = bytearray(kinds.encode("ascii"))
    before, seen = own, 0
    for opening, closing in pairs:
        # the strong direction before the pair, carried forward so that many pairs stay linear
        left, right = flat.rfind(b"L", seen, opening), flat.rfind(b"R", seen, opening)
        if left >= 0 or right >= 0:
            before = b"L" if left > right else b"R"
        seen = opening
        if flat.find(own, opening + 1, closing) >= 0:
            direction = own
        elif flat.find(other, opening + 1, closing) >= 0:
            direction = other if before == other else own
        else:
            continue
        for at in (opening, closing):
            end = at + 1
            while end < len(out) and original[end] == "m":
                end += 1
            flat[at:end] = out[at:end] = direction * (end - at)
    return out.decode("ascii")
