"""One article, its terms beside it, the word under the cursor explained below them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widgets import Footer

from corpus.errors import NashraError
from corpus.pairing import translations
from corpus.translate import TAG
from reader.study.states import State, toggled
from reader.tui.mending import Mending
from reader.tui.pieces import border
from reader.tui.places import same_place
from reader.tui.tap import BY_MACHINE, Tap
from reader.tui.widgets.article import ArticleView
from reader.tui.widgets.card import Card
from reader.tui.widgets.english import English
from reader.tui.widgets.prompt import Prompt
from reader.tui.widgets.rows import Rows
from reader.tui.widgets.status import Status
from reader.tui.widgets.terms import Terms

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.timer import Timer

    from corpus.article import Article
    from reader.study.reading import Reading
    from reader.tui.app import NashraApp

LOW_LINES = 22
"""A screen of fewer lines has room for one line of answer."""


class ReadingScreen(Screen[None]):
    """Reads one article; every key acts on the word or term under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "unknown(1)", "unknown"),
        Binding("N", "unknown(-1)", "unknown before", show=False),
        Binding("space", "mark('learning')", "keep", key_display="space"),
        Binding("k", "mark('known')", "known"),
        Binding("x", "mark('ignored')", "ignore"),
        Binding("u", "undo", "undo"),
        Binding("t", "translation", "English"),
        Binding("T", "pane", "English beside it", show=False),
        Binding("d", "vowels", "vowels"),
        Binding("g", "terms", "glossary"),
        Binding("r", "reading", "another reading of the word", show=False),
        Binding("w", "why", "why this reading", show=False),
        Binding("c", "cleaning", "what cleaning removed", show=False),
        Binding("i", "app.glossary", "entry in the book", show=False),
        Binding("D", "app.deck", "words kept", show=False),
        Binding("a", "add", "add an entry", show=False),
        Binding("slash", "search", "search", key_display="/", show=False),
        Binding("v", "select", "select", show=False),
        Binding("y", "copy", "copy selection or sentence", show=False),
        Binding("enter", "part", "term / word", show=False),
        Binding("ctrl+down", "card(1)", "card down", show=False),
        Binding("ctrl+up", "card(-1)", "card up", show=False),
        Binding("e", "export", "deck"),
        Binding("q", "back", "library", key_display="q"),
        Binding("escape", "leave", "end search, selection, glossary", show=False, key_display="Esc"),
    ]
    WANTS_QUIET = True
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (96, "-wide")]  # noqa: RUF012 (Textual's own type)
    VERTICAL_BREAKPOINTS = [(0, "-low"), (LOW_LINES, "-tall")]  # noqa: RUF012

    app: NashraApp

    def __init__(self, article: str) -> None:
        super().__init__()
        self._article = article
        self._tap: Tap | None = None
        self._mending: Mending | None = None
        self._resting: Timer | None = None
        self._known = ""
        self._reading: Reading | None = None

    def compose(self) -> ComposeResult:
        """Terms and card on the left, the article on the right, keys below."""
        profile, config = self.app.profile, self.app.desk.config
        with Horizontal(id="body"):
            with Vertical(id="side"):
                yield English(profile=profile, id="english")
                yield Terms(profile=profile, id="terms")
                yield Card(profile=profile, id="card")
            with Vertical(id="main"):
                yield ArticleView(measure=config.measure, profile=profile, id="article")
                yield Status(id="status")
        yield Prompt(profile=profile, id="prompt")
        yield Footer()

    @property
    def view(self) -> ArticleView:
        """The article's widget."""
        return self.query_one(ArticleView)

    @property
    def reading(self) -> Reading:
        """The article with its analysis; only after mounting."""
        assert self._reading is not None
        return self._reading

    @property
    def tap(self) -> Tap:
        """What is under the cursor, also when the message that it moved is still on its way; only after mounting."""
        assert self._tap is not None
        view = self.view
        if view.cursor >= 0 and view.cursor != self._tap.token:
            self._tap.move(view.looks, self.reading, view.cursor)
        return self._tap

    def on_mount(self) -> None:
        """Load the article where it was left."""
        desk = self.app.desk
        article = desk.library.get(self._article)
        self._reading = desk.reading(article)
        self._tap = Tap(desk)
        self._tap.by_machine = TAG in article.tags
        view = self.view
        view.vowels = desk.config.vowels
        view.focus()
        self.query_one("#terms").border_title = "terms in this article"
        self.query_one("#card").border_title = "word"
        self.query_one("#english").border_title = (
            f"English ({BY_MACHINE.strip()} made by a machine, not checked)"
            if self._tap.by_machine
            else "English"
        )
        self.call_after_refresh(self._start)

    def _start(self) -> None:
        place = self.app.desk.store.place(self._article)
        origins = self._origins()
        at = origins[place[0]] + place[1] if place and place[0] < len(origins) else 0
        self.view.show(self.reading, self.app.desk.store, at)
        if self.app.desk.config.translation:
            self.action_translation()
        self.call_after_refresh(self._read_on)

    def _show_again(self, article: Article, position: int) -> None:
        """The article is another, or is read with another dictionary: show it afresh at a document position."""
        view, under = self.view, bool(self.view.notes)
        self._reading = self.app.desk.reading(article)
        self.tap.token = -1
        view.show(self.reading, self.app.desk.store, position)
        view.set_notes(self._notes() if under else {})
        self._mending = None
        if self.has_class("-english"):
            self._show_english()
        self.query_one(Terms).set_uses([], view.document.origins)
        self._read_on()

    def _origins(self) -> list[int]:
        origins, at = [], 0
        for block in self.reading.blocks:
            origins.append(at)
            at += len(block) + 1
        return origins

    # the word under the cursor

    @on(ArticleView.Moved)
    def _moved(self) -> None:
        self._show_word()
        self._status()
        if self.has_class("-english"):
            block, start, _, _ = self.tap.sentence()
            self.query_one(English).current = self.query_one(English).line_at(block, start)
        if self._resting is not None:
            self._resting.stop()
        self._resting = self.set_timer(0.5, self._save_place)

    @on(ArticleView.Tapped)
    def _tapped(self) -> None:
        self.action_part()

    def action_part(self) -> None:
        """From the whole term to the single word under the cursor, and back."""
        if self.view.cursor >= 0 and self.tap.part():
            self._show_word()

    def action_reading(self) -> None:
        """The next reading of the word; keys that mark act on what is shown."""
        if self.view.cursor < 0:
            return
        if self.tap.step():
            self._show_word()
        else:
            self.notify("no other reading of this word is known")

    def action_why(self) -> None:
        """Why the card says what it says, or not."""
        self.tap.why = not self.tap.why
        self._show_word()

    def _show_word(self) -> None:
        if self.view.cursor < 0:
            return
        self.view.mark(self.tap.covered)
        self.query_one(Card).show([self.tap.line()] if self.has_class("-low") else self.tap.lines())

    def _save_place(self) -> None:
        """Where the reader is; called when the keys rest, and on leaving."""
        view = self.view
        if view.cursor < 0:
            return
        block, _ = view.looks.where(view.cursor)
        at = view.document.tokens.starts[view.cursor]
        start = at - view.document.origins[block]
        self.app.desk.store.set_place(self._article, block, start, at / max(1, view.document.length))

    def action_card(self, by: int) -> None:
        """Scroll the card."""
        self.query_one(Card).scroll_lines(3 * by)

    # states

    def action_mark(self, state: State) -> None:
        """Give the word or term a state; the same key again takes it back."""
        words = self.tap.words()
        if not words:
            self.notify("there is no dictionary form to mark here", severity="warning")
            return
        store = self.app.desk.store
        self.app.desk.mark(words, toggled(store.state(words[0][0]), state), self._article)
        if store.state(words[0][0]) == "learning":
            self._keep_sentence(words[0][0])
        self._after_marking()

    def _keep_sentence(self, key: str) -> None:
        block, start, end, _ = self.tap.sentence()
        self.app.desk.store.choose_sentence(key, self._article, block, start, end)

    def action_undo(self) -> None:
        """Take back the last marking."""
        changes = self.app.desk.undo()
        if not changes:
            self.notify("nothing to undo")
            return
        self.notify(", ".join(f"{c.lemma} is {c.before} again" for c in changes))
        self._after_marking()

    def _after_marking(self) -> None:
        self.view.refresh_words()
        self._show_word()
        self._count()
        self.query_one(Terms).refresh()

    # moving

    def action_unknown(self, by: int) -> None:
        """To the next or previous word that is new and can be learned; while a search is on, to its next match."""
        view, store = self.view, self.app.desk.store
        if view.found:
            which, of = view.next_found(by)
            self._say_found(which, of)
            return
        table = view.document.tokens
        token = view.cursor + by
        table.ensure(len(self.reading.blocks) - 1)
        while 0 <= token < len(table):
            if table.is_word(token) and token not in view.marked:
                word = view.looks.analysis(token)
                if (
                    word.key
                    and word.pos != "name"
                    and store.state(word.key) == "new"
                    and word.source != "none"
                ):
                    view.cursor = token
                    return
            token += by
        self.notify("no more unknown words this way")

    def action_search(self) -> None:
        """Find as you type; vowels and hamzas do not matter."""
        self.query_one(Prompt).ask("search", "", "search")

    def _say_found(self, which: int, of: int) -> None:
        self.query_one(Status).text = f"match {which} of {of}  ·  n N next and previous, Esc ends the search"

    def entry_here(self) -> str | None:
        """The id of the entry or term under the cursor."""
        return self.tap.entry if self.view.cursor >= 0 else None

    def action_add(self) -> None:
        """An entry of one's own for the word under the cursor."""
        if self.view.cursor >= 0:
            word = self.tap.word
            self.query_one(Prompt).ask(f"English of {word.lemma or word.text}", word.gloss or "", "add")

    def _add(self, english: str) -> None:
        from reader.entries import add_entry

        word = self.tap.word
        glosses = [gloss.strip() for gloss in english.split(",") if gloss.strip()]
        if not glosses:
            return
        try:
            add_entry(word.lemma or word.text, word.pos or "noun", glosses, root=word.root)
        except NashraError as error:
            self.notify(str(error), severity="error")
            return
        self.app.desk.reopen()
        self._show_again(self.reading.article, self.view.document.tokens.starts[self.view.cursor])

    @on(Prompt.Changed)
    def _typed(self, event: Prompt.Changed) -> None:
        if event.purpose != "search":
            return
        count = self.view.find(event.text)
        self.query_one(Status).text = f"{count} matches" if event.text else self._known

    @on(Prompt.Answered)
    def _searched(self, event: Prompt.Answered) -> None:
        if event.purpose == "english":
            self.query_one(English).focus()
            self._mend("write", event.text)
            return
        self.view.focus()
        if event.purpose == "add":
            self._add(event.text)
            return
        if event.text and not self.view.found:
            self.notify("nothing found")

    @on(Prompt.Cancelled)
    def _not_searched(self, event: Prompt.Cancelled) -> None:
        if event.purpose == "search":
            self.view.find("")
        (self.query_one(English) if event.purpose == "english" else self.view).focus()

    def action_select(self) -> None:
        """Begin selecting at the word under the cursor, or stop."""
        view = self.view
        view.select_from(-1 if view.selection else view.cursor)

    def action_copy(self) -> None:
        """Copy the selection, or else the sentence, as it was written."""
        view = self.view
        if view.cursor < 0:
            return
        if view.selection:
            text = view.text_between(*view.selection)
            view.select_from(-1)
        else:
            block, start, end, _ = self.tap.sentence()
            text = self.reading.blocks[block][start:end]
        self.app.copy_to_clipboard(text)
        self.notify(f"copied {len(text)} characters")

    def action_leave(self) -> None:
        """End the search or the selection; leave the glossary; else the article."""
        view = self.view
        if view.found:
            view.find("")
            self._status()
        elif view.selection:
            view.select_from(-1)
        else:
            self.action_back()

    def action_translation(self) -> None:
        """The English under each sentence, or not."""
        view = self.view
        if view.notes:
            view.set_notes({})
            return
        notes = self._notes()
        if not notes:
            self._say_untranslated()
        view.set_notes(notes)

    def _notes(self) -> dict[int, str]:
        """English by the document position of its sentence's last character."""
        notes: dict[int, str] = {}
        article, origins = self.reading.article, self._origins()
        mark = BY_MACHINE if self.tap.by_machine else ""
        if article.title_english:
            notes[max(0, len(self.reading.blocks[0]) - 1)] = mark + article.title_english
        for number, paragraph in enumerate(article.paragraphs, 1):
            for sentence in paragraph.sentences:
                if sentence.translation:
                    notes[origins[number] + sentence.end - 1] = mark + sentence.translation
        return notes

    def _say_untranslated(self) -> None:
        self.notify("this article has no translation; `nashra import FILE --english FILE` brings one along")

    # the English beside it

    def action_pane(self) -> None:
        """The English in a pane of its own, the current sentence lit; Tab goes there, its keys move translations."""
        if self.has_class("-english"):
            self.remove_class("-english")
            if not self.view.has_focus:
                self.view.focus()
        elif not self.has_class("-wide"):
            self.notify("two panes need 96 columns; t puts the English under each sentence")
        else:
            self.add_class("-english")
            self._show_english()

    def _show_english(self) -> None:
        english = self.query_one(English)
        english.show(self.reading.article, BY_MACHINE if self.tap.by_machine else "")
        if self.tap.token >= 0:
            block, start, _, _ = self.tap.sentence()
            english.current = english.line_at(block, start)

    @on(English.Moved)
    def _to_sentence(self, event: English.Moved) -> None:
        block, start = self.query_one(English).start_of(event.line)
        document = self.view.document
        document.tokens.ensure(block)
        self.view.go_to(document.origins[block] + start)

    @on(English.Mend)
    def _asked_to_mend(self, event: English.Mend) -> None:
        if event.how != "write":
            self._mend(event.how)
            return
        given = [self.reading.article.title_english, *translations(self.reading.article)]
        self.query_one(Prompt).ask("English", given[event.line] or "", "english")

    def _mend(self, how: str, english: str = "") -> None:
        """Change the English of the current sentence, in the library and on the screen."""
        if self._mending is None:
            self._mending = Mending(self.app.desk.library, self.reading.article)
        number = self.query_one(English).current - 1
        article: Article | None
        try:
            if how == "undo":
                article = self._mending.undo()
            elif how == "write":
                article = self._mending.write(number, english)
            else:
                article = self._mending.move(how, number)
        except NashraError as error:
            self.notify(str(error), severity="warning")
            return
        if article is None:
            self.notify("nothing to undo in the English")
            return
        self.reading.article = article
        self._show_english()
        if self.view.notes:
            self.view.set_notes(self._notes())
        self._show_word()

    def action_cleaning(self) -> None:
        """What cleaning took away, and rules to undo."""
        from reader.tui.screens.cleaning import CleaningScreen

        try:
            done = self.app.desk.library.cleaning(self._article)
        except NashraError as error:
            self.notify(str(error))
            return
        self._save_place()
        self.app.push_screen(CleaningScreen(self._article, done), self._cleaned)

    def _cleaned(self, changed: bool | None) -> None:
        """Rules were undone: the article afresh, at the same place."""
        if not changed:
            return
        tokens, cursor = self.view.document.tokens, self.view.cursor
        at = tokens.starts[cursor] if cursor >= 0 else 0
        before = self.reading.blocks
        self.app.desk.index_article(self._article)
        article = self.app.desk.library.get(self._article)
        blocks = [article.title, *(p.text for p in article.paragraphs)]
        self._show_again(article, same_place(before, at, blocks))

    def action_vowels(self) -> None:
        """Vowel marks on or off."""
        self.view.set_vowels(not self.view.vowels)

    # the terms

    def _read_on(self) -> None:
        """Analyse a slice between keys; the terms are listed after the first and after the last."""
        if not self.is_attached:
            return
        first = not self.query_one(Terms).uses
        more = self.reading.read_on()
        if first or not more:
            self._list_terms()
        if more:
            self.set_timer(0.01, self._read_on)

    def _list_terms(self) -> None:
        terms = self.query_one(Terms)
        terms.set_uses(self.reading.uses(), self._origins())
        terms.light(self.view.positions_in_view())
        self._count()

    @on(ArticleView.Scrolled)
    def _scrolled(self) -> None:
        self.query_one(Terms).light(self.view.positions_in_view())

    @on(Rows.Chosen, "#terms")
    def _to_use(self, event: Rows.Chosen) -> None:
        """To the term's next place after the cursor, round to its first."""
        document, cursor = self.view.document, self.view.cursor
        here = document.tokens.starts[cursor] if cursor >= 0 else -1
        target = self.query_one(Terms).place_after(event.index, here)
        document.tokens.ensure(document.tokens.paragraph_at(target))
        self.view.cursor = document.tokens.at(target)

    def action_terms(self) -> None:
        """To the glossary of the article and back."""
        terms = self.query_one(Terms)
        if terms.has_focus:
            self.remove_class("-terms")
            self.view.focus()
        else:
            self.add_class("-terms")
            terms.focus()

    # the rest

    def _count(self) -> None:
        """How much of the article is known; when states have changed or more of it was read."""
        seen = self.reading.coverage(self.app.desk.store.state)
        self._known = f"known {round(100 * seen.known)} % · {seen.learning} kept"
        self._status()

    def _status(self) -> None:
        view = self.view
        at = view.document.tokens.starts[view.cursor] if view.cursor >= 0 else 0
        self.query_one(
            Status
        ).text = f"{self._known} · {round(100 * at / max(1, view.document.length))} % read"

    def on_resize(self) -> None:
        """The card says more or less."""
        self.call_after_refresh(self._resized)

    def _resized(self) -> None:
        article, room = self.reading.article, self.view.size.width - 6
        said = " · ".join(part for part in (article.source, article.date) if part)
        self.view.border_title = border(said, self.app.profile, max(1, room)) if room > 0 else None
        if self.view.cursor >= 0:
            self._show_word()
            self._scrolled()

    def action_export(self) -> None:
        """Write the words kept in this article as a deck."""
        from reader.tui.exporting import export

        export(self, (self._article,), f"{self._article}.apkg")

    def action_back(self) -> None:
        """From the terms to the article, from the article to the library."""
        if self.query_one(Terms).has_focus:
            self.action_terms()
        else:
            self._save_place()
            self.app.back_to_library()
