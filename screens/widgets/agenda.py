"""The agenda at the side of the screen: every item, how far it has got, and which one is on the page."""

from __future__ import annotations

from textual.content import Content
from textual.style import Style
from textual.widgets.option_list import Option

from clerk.model import Record
from clerk.terms import ItemKind, ItemState
from screens.widgets.choices import Options

MARKS = {
    ItemState.TO_COME: " ",
    ItemState.OPEN: "►",
    ItemState.DONE: "✓",
    ItemState.DEFERRED: "»",
    ItemState.WITHDRAWN: "×",
}
"""How an item's state shows, by shape and not by colour."""


def item_row(record: Record, at: int, minute_number: int | None) -> Content:
    """One item as a row: state, minute number, agenda number ([+] if it was not on the agenda), title."""
    item = record.items[at]
    if item.kind is ItemKind.HEADING:
        return Content(f"  {item.title}").stylize(Style(bold=True))
    agenda = f"[{item.agenda_number}]" if item.agenda_number else "[+]"
    return Content(f"{MARKS[item.state]} {minute_number or '':>2} {agenda:<4} {item.title}")


class Agenda(Options):
    """The items in the order taken. It posts ``OptionList.OptionSelected`` when one is picked."""

    def __init__(self) -> None:
        super().__init__(id="agenda")

    def fill(self, record: Record, at: int) -> None:
        """Show ``record`` with the item at place ``at`` (from 0) highlighted."""
        numbers = record.minute_numbers()
        rows = [item_row(record, index, numbers[index]) for index in range(len(record.items))]
        if self.option_count == len(rows):
            for index, row in enumerate(rows):
                if self.get_option_at_index(index).prompt != row:
                    self.replace_option_prompt_at_index(index, row)
        else:
            self.clear_options()
            self.add_options([Option(row) for row in rows])
        self.highlighted = at if rows else None
