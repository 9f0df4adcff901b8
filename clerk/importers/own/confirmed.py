"""Reads the minutes as they were confirmed out of Clerk's own files, which is not always how the record now stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from clerk.afterwards.circulating import minuted, packed
from clerk.afterwards.confirming import keeping
from clerk.afterwards.parts import Amendment, AsConfirmed, LineConfirmed
from clerk.importers.own.doubts import Doubts
from clerk.importers.own.json_part import Part
from clerk.importers.reading import UnreadableError
from clerk.model import Record
from clerk.own_files.as_json import FORMAT, Json
from clerk.terms import MeetingState

_WHAT = "the record as confirmed"


def must_be_known(values: dict[str, Json]) -> None:
    """Raise ``UnreadableError`` for the record of a JSON, whole or inside another, of a form that a later Clerk has."""
    made_for = values.get("format", FORMAT)
    if made_for != FORMAT:
        raise UnreadableError(f"This file is of the form {str(made_for)[:40]!r}; this Clerk reads {FORMAT!r} only.")


def as_confirmed(record: Record, file: Part, read: Callable[[dict[str, Json], Doubts], Record]) -> Record:
    """Return a record read from a JSON with what was confirmed of it, as that file has it.

    An older file, and one of another program, does not have it: then the record itself is taken for that. ``read``
    reads a record inside the file; what it raises is raised here.
    """
    if record.meeting.state is not MeetingState.CONFIRMED or record.afterwards.confirmation is None:
        return record
    if "as_confirmed" not in file.values:
        return taken_for_confirmed(record, "This file does not hold", file.doubts)
    if file.values["as_confirmed"] is None:
        return keeping(record)
    found = file.part("as_confirmed")
    inside = found.part("record").values
    if "items" not in inside:
        return taken_for_confirmed(record, "This file does not hold", file.doubts)
    doubts = Doubts()
    then = read(inside, doubts)
    for doubt in doubts.found:
        file.doubts.add(f"In {_WHAT}: {doubt.message}")
    then = replace(then, items=tuple(map(minuted, then.items)))
    places = _places(found.parts("items", f"{_WHAT}, item"), then, record)
    kept = AsConfirmed(packed(then), tuple(pair for pair, _ in places), tuple(_lines(places, then, record)))
    return replace(record, afterwards=replace(record.afterwards, kept=kept, amendments=_amended(record, kept, then)))


def taken_for_confirmed(record: Record, which: str, doubts: Doubts) -> Record:
    """Return a record, if it is confirmed, as what was confirmed; that is doubted once, for it is not known."""
    kept = keeping(record)
    if kept is not record:
        doubts.add(
            f"{which} the minutes as they were confirmed, so they are taken to be those read here. If they were changed"
            " after that, bring the meeting over as JSON (clerk export json) or with clerk backup."
        )
    return kept


_Place = tuple[tuple[int, int], Part]


def _places(parts: Iterable[Part], then: Record, now: Record) -> list[_Place]:
    """Where the items that were confirmed are now, each with its object; what cannot be is doubted and left out."""
    found: dict[int, _Place] = {}
    taken: set[int] = set()
    for part in parts:
        place, here = part.whole("item") or 0, part.whole("now") or 0
        inside = 1 <= place <= len(then.items) and 1 <= here <= len(now.items)
        if not inside or place in found or here in taken:
            part.doubts.add(f"An item of {_WHAT} is said to be one that it cannot be; that was left out.")
            continue
        found[place] = (place, here), part
        taken.add(here)
    return [found[place] for place in sorted(found)]


def _lines(places: Iterable[_Place], then: Record, now: Record) -> list[LineConfirmed]:
    """What lines are now that were confirmed; those that cannot be are left out."""
    found = []
    for (place, here), part in places:
        old, new = len(then.items[place - 1].entries), len(now.items[here - 1].entries)
        pairs: dict[int, int] = {}
        for each in part.parts("lines", f"{_WHAT}, line"):
            line, at = each.whole("line") or 0, each.whole("now") or 0
            if 1 <= line <= old and 1 <= at <= new and line not in pairs and at not in pairs.values():
                pairs[line] = at
            else:
                part.doubts.add(f"A line of {_WHAT} is said to be one that it cannot be; that was left out.")
        found += [LineConfirmed(place, line, pairs[line]) for line in sorted(pairs)]
    return found


def _amended(record: Record, kept: AsConfirmed, then: Record) -> tuple[Amendment, ...]:
    """The amendments, each with its place in what was confirmed: as the file says, or where its line now was there."""
    items = {now: before for before, now in kept.items}
    there = {(each.item, each.now): each.line for each in kept.lines}

    def placed(made: Amendment) -> Amendment:
        item, line = made.as_confirmed
        if 1 <= item <= len(then.items) and 1 <= line <= len(then.items[item - 1].entries):
            return made
        before = items.get(made.item, 0)
        line = there.get((before, made.line), 0)
        return replace(made, as_confirmed=(before, line) if line else (0, 0))

    return tuple(map(placed, record.afterwards.amendments))
