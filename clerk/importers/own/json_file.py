"""Reads Clerk's own JSON back, and any JSON of that shape another program made."""

from __future__ import annotations

import json
from dataclasses import replace

from clerk.afterwards.since import Afterwards
from clerk.importers.own.afterwards import of_parts
from clerk.importers.own.confirmed import as_confirmed, must_be_known
from clerk.importers.own.doubts import Doubts
from clerk.importers.own.json_part import Part
from clerk.importers.reading import Reading, UnreadableError
from clerk.kinds import house_style_of
from clerk.model import Adjournment, Body, Declaration, Document, Entry, Item, Meeting, Movement, Presence, Record
from clerk.notation import lines_of
from clerk.own_files.as_json import Json
from clerk.people.room import in_order
from clerk.terms import Attendance, Capacity, DocumentKind, ItemKind, ItemState, MeetingState, MovementKind, Outcome
from clerk.voting.entitled import Voting

READER = "Clerk JSON"
"""What the officer is told the file was."""


def recognises(text: str) -> bool:
    """Whether a text may be Clerk's JSON."""
    return text.removeprefix("\ufeff").lstrip().startswith("{")


def read(text: str) -> Reading:
    """Read a record. Raises ``UnreadableError`` when the text is not JSON, or not of a meeting."""
    doubts = Doubts()
    whole = Part(_meeting_in(text), "the meeting", doubts)
    record = as_confirmed(_record(whole), whole, _record_confirmed)
    return Reading(record, tuple(doubts.found), reader=READER)


def read_alone(text: str) -> Record:
    """Read a record without what was confirmed of it. Raises as ``read``."""
    return _record(Part(_meeting_in(text), "the meeting", Doubts()))


def _meeting_in(text: str) -> dict[str, Json]:
    try:
        found = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        where = f" at line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise UnreadableError(f"This is not whole JSON: it cannot be read{where}.") from None
    if not isinstance(found, dict) or not ("items" in found or "body" in found):
        raise UnreadableError("This JSON is not a meeting: it has neither “body” nor “items”.")
    must_be_known(found)
    return found


def _record_confirmed(values: dict[str, Json], doubts: Doubts) -> Record:
    """Read the record that was confirmed, which stands inside the other, and has none inside it."""
    must_be_known(values)
    return _record(Part(values, "the meeting", doubts))


def _record(whole: Part) -> Record:
    parts = whole.parts("items", "item")
    items = tuple(_item(part, position, len(parts)) for position, part in enumerate(parts, 1))
    breaks = [_adjournment(part, len(items)) for part in whole.parts("adjournments", "adjournment")]
    meeting = replace(_meeting(whole), adjournments=tuple(each for each in breaks if each))
    declarations = tuple(_declaration(part, len(items)) for part in whole.parts("declarations", "declaration"))
    roll = tuple(_presence(part, len(items)) for part in whole.parts("presence", "person"))
    moved = (_movement(part, len(items)) for part in whole.parts("movements", "movement"))
    movements = in_order(movement for movement in moved if movement)
    record = Record(_body(whole), meeting, items, roll, declarations, movements, _afterwards(whole, items))
    for part, number in zip(parts, record.minute_numbers(), strict=True):
        if "minute_number" in part.values and part.values["minute_number"] != number:
            whole.doubts.add(f"The minute number of {part.what} is {number}, not {part.values['minute_number']}.")
    return record


def _afterwards(whole: Part, items: tuple[Item, ...]) -> Afterwards:
    lists = {"circulated": "circulated", "amended": "amendments", "amendment agreed": "amendments_agreed"}
    parts = [(name, part) for name, key in lists.items() for part in whole.parts(key, f"{name},")]
    confirmed = whole.part("confirmed")
    if confirmed.values:
        parts.append(("confirmed", replace(confirmed, what="the confirmation")))
    return of_parts(parts, items, whole.doubts)


def _body(whole: Part) -> Body:
    name, details = whole.line("body"), whole.part("body_details")
    if not name:
        whole.doubts.add("The file does not say which body met; give its name with --body.")
    plain = Body(name, style=house_style_of(name))
    return Body(
        name,
        kind=whole.doubts.choice(plain.kind, details.text("kind", plain.kind), "The kind of body"),
        noun=details.line("noun", plain.noun),
        chair_title=details.line("chair_title", plain.chair_title),
        quorum=details.whole("quorum"),
        style=details.line("style", plain.style),
        own_words=details.text("own_words"),
    )


def _meeting(whole: Part) -> Meeting:
    first = whole.whole("first_minute")
    return Meeting(
        date=whole.doubts.day(whole.text("date"), "The date"),
        time=whole.doubts.clock(whole.text("time"), "The time"),
        venue=whole.text("venue"),
        contact=whole.text("contact"),
        note=whole.text("note"),
        state=whole.doubts.choice(
            MeetingState.PLANNED, whole.text("state", MeetingState.PLANNED), "The state of a meeting"
        ),
        opened=whole.moment("opened"),
        closed=whole.moment("closed"),
        first_minute=1 if first is None else first,
    )


def _adjournment(part: Part, items: int) -> Adjournment | None:
    began = part.moment("began")
    if began is None:
        part.doubts.add(f"{part.what.capitalize()} has no time at which it began and was left out.")
        return None
    return Adjournment(began, part.moment("resumed"), _position(part, "item", items), part.line("why"))


def _position(part: Part, key: str, items: int) -> int:
    """Read the position of an item; one there is not is doubted and taken as not known."""
    position = part.whole(key) or 0
    if 0 <= position <= items:
        return position
    part.doubts.add(f"{part.what.capitalize()} names an item that is not in the file.")
    return 0


def _item(part: Part, position: int, items: int) -> Item:
    taken_with = _position(part, "taken_with", items)
    if taken_with == position:
        part.doubts.add(f"{part.what.capitalize()} cannot be taken with itself.")
    choice = part.doubts.choice
    return Item(
        title=part.line("title"),
        agenda_number=part.line("agenda_number"),
        kind=choice(ItemKind.ORDINARY, part.text("kind", ItemKind.ORDINARY), f"The kind of {part.what}"),
        note=part.text("note"),
        state=choice(ItemState.TO_COME, part.text("state", ItemState.TO_COME), f"The state of {part.what}"),
        opened=part.moment("opened"),
        closed=part.moment("closed"),
        reason=part.line("reason"),
        deferred_to=part.line("deferred_to"),
        urgent_because=part.line("urgent_because"),
        taken_with=0 if taken_with == position else taken_with,
        exempt=part.line("exempt"),
        documents=tuple(_document(paper) for paper in part.parts("documents", f"{part.what}, document")),
        entries=_entries(part),
    )


def _entries(part: Part) -> tuple[Entry, ...]:
    text, times = part.text("text"), part.parts("lines", f"{part.what}, line")
    lines = lines_of(text) or [""] * (len(times) == 1)
    if len(times) != len(lines):
        if times:
            part.doubts.add(f"The times of {part.what} are not one for each line of its text and were left out.")
        return tuple(Entry(line) for line in lines)
    return tuple(
        Entry(line, of_line.moment("written"), of_line.moment("changed"))
        for line, of_line in zip(lines, times, strict=True)
    )


def _document(part: Part) -> Document:
    kind = part.doubts.choice(DocumentKind.REPORT, part.text("kind", DocumentKind.REPORT), f"The kind of {part.what}")
    line = part.line
    return Document(kind, line("title"), line("presenter"), line("post"), line("organisation"), line("link"))


def _presence(part: Part, items: int) -> Presence:
    choice = part.doubts.choice
    return Presence(
        name=part.line("name"),
        post=part.line("post"),
        organisation=part.line("organisation"),
        capacity=choice(Capacity.MEMBER, part.text("capacity", Capacity.MEMBER), f"The capacity of {part.what}"),
        status=choice(Attendance.EXPECTED, part.text("status", Attendance.EXPECTED), f"The status of {part.what}"),
        substitute_for=part.line("substitute_for"),
        remote=part.flag("remote"),
        chair=part.flag("chair"),
        initials=part.line("initials"),
        voting=_voting(part, items),
    )


def _voting(part: Part, items: int) -> Voting:
    some = part.values.get("votes_on") is not None
    return Voting(some, tuple(sorted(set(_positions(part, "votes_on" if some else "no_vote_on", items)))))


def _positions(part: Part, key: str, items: int) -> tuple[int, ...]:
    """Read the positions of items; those there are not are doubted and left out."""
    listed = part.members(key)
    positions = tuple(value for value in listed if type(value) is int and 1 <= value <= items)
    if len(positions) != len(listed):
        part.doubts.add(f"{part.what.capitalize()} names an item that is not in the file.")
    return positions


def _declaration(part: Part, items: int) -> Declaration:
    listed = part.members("items")
    positions = tuple(value for value in listed if isinstance(value, int) and 1 <= value <= items)
    made_at = part.whole("made_at") or 0
    if len(positions) != len(listed) or not 0 <= made_at <= items:
        part.doubts.add(f"{part.what.capitalize()} names an item that is not in the file.")
    outcome = part.doubts.choice(Outcome.NOT_SAID, part.text("outcome"), f"The outcome of {part.what}")
    return Declaration(
        *(part.line("name"), part.line("interest"), part.line("nature"), positions, outcome),
        *(made_at if 0 <= made_at <= items else 0, part.moment("made"), part.line("dispensation")),
    )


def _movement(part: Part, items: int) -> Movement | None:
    when, kind = part.moment("when"), part.text("kind").strip().lower()
    if when is None or kind not in {each.value for each in MovementKind}:
        part.doubts.add(f"{part.what.capitalize()} does not say both what happened and when, and was left out.")
        return None
    voted = part.flag("voted") if part.values.get("voted") is not None else None
    if not isinstance(part.values.get("voted"), bool):
        voted = None  # What is neither true nor false has been doubted, and is not taken for "no".
    item = _position(part, "item", items)
    return Movement(part.line("name"), MovementKind(kind), when, item, part.line("why"), voted)
