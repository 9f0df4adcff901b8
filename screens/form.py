"""A few short questions on one card."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Input

from clerk.language.text import clean_line
from screens.card import Card
from screens.widgets.inputs import LineInput
from screens.widgets.plain import Words


@dataclass(frozen=True)
class Question:
    """One line of a form."""

    name: str
    """What the answer is called."""
    label: str
    """What is asked."""
    answer: str = ""
    """The answer to begin with."""
    hint: str = ""
    """Shown while the line is empty."""


Answers = dict[str, str]
Refuse = Callable[[Answers], str | None]
Settle = Callable[[Answers], Answers]
"""Puts an answer typed on the wrong line on the one it belongs to."""


class Form(Card[Answers | None]):
    """Asks several things; Enter goes on, and after the last gives back the answers; None when turned away.

    ``refuse`` looks at the answers and returns a sentence why they will not do, or None when they will. ``settle`` is
    asked at each Enter, so that the officer sees where an answer has gone.
    """

    CSS_PATH = "form.tcss"
    BINDINGS = [  # noqa: RUF012 - Textual's own form
        ("escape", "turn_away", "Back"),
        ("up", "app.focus_previous", "Back"),
        ("down", "app.focus_next", "Next"),
    ]

    def __init__(
        self,
        title: str,
        questions: Sequence[Question],
        refuse: Refuse | None = None,
        settle: Settle | None = None,
    ) -> None:
        super().__init__()
        self._title = title
        self._questions = questions
        self._refuse = refuse
        self._settle = settle

    def compose(self) -> ComposeResult:
        """The title, a line a question, and room for a refusal."""
        with Vertical(id="form"):
            yield Words(self._title, id="form-title")
            for question in self._questions:
                with Widget(classes="question"):
                    yield Words(question.label, classes="label")
                    yield LineInput(question.answer, placeholder=question.hint, id=question.name, select=True)
            yield Words("Enter goes on, after the last it is done   Esc: leave it", id="form-refusal")

    def _line(self, name: str) -> LineInput:
        return self.query_one(f"#{name}", LineInput)

    def _answers(self) -> Answers:
        """The answers as they stand, each on its own line."""
        answers = {question.name: clean_line(self._line(question.name).value) for question in self._questions}
        if self._settle is None:
            return answers
        settled = self._settle(answers)
        for name, answer in settled.items():
            if answer != answers[name]:
                line = self._line(name)
                # What was moved here was typed: going on to it must not have the next letter take its place.
                line.select_on_focus = False
                line.value, line.cursor_position = answer, len(answer)
        return settled

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        answers = self._answers()
        if event.input.id != self._questions[-1].name:
            self.focus_next(LineInput)
            return
        refusal = self._refuse(answers) if self._refuse else None
        if refusal:
            words = self.query_one("#form-refusal", Words)
            words.update(refusal)
            words.add_class("refused")
        elif self.is_current:
            self.dismiss(answers)
