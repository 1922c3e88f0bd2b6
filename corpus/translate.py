"""A translation by a program that the user has installed: argostranslate's interface, nothing shipped.

machine = installed()                     None where there is no such program, or it has no Arabic
article = by_machine(article, machine)    every sentence without a translation gets one; tagged as made by machine
"""

from __future__ import annotations

from dataclasses import replace
from importlib.util import find_spec
from typing import TYPE_CHECKING

from corpus.pairing import translations, with_translations

if TYPE_CHECKING:
    from collections.abc import Callable

    from corpus.article import Article

    Machine = Callable[[str], str]

TAG = "machine-translated"
"""The tag of an article some of whose translations are a machine's."""


def installed() -> Machine | None:
    """Arabic text to English, if argostranslate and its Arabic model are installed."""
    if find_spec("argostranslate") is None:
        return None
    import argostranslate.translate as argos  # type: ignore[import-not-found]

    model = argos.get_translation_from_codes("ar", "en")
    return None if model is None else lambda text: str(model.translate(text))


def by_machine(
    article: Article, machine: Machine, progress: Callable[[int, int], None] | None = None
) -> Article:
    """The article with translations where it has none; those that are there stay.

    progress is called with the sentences done and in all. Without a sentence to translate the article comes back
    as it is, untagged.
    """
    given = translations(article)
    arabic = [p.text[s.start : s.end] for p in article.paragraphs for s in p.sentences]
    if all(given):
        return article
    done = []
    for number, (text, own) in enumerate(zip(arabic, given, strict=True), start=1):
        done.append(own or " ".join(machine(text).split()))
        if progress is not None:
            progress(number, len(given))
    title = article.title_english or " ".join(machine(article.title).split()) or None
    tags = tuple(dict.fromkeys((*article.tags, TAG)))
    return replace(with_translations(article, done), title_english=title, tags=tags)
