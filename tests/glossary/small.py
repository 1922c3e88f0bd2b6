"""A small lexicon, compiled once for the tests of analysis: words that try the rules, not the shipped glossary."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from glossary import compile, decode
from glossary.analyze import Analyzer
from glossary.entry import Entry
from glossary.index import Index

TOML = """
[uquba-n]
lemma = "عُقُوبَة"
pos = "noun"
gender = "feminine"
root = "عقب"
pattern = "فُعُولَة"
plural = ["عُقُوبَات"]
gloss = ["sanction", "penalty"]

[nafa-v]
lemma = "نَفَى"
pos = "verb"
form = "I"
root = "نفي"
present = "يَنْفِي"
masdar = ["نَفْي"]
gloss = ["deny"]

[ittahama-v]
lemma = "اِتَّهَمَ"
pos = "verb"
form = "VIII"
root = "وهم"
present = "يَتَّهِمُ"
masdar = ["اِتِّهَام"]
gloss = ["accuse"]

[kataba-v]
lemma = "كَتَبَ"
pos = "verb"
form = "I"
root = "كتب"
present = "يَكْتُبُ"
masdar = ["كِتَابَة"]
gloss = ["write"]

[kitab-n]
lemma = "كِتَاب"
pos = "noun"
gender = "masculine"
root = "كتب"
pattern = "فِعَال"
plural = ["كُتُب"]
gloss = ["book"]

[halif-n]
lemma = "حَلِيف"
pos = "noun"
gender = "masculine"
root = "حلف"
plural = ["حُلَفَاء"]
gloss = ["ally"]

[intiha-n]
lemma = "اِنْتِهَاء"
pos = "noun"
gender = "masculine"
root = "نهي"
gloss = ["end"]

[mustashfa-n]
lemma = "مُسْتَشْفًى"
pos = "noun"
gender = "masculine"
root = "شفي"
plural = ["مُسْتَشْفَيَات"]
gloss = ["hospital"]

[qadi-n]
lemma = "قَاضٍ"
pos = "noun"
gender = "masculine"
root = "قضي"
plural = ["قُضَاة"]
gloss = ["judge"]

[muhandis-n]
lemma = "مُهَنْدِس"
pos = "noun"
gender = "masculine"
root = "هندس"
plural = ["مُهَنْدِسُونَ"]
feminine = "مُهَنْدِسَة"
gloss = ["engineer"]

[masul-n]
lemma = "مَسْؤُول"
pos = "noun"
gender = "masculine"
root = "سءل"
plural = ["مَسْؤُولُونَ"]
gloss = ["official"]

[maskan-n]
lemma = "مَسْكَن"
pos = "noun"
gender = "masculine"
root = "سكن"
plural = ["مَسَاكِن"]
gloss = ["dwelling"]

[lugha-n]
lemma = "لُغَة"
pos = "noun"
gender = "feminine"
root = "لغو"
plural = ["لُغَات"]
gloss = ["language"]

[ab-n]
lemma = "أَب"
pos = "noun"
gender = "masculine"
root = "ءبو"
plural = ["آبَاء"]
gloss = ["father"]

[kabir-a]
lemma = "كَبِير"
pos = "adjective"
root = "كبر"
plural = ["كِبَار"]
elative = "أَكْبَر"
gloss = ["big", "senior"]

[kuri-a]
lemma = "كُورِيّ"
pos = "adjective"
plural = ["كُورِيُّونَ"]
gloss = ["Korean"]

[waqf-n]
lemma = "وَقْف"
pos = "noun"
gender = "masculine"
root = "وقف"
gloss = ["stopping"]

[itlaq-n]
lemma = "إِطْلَاق"
pos = "noun"
gender = "masculine"
root = "طلق"
gloss = ["release"]

[nar-n]
lemma = "نَار"
pos = "noun"
gender = "feminine"
root = "نور"
plural = ["نِيرَان"]
gloss = ["fire"]

[silah-n]
lemma = "سِلَاح"
pos = "noun"
gender = "masculine"
root = "سلح"
plural = ["أَسْلِحَة"]
gloss = ["weapon"]

[safqa-n]
lemma = "صَفْقَة"
pos = "noun"
gender = "feminine"
root = "صفق"
plural = ["صَفَقَات"]
gloss = ["deal"]

[fawri-a]
lemma = "فَوْرِيّ"
pos = "adjective"
root = "فور"
gloss = ["immediate"]

[fi-p]
lemma = "فِي"
pos = "preposition"
gloss = ["in"]

[ala-p]
lemma = "عَلَى"
pos = "preposition"
gloss = ["on"]

[ali-name]
lemma = "عَلِيّ"
pos = "name"
gender = "masculine"
gloss = ["Ali"]

[al-bahrayn-name]
lemma = "البَحْرَيْن"
pos = "name"
gender = "feminine"
gloss = ["Bahrain"]

[lam-part]
lemma = "لَمْ"
pos = "particle"
gloss = ["not"]

[waqf-itlaq-al-nar-t]
term = "وَقْفُ إِطْلَاقِ النَّارِ"
parts = ["waqf-n", "itlaq-n", "nar-n"]
gap = [1, 0]
gloss = ["ceasefire"]

[itlaq-al-nar-t]
term = "إِطْلَاقُ النَّارِ"
parts = ["itlaq-n", "nar-n"]
gloss = ["shooting"]

[safqat-silah-t]
term = "صَفْقَةُ سِلَاحٍ"
parts = ["safqa-n", "silah-n"]
gloss = ["arms deal"]
"""


def compiled(toml: str, folder: Path) -> str:
    """TOML compiled into a folder."""
    records, problems = decode.survey(toml)
    assert not problems, problems
    lexicon = decode.Lexicon()
    for record in records:
        if isinstance(record, Entry):
            lexicon.entries[record.id] = record
        else:
            lexicon.terms[record.id] = record
    compile.build(lexicon, folder)
    return str(folder)


@cache
def index() -> Index:
    """The compiled small lexicon."""
    return Index([compiled(TOML, Path(tempfile.mkdtemp(prefix="nashra-test-")))], None)


def analyzer() -> Analyzer:
    """A fresh analyzer of the small lexicon."""
    return Analyzer(index())
