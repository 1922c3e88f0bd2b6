"""Notes to show and to try: short, long, without a sentence, a term with a gap. All content is ours."""

from __future__ import annotations

from reader.anki.note import CardNote

THEN = 1_795_300_400
"""Seconds since 1970, after the note types' own date."""

SANCTION = CardNote(
    key="uquba-n",
    lemma="عُقُوبَة",
    gloss="sanction",
    forms_met=("العقوبات", "عقوبات"),
    root="عقب",
    pattern="فُعُولَة",
    pos="noun",
    gender="feminine",
    inflection=(("plural", "عُقُوبَات"),),
    senses=("penalty, punishment (legal)",),
    register="UN, press",
    note="In this sense nearly always plural.",
    collocations=(
        ("فَرَضَ عُقُوبَاتٍ عَلَى", "to impose sanctions on"),
        ("رَفْعُ العُقُوبَاتِ", "the lifting of sanctions"),
    ),
    sentence="جدد مجلس الأمن العقوبات المفروضة على المصارف التي تمول تجارة السلاح.",
    marks=((15, 23),),
    gaps=((17, 23),),
    sentence_vowelled="جَدَّدَ مَجْلِسُ الأَمْنِ العُقُوبَاتِ المَفْرُوضَةَ عَلَى المَصَارِفِ الَّتِي تُمَوِّلُ تِجَارَةَ السِّلَاحِ.",
    translation="The Security Council renewed the sanctions imposed on banks that finance the arms trade.",
    article="مجلس الأمن يمدد العقوبات على تجار السلاح",
    article_ids=("council-arms",),
    source="Nashra",
    url="https://example.org/council-arms?id=1&lang=ar",
    date="2026-03-04",
    frequency="8",
    domains=("sanctions", "rights"),
    level="2",
    rank=1,
    changed=THEN,
)

DENY = CardNote(
    key="nafa-v",
    lemma="نَفَى",
    gloss="deny",
    forms_met=("ونفت",),
    root="نفي",
    pattern="فَعَلَ",
    pos="verb",
    form="I",
    inflection=(
        ("present", "يَنْفِي"),
        ("verbal noun", "نَفْي"),
        ("frame", "نَفَى شَيْئًا · نَفَى أَنْ يَفْعَلَ · نَفَى أَنَّ"),
    ),
    senses=("banish, exile",),
    note="The speaker rejects the claim; the writer does not say who is right. "
    "Stronger with جُمْلَةً وَتَفْصِيلًا, 'entirely'.",
    sentence="ونفت الوزارة أن تكون قد وقعت أي اتفاق لتوريد الذخيرة.",
    marks=((1, 4),),
    sentence_vowelled="وَنَفَتِ الوِزَارَةُ أَنْ تَكُونَ قَدْ وَقَّعَتْ أَيَّ اتِّفَاقٍ لِتَوْرِيدِ الذَّخِيرَةِ.",
    translation="The ministry denied that it had signed any agreement to supply ammunition.",
    article="وزارة الدفاع تنفي شراء ذخائر",
    article_ids=("ministry-denies",),
    source="Nashra",
    date="2026-03-06",
    domains=("statements",),
    level="1",
    rank=2,
    changed=THEN,
)

CEASEFIRE = CardNote(
    key="waqf-itlaq-al-nar-t",
    kind="term",
    lemma="وَقْفُ إِطْلَاقِ النَّارِ",
    gloss="ceasefire",
    parts=(("وَقْف", "stopping"), ("إِطْلَاق", "firing, release"), ("نَار", "fire")),
    note="Agreed between parties and meant to last; هُدْنَة is a truce for a time.",
    sentence="رفض الطرفان وقفا فوريا لإطلاق النار قبل تبادل الأسرى.",
    marks=((12, 16), (24, 35)),
    gaps=((12, 16), (24, 29), (30, 35)),
    translation="Both sides refused an immediate ceasefire before an exchange of prisoners.",
    article="المفاوضات تتعثر من جديد",
    article_ids=("talks-stall",),
    source="Nashra",
    date="2026-02-11",
    domains=("ceasefire",),
    level="2",
    rank=3,
    changed=THEN,
)

FORCES = CardNote(
    key="quwwa-n",
    lemma="قُوَّة",
    gloss="force",
    root="قوي",
    pos="noun",
    gender="feminine",
    inflection=(("plural", "قُوَّات"),),
    sentence="استعانت الحكومة بقوات أجنبية لتأمين الحدود الشمالية.",
    marks=((17, 21),),
    translation="The government called on foreign forces to secure the northern border.",
    domains=("forces",),
    rank=4,
    changed=THEN,
)

BARE = CardNote(key="هُدْنَة/noun", lemma="هُدْنَة", gloss="truce", pos="noun", rank=5, changed=THEN)

LONG = CardNote(
    key="istratijiyya-n",
    lemma="اِسْتِرَاتِيجِيَّة",
    gloss="strategy",
    pos="noun",
    gender="feminine",
    inflection=(("plural", "اِسْتِرَاتِيجِيَّات"),),
    senses=("plan of campaign", "long-term policy of a company or of a party before an election"),
    register="press, military, economy",
    note="A loanword, much used with adjectives of field. " * 6,
    collocations=(
        ("اِسْتِرَاتِيجِيَّةُ الأَمْنِ القَوْمِيِّ", "national security strategy"),
        ("وَضَعَ اِسْتِرَاتِيجِيَّةً شَامِلَةً لِمُكَافَحَةِ الإِرْهَابِ", "to draw up a comprehensive strategy against terrorism"),
    ),
    sentence="وقال المتحدث إن الحكومة تعمل منذ أشهر على استراتيجية جديدة تشمل إعادة هيكلة القوات المسلحة "
    "وتحديث منظومات الدفاع الجوي وتوسيع التعاون مع الدول المجاورة في مجال تبادل المعلومات "
    "الاستخباراتية ومراقبة الحدود البرية والبحرية، مشددا على أن تنفيذها سيبدأ مطلع العام المقبل.",
    marks=((42, 52),),
    translation="The spokesman said that the government had been working for months on a new strategy "
    "that covers the restructuring of the armed forces, the modernisation of air defence systems and wider "
    "cooperation with neighbouring states in exchanging intelligence and watching land and sea borders, and "
    "stressed that it would be put into effect from the beginning of next year.",
    article="الحكومة تعلن استراتيجية دفاعية جديدة بعد أشهر من المشاورات مع الحلفاء",
    article_ids=("new-strategy",),
    source="Nashra",
    url="https://example.org/a/very/long/address/that/has/no/space/in/it/and/goes/on/and/on",
    date="2026-01-20",
    domains=("forces", "alliances"),
    level="3",
    rank=6,
    changed=THEN,
)

ALL = (SANCTION, DENY, CEASEFIRE, FORCES, BARE, LONG)
EVERY_CARD = ("newspaper", "production", "cloze", "listening")
