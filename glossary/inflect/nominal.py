"""Nouns, adjectives, names: number, gender, state, and what their letters do before a pronoun.

    عُقُوبَة  ->  عُقُوبَة · عُقُوبَت(ها) · عُقُوبَتَان · عُقُوبَتَيْن · عُقُوبَتَا · عُقُوبَتَي · عُقُوبَات
    مُهَنْدِس ->  مُهَنْدِس · مُهَنْدِسًا · مُهَنْدِسَان … مُهَنْدِسُون · مُهَنْدِسِين · مُهَنْدِسُو · مُهَنْدِسِي
    اِنْتِهَاء ->  اِنْتِهَاء · اِنْتِهَاءَ(ها) · اِنْتِهَاؤُ(ها) · اِنْتِهَائِ(ها) · اِنْتِهَاءَان …

Case vowels are not written out: they are free when vowels are compared. Only what the letters show is a form.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus.normalize import DAMMA, FATHA, FATHATAN, KASRA, KASRATAN, SHADDA, SUKUN
from glossary.inflect.form import ABSOLUTE, ALONE, ATTACHED, CONSTRUCT, NOMINAL, PREPOSITION, Form

if TYPE_CHECKING:
    from collections.abc import Iterator

_FINAL_CASE = re.compile(f"[{DAMMA}{KASRA}{FATHA}]+$")
_DIPTOTE = re.compile(
    f".{FATHA}.{FATHA}ا.{SHADDA}?{KASRA}(.|ي.)$"  # مَفَاعِل، مَفَاعِيل
    f"|{FATHA}اء$|.{FATHA}ا.{SHADDA}$"  # وُزَرَاء، مَوَادّ
)


def singular(base: str, features: str, weight: float = 1.0) -> Iterator[Form]:
    """Every written shape of one stem that is not a sound plural: alone, accusative, before a pronoun.

    `base` is vowelled, pausal (كِتَاب، دَوْلَة، مُسْتَوًى، قَاضٍ، اِنْتِهَاء). The features say what the stem is.
    """
    base = _FINAL_CASE.sub("", base)
    accusative = features + " accusative"
    if base.endswith("ة"):
        yield Form(base, features, ABSOLUTE, weight)
        yield Form(base[:-1] + "ت", features, ATTACHED, weight)
    elif base.endswith(KASRATAN):  # قَاضٍ: القَاضِي، قَاضِيًا
        stem = base[:-1]
        yield Form(base, features, ALONE | PREPOSITION, weight)
        yield Form(stem + KASRA + "ي", features, NOMINAL, weight)
        yield Form(stem + KASRA + "ي" + FATHATAN + "ا", accusative, ALONE, weight * 0.2)
    elif base.endswith(("ى", FATHATAN + "ا")):
        stem = base.removesuffix("ا").removesuffix("ى").rstrip(FATHA + FATHATAN)
        letter = base[-1]
        yield Form(base, features, ABSOLUTE, weight)
        if FATHATAN in base[-2:]:
            yield Form(stem + FATHA + letter, features, ABSOLUTE, weight)
        yield Form(stem + FATHA + "ا", features, ATTACHED if letter == "ى" else NOMINAL, weight)
    elif base.endswith("ء"):
        yield Form(base, features, NOMINAL, weight)
        stem = base[:-1]
        yield Form(stem + "ؤ" + DAMMA, features, ATTACHED, weight * 0.5)
        yield Form(stem + "ئ" + KASRA, features, ATTACHED, weight)
        if not base.endswith("اء"):
            seat = "ئ" if base.endswith(("يء", "ي" + SUKUN + "ء")) else "ء"
            yield Form(stem + seat + FATHATAN + "ا", accusative, ALONE, weight * 0.3)
    elif base.endswith("أ"):
        yield Form(base, features, NOMINAL, weight)
        yield Form(base[:-1] + "ؤ" + DAMMA, features, ATTACHED, weight * 0.5)
        yield Form(base[:-1].rstrip(FATHA) + KASRA + "ئ", features, ATTACHED, weight)
    else:
        yield Form(base, features, NOMINAL, weight)
        if base.endswith("ؤ"):
            yield Form(base[:-1] + "ئ" + KASRA, features, ATTACHED, weight * 0.5)
        if not _DIPTOTE.search(base) and not base.endswith(("ا", SHADDA + "ا")):
            yield Form(base + FATHATAN + "ا", accusative, ALONE, weight * 0.3)


def dual(base: str, features: str, weight: float = 0.1) -> Iterator[Form]:
    """The dual of a singular stem: دَوْلَتَان، دَوْلَتَيْن, and without ن before another noun or a pronoun."""
    stem = dual_stem(_FINAL_CASE.sub("", base))
    a = stem + "آ" if stem.endswith(("\u0623",)) else stem + FATHA + "ا"
    if stem.endswith("أ"):
        a = stem[:-1] + "آ"  # مَبْدَآن
    y = stem + FATHA + "ي" + SUKUN
    yield Form(a + "ن" + KASRA, features + " dual nominative", ABSOLUTE, weight)
    yield Form(y + "ن" + KASRA, features + " dual oblique", ABSOLUTE, weight * 1.5)
    yield Form(a, features + " dual construct nominative", CONSTRUCT, weight * 0.2)
    yield Form(y[:-1], features + " dual construct oblique", CONSTRUCT, weight * 0.4)


def dual_stem(base: str) -> str:
    """What the dual's ending goes on: ة opens to ت, ى becomes ي, a dropped ي returns."""
    if base.endswith("ة"):
        return base[:-1] + "ت"
    if base.endswith(KASRATAN):
        return base[:-1] + KASRA + "ي"
    if base.endswith("ى"):
        return base[:-1].rstrip(FATHA + FATHATAN) + FATHA + "ي"
    return base


def sound_masculine(stem: str, features: str, weight: float = 1.0) -> Iterator[Form]:
    """ـُون، ـِين and, without their ن, ـُو، ـِي. The stem has no ending: مُهَنْدِس."""
    u, i = stem + DAMMA + "و", stem + KASRA + "ي"
    if stem.endswith("ء"):
        u, i = stem[:-1] + "ؤ" + DAMMA + "و", stem[:-1] + "ئ" + KASRA + "ي"
    elif stem.endswith("أ"):
        i = stem[:-1].rstrip(FATHA) + "ئ" + KASRA + "ي"
    yield Form(u + "ن" + FATHA, features + " nominative", ABSOLUTE, weight * 0.5)
    yield Form(i + "ن" + FATHA, features + " oblique", ABSOLUTE, weight)
    yield Form(u, features + " construct nominative", CONSTRUCT, weight * 0.1)
    yield Form(i, features + " construct oblique", CONSTRUCT, weight * 0.1)


def plural(form: str, gender: str, weight: float = 1.0) -> Iterator[Form]:
    """A plural as an entry gives it, whatever its kind; a sound one yields its whole set of endings."""
    bare = _FINAL_CASE.sub("", form)
    features = (gender + " plural").strip()
    if bare.endswith(DAMMA + "ون") and bare.count("") > 5:
        yield from sound_masculine(bare[: -len(DAMMA + "ون")], features, weight)
    elif bare.endswith(KASRA + "ين") and not _DIPTOTE.search(bare):
        yield from sound_masculine(bare[: -len(KASRA + "ين")], features, weight)
    elif bare.endswith(FATHA + "ات"):
        yield Form(bare, features, NOMINAL, weight)
    else:
        yield from singular(bare, features, weight)


def feminine_stem(base: str) -> str:
    """A masculine's regular feminine: كُورِيّ -> كُورِيَّة, قَاضٍ -> قَاضِيَة, مَبْنِيّ -> مَبْنِيَّة."""
    base = _FINAL_CASE.sub("", base)
    if base.endswith(KASRATAN):
        return base[:-1] + KASRA + "ي" + FATHA + "ة"
    if base.endswith("ى"):
        return base[:-1].rstrip(FATHA + FATHATAN) + FATHA + "اة"
    return base + FATHA + "ة"
