"""Whatever was changed in a draft, accepting it makes the record print that, or says what could not be placed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from clerk.drafting import draft
from clerk.house_style import load
from clerk.model import Body, Entry, Item, Meeting, Presence, Record
from clerk.notation import Kind, parse
from clerk.returned import Passage, compare
from clerk.returning.accepting import accept
from clerk.returning.spots import spots
from clerk.terms import Attendance, ItemState, MeetingState
from exports.draft_minutes import properties_of
from exports.word import word_bytes
from exports.word_reading import drafted, passages

LINES = (
    "The Board considered a report.",
    "Members asked about the cost of {AH>finding out} the rest.",
    "- The first point was made.",
    "- A point with \\{braces} and a \\ in it.",
    "-- a detail below it",
    "# A heading",
    "> “Words to be put in.”",
    "R: that the report be noted",
    "R: That fees be set; and",
    "RC: that Council agree.",
    "M: AH, BO: that it be deferred",
    "V: 8-3-1",
    "V: agreed",
    "A: AH: circulate the figures by 5 January",
    "PM: It was sent.",
    "\\- not a point",
    "Q: How much?",
    "N: private",
    "",
    "R: ",
    "It was noted; see www.board.example and & <b>.",
)
PAGES = st.lists(st.sampled_from(LINES), max_size=7)


def record_of(pages: Sequence[Sequence[str]]) -> Record:
    items = tuple(
        Item(f"Business {number}", str(number), state=ItemState.DONE, entries=tuple(Entry(line) for line in page))
        for number, page in enumerate(pages, 1)
    )
    roll = (
        Presence("Cllr Ann Hart", initials="AH", status=Attendance.PRESENT, chair=True),
        Presence("Bob Osei", initials="BO", status=Attendance.PRESENT),
    )
    return Record(Body("Northmere Board", noun="Board"), Meeting(state=MeetingState.DRAFT), items, roll)


def printed(record: Record) -> list[str]:
    return stopless(drafted(draft(record), properties_of(record)))


def stopless(found: Sequence[Passage]) -> list[str]:
    """What passages say, without the stops of limbs, which the house style gives."""
    return [re.sub(r"(?:; and|[;:.])$", "", passage.text) for passage in found]


@settings(max_examples=40)
@given(st.tuples(PAGES, PAGES), st.data())
def test_accepting_every_change_prints_what_came_back_or_says_what_was_left(
    pages: tuple[list[str], list[str]], data: st.DataObject
) -> None:
    edited = [list(page) for page in pages]
    for page in edited:
        at = data.draw(st.integers(0, len(page)))
        page[at : at + data.draw(st.integers(0, 3))] = data.draw(PAGES)[:3]
    record, other = record_of(pages), record_of(edited)
    style = load(record.body.style)
    back = passages(word_bytes(draft(other), properties_of(other)), "back.docx")
    changes = compare(drafted(draft(record), properties_of(record)), back)
    accepted = accept(record, spots(record, draft(record), style), changes, style)
    assert [done.change for done in accepted.done] == changes
    items = [
        replace(item, entries=tuple(Entry(line) for line in accepted.pages[position].split("\n")))
        if position in accepted.pages
        else item
        for position, item in enumerate(record.items, 1)
    ]
    made = replace(record, items=tuple(items))
    _nothing_private_is_lost(record, made)
    if all(done.applied for done in accepted.done):
        assert printed(made) == stopless(back)


def _nothing_private_is_lost(record: Record, made: Record) -> None:
    """Queries and notes do not print, so that nobody who edits a draft can have taken them out."""
    for before, after in zip(record.items, made.items, strict=True):
        kept = [entry.line for entry in after.entries]
        for entry in before.entries:
            if parse(entry.line).kind in (Kind.QUERY, Kind.NOTE):
                assert entry.line in kept
