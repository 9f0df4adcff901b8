"""The words that minutes are put in: every phrase of the body's house style, to be found by typing and changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from clerk.house_style import StyleError, problems_of
from clerk.language.folding import fold, words_of
from clerk.model import Body
from clerk.styling.reading import Path, Problem, value_problems
from clerk.styling.words import Phrase, Value, may_use, phrases_of, with_phrase
from screens.ask import Ask
from screens.phrases import PhrasesScreen
from screens.rows_card import RowsCard
from screens.widgets.inputs import LineInput
from screens.widgets.plain import Words
from screens.widgets.rows import BOLD, PLAIN, Piece, Rows, on_screen

_MARK = 9
"""Cells for what says that a phrase is the body's own, or cannot be used."""
_NAME = 28
"""Cells for the name of a phrase."""
_SHORT = 38
"""Characters that every row has room for."""
_LONGEST = 400
"""Characters of a phrase shown below the list."""

Put = Callable[[str], Body | None]
"""Makes a text the body's own words; gives back the body as it then is, None when that failed."""


@dataclass(frozen=True)
class Entry:
    """A row of the list: a phrase, or something in the body's own words that cannot be used."""

    path: Path
    """The way to it."""
    mark: str
    """CHANGED, NOT USED, or empty."""
    text: str
    """Its words, on one line."""
    below: str
    """What is said of it when it is marked."""
    phrase: Phrase | None = None
    """The phrase, when it is one."""

    @property
    def name(self) -> str:
        """What it is called: "labels: in the chair"."""
        if not self.path:
            return "its own words"
        part, *keys = map(str, self.path)
        return f"{part}: {' '.join(keys).replace('_', ' ')}" if keys else part

    @property
    def folded(self) -> str:
        """What it is found by."""
        about = self.phrase.about if self.phrase else ""
        return fold(f"{self.name} {'.'.join(map(str, self.path))} {self.mark} {self.text} {about}")


def entries_of(body: Body) -> list[Entry]:
    """What cannot be used of the body's own words, then every phrase of its style, part by part."""
    return [*map(_problem, problems_of(body)), *map(_entry, phrases_of(body))]


def _problem(problem: Problem) -> Entry:
    return Entry(
        problem.path,
        "NOT USED",
        problem.says,
        f"In the body's own words, {problem}{'' if problem.says.endswith('?') else '.'}",
    )


def _entry(phrase: Phrase) -> Entry:
    about = [f"{phrase.about} {may_use(phrase.kind)}".strip()]
    if phrase.changed:
        about.append(f"Shipped: {_said(phrase.shipped)}"[:_LONGEST])
    if phrase.changed or len(_said(phrase.value)) > _SHORT:
        about.append(f"Now: {_said(phrase.value)}"[:_LONGEST])
    mark = "CHANGED" if phrase.changed else ""
    return Entry(phrase.path, mark, _said(phrase.value), "\n".join(about), phrase)


def _said(value: Value | None) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return f"{len(value)}: {' | '.join(value)}"
    return "nothing" if value is None else value


class PhraseLine(Ask):
    """Asks for other words; what is wrong with them is said while they are typed."""

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        refusal = self._refuse(event.value) if self._refuse else None
        said = refusal or "Enter: these are the words   Esc: leave them as they were"
        self.query_one("#ask-refusal", Words).update(said)


class HouseWords(RowsCard[None]):
    """Changes the words a phrase at a time; each change is written at once."""

    CSS_PATH = "house_words.tcss"
    BINDINGS = [("f8", "back_to_shipped", "Shipped words back")]  # noqa: RUF012 - Textual's own form

    def __init__(self, body: Body, put: Put) -> None:
        super().__init__()
        self._body = body
        self._put = put
        self._entries = entries_of(body)
        self._found = self._entries

    def compose(self) -> ComposeResult:
        """One line to type on, the phrases, the one marked in full, and the keys."""
        with Vertical(id="house-words"):
            yield Words(id="house-words-title")
            yield LineInput(placeholder="Find: part, key or any words; also changed")
            yield Rows()
            yield Words(id="house-words-below")
            yield Words("Enter change it   F8 shipped words back   Up/Down choose   Esc done", id="house-words-keys")

    def on_mount(self) -> None:
        """Show every phrase."""
        self._show()

    @on(Input.Changed)
    def _typed(self) -> None:
        self._show()

    def _show(self, mark: int = 0) -> None:
        words = words_of(self.query_one(LineInput).value)
        self._found = [each for each in self._entries if all(word in each.folded for word in words)]
        self.query_one(Rows).show(len(self._found), self._row, mark)
        changed = sum(each.mark == "CHANGED" for each in self._entries)
        wrong = sum(each.mark == "NOT USED" for each in self._entries)
        title = f"Wording of {self._body.name}: house style {self._body.style}, {changed or 'none'} changed"
        self.query_one("#house-words-title", Words).update(title + (f", {wrong} NOT USED" if wrong else ""))
        self.show_marked()

    def _row(self, index: int, width: int) -> Iterable[Piece]:
        entry = self._found[index]
        name = entry.name if len(entry.name) < _NAME else f"{entry.name[: _NAME - 2]}…"
        yield f"{entry.mark:<{_MARK}}", BOLD
        yield f"{name:<{_NAME}}", PLAIN
        yield entry.text[: max(width, 0) + 1], BOLD if entry.mark else PLAIN

    @property
    def _marked(self) -> Entry | None:
        marked = self.query_one(Rows).marked
        return self._found[marked] if marked is not None else None

    def show_marked(self, refusal: str = "") -> None:
        """Say more of the phrase that is marked, and why what was typed for it will not do."""
        entry = self._marked
        said = "\n".join(map(on_screen, entry.below.split("\n"))) if entry else "Nothing is called so."
        self.query_one("#house-words-below", Words).update(refusal or said)

    @on(Rows.Picked)
    def _clicked(self) -> None:
        self.show_marked()

    @on(Input.Submitted)
    def _change(self) -> None:
        entry = self._marked
        phrase = entry.phrase if entry else None
        if not entry or not phrase:
            return
        if isinstance(phrase.value, bool):
            self._write(phrase.path, not phrase.value)
        elif isinstance(phrase.value, tuple):
            title = f"{entry.name}. {phrase.about} {may_use(phrase.kind)}".strip()
            screen = PhrasesScreen(phrase.value, title=title, refuse=lambda said: _refusal(phrase, said))
            self.app.push_screen(screen, lambda said: self._write(phrase.path, said) if said is not None else None)
        else:
            question = f"{entry.name}\n{phrase.about} {may_use(phrase.kind)}\nShipped: {_said(phrase.shipped)}"
            line = PhraseLine(question, phrase.value, lambda said: _refusal(phrase, said))
            self.app.push_screen(line, lambda said: self._write(phrase.path, said) if said is not None else None)

    def action_back_to_shipped(self) -> None:
        """Take out the body's own words here."""
        entry = self._marked
        if entry and entry.mark:
            whole = next((end for end, step in enumerate(entry.path) if isinstance(step, int)), len(entry.path))
            self._write(entry.path[:whole], None)

    def _write(self, path: Path, value: Value | None) -> None:
        shipped = next((each.phrase.shipped for each in self._entries if each.phrase and each.path == path), None)
        try:
            own_words = with_phrase(self._body.own_words, path, None if value == shipped else value)
        except StyleError as error:
            self.show_marked(f"The body's own words cannot be read, so none can be changed here: {error.problems[0]}.")
            return
        body = self._put(own_words)
        if body is None:
            self.show_marked("Not written: see what the meeting's screen says.")
            return
        self._body, self._entries = body, entries_of(body)
        self._show(self.query_one(Rows).marked or 0)


def _refusal(phrase: Phrase, value: str) -> str | None:
    return next(iter(value_problems(phrase.kind, value)), None)
