"""One article, its terms beside it, the word under the cursor explained below them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widgets import Footer

from corpus.errors import NashraError
from glossary.entry import Entry, Term
from reader.layout.text import paint, width_of
from reader.study.answer import CardLine, answer, one_line
from reader.study.states import State, toggled
from reader.tui.pieces import Cell, columns
from reader.tui.widgets.article import ArticleView
from reader.tui.widgets.card import Card
from reader.tui.widgets.prompt import Prompt
from reader.tui.widgets.rows import Rows
from reader.tui.widgets.status import Status

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.timer import Timer

    from glossary.analysis import TermMatch, WordAnalysis
    from reader.study.reading import Reading, Use
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
        Binding("d", "vowels", "vowels"),
        Binding("g", "terms", "glossary"),
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
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (96, "-wide")]  # noqa: RUF012 (Textual's own type)
    VERTICAL_BREAKPOINTS = [(0, "-low"), (LOW_LINES, "-tall")]  # noqa: RUF012

    app: NashraApp

    def __init__(self, article: str) -> None:
        super().__init__()
        self._article = article
        self._single = False
        self._uses: list[Use] = []
        self._widest = 8
        self._resting: Timer | None = None
        self._known = ""
        self._in_view: tuple[int, int] = (0, 0)
        self._reading: Reading | None = None

    def compose(self) -> ComposeResult:
        """Terms and card on the left, the article on the right, keys below."""
        profile, config = self.app.profile, self.app.desk.config
        with Horizontal(id="body"):
            with Vertical(id="side"):
                yield Rows(id="terms")
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

    def on_mount(self) -> None:
        """Load the article where it was left."""
        desk = self.app.desk
        article = desk.library.get(self._article)
        self._reading = desk.reading(article)
        view = self.view
        view.vowels = desk.config.vowels
        view.focus()
        view.border_title = self._visual(" · ".join(part for part in (article.source, article.date) if part))
        self.query_one("#terms").border_title = "terms in this article"
        self.query_one("#card").border_title = "word"
        self.call_after_refresh(self._start)

    def _start(self) -> None:
        place = self.app.desk.store.place(self._article)
        origins = self._origins()
        at = origins[place[0]] + place[1] if place and place[0] < len(origins) else 0
        self.view.show(self.reading, self.app.desk.store, at)
        if self.app.desk.config.translation:
            self.action_translation()
        self.call_after_refresh(self._read_on)

    def _origins(self) -> list[int]:
        origins, at = [], 0
        for block in self.reading.blocks:
            origins.append(at)
            at += len(block) + 1
        return origins

    def _visual(self, text: str) -> str:
        """For a border: in visual order, with Textual's markup taken as text."""
        return paint(text, self.app.profile).replace("[", r"\[")

    # the word under the cursor

    def _term(self, token: int) -> TermMatch | None:
        """The longest term that the token is part of, unless its single word was asked for."""
        if self._single:
            return None
        terms = self.view.looks.terms(token)
        return terms[0] if terms else None

    def _words(self) -> list[tuple[str, str, str | None]]:
        """(key, lemma, pos) that a key acts on: the term, or the word."""
        token = self.view.cursor
        if token < 0:
            return []
        term = self._term(token)
        if term is not None:
            entry = self.app.desk.entry(term.entry)
            return [(term.entry, entry.term if isinstance(entry, Term) else term.entry, "term")]
        word = self.view.looks.analysis(token)
        return [(word.key, word.lemma or word.text, word.pos)] if word.key else []

    @on(ArticleView.Moved)
    def _moved(self) -> None:
        self._single = False
        self._show_word()
        self._status()
        if self._resting is not None:
            self._resting.stop()
        self._resting = self.set_timer(0.5, self._save_place)

    @on(ArticleView.Tapped)
    def _tapped(self) -> None:
        self.action_part()

    def action_part(self) -> None:
        """From the whole term to the single word under the cursor, and back."""
        token = self.view.cursor
        if token >= 0 and self.view.looks.terms(token):
            self._single = not self._single
            self._show_word()

    def _show_word(self) -> None:
        view, desk = self.view, self.app.desk
        token = view.cursor
        if token < 0:
            return
        word, term = view.looks.analysis(token), self._term(token)
        view.mark(view.looks.whole(token, term) if term else frozenset((token,)))
        term_entry = desk.entry(term.entry) if term else None
        term_entry = term_entry if isinstance(term_entry, Term) else None
        card = self.query_one(Card)
        if self.has_class("-low"):
            card.show([one_line(word, term_entry)])
            return
        block, _ = view.looks.where(token)
        translation = self.reading.sentence(block, word.start)[2]
        lines = answer(word, self._entry(word), term_entry, translation)
        if said := self._state_line(term.entry if term else word.key):
            lines.insert(0, CardLine(said, "ltr", "state"))
        card.show(lines)

    def _entry(self, word: WordAnalysis) -> Entry | None:
        entry = self.app.desk.entry(word.entry)
        return entry if isinstance(entry, Entry) else None

    def _state_line(self, key: str | None) -> str:
        state = self.app.desk.store.state(key)
        return {"learning": "kept for the deck", "known": "known", "ignored": "ignored"}.get(state, "")

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
        words = self._words()
        if not words:
            self.notify("there is no dictionary form to mark here", severity="warning")
            return
        store = self.app.desk.store
        self.app.desk.mark(words, toggled(store.state(words[0][0]), state), self._article)
        if store.state(words[0][0]) == "learning":
            self._keep_sentence(words[0][0])
        self._after_marking()

    def _keep_sentence(self, key: str) -> None:
        view = self.view
        block, index = view.looks.where(view.cursor)
        start, end, _ = self.reading.sentence(block, self.reading.line(block).tokens[index].start)
        self.app.desk.store.choose_sentence(key, self._article, block, start, end)

    def action_undo(self) -> None:
        """Take back the last marking."""
        changes = self.app.desk.undo()
        if not changes:
            self.notify("nothing to undo")
            return
        said = ", ".join(f"{paint(c.lemma, self.app.profile)} is {c.before} again" for c in changes)
        self.notify(said, markup=False)
        self._after_marking()

    def _after_marking(self) -> None:
        self.view.refresh_words()
        self._show_word()
        self._count()
        self.query_one("#terms", Rows).refresh()

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
        token = self.view.cursor
        if token < 0:
            return None
        term = self._term(token)
        return term.entry if term else self.view.looks.analysis(token).entry

    def action_add(self) -> None:
        """An entry of one's own for the word under the cursor."""
        token = self.view.cursor
        if token >= 0:
            word = self.view.looks.analysis(token)
            self.query_one(Prompt).ask(
                f"English of {self._visual(word.lemma or word.text)}", word.gloss or "", "add"
            )

    def _add(self, english: str) -> None:
        from reader.entries import add_entry

        word = self.view.looks.analysis(self.view.cursor)
        glosses = [gloss.strip() for gloss in english.split(",") if gloss.strip()]
        if not glosses:
            return
        try:
            add_entry(word.lemma or word.text, word.pos or "noun", glosses, root=word.root)
        except NashraError as error:
            self.notify(str(error), severity="error", markup=False)
            return
        at = self.view.document.tokens.starts[self.view.cursor]
        self.app.desk.reopen()
        self._reading = self.app.desk.reading(self.reading.article)
        self.view.show(self.reading, self.app.desk.store, at)
        self._uses = []
        self._read_on()

    @on(Prompt.Changed)
    def _typed(self, event: Prompt.Changed) -> None:
        if event.purpose != "search":
            return
        count = self.view.find(event.text)
        self.query_one(Status).text = f"{count} matches" if event.text else self._known

    @on(Prompt.Answered)
    def _searched(self, event: Prompt.Answered) -> None:
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
        self.view.focus()

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
            block, _ = view.looks.where(view.cursor)
            at = view.document.tokens.starts[view.cursor] - view.document.origins[block]
            start, end, _ = self.reading.sentence(block, at)
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
        notes: dict[int, str] = {}
        origins = self._origins()
        if self.reading.article.title_english:
            notes[len(self.reading.blocks[0]) - 1] = self.reading.article.title_english
        for number, paragraph in enumerate(self.reading.article.paragraphs, 1):
            for sentence in paragraph.sentences:
                if sentence.translation:
                    notes[origins[number] + sentence.end - 1] = sentence.translation
        if not notes:
            self.notify(
                "this article has no translation; `nashra import FILE --english FILE` brings one along"
            )
        view.set_notes(notes)

    def action_vowels(self) -> None:
        """Vowel marks on or off."""
        self.view.set_vowels(not self.view.vowels)

    # the terms

    def _read_on(self) -> None:
        """Analyse a slice between keys; the terms are listed after the first and after the last."""
        if not self.is_attached:
            return
        first = not self._uses
        more = self.reading.read_on()
        if first or not more:
            self._list_terms()
        if more:
            self.set_timer(0.01, self._read_on)

    def _list_terms(self) -> None:
        self._uses = self.reading.uses()
        self._widest = max((width_of(use.arabic) for use in self._uses), default=8)
        terms = self.query_one("#terms", Rows)
        terms.show(len(self._uses), self._term_row, terms.cursor)
        self._count()

    def _term_row(self, index: int, width: int) -> list[tuple[str, Style]]:
        use = self._uses[index]
        origins = self.view.document.origins
        low, high = self._in_view
        seen = any(low <= origins[p.block] + p.start < high for p in use.places)
        arabic = min(self._widest, width // 2)
        style = Style(bold=True) if seen else Style(color=self.app.theme_variables.get("quiet"))
        count = str(len(use.places)) if len(use.places) > 1 else ""
        return columns(
            [
                Cell("▌" if seen else "", 1, "left", Style(color=self.app.theme_variables.get("word-new"))),
                Cell(use.gloss, width - arabic - 6, "left", style),
                Cell(use.arabic, arabic, "right", style),
                Cell(count, 2, "right", Style(color=self.app.theme_variables.get("quiet"))),
            ],
            self.app.profile,
        )

    @on(ArticleView.Scrolled)
    def _scrolled(self) -> None:
        self._in_view = self.view.positions_in_view()
        self.query_one("#terms", Rows).refresh()

    @on(Rows.Chosen, "#terms")
    def _to_use(self, event: Rows.Chosen) -> None:
        """To the term's next place after the cursor, round to its first."""
        use = self._uses[event.index]
        document = self.view.document
        places = [document.origins[p.block] + p.start for p in use.places]
        here = document.tokens.starts[self.view.cursor] if self.view.cursor >= 0 else -1
        target = next((at for at in places if at > here), places[0])
        document.tokens.ensure(document.tokens.paragraph_at(target))
        self.view.cursor = document.tokens.at(target)

    def action_terms(self) -> None:
        """To the glossary of the article and back."""
        terms = self.query_one("#terms", Rows)
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
        if self.view.cursor >= 0:
            self._show_word()
            self._scrolled()

    def action_export(self) -> None:
        """Write the words kept in this article as a deck."""
        from reader.tui.exporting import export

        export(self, (self._article,), f"{self._article}.apkg")

    def action_back(self) -> None:
        """From the terms to the article, from the article to the library."""
        if self.query_one("#terms", Rows).has_focus:
            self.action_terms()
        else:
            self._save_place()
            self.app.back_to_library()
