"""The roll: who is expected, and who is present, absent or has sent apologies."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from clerk.model import Presence
from clerk.people import room
from clerk.people.person_line import doubt_of_name, person_in
from clerk.terms import Attendance, Capacity
from screens import finding
from screens.card import Card
from screens.roll_filter import RollFilter
from screens.roll_keys import GOES_ON, as_pressed
from screens.roll_pasted import brought, people_in, present
from screens.roll_roster import BodyRoster
from screens.roll_rows import KEYS, renamed, row, title_of
from screens.widgets.choices import Choices
from screens.widgets.inputs import LineInput
from screens.widgets.plain import Words

Change = Callable[[Presence], Presence | None]
"""Writes one line of the roll to the record and gives back what is there now; None if it could not be saved."""


class RollScreen(Card[None]):
    """Type a few letters of a name, then one key says what the person is."""

    CSS_PATH = "roll.tcss"
    BINDINGS = [  # noqa: RUF012 - Textual's own form
        ("escape,f2", "done", "Done"),
        ("up", "move(-1)", "Up"),
        ("down", "move(1)", "Down"),
        ("ctrl+z", "undo", "Undo"),
        ("f5", "take_roster", "Roster"),
        ("f6", "keep_roster", "Keep"),
        ("f7", "rename", "Rename"),
    ]

    def __init__(
        self, roll: tuple[Presence, ...], change: Change, remove: Callable[[Presence], None], roster: BodyRoster
    ) -> None:
        super().__init__()
        self._roll = list(roll)
        self._shown: list[Presence] = []
        self._change = change
        self._remove = remove
        self._roster = roster
        self._keeping = ""
        self._asked = ""
        self._undo: list[tuple[Presence, ...]] = []
        self._replaced: Presence | None = None
        self._naming: Presence | None = None
        members = any(presence.capacity is Capacity.MEMBER for presence in roll)
        self._capacity = Capacity.GUEST if members else Capacity.MEMBER

    def compose(self) -> ComposeResult:
        """One line to type on, the roll, and the keys."""
        with Vertical(id="roll"):
            yield Words("", id="roll-title")
            yield RollFilter(placeholder="Type a name or initials", id="roll-filter")
            yield Choices(id="roll-list")
            yield Words("\n".join(KEYS), id="roll-keys")

    def on_mount(self) -> None:
        """Show everybody."""
        self._refill(0)

    def _refill(self, highlight: int) -> None:
        typed = "" if self._naming else self.query_one(LineInput).value
        self._shown = finding.people(self._roll, typed)
        width = max(20, self.app.size.width - 12)
        options = [Option(row(presence, width)) for presence in self._shown]
        if not self._shown and typed.strip():
            options = [Option(Content(f'+ add "{typed.strip()}" to the roll, present'))]
        listing = self.query_one(OptionList)
        listing.clear_options()
        listing.add_options(options)
        listing.highlighted = min(highlight, len(options) - 1) if options else None
        title = title_of(self._roll, self._replaced, self._naming, self._keeping)
        self.query_one("#roll-title", Words).update(title)

    # --- keys ---------------------------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """Do what a digit stands for."""
        if self._keeping and event.key != "f6":
            self._keeping = ""
            self._refill(self.query_one(OptionList).highlighted or 0)
        if event.key not in RollFilter.DIGITS or not self.query_one(RollFilter).commands:
            return
        chosen = self._chosen()
        if event.key == "8":
            if not self.query_one(RollFilter).value and not self._replaced:
                self._all_present()
        elif chosen and not self._replaced:
            self._press(event.key, chosen)

    def _press(self, digit: str, chosen: Presence) -> None:
        if digit == "4":
            self._replaced = chosen
            self.query_one(LineInput).value = ""
            self._refill(0)
        elif changed := as_pressed(digit, chosen):
            self._set(changed, advance=digit in GOES_ON)
        else:
            self.notify(f"{chosen.name} is an officer, who has no vote; 7 changes that.", markup=False)

    @on(Input.Changed)
    def _typed(self) -> None:
        self._asked = ""
        if not self._naming:
            self._refill(0)

    @on(Input.Submitted)
    def _entered(self) -> None:
        typed = self.query_one(LineInput).value.strip()
        chosen = self._chosen()
        if self._naming:
            self._rename(self._naming, typed)
        elif not chosen and typed != self._asked and (said := doubt_of_name(typed)):
            self._asked = typed
            self.query_one("#roll-title", Words).update(f"{said} Enter again if it is a name.")
        elif self._replaced:
            self._substitute(chosen or (self._new(typed) if typed else None))
        elif chosen:
            self._set(replace(chosen, status=Attendance.PRESENT, substitute_for=""), advance=True)
        elif typed:
            self._write([present(person) for person in self._people([typed])])
            self._after(len(self._roll) - 1)

    @on(RollFilter.Listed)
    def _pasted(self, event: RollFilter.Listed) -> None:
        before = len(self._roll)
        changes, known = brought(self._roll, self._people(event.lines))
        self._write(changes)
        if known:
            self.notify(f"On the roll already: {known}. Nobody is there twice.", markup=False)
        # On the first of them: they are marked from the top.
        self._after(min(before, len(self._roll) - 1))

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        if self._naming:
            self._after(event.option_index)
        else:
            self.query_one(OptionList).highlighted = event.option_index
            self._entered()

    def _chosen(self) -> Presence | None:
        at = self.query_one(OptionList).highlighted
        return self._shown[at] if at is not None and at < len(self._shown) else None

    # --- changing -----------------------------------------------------------------------------------------------

    def _set(self, presence: Presence, *, advance: bool = False) -> None:
        """Write one line and, after a filter was typed, clear it, staying on whom it found; else go down one."""
        if self._write([presence]):
            filtering = bool(self.query_one(LineInput).value)
            at = self.query_one(OptionList).highlighted or 0
            place = next((at for at, other in enumerate(self._roll) if other.id == presence.id), 0)
            self._after(place if filtering else at + advance)

    def _substitute(self, substitute: Presence | None) -> None:
        member, self._replaced = self._replaced, None
        if member and member.capacity is Capacity.GUEST:  # Nobody stands in for a guest: the guest stands in.
            member, substitute = substitute, member
        if member and substitute and substitute.id != member.id:
            here = room.as_substitute(substitute, member)
            status = Attendance.APOLOGIES if not member.attending else member.status
            self._write([replace(member, status=status), here])
        self._after(0)

    def _all_present(self) -> None:
        waiting = [presence for presence in self._roll if presence.status is Attendance.EXPECTED]
        self._write([replace(presence, status=Attendance.PRESENT) for presence in waiting])
        self._after(0)

    def _rename(self, person: Presence, typed: str) -> None:
        changes = renamed(self._roll, person, typed)
        if isinstance(changes, str):
            self.notify(changes, severity="warning", markup=False)
            return
        if changes and self._write(changes) and changes[0].name != person.name:
            said = f"{person.name} is now {changes[0].name}, in comings, goings and declarations too."
            self.notify(f"{said} The name typed in minutes and votes stays as it is.", timeout=10, markup=False)
        self._after(next((at for at, other in enumerate(self._roll) if other.id == person.id), 0))

    def _after(self, highlight: int) -> None:
        self._naming, self._asked, line = None, "", self.query_one(RollFilter)
        line.naming = False
        with self.prevent(Input.Changed):
            line.value = ""
        self._refill(highlight)

    def _new(self, typed: str) -> Presence:
        """Read somebody typed or pasted in: "name, post, organisation", or "name, organisation"; tabs do as well."""
        return person_in(typed, self._capacity)

    def _people(self, lines: list[str]) -> list[Presence]:
        """Read those typed or pasted in: a person a line, or a run of them with what they are in front."""
        return people_in(lines, self._capacity, self.notify)

    def _write(self, changes: list[Presence]) -> bool:
        """Write lines of the roll as one change, to be undone as one."""
        before = tuple(self._roll)
        for presence in changes:
            written = self._change(presence)
            if written is None:
                return False
            if written.chair:
                self._roll = [replace(other, chair=False) for other in self._roll]
            at = next((at for at, other in enumerate(self._roll) if other.id == written.id), None)
            if at is None:
                self._roll.append(written)
            else:
                self._roll[at] = written
        if changes:
            self._undo.append(before)
        return True

    def action_undo(self) -> None:
        """Take back the last change made here."""
        if not self._undo:
            return
        before = self._undo.pop()
        kept = {presence.id for presence in before}
        for presence in self._roll:
            if presence.id not in kept:
                self._remove(presence)
        for presence in before:
            if presence not in self._roll:
                self._change(presence)
        self._roll = list(before)
        self._after(0)

    def action_take_roster(self) -> None:
        """Add those of the body's roster who are not on the roll yet, as expected."""
        missing = self._roster.missing(self._roll)
        if missing:
            self._write(missing)
            self._after(len(self._roll) - len(missing))
        else:
            said = "The body has no roster yet: F6 keeps this roll as one, and so does clerk people import."
            self.notify(said if missing is None else "Everybody on the roster is on the roll.", markup=False)

    def action_keep_roster(self) -> None:
        """Say what keeping this roll as the body's roster would change and, asked again, keep it."""
        if not self._keeping:
            self._keeping = self._roster.would_change(self._roll)
        else:
            self._keeping = ""
            if said := self._roster.keep(self._roll):
                self.notify(said, markup=False)
        self._refill(self.query_one(OptionList).highlighted or 0)

    def action_rename(self) -> None:
        """Put right the name of the person marked, on the line where one types."""
        chosen = self._chosen()
        if chosen and not self._replaced and not self._naming:
            self._naming, line = chosen, self.query_one(RollFilter)
            line.naming = True
            line.value, line.cursor_position = chosen.name, len(chosen.name)
            self._refill(self._roll.index(chosen))

    def action_move(self, step: int) -> None:
        """Move the highlight, leaving the cursor where one types."""
        if not self._naming:
            self.query_one(Choices).move(step)

    def action_done(self) -> None:
        """Leave the roll, or leave a substitute unnamed or a name as it is."""
        if self._naming:
            self._after(self._roll.index(self._naming))
        elif self._replaced:
            self._replaced = None
            self._after(0)
        elif self.is_current:
            self.dismiss(None)
