"""Declaring an interest: who, what kind, why, in which items, and what the person then did."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from clerk.language.text import clean_line
from clerk.lookup import NotFoundError, item_positions
from clerk.model import Declaration, Item, Record
from clerk.people.person_line import doubt_of_name
from clerk.terms import ItemKind, Outcome
from screens import finding
from screens.card import Card
from screens.widgets.choices import Options
from screens.widgets.inputs import LineInput
from screens.widgets.plain import Words

_FIELDS = (
    ("who", "Who", "a name or initials"),
    ("kind", "Kind of interest", "pick one, type another, or leave empty"),
    ("nature", "Nature", "why: as a governor of the school"),
    ("items", "Items", "agenda numbers, or leave empty"),
    ("dispensation", "Dispensation", "if one was granted, what for"),
    ("then", "Then", "what the person did; may wait"),
)

_DID = [outcome.value for outcome in Outcome if outcome]

Declare = Callable[[Declaration], Declaration | None]
"""Writes a declaration to the record and gives back what is there now; None if it could not be saved."""


class Interests(Card[None]):
    """Five short fields; Enter takes the choice shown and goes on, and records after the last."""

    CSS_PATH = "interests.tcss"
    AUTO_FOCUS = "#who"
    BINDINGS = [  # noqa: RUF012 - Textual's own form
        ("escape", "done", "Done"),
        ("f3", "another", "Record, then another"),
        ("up", "move(-1)", "Up"),
        ("down", "move(1)", "Down"),
        ("ctrl+z", "remove", "Withdraw"),
        ("f4", "none_declared", "None declared"),
    ]

    def __init__(
        self,
        record: Record,
        at: int,
        kinds: Sequence[str],
        declare: Declare,
        withdraw: Callable[[Declaration], bool],
        none_declared: Callable[[], None],
    ) -> None:
        super().__init__()
        self._record = record
        self._at = at
        self._kinds = kinds
        self._declare = declare
        self._withdraw = withdraw
        self._none_declared = none_declared
        self._made = list(record.declarations)
        self._offered: list[str] | None = None
        self._asked = ""

    def compose(self) -> ComposeResult:
        """What has been declared, the five fields, and the choices for the field one is in."""
        with Vertical(id="interests"):
            yield Words("Declarations of interest", id="interests-title")
            yield Options(id="made")
            with Widget(id="fields"):
                yield Words("\n".join(label for _, label, _ in _FIELDS), id="labels")
                with Widget(id="inputs"):
                    for name, _, hint in _FIELDS:
                        yield LineInput(placeholder=hint, id=name)
            yield Options(id="choices")
            yield Words("", id="interests-message")
            yield Words("Enter next, the last records   F3 records now   F4 none declared   Ctrl+Z withdraw   Esc done")

    def on_mount(self) -> None:
        """Begin with who."""
        self.query_one("#choices").can_focus = False
        if self._record.items and self._record.items[self._at].kind is not ItemKind.DECLARATIONS:
            item = self._record.items[self._at]
            self._input("items").value = self._called(item)
        self._show_made()
        self._offer()

    def _input(self, name: str) -> LineInput:
        return self.query_one(f"#{name}", LineInput)

    def _show_made(self) -> None:
        listing = self.query_one("#made", OptionList)
        listing.clear_options()
        listing.add_options([Option(Content(self._said(declaration))) for declaration in self._made])
        listing.display = bool(self._made)

    def _said(self, declaration: Declaration) -> str:
        numbers = [self._record.items[position - 1].agenda_number or f"#{position}" for position in declaration.items]
        parts = [declaration.name, declaration.interest, declaration.nature]
        parts += ["item " + ", ".join(numbers)] if numbers else []
        dispensation = f"dispensation: {declaration.dispensation}" if declaration.dispensation else ""
        return "; ".join(part for part in (*parts, dispensation, declaration.outcome.value) if part)

    # --- choosing -----------------------------------------------------------------------------------------------

    @on(events.DescendantFocus)
    @on(Input.Changed)
    def _offer(self) -> None:
        focused = self.focused
        if isinstance(focused, LineInput) and focused.id:
            choices = self._choices(focused.id, focused.value)
            listing = self.query_one("#choices", OptionList)
            if choices != self._offered:
                self._offered = choices
                listing.clear_options()
                listing.add_options([Option(Content(choice)) for choice in choices])
            listing.highlighted = 0 if choices and focused.value else None

    def _choices(self, field: str, typed: str) -> list[str]:
        if field == "who":
            return [presence.name for presence in finding.people(self._record.presence, typed)]
        if field == "items":
            business = [item for item in self._record.items if item.kind is not ItemKind.HEADING]
            return [f"{self._called(item)}  {item.title}" for item in business]
        options = {"kind": list(self._kinds), "then": _DID}.get(field, [])
        wanted = typed.lower().split()
        return [option for option in options if all(any(w.startswith(part) for w in option.split()) for part in wanted)]

    def _called(self, item: Item) -> str:
        """An item's agenda number; its place where it has none, or another has the same."""
        same = [each for each in self._record.items if each.agenda_number == item.agenda_number]
        return item.agenda_number if item.agenda_number and len(same) == 1 else f"#{self._record.items.index(item) + 1}"

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        self._take_choice(event.input)
        if event.input.id == _FIELDS[-1][0]:
            self._record_it()
        else:
            self.focus_next(LineInput)

    def _take_choice(self, field: Input) -> None:
        """Put the choice that is marked into a field, where it takes one."""
        name, listing = field.id or "", self.query_one("#choices", OptionList)
        choices = self._choices(name, field.value)
        if name in ("who", "kind", "then") and choices and listing.highlighted is not None:
            field.value = choices[listing.highlighted]
        elif name == "items" and listing.highlighted is not None and not field.value:
            field.value = choices[listing.highlighted].split()[0]

    @on(OptionList.OptionSelected, "#choices")
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        if isinstance(self.focused, LineInput):
            self.focused.value = str(event.option.prompt).split("  ")[0]
            self.focus_next(LineInput)

    def action_move(self, step: int) -> None:
        """Move among the choices, leaving the cursor where one types."""
        listing = self.query_one("#made" if self.focused and self.focused.id == "made" else "#choices", OptionList)
        if listing.option_count:
            now = listing.highlighted
            listing.highlighted = (
                (0 if step > 0 else -1) % listing.option_count if now is None else (now + step) % listing.option_count
            )

    # --- recording ----------------------------------------------------------------------------------------------

    def _record_it(self) -> None:
        values = {name: clean_line(self._input(name).value) for name, _, _ in _FIELDS}
        if not values["who"]:
            return self._say("Who declared the interest? Type a name or initials.", "who")
        if self._doubts(values["who"]):
            return None
        try:
            positions = item_positions(self._record, values["items"])
        except NotFoundError as error:
            return self._say(str(error), "items")
        if values["then"] not in list(Outcome):
            return self._say(f"Then: {', '.join(_DID)}, or nothing yet.", "then")
        made = self._declare(
            Declaration(
                name=values["who"],
                interest=values["kind"],
                nature=values["nature"],
                items=positions,
                outcome=Outcome(values["then"]),
                dispensation=values["dispensation"],
                made_at=self._at + 1,
            )
        )
        if made:
            self._made.append(made)
            for name, _, _ in _FIELDS:
                self._input(name).value = ""
            self._show_made()
            self._say("Recorded. Another, or Esc.", "who")
        return None

    def _doubts(self, who: str) -> bool:
        """Whether ``who`` seems to be initials that nobody has; said once, in the way of no name."""
        known = any(presence.name == who for presence in self._record.presence)
        said = "" if known or who == self._asked else doubt_of_name(who)
        if said:
            self._asked = who
            self._say(f"{said} F3 records it if it is a name.", "who")
        return bool(said)

    def action_another(self) -> None:
        """Record what is filled in, whatever is not; with nothing filled in, stay for the next who declares."""
        if isinstance(self.focused, LineInput):
            self._take_choice(self.focused)
        if any(self._input(name).value for name in ("who", "kind", "nature", "dispensation", "then")):
            self._record_it()

    def _say(self, message: str, field: str) -> None:
        self.query_one("#interests-message", Words).update(message)
        self._input(field).focus()

    def action_remove(self) -> None:
        """Withdraw the declaration that is marked, or the last one made."""
        at = self.query_one("#made", OptionList).highlighted
        if self._made:
            gone = self._made[at if at is not None and at < len(self._made) else -1]
            if self._withdraw(gone):
                self._made = [made for made in self._made if made is not gone]
                self._show_made()
                self._say(f"Withdrawn: {self._said(replace(gone))}", "who")

    def action_none_declared(self) -> None:
        """Record that nobody declared anything, and leave."""
        if self.is_current:
            self.dismiss(None)
            self._none_declared()

    def action_done(self) -> None:
        """Leave."""
        if self.is_current:
            self.dismiss(None)
