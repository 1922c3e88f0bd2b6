"""Vowels that a machine puts on an article, if its reader asks for them and has installed one (extra `tashkeel`).

    article = by_machine(article, load())      every word that the author left bare; the article is tagged
    article = as_written(article)              what was printed, again

A machine is anything with a `name` and a `vowel`. Another package offers one under the entry point group
`nashra.vowels`:

    [project.entry-points."nashra.vowels"]
    mine = "my_package:MyVowels"

Vowels by a machine are to be read, not to be believed: what an author wrote stays as it is, analysis does not look at
them (on news they made readings no better), cards and voices do not have them, and a word that the machine would spell
otherwise stays bare.
"""

from __future__ import annotations

import re
from dataclasses import replace
from importlib import metadata
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from corpus.errors import NashraError
from corpus.normalize import is_vowelled, plain
from corpus.tokenize import tokenize
from corpus.visible import visible

if TYPE_CHECKING:
    from collections.abc import Callable

    from corpus.article import Article, Paragraph

GROUP = "nashra.vowels"
DEFAULT = "text2tashkeel"
TAG = "machine-vowelled"
"""The tag of an article some of whose vowels are a machine's."""
LONGEST = 1000
"""Characters of a sentence that a machine is given; a longer one stays as it is."""
_MARKS = re.compile("[\u064b-\u0652\u0670]")


@runtime_checkable
class Machine(Protocol):
    """What puts vowels on text."""

    name: str

    def vowel(self, sentence: str) -> str:
        """One sentence with its vowels. Raises NashraError if it cannot."""


def load(name: str = DEFAULT) -> Machine:
    """A machine by name: that of the extra, or one that an installed package offers. Raises NashraError."""
    if name == DEFAULT:
        from corpus.tashkeel import Text2Tashkeel

        return Text2Tashkeel()
    points = {point.name: point for point in metadata.entry_points(group=GROUP)}
    if name not in points:
        raise NashraError(
            f"nothing called {visible(name, 60)} makes vowels: there are {', '.join(sorted({DEFAULT, *points}))}"
        )
    try:
        machine = points[name].load()()
    except Exception as error:  # another's code
        raise NashraError(f"{name} does not load: {visible(str(error), 200)}") from error
    if not isinstance(machine, Machine):
        raise NashraError(f"{name} makes no vowels: it needs a name and vowel(sentence)")
    return machine


def by_machine(
    article: Article, machine: Machine, progress: Callable[[int, int], None] | None = None
) -> Article:
    """The article with vowels on the words that have none, tagged; without such a word, the article as it is.

    progress is called with the sentences done and in all.
    """
    total = 1 + sum(len(p.sentences) for p in article.paragraphs)
    done = 0

    def vowelled(sentence: str) -> str:
        nonlocal done
        done += 1
        if progress is not None:
            progress(done, total)
        return merged(sentence, machine.vowel(sentence)) if len(sentence) <= LONGEST else sentence

    title = vowelled(article.title)
    paragraphs = tuple(_paragraph(p, vowelled) for p in article.paragraphs)
    if title == article.title and paragraphs == article.paragraphs:
        return article
    tags = tuple(dict.fromkeys((*article.tags, TAG)))
    return replace(article, title=title, paragraphs=paragraphs, tags=tags)


def merged(written: str, vowelled: str) -> str:
    """What was written, with the vowels of the other text on the words that have none and the same letters there."""
    ours = [token for token in tokenize(written) if token.kind == "word"]
    theirs = [token for token in tokenize(vowelled) if token.kind == "word"]
    if len(ours) != len(theirs):
        return written
    made, at = [], 0
    for own, other in zip(ours, theirs, strict=True):
        if _MARKS.search(own.text) or own.text != plain(own.text) or plain(other.text) != own.text:
            continue
        made += [written[at : own.start], other.text]
        at = own.end
    return "".join(made) + written[at:]


def as_written(article: Article) -> Article:
    """The article without a machine's vowels: those of words that stand so in the text as it came are the author's."""
    if TAG not in article.tags:
        return article
    author = {t.text for t in tokenize(article.raw or "") if t.kind == "word" and is_vowelled(t.text)}

    def bare(text: str) -> str:
        made, at = [], 0
        for token in tokenize(text):
            if token.kind == "word" and token.text not in author:
                made += [text[at : token.start], _MARKS.sub("", token.text)]
                at = token.end
        return "".join(made) + text[at:]

    return replace(
        article,
        title=bare(article.title),
        paragraphs=tuple(_paragraph(p, bare) for p in article.paragraphs),
        tags=tuple(tag for tag in article.tags if tag != TAG),
    )


def _paragraph(paragraph: Paragraph, change: Callable[[str], str]) -> Paragraph:
    """The paragraph with each sentence changed, and the places that they then have."""
    text, sentences, at = "", [], 0
    for sentence in paragraph.sentences:
        text += paragraph.text[at : sentence.start]
        start = len(text)
        text += change(paragraph.text[sentence.start : sentence.end])
        sentences.append(sentence._replace(start=start, end=len(text)))
        at = sentence.end
    return paragraph._replace(text=text + paragraph.text[at:], sentences=tuple(sentences))
