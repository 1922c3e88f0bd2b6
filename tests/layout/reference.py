"""The bidirectional algorithm as its text reads: one rule after another, one character at a time, nothing clever.

Written from UAX #9 (revision 48) to be compared with, for a paragraph without explicit embeddings or isolates, so that the
whole paragraph is one isolating run sequence with sos = eos = the paragraph's direction.
"""

from __future__ import annotations

import unicodedata as ud

BRACKETS = {"(": ")", "[": "]", "{": "}"}
NEUTRAL = ("B", "S", "WS", "ON")


def resolve(text: str, rtl: bool) -> list[int]:
    """The level of each character after rule I2. Characters that X9 removes have the level of the one before them."""
    base = 1 if rtl else 0
    kept = [i for i, c in enumerate(text) if ud.bidirectional(c) != "BN"]
    types = _neutral(
        [text[i] for i in kept],
        _weak([ud.bidirectional(text[i]) for i in kept], rtl),
        [ud.bidirectional(text[i]) for i in kept],
        rtl,
    )
    out: list[int] = []
    resolved = dict(zip(kept, types, strict=True))
    for i in range(len(text)):
        if i not in resolved:
            out.append(out[-1] if out else base)
        elif rtl:  # I2
            out.append(base + (resolved[i] in ("L", "EN", "AN")))
        else:  # I1
            out.append(base + {"L": 0, "R": 1, "AN": 2, "EN": 2}[resolved[i]])
    return out


def _weak(types: list[str], rtl: bool) -> list[str]:
    sos = "R" if rtl else "L"
    t = types[:]
    n = len(t)
    for i in range(n):  # W1
        if t[i] == "NSM":
            t[i] = t[i - 1] if i else sos
    for i in range(n):  # W2
        if t[i] == "EN":
            for k in range(i - 1, -1, -1):
                if t[k] in ("R", "L", "AL"):
                    if t[k] == "AL":
                        t[i] = "AN"
                    break
    for i in range(n):  # W3
        if t[i] == "AL":
            t[i] = "R"
    for i in range(1, n - 1):  # W4
        if t[i] == "ES" and t[i - 1] == t[i + 1] == "EN":
            t[i] = "EN"
        elif t[i] == "CS" and t[i - 1] == t[i + 1] and t[i - 1] in ("EN", "AN"):
            t[i] = t[i - 1]
    for i in range(n):  # W5
        if t[i] == "EN":
            k = i - 1
            while k >= 0 and t[k] == "ET":
                t[k] = "EN"
                k -= 1
            k = i + 1
            while k < n and t[k] == "ET":
                t[k] = "EN"
                k += 1
    for i in range(n):  # W6
        if t[i] in ("ES", "ET", "CS"):
            t[i] = "ON"
    for i in range(n):  # W7
        if t[i] == "EN":
            strong = next((t[k] for k in range(i - 1, -1, -1) if t[k] in ("R", "L")), sos)
            if strong == "L":
                t[i] = "L"
    return t


def _strong(kind: str) -> str | None:
    """A resolved type as N0 to N2 see it."""
    return "R" if kind in ("R", "EN", "AN") else "L" if kind == "L" else None


def _pairs(chars: list[str], types: list[str]) -> list[tuple[int, int]]:
    """BD16."""
    stack: list[tuple[str, int]] = []
    pairs = []
    for i, char in enumerate(chars):
        if types[i] != "ON":
            continue
        if char in BRACKETS:
            if len(stack) == 63:
                break
            stack.append((BRACKETS[char], i))
        elif char in BRACKETS.values():
            for k in range(len(stack) - 1, -1, -1):
                if stack[k][0] == char:
                    pairs.append((stack[k][1], i))
                    del stack[k:]
                    break
    return sorted(pairs)


def _neutral(chars: list[str], types: list[str], original: list[str], rtl: bool) -> list[str]:
    embedding = "R" if rtl else "L"
    opposite = "L" if rtl else "R"
    t = types[:]
    n = len(t)
    for a, b in _pairs(chars, t):  # N0
        inside = [_strong(t[i]) for i in range(a + 1, b)]
        if embedding in inside:  # b
            direction = embedding
        elif opposite in inside:  # c
            before = next((_strong(t[k]) for k in range(a - 1, -1, -1) if _strong(t[k])), embedding)
            direction = opposite if before == opposite else embedding
        else:  # d
            continue
        for at in (a, b):
            t[at] = direction
            k = at + 1
            while k < n and original[k] == "NSM":
                t[k] = direction
                k += 1
    i = 0
    while i < n:  # N1, N2
        if t[i] not in NEUTRAL:
            i += 1
            continue
        k = i
        while k < n and t[k] in NEUTRAL:
            k += 1
        left = _strong(t[i - 1]) if i else embedding
        right = _strong(t[k]) if k < n else embedding
        t[i:k] = [left if left == right and left else embedding] * (k - i)
        i = k
    return t


def line_levels(text: str, resolved: list[int], base: int) -> list[int]:
    """L1 for a line that is the whole paragraph."""
    out = resolved[:]
    blank = True
    for i in range(len(text) - 1, -1, -1):
        kind = ud.bidirectional(text[i])
        if kind in ("S", "B"):
            out[i], blank = base, True
        elif kind in ("WS", "BN"):
            if blank:
                out[i] = base
        else:
            blank = False
    return out


def visual_order(levels: list[int]) -> list[int]:
    """L2: logical indices from left to right."""
    order = list(range(len(levels)))
    depth = levels[:]
    for level in range(max(levels, default=0), 0, -1):
        i = 0
        while i < len(order):
            k = i
            while k < len(order) and depth[k] >= level:
                k += 1
            order[i:k] = order[i:k][::-1]
            depth[i:k] = depth[i:k][::-1]
            i = max(k, i + 1)
    return order
