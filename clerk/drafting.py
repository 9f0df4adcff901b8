"""From a record to the minutes: title and opening, who was there, each item in turn, the actions and the signature.

Until the meeting closes every item prints its heading, reached or not, so that an officer sees the gaps; then those not
reached print as the house style says. A section heading of the agenda prints as a heading without a number. Groups of
the roll with nobody in them print nothing.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence

from clerk.actions import noted as actions
from clerk.house_style import HouseStyle, fill, style_of
from clerk.language import dates, english, links
from clerk.minute_blocks import minute_blocks
from clerk.minutes import Block, Heading, Minutes, Paragraph, Role, SignOff, Table
from clerk.model import Declaration, Presence, Record
from clerk.sentences.business import together_reference, unreached
from clerk.sentences.comings_and_goings import came_back_by_link, list_note, movement_lines
from clerk.sentences.happening import told_after, told_within, without_told
from clerk.sentences.interests import declaration_sentence, repeated_sentence
from clerk.sentences.presiding import when_presiding
from clerk.sentences.told import tells_declaration
from clerk.terms import Attendance, BodyKind, Capacity, ItemKind, ItemState, MovementKind

DRAFT = "DRAFT"
"""The status of minutes that no meeting has yet confirmed."""
_MANY = 16
"""People without posts in a group of the roll, from which on a table of a line each is longer than it is of use."""
_FIRST_WORDS = re.compile(r"\s[-\u2013\u2014]+\s|[:;.,(\u2014]")


def draft(record: Record, style: HouseStyle | None = None) -> Minutes:
    """Return the minutes of a meeting as they stand, in ``style`` or in its body's own.

    Raises StyleError when the body's style does not exist.
    """
    style = style or style_of(record.body)
    title = fill(style.headings.title, body=_bare_name(record), the_body=_the_body(record))
    blocks: list[Block] = [Heading(1, title), *_opening(record, style), *_roll(record, style)]
    blocks += [Paragraph(Role.BODY, links.linked(each)) for each in movement_lines(record, 0, style)]
    blocks += _unplaced_declarations(record, style)
    lists = itertools.count(1)
    for position in _printed(record, style):
        blocks += _item(record, position, style, lists)
    if style.printing.action_table:
        blocks += _actions(record, style)
    marked = restricted(style) if any(item.exempt for item in record.items) else ""
    return Minutes(title, record.body.name, DRAFT, (*blocks, _sign_off(record, style)), marked)


def restricted(style: HouseStyle) -> str:
    """Return in a few words, for the head of each page, that a paper is not for publication.

    They are those with which the house's sentence begins, or all of it where it has no stop or dash.
    """
    sentence = style.copies.not_for_publication.strip()
    return _FIRST_WORDS.split(sentence, maxsplit=1)[0].strip() or sentence


def record_lines(record: Record, position: int, style: HouseStyle | None = None) -> tuple[str, ...]:
    """Return the sentences that the record adds to the officer's own text of an item: where, ``told_within`` says.

    They are where an item considered with another is minuted, then what those did who declared an interest in it
    earlier, the declarations made there and who came and went, in the order of time.

    ``position`` 0 gives the declarations for which the meeting has no item.
    """
    style = style or style_of(record.body)
    here = (each for each in record.declarations if _place_of(each, record) == position)
    here = (each for each in here if not tells_declaration(record, position, each))
    if not position:
        return tuple(declaration_sentence(each, record, style) for each in here)
    together = together_reference(record, position, style)
    lines = [together, *_repeated(record, position, style), *told_after(record, position, here, style)]
    return tuple(line for line in lines if line)


def _repeated(record: Record, position: int, style: HouseStyle) -> Iterable[str]:
    """What those did who declared an interest in the item before it was reached."""
    if not style.declarations.repeated or record.items[position - 1].state not in (ItemState.OPEN, ItemState.DONE):
        return
    told = {each.name for each in record.movements if each.item == position and each.kind is MovementKind.LEFT}
    for declared in record.declarations:
        place = _place_of(declared, record)
        if position not in declared.items or place == position:
            continue
        if declared.outcome.withdrew and declared.name in told and style.movements.told:
            continue
        number = record.minute_numbers()[place - 1] if place else None
        if sentence := repeated_sentence(declared, number, style):
            yield sentence


def _place_of(declaration: Declaration, record: Record) -> int:
    if 1 <= declaration.made_at <= len(record.items):
        return declaration.made_at
    places = (place for place, item in enumerate(record.items, 1) if item.kind is ItemKind.DECLARATIONS)
    return next(places, 0)


def _bare_name(record: Record) -> str:
    name = record.body.name.strip()
    return name[4:] if name.lower().startswith("the ") else name


def _the_body(record: Record) -> str:
    """The body's name as it stands in a sentence: councils go without "the", committees and boards with it."""
    name = _bare_name(record)
    whole = record.body.kind in (BodyKind.COUNCIL, BodyKind.PARISH) or name.endswith("Council")
    return name if whole else f"the {name}"


def words_for(record: Record, style: HouseStyle) -> dict[str, str]:
    """Return how the body is named in a title, in a sentence and for short, and where and when its meeting was held."""
    names = {"body": _bare_name(record), "the_body": _the_body(record), "board": record.body.noun}
    return {**names, "held": _held(record, style)}


def _held(record: Record, style: HouseStyle) -> str:
    opening, meeting = style.opening, record.meeting
    parts = []
    if venue := meeting.venue.strip():
        parts.append(fill(opening.held_via if _by_video(record, style) else opening.held_in, venue=venue))
    if meeting.date:
        parts += [] if parts else [opening.held]
        parts.append(fill(opening.on, date=dates.say_date(meeting.date)))
    return f" {' '.join(parts)}" if parts else ""


def _opening(record: Record, style: HouseStyle) -> list[Block]:
    words = words_for(record, style)
    status = [fill(style.opening.status, **words)]
    if any(item.exempt for item in record.items):
        status.append(style.copies.not_for_publication)
    blocks: list[Block] = [Paragraph(Role.STATUS, links.linked(each)) for each in status]
    return [*blocks, Paragraph(Role.OPENING, links.linked(fill(style.opening.sentence, **words)))]


def _by_video(record: Record, style: HouseStyle) -> bool:
    venue = record.meeting.venue.casefold()
    return any(word in venue for word in style.opening.remote_venues)


def _roll(record: Record, style: HouseStyle) -> list[Block]:
    headings = style.headings
    titles = {Capacity.MEMBER: headings.present, Capacity.OFFICER: headings.officers, Capacity.GUEST: headings.guests}
    blocks: list[Block] = []
    for capacity, title in titles.items():
        there = [person for person in record.presence if person.attending and person.capacity is capacity]
        blocks += _people(title, sorted(there, key=lambda person: not person.chair), record, style)
    for status, title in ((Attendance.APOLOGIES, headings.apologies), (Attendance.ABSENT, headings.absent)):
        if status is Attendance.APOLOGIES or style.printing.absent:
            blocks += _people(title, [person for person in record.presence if person.status is status], record, style)
    return blocks


def _people(title: str, people: Iterable[Presence], record: Record, style: HouseStyle) -> list[Block]:
    rows = tuple((_name(person, record, style), role_of(person)) for person in people)
    if not rows:
        return []
    if not any(role for _, role in rows):
        if style.printing.names_run_in and len(rows) >= _MANY:
            return [Heading(2, title), Paragraph(Role.BODY, links.linked(_run_in([name for name, _ in rows])))]
        return [Heading(2, title), Table(title, (style.headings.name,), tuple(row[:1] for row in rows), (100,))]
    return [Heading(2, title), Table(title, (style.headings.name, style.headings.role), rows, (50, 50))]


def _run_in(names: Sequence[str]) -> str:
    """Join names with what is noted of each; by semicolons where commas stand within one."""
    joined = "; ".join(names) if any("," in name for name in names) else english.join(names)
    return english.closed(joined)


def _name(person: Presence, record: Record, style: HouseStyle) -> str:
    labels, name = style.labels, person.name
    if not person.attending:
        return name
    if person.chair and not (style.movements.listed and when_presiding(person, record, style)):
        name = fill(labels.in_the_chair, name=name)
    if person.status is Attendance.SUBSTITUTE:
        phrase = labels.substitute if person.substitute_for else labels.substitute_only
        name = fill(phrase, name=name, member=person.substitute_for)
    if person.remote and not _by_video(record, style):
        since = came_back_by_link(person, record, style) if style.movements.listed else None
        phrase = labels.remote_from if since else labels.remote
        name = fill(phrase, name=name, time=dates.say_time(since) if since else "")
    return list_note(name, person, record, style)


def role_of(person: Presence) -> str:
    """Return somebody's post and organisation, as they print beside the name."""
    return " – ".join(part for part in (person.post.strip(), person.organisation.strip()) if part)


def _unplaced_declarations(record: Record, style: HouseStyle) -> list[Block]:
    said = record_lines(record, 0, style)
    if not said:
        return []
    return [Heading(2, style.headings.declarations), *(Paragraph(Role.BODY, links.linked(each)) for each in said)]


def _printed(record: Record, style: HouseStyle) -> Sequence[int]:
    """The positions of what prints. A section heading is left out with all its items, or with the heading below it."""
    positions = range(1, len(record.items) + 1)
    if style.business.not_reached:
        return positions
    printed: list[int] = []
    run: bool | None = None
    after = True
    for position in reversed(positions):
        if record.items[position - 1].kind is ItemKind.HEADING:
            kept = after = after if run is None else run
            run = None
        else:
            kept = not unreached(record, position) or bool(record_lines(record, position, style))
            run = bool(run) or kept
        if kept:
            printed.append(position)
    return printed[::-1]


def _item(record: Record, position: int, style: HouseStyle, lists: itertools.count[int]) -> list[Block]:
    minute = record.minute_numbers()[position - 1]
    title = english.without_full_stop(record.items[position - 1].title.strip())
    if style.printing.title_full_stop and minute is not None:
        title = english.closed(title)
    told = told_within(record, position, style)
    blocks, queries = minute_blocks(record, position, style, lists, told)
    number = "" if minute is None else fill(style.printing.number, number=str(minute))
    after = without_told(record_lines(record, position, style), told)
    declared = [Paragraph(Role.BODY, links.linked(each), position) for each in after]
    if style.business.not_reached and unreached(record, position):
        said = fill(style.business.not_reached, board=record.body.noun)
        blocks.append(Paragraph(Role.BODY, links.linked(said), position))
    return [Heading(2, title, number, position, queries), *blocks, *declared]


def _actions(record: Record, style: HouseStyle) -> list[Block]:
    found = actions.actions_of(record)
    return [Heading(2, style.headings.actions), action_table(found, style)] if found else []


def action_table(found: Iterable[actions.Action], style: HouseStyle) -> Table:
    """Return actions as a table: which minute, what, who, by when."""
    headings = style.headings
    rows = tuple(
        (action.label, english.capital(action.what), english.join(action.owners), actions.say_due(action))
        for action in found
    )
    header = (headings.minute, headings.action, headings.owner, headings.due)
    return Table(headings.actions, header, rows, (12, 39, 22, 27))


def _sign_off(record: Record, style: HouseStyle) -> SignOff:
    meeting = record.meeting
    times = dates.say_span(meeting.opened, meeting.closed) if meeting.opened and meeting.closed else ""
    day = dates.say_date(meeting.date, weekday=False) if meeting.date else ""
    return SignOff(times, day, fill(style.labels.signatory, chair=record.body.chair_title).upper())
