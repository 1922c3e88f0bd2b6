"""Cuts of what a site puts around every article: share lines, subscriptions, advertisements, captions.

Each pattern asks for more than a word: "اشترك الجيشان في مناورات" is news, "اشترك للحصول على" is not.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus.article import Removed
from corpus.clean.draft import loose

if TYPE_CHECKING:
    from corpus.clean.draft import Draft

_SHARE = re.compile(
    r"^(?:يمكنك(?:م)? )?(?:شارك|شاركها?|شاركونا|مشاركة|انشر|نشر) (?:هذه القصة|هذا المقال|هذا الخبر"
    r"|هذه المقالة|هذه الصفحة|المقال|الخبر"
    r"|المقالة|الموضوع|الرابط|عبر|علي (?:فيسبوك|تويتر|واتساب|وسائل|مواقع))"
    r"|^(?:تابعوا?نا|تابعنا|انضموا?|انضم) (?:علي|عبر|الي (?:قناتنا|صفحتنا|مجموعتنا|حسابنا)|في (?:فيسبوك"
    r"|تويتر|واتساب))"
    r"|^(?:تابعوا?|تابع) (?:اخر )?(?:الاخبار|اخبار|قناة|صفحة|حساب)\b.*(?:علي|عبر) (?:فيسبوك|تويتر|واتساب"
    r"|تليغرام|تيليغرام|يوتيوب|غوغل|جوجل|google)"
    r"|^(?:share this|share on|follow us|join our)\b"
)
_NETWORK = re.compile(
    r"(?:facebook|twitter|whatsapp|telegram|linkedin|instagram|youtube|tiktok|pinterest|reddit|messenger"
    r"|x|email|e-mail|print"
    r"|فيسبوك|الفيسبوك|تويتر|واتساب|واتس اب|تليغرام|تيليجرام|تلغرام|لينكدان|لينكدإن|انستغرام|يوتيوب"
    r"|تيك توك|بنترست|ماسنجر|اكس"
    r"|البريد الالكتروني|بريد الكتروني|نسخ الرابط|طباعة|حفظ|شارك|مشاركة|شير)"
)
_SUBSCRIBE = re.compile(
    r"^(?:اشترك(?:وا)?|سجل(?:وا)?) (?:الان|معنا|مجانا|للحصول علي|ليصلك|لتصلك|لتلقي|في (?:نشرت|النشرة"
    r"|قناتنا|قناة|خدمة|القائمة البريدية))"
    r"|^(?:الاشتراك في|النشرة البريدية|نشرتنا البريدية|احصل علي (?:اخر الاخبار|النشرة))"
    r"|^اكتشاف المزيد من (?:موقع\b|\S+$)|^discover more from|^subscribe (?:to|now)|^sign up (?:for|to)\b"
    r"|^(?:للمزيد من الاخبار|حمل(?:وا)? تطبيق|حمل التطبيق)"
)
_ADVERTISEMENT = re.compile(
    r"^\W*(?:اعلان|اعلانات|اعلان ممول|محتوي ممول|مساحة اعلانية|advertisements?|sponsored(?: content)?|ad)\W*$"
)
_GLUED_ADVERTISEMENT = re.compile(r"^إعلان(?=و[\u0621-\u064a]{3})")
_CAPTION = re.compile(
    r"^(?:صورة|الصورة|تصوير|مصدر الصورة|التعليق علي الصورة|تعليق الصورة|صورة ارشيفية|صورة تعبيرية"
    r"|شرح الصورة|photo|image|caption)\s*[:،]"
    r"|^(?:صورة ارشيفية|صورة من الارشيف|ارشيفية|getty images|image source)\W*$"
    r"|^مصدر الصورة،?\s*(?:getty images|reuters|epa|afp|ap)\b"
)
_AGENCY = re.compile(
    r"^[^.!؟:]*\((?:رويترز|ا ف ب|أ ف ب|اف ب|الفرنسية|الاوروبية|الالمانية|الاناضول|اسوشيتد برس"
    r"|الاسوشيتد برس|غيتي|غيتي ايميجز|جيتي"
    r"|الجزيرة|ارشيف|ارشيفية|د ب ا|شينخوا|تاس|مواقع التواصل|reuters|afp|ap|epa|getty(?: images)?)\)$"
)
_COPYRIGHT = re.compile(
    r"^(?:©|\(c\) ?(?:19|20)\d\d|جميع الحقوق محفوظة|كل الحقوق محفوظة|حقوق النشر محفوظة|حقوق (?:النشر"
    r"|الطبع) ?©|all rights reserved|copyright)"
    r"|(?:جميع الحقوق محفوظة|all rights reserved)\W*(?:(?:19|20)\d\d)?\W*$"
    r"|^(?:المقالات|الاراء|المواد) .{0,40}(?:لا تعبر|تعبر) .{0,30}(?:راي|وجهة نظر|اراء) (?:اصحابها|كتابها"
    r"|كاتبها|الصحيفة|الموقع)"
)
_CHROME = re.compile(
    r"^(?:التعليقات|تعليقات|اضف تعليقا?|اترك تعليقا?|اكتب تعليقا?|لا توجد تعليقات|عرض التعليقات"
    r"|تعليق واحد)\W*\d*\W*$"
    r"|^(?:تخط[يى]? الي|انتقل الي|skip to|jump to) "
    r"|^(?:وقت القراءة|مدة القراءة|زمن القراءة|حجم الخط|عدد المشاهدات|المشاهدات|عدد القراءات)\s*[:|]?.{0,30}$"
    r"|^(?:تحميل المزيد|عرض المزيد|اقرا المزيد|المزيد|الرئيسية|القائمة|بحث|السابق|التالي|طباعة|نسخ|استمع"
    r"|استماع|العودة للاعلي)\W*$"
    r"|^(?:نستخدم|يستخدم (?:هذا )?الموقع) ملفات تعريف الارتباط|^(?:we use cookies|accept (?:all )?cookies)"
)
_LINK = re.compile(r"^(?:https?://\S+|www\.\S+|[@#]\w+)(?:\s+(?:https?://\S+|www\.\S+|[@#]\w+|pic\.\S+))*$")
_BYLINE = re.compile(
    r"^(?:بقلم|كتب(?:ت)?|اعداد|تحرير|ترجمة|اعداد وتحرير|المحرر|الكاتب|by|edited by)\s*[:/]\s*\S.{0,60}$"
)


def share_line(draft: Draft) -> Draft:
    """Sites ask their readers to share and to follow, and list the networks."""
    gone = []
    for i, line in enumerate(draft.lines):
        key = loose(line.text).strip(" :.-–|")
        networks = not re.search(r"\w", _NETWORK.sub(" ", key)) and key
        if line.words <= 20 and (_SHARE.search(key) or networks):
            gone.append(i)
    return draft.without("share-line", *gone)


def subscribe_line(draft: Draft) -> Draft:
    """Sites ask their readers to subscribe."""
    return _matching(draft, "subscribe-line", _SUBSCRIBE, 25)


def advertisement(draft: Draft) -> Draft:
    """The label of an advertisement is left where the advertisement was."""
    return _matching(draft, "advertisement", _ADVERTISEMENT, 4)


def glued_advertisement(draft: Draft) -> Draft:
    """The advertisement's label is glued to the next paragraph: إعلانوتأتي; no word begins with إعلانو."""
    glued = [i for i, line in enumerate(draft.lines) if _GLUED_ADVERTISEMENT.match(line.text)]
    if not glued:
        return draft
    return replace(
        draft,
        lines=tuple(
            line._replace(text=_GLUED_ADVERTISEMENT.sub("", line.text)) if i in glued else line
            for i, line in enumerate(draft.lines)
        ),
        removed=draft.removed + tuple(Removed("glued-advertisement", "إعلان") for _ in glued),
    )


def caption(draft: Draft) -> Draft:
    """A picture's caption or credit interrupts the text; the picture is not there."""
    gone = [
        i
        for i, line in enumerate(draft.lines)
        if line.words <= 30 and (_CAPTION.match(key := loose(line.text).strip()) or _AGENCY.match(key))
    ]
    return draft.without("caption", *gone)


def copyright_line(draft: Draft) -> Draft:
    """The notice of rights belongs to the site."""
    return _matching(draft, "copyright-line", _COPYRIGHT, 30)


def page_controls(draft: Draft) -> Draft:
    """Buttons, menus, counters and comment boxes are read as lines."""
    return _matching(draft, "page-controls", _CHROME, 15)


def bare_links(draft: Draft) -> Draft:
    """A line of nothing but addresses, hashtags or account names says nothing."""
    return draft.without("bare-links", *(i for i, line in enumerate(draft.lines) if _LINK.match(line.text)))


def byline(draft: Draft) -> Draft:
    """The author's line is no sentence."""
    return _matching(draft, "byline", _BYLINE, 10)


def _matching(draft: Draft, rule: str, pattern: re.Pattern[str], longest: int) -> Draft:
    gone = [
        i
        for i, line in enumerate(draft.lines)
        if line.words <= longest and pattern.search(loose(line.text).strip())
    ]
    return draft.without(rule, *gone)
