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
from clerk.people.person_line import person_in
from clerk.terms import Attendance, Capacity
from clerk.voting.entitled import Voting
from screens import finding
from screens.compositor import Card
from screens.roll_filter import RollFilter
from screens.roll_pasted import brought, present
from screens.roll_roster import BodyRoster
from screens.widgets.choices import Choices
from screens.widgets.inputs import LineInput
from screens.widgets.plain import Words

LETTERS = {
    Attendance.EXPECTED: "·",
    Attendance.PRESENT: "P",
    Attendance.APOLOGIES: "A",
    Attendance.ABSENT: "-",
    Attendance.SUBSTITUTE: "S",
}
"""How the roll shows what it says of a person, in one letter and not by colour."""

_KEYS = (
    "Enter present  2 apologies  3 absent  4 substitute  5 remote  6 Chair",
    "7 member/officer/guest  8 all here  9 votes on some items  0 expected",
    "F5 add the rest of the roster  F6 keep as roster  Ctrl+Z undo  Esc done",
    "Not on the list? Type name, post, organisation and Enter; or paste a list.",
)
_STATUS_KEYS = {
    "1": Attendance.PRESENT,
    "2": Attendance.APOLOGIES,
    "3": Attendance.ABSENT,
    "0": Attendance.EXPECTED,
}

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
        self._undo: list[tuple[Presence, ...]] = []
        self._replaced: Presence | None = None
        members = any(presence.capacity is Capacity.MEMBER for presence in roll)
        self._capacity = Capacity.GUEST if members else Capacity.MEMBER

    def compose(self) -> ComposeResult:
        """One line to type on, the roll, and the keys."""
        with Vertical(id="roll"):
            yield Words("", id="roll-title")
            yield RollFilter(placeholder="Type a name or initials", id="roll-filter")
            yield Choices(id="roll-list")
            yield Words("\n".join(_KEYS), id="roll-keys")

    def on_mount(self) -> None:
        """Show everybody."""
        self._refill(0)

    def _refill(self, highlight: int) -> None:
        typed = self.query_one(LineInput).value
        self._shown = finding.people(self._roll, typed)
        width = max(20, self.app.size.width - 12)
        options = [Option(_row(presence, width)) for presence in self._shown]
        if not self._shown and typed.strip():
            options = [Option(Content(f'+ add "{typed.strip()}" to the roll, present'))]
        listing = self.query_one(OptionList)
        listing.clear_options()
        listing.add_options(options)
        listing.highlighted = min(highlight, len(options) - 1) if options else None
        here = sum(presence.attending for presence in self._roll)
        to_mark = sum(presence.status is Attendance.EXPECTED for presence in self._roll)
        title = f"Roll   {here} present   {to_mark} still to mark"
        if self._replaced:
            title = f"Who is the substitute for {self._replaced.name}? Pick or type a name, Enter; Esc for nobody"
        if self._keeping:
            title = f"Keep {self._keeping}? F6 again keeps it"
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

    def _press(self, key: str, chosen: Presence) -> None:
        if key in _STATUS_KEYS:
            self._set(replace(chosen, status=_STATUS_KEYS[key], substitute_for="", remote=False), advance=True)
        elif key == "4":
            self._replaced = chosen
            self.query_one(LineInput).value = ""
            self._refill(0)
        elif key == "5":
            status = chosen.status if chosen.attending else Attendance.PRESENT
            self._set(replace(chosen, status=status, remote=not chosen.remote), advance=True)
        elif key == "6":
            status = chosen.status if chosen.attending else Attendance.PRESENT
            self._set(replace(chosen, status=status, chair=not chosen.chair))
        elif key == "7":
            kinds = list(Capacity)
            # Whoever is added next is likely to be of the kind last said.
            self._capacity = kinds[(kinds.index(chosen.capacity) + 1) % len(kinds)]
            self._set(replace(chosen, capacity=self._capacity))
        elif key == "9" and chosen.capacity is Capacity.MEMBER:
            self._set(replace(chosen, voting=Voting(not chosen.voting.some)))

    @on(Input.Changed)
    def _typed(self) -> None:
        self._refill(0)

    @on(Input.Submitted)
    def _entered(self) -> None:
        typed = self.query_one(LineInput).value.strip()
        chosen = self._chosen()
        if self._replaced:
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
        if member and substitute and substitute.id != member.id:
            here = replace(
                substitute, status=Attendance.SUBSTITUTE, substitute_for=member.name, capacity=member.capacity
            )
            status = Attendance.APOLOGIES if not member.attending else member.status
            self._write([replace(member, status=status), here])
        self._after(0)

    def _all_present(self) -> None:
        waiting = [presence for presence in self._roll if presence.status is Attendance.EXPECTED]
        self._write([replace(presence, status=Attendance.PRESENT) for presence in waiting])
        self._after(0)

    def _after(self, highlight: int) -> None:
        with self.prevent(Input.Changed):
            self.query_one(LineInput).value = ""
        self._refill(highlight)

    def _new(self, typed: str) -> Presence:
        """Read somebody typed or pasted in: "name, post, organisation", or "name, organisation"; tabs do as well."""
        return person_in(typed, self._capacity)

    def _people(self, lines: list[str]) -> list[Presence]:
        """Read those typed or pasted in: a person a line, or a run of them with what they are in front."""
        from clerk.people.pasted_roll import people_pasted

        return people_pasted(lines, self._capacity)

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

    def action_move(self, step: int) -> None:
        """Move the highlight, leaving the cursor where one types."""
        self.query_one(Choices).move(step)

    def action_done(self) -> None:
        """Leave the roll, or leave a substitute unnamed."""
        if self._replaced:
            self._replaced = None
            self._after(0)
        elif self.is_current:
            self.dismiss(None)


def _row(presence: Presence, width: int) -> Content:
    notes = [] if presence.capacity is Capacity.MEMBER else [presence.capacity.value]
    notes += ["remote"] if presence.remote else []
    notes += ["in the Chair"] if presence.chair else []
    notes += ["votes on some items"] if presence.voting.some else []
    notes += [f"for {presence.substitute_for}"] if presence.substitute_for else []
    name_width = max(14, min(30, width // 2 - 4))
    about = "; ".join(filter(None, (*notes, presence.post, presence.organisation)))
    return Content(f"{LETTERS[presence.status]}  {presence.name:<{name_width}} {about}")
