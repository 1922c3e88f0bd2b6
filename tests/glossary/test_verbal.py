from __future__ import annotations

from glossary.verbal import attested, only_present, paradigms


def test_root_and_form_make_the_principal_parts() -> None:
    (made,) = {(one.past, one.present, one.masdars) for one in paradigms("وهم", "VIII")}
    assert made == ("اِتَّهَمَ", "يَتَّهِمُ", ("اِتِّهَام",))


def test_a_malformed_root_or_form_makes_nothing() -> None:
    assert paradigms("x", "II") == ()
    assert paradigms("كتب", "XX") == ()
    assert attested("x", "I") == ()


def test_the_present_is_filled_in_only_where_one_is_attested() -> None:
    assert only_present("صَرَّحَ", "صرح", "II") == "يُصَرِّحُ"
    assert only_present("نَظَرَ", "نظر", "I") == "يَنْظُرُ"
    assert only_present("كَتَبَ", "كتب", "I") is None  # the lexicon has a form with kasra too
    assert only_present("صَرَّحَ", "صرح", "IV") is None
