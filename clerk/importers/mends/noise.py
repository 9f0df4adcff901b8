"""Lines left out as page furniture, lines kept as the meeting's note, and what becomes of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from clerk.importers.mending import inserted, joined, split
from clerk.importers.mends.lines import CannotMend, line_of, lines_of, replaced, text_of, with_lines
from clerk.importers.reading import Doubt, Reading
from clerk.importers.source_places import item_at, place_of_line, place_of_words
from clerk.model import Item
from clerk.notation import lines_of as note_lines
from clerk.positions import with_items
from clerk.terms import ItemKind, ItemState


def dropped(reading: Reading, at: int, line: int) -> Reading:
    """Leave out a line of an item's note or minute as page furniture."""
    item = reading.record.items[at]
    lines = lines_of(item)
    kept = with_lines(item, (*lines[:line], *lines[line + 1 :]))
    return _left_out(replaced(reading, at, kept), text_of(lines[line]))


def dropped_item(reading: Reading, at: int) -> Reading:
    """Leave out the title of an item as page furniture: what stands below it belongs to the item above then.

    Raises ``CannotMend`` for one with lines or papers below it and no business above to take them.
    """
    item = reading.record.items[at]
    if at and reading.record.items[at - 1].kind is not ItemKind.HEADING:
        over = len(lines_of(reading.record.items[at - 1]))
        minuted = bool(reading.record.items[at - 1].entries)
        place = over if minuted else len(note_lines(reading.record.items[at - 1].note))
        return dropped(joined(reading, at), at - 1, place)
    if lines_of(item) or item.documents:
        raise CannotMend("There is no business above to take what stands below this title; join or retitle it.")
    number = f"{item.agenda_number}. " if item.agenda_number else ""
    return _without_item(_left_out(reading, number + item.title), at)


def _without_item(reading: Reading, at: int) -> Reading:
    items = reading.record.items
    moved = {place: place - (place > at) for place in range(1, len(items) + 1) if place != at + 1}
    record = with_items(reading.record, (*items[:at], *items[at + 1 :]), moved)
    return replace(reading, record=record, begins=(*reading.begins[:at], *reading.begins[at + 1 :]))


def dropped_note(reading: Reading, line: int) -> Reading:
    """Leave out a line of the meeting's note as page furniture."""
    lines = note_lines(reading.record.meeting.note)
    return _left_out(_noted(reading, (*lines[:line], *lines[line + 1 :])), lines[line])


def _left_out(reading: Reading, text: str) -> Reading:
    return replace(reading, noise=(*reading.noise, text)) if text.strip() else reading


def _noted(reading: Reading, lines: Sequence[str]) -> Reading:
    meeting = replace(reading.record.meeting, note="\n".join(lines))
    return replace(reading, record=replace(reading.record, meeting=meeting))


def place_of_noise(reading: Reading, at: int) -> int | None:
    """Return the line of the file on which a line left out stands: the third "Share" is taken for the third."""
    text = reading.noise[at]
    place: int | None = None
    for _ in range(reading.noise[: at + 1].count(text)):
        found = place_of_words(reading.source, text, None if place is None else place + 1)
        place = found or place
    return place


def put_back(reading: Reading, at: int) -> Reading:
    """Put a line that was left out back where it stood: below its item, or in the meeting's note."""
    return _put_back(reading, at)[0]


def _put_back(reading: Reading, at: int) -> tuple[Reading, int | None, int]:
    """Put a line back; also return which item it went to (None: the meeting's note), and as which of its lines."""
    text, place = reading.noise[at], place_of_noise(reading, at)
    reading = replace(reading, noise=(*reading.noise[:at], *reading.noise[at + 1 :]))
    owner = item_at(reading, place) if place is not None else len(reading.record.items) - 1
    if owner is None or owner < 0:
        lines = note_lines(reading.record.meeting.note)
        return _noted(reading, (*lines, *text.split("\n"))), None, len(lines)
    item = reading.record.items[owner]
    lines_there = list(lines_of(item))
    line = _where(reading, owner, place)
    minute = bool(line and lines_there[line - 1].minute) or (not lines_there and item.state is ItemState.DONE)
    lines_there[line:line] = [line_of(part, minute=minute) for part in text.split("\n")]
    return replaced(reading, owner, with_lines(item, lines_there)), owner, line


def _where(reading: Reading, at: int, place: int | None) -> int:
    """Before which of an item's lines a line of the file belongs; after all of them when that is not known."""
    count = len(lines_of(reading.record.items[at]))
    if place is None:
        return count
    later = (line for line in range(count) if (there := place_of_line(reading, at, line)) is not None and there > place)
    return next(later, count)


def item_of_noise(reading: Reading, at: int) -> Reading:
    """Make a line that was left out the title of an item, where it stood."""
    back, owner, line = _put_back(reading, at)
    return item_of_note(back, line) if owner is None else split(back, owner, line)


def item_of_note(reading: Reading, line: int) -> Reading:
    """Make a line of the meeting's note the title of an item, in its place in the file: before the others as a rule."""
    lines = note_lines(reading.record.meeting.note)
    if not lines[line].strip():
        raise CannotMend("This line has no words to make a title of.")
    place = place_of_words(reading.source, lines[line])
    above = item_at(reading, place) if place is not None else None
    at = 0 if above is None else above + 1
    reading = _noted(reading, (*lines[:line], *lines[line + 1 :]))
    # A bare item with the line below it, which is then split off: that finds its number and its papers.
    holding = Item("", note=lines[line], state=_usual_state(reading))
    parted = split(inserted(reading, at, holding, place), at, 0)
    return _without_item(parted, at)


def _usual_state(reading: Reading) -> ItemState:
    done = any(item.state is ItemState.DONE for item in reading.record.items)
    return ItemState.DONE if done else ItemState.TO_COME


def note_of_line(reading: Reading, at: int, line: int) -> Reading:
    """Make a line of an item a line of the meeting's note: it is about the meeting, not about this item."""
    item = reading.record.items[at]
    lines = lines_of(item)
    note = note_lines(reading.record.meeting.note)
    reading = replaced(reading, at, with_lines(item, (*lines[:line], *lines[line + 1 :])))
    return _noted(reading, (*note, text_of(lines[line])))


def seen(reading: Reading, doubt: Doubt) -> Reading:
    """Clear a doubt as seen; of several that say the same of one line, one."""
    doubts = list(reading.doubts)
    doubts.remove(doubt)
    return replace(reading, doubts=tuple(doubts))
