from __future__ import annotations

import pytest

from corpus.normalize import plain
from glossary.entry import Entry, Sense
from glossary.inflect import inflect
from glossary.inflect.form import ALONE, ARTICLE, SUFFIX

SENSE = (Sense(("x",)),)


def forms(lemma: str, pos: str, **more: object) -> dict[str, list[tuple[str, int, str]]]:
    made: dict[str, list[tuple[str, int, str]]] = {}
    for form in inflect(Entry("x", lemma, pos, SENSE, **more)):  # type: ignore[arg-type]
        made.setdefault(plain(form.vowelled), []).append((form.features, form.flags, form.lemma))
    return made


@pytest.mark.parametrize(
    ("lemma", "more", "form", "features"),
    [
        ("عُقُوبَة", {"gender": "feminine", "plural": ("عُقُوبَات",)}, "عقوبات", "feminine plural"),
        ("عُقُوبَة", {"gender": "feminine"}, "عقوبتان", "feminine dual nominative"),
        ("عُقُوبَة", {"gender": "feminine"}, "عقوبتي", "feminine dual construct oblique"),
        ("مُهَنْدِس", {"plural": ("مُهَنْدِسُونَ",)}, "مهندسين", "masculine plural oblique"),
        ("مُهَنْدِس", {"plural": ("مُهَنْدِسُونَ",)}, "مهندسو", "masculine plural construct nominative"),
        ("كِتَاب", {"plural": ("كُتُب",)}, "كتابا", "masculine singular accusative"),
        ("ذَخِيرَة", {"gender": "feminine", "plural": ("ذَخَائِر",)}, "ذخائر", "feminine plural"),
        ("قَاضٍ", {"plural": ("قُضَاة",)}, "قاضي", "masculine singular"),
        ("قَاضٍ", {"plural": ("قُضَاة",)}, "قاضيا", "masculine singular accusative"),
        ("مَبْدَأ", {"plural": ("مَبَادِئ",)}, "مبدآن", "masculine dual nominative"),
        ("شَيْء", {"plural": ("أَشْيَاء",)}, "شيئا", "masculine singular accusative"),
        ("أَب", {}, "أبو", "masculine singular construct nominative"),
        ("مُهَنْدِس", {"feminine": "مُهَنْدِسَة"}, "مهندسات", "feminine plural"),
    ],
)
def test_nouns(lemma: str, more: dict[str, object], form: str, features: str) -> None:
    assert features in [f for f, _, _ in forms(lemma, "noun", **more)[form]]


@pytest.mark.parametrize(
    ("lemma", "before_pronoun"),
    [("عُقُوبَة", "عقوبت"), ("مُسْتَشْفًى", "مستشفا"), ("اِنْتِهَاء", "انتهائ"), ("اِنْتِهَاء", "انتهاؤ"), ("كِتَاب", "كتاب")],
)
def test_the_spelling_before_a_pronoun(lemma: str, before_pronoun: str) -> None:
    assert any(flags & SUFFIX for _, flags, _ in forms(lemma, "noun")[before_pronoun])


def test_what_a_form_does_not_admit() -> None:
    made = forms("عُقُوبَة", "noun", gender="feminine", plural=("عُقُوبَات",))
    assert not any(flags & SUFFIX for _, flags, _ in made["عقوبة"])
    assert not any(flags & ALONE for _, flags, _ in made["عقوبت"])
    assert not any(flags & ARTICLE for _, flags, _ in made["عقوبتا"])
    assert not any(flags & ARTICLE for _, flags, _ in forms("كِتَاب", "noun")["كتابا"])


def test_adjectives_and_nisbas() -> None:
    made = forms("كُورِيّ", "adjective", plural=("كُورِيُّونَ",))
    for form in ("كوري", "كوريا", "كورية", "كوريين", "كوريون", "كوريات", "كوريان", "كوريتين"):
        assert form in made
    elative = forms("كَبِير", "adjective", plural=("كِبَار",), elative="أَكْبَر")["أكبر"]
    assert [lemma for _, _, lemma in elative] == ["أَكْبَر"]
    assert "حمراء" in forms("أَحْمَر", "adjective", feminine="حَمْرَاء", plural=("حُمْر",))


@pytest.mark.parametrize(
    ("lemma", "root", "form", "present", "written", "features"),
    [
        ("نَفَى", "نفي", "I", "يَنْفِي", "نفت", "past active 3fs"),
        ("نَفَى", "نفي", "I", "يَنْفِي", "ينف", "present active 3ms jussive"),
        ("نَفَى", "نفي", "I", "يَنْفِي", "نفوا", "past active 3mp"),
        ("قَالَ", "قول", "I", "يَقُولُ", "يقل", "present active 3ms jussive"),
        ("قَالَ", "قول", "I", "يَقُولُ", "قيل", "past passive 3ms"),
        ("اِتَّهَمَ", "وهم", "VIII", "يَتَّهِمُ", "يتهمون", "present active 3mp"),
        ("أَعْلَنَ", "علن", "IV", "يُعْلِنُ", "أعلن", "past active 3ms"),
        ("مَرَّ", "مرر", "I", "يَمُرُّ", "مررت", "past active 1s"),
        ("تَرْجَمَ", "ترجم", "QI", "يُتَرْجِمُ", "يترجم", "present active 3ms"),
        ("رَأَى", "رءي", "I", "يَرَى", "يرون", "present active 3mp"),
        ("صَرَّحَ", "صرح", "II", "يُصَرِّحُ", "صرحت", "past active 3fs"),
    ],
)
def test_verbs(lemma: str, root: str, form: str, present: str, written: str, features: str) -> None:
    made = forms(lemma, "verb", root=root, form=form, present=present)
    assert features in [f for f, _, _ in made[written]]


def test_a_paradigm_that_is_not_the_verbs_own_is_not_used() -> None:
    made = forms("نَفَى", "verb", root="كتب", form="I", present="يَنْفِي")
    assert set(made) == {"نفى", "ينفي"}


def test_verbs_before_a_pronoun() -> None:
    made = forms("نَفَى", "verb", root="نفي", form="I", present="يَنْفِي")
    assert any(flags & SUFFIX for _, flags, _ in made["نفا"])
    assert not any(flags & SUFFIX for _, flags, _ in made["نفى"])
    assert any(
        flags & SUFFIX and not flags & ALONE
        for _, flags, _ in forms("كَتَبَ", "verb", root="كتب", form="I")["كتبو"]
    )


def test_derived_words_carry_their_own_lemma() -> None:
    made = forms("اِتَّهَمَ", "verb", root="وهم", form="VIII", present="يَتَّهِمُ", masdar=("اِتِّهَام",))
    assert {lemma for _, _, lemma in made["متهم"]} == {"مُتَّهَم", "مُتَّهِم"}
    assert {lemma for _, _, lemma in made["اتهام"]} == {"اِتِّهَام"}


def test_names_keep_their_article() -> None:
    made = forms("البَحْرَيْن", "name", gender="feminine")
    assert list(made) == ["بحرين"]


def test_an_invariable_word_has_one_form() -> None:
    assert list(forms("مِنْ", "preposition", invariable=True)) == ["من"]
