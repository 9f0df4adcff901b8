"""Lists made from the record for those who act on it: the actions of a meeting, and the sheet its people sign."""

from __future__ import annotations

from collections.abc import Sequence

from clerk.actions import noted as actions
from clerk.actions.noted import Action
from clerk.actions.progress import ActionStatus
from clerk.copying import CopyError
from clerk.copying.action_log import say_progress
from clerk.drafting import action_table, restricted, role_of, words_for
from clerk.house_style import HouseStyle, fill, style_of
from clerk.language import dates, english, links
from clerk.language.text import clean_line
from clerk.minutes import Block, Heading, Minutes, Paragraph, Role, Table
from clerk.model import Presence, Record
from clerk.people import owners
from clerk.terms import Attendance, Capacity

_HERE = (Attendance.EXPECTED, Attendance.PRESENT, Attendance.SUBSTITUTE)
_ROOM_TO_SIGN = 30
"""Height of a row to sign in, in points."""
_UNLISTED = 4
"""How many rows are left for people who are not on the roll."""


def action_list(record: Record, owner: str = "", style: HouseStyle | None = None) -> Minutes:
    """Return the actions of a meeting as a table, or those of one owner alone, by name or initials.

    Raises:
        CopyError: nobody of that name has an action.
        StyleError: the body's house style does not exist.
    """
    style = style or style_of(record.body)
    words, phrases = words_for(record, style), style.copies
    found = actions.actions_of(record)
    title = fill(phrases.actions_title, **words)
    if owner.strip():
        found, name = _of(found, owner, record.presence)
        title = fill(phrases.actions_title_of, owner=name, **words)
    blocks: list[Block] = [Heading(1, title)]
    exempt = any(action.position and record.items[action.position - 1].exempt for action in found)
    if exempt:
        blocks.append(Paragraph(Role.STATUS, links.linked(phrases.not_for_publication)))
    blocks.append(Paragraph(Role.OPENING, links.linked(fill(phrases.actions_opening, **words))))
    blocks.append(_to_act_on(found, style) if found else Paragraph(Role.BODY, links.linked(phrases.no_actions)))
    return Minutes(title, record.body.name, "", tuple(blocks), restricted(style) if exempt else "")


def _to_act_on(found: Sequence[Action], style: HouseStyle) -> Table:
    """The actions of a meeting as those who act on them need them: with where each stands, once anything has moved."""
    table = action_table(found, style)
    if all(each.status is ActionStatus.OPEN and not each.progress for each in found):
        return table
    rows = tuple((*row, say_progress(each, style)) for row, each in zip(table.rows, found, strict=True))
    return Table(table.title, (*table.header, style.action_log.progress), rows, (12, 28, 16, 27, 17))


def attendance_sheet(record: Record, style: HouseStyle | None = None) -> Minutes:
    """Return the sheet to sign as people arrive: everybody expected, who is to preside, and room for others.

    Raises StyleError when the body's house style does not exist.
    """
    style = style or style_of(record.body)
    words, phrases, headings = words_for(record, style), style.copies, style.headings
    title = fill(phrases.attendance_title, **words)
    opening = fill(phrases.attendance_opening, when=_when(record, style), **words)
    note = fill(phrases.attendance_note, others=phrases.others)
    blocks: list[Block] = [Heading(1, title), Paragraph(Role.OPENING, links.linked(opening))]
    blocks.append(Paragraph(Role.BODY, links.linked(note)))
    groups = {Capacity.MEMBER: phrases.members, Capacity.OFFICER: headings.officers, Capacity.GUEST: headings.guests}
    for capacity, heading in groups.items():
        here = [each for each in record.presence if each.capacity is capacity and each.status in _HERE]
        here.sort(key=lambda person: not person.chair)
        blocks += _to_sign(heading, [(_listed(person, style), role_of(person), "") for person in here], style)
    for status, heading in ((Attendance.APOLOGIES, headings.apologies), (Attendance.ABSENT, headings.absent)):
        away = [(each.name, role_of(each)) for each in record.presence if each.status is status]
        blocks += _not_there(heading, away, style)
    blocks += _to_sign(phrases.others, [("", "", "")] * _UNLISTED, style)
    return Minutes(title, record.body.name, "", tuple(blocks))


def _not_there(heading: str, rows: list[tuple[str, str]], style: HouseStyle) -> list[Block]:
    """Those who are not expected to sign, with no column of posts where none of them has one."""
    if not rows:
        return []
    header = (style.headings.name, style.headings.role)
    if any(role for _, role in rows):
        return [Heading(2, heading), Table(heading, header, tuple(rows), (50, 50))]
    return [Heading(2, heading), Table(heading, header[:1], tuple((name,) for name, _ in rows), (100,))]


def _of(found: tuple[Action, ...], owner: str, roll: Sequence[Presence]) -> tuple[tuple[Action, ...], str]:
    """The actions of one owner, and the owner's name in full."""
    owner = clean_line(owner)
    name = owners.person(owner, roll) or owner
    own = tuple(each for each in found if name.casefold() in (one.casefold() for one in each.owners))
    if not own:
        have = list(dict.fromkeys(one for each in found for one in each.owners))
        rest = f"; those who have are {english.join(have)}" if have else ""
        raise CopyError(f"{name} has no action from this meeting{rest}.")
    return own, next(one for one in own[0].owners if one.casefold() == name.casefold())


def _to_sign(heading: str, rows: list[tuple[str, str, str]], style: HouseStyle) -> list[Block]:
    if not rows:
        return []
    headings, signature = style.headings, style.copies.signature
    if any(role for _, role, _ in rows) or not any(name for name, *_ in rows):
        header = (headings.name, headings.role, signature)
        return [Heading(2, heading), Table(heading, header, tuple(rows), (32, 38, 30), room=_ROOM_TO_SIGN)]
    # As of a full council, whose members have no posts: their names are a line each, and there is room to sign.
    signing = tuple((name, "") for name, *_ in rows)
    return [Heading(2, heading), Table(heading, (headings.name, signature), signing, (55, 45), room=_ROOM_TO_SIGN)]


def _listed(person: Presence, style: HouseStyle) -> str:
    labels, name = style.labels, person.name
    if person.chair:
        name = fill(labels.in_the_chair, name=name)
    if person.status is Attendance.SUBSTITUTE:
        phrase = labels.substitute if person.substitute_for else labels.substitute_only
        name = fill(phrase, name=name, member=person.substitute_for)
    return name


def _when(record: Record, style: HouseStyle) -> str:
    """Where and when the meeting is to be, as far as it is known; it brings its own space."""
    meeting, phrases = record.meeting, style.copies
    said = [fill(phrases.attendance_venue, venue=venue)] if (venue := meeting.venue.strip()) else []
    said += [fill(style.opening.on, date=dates.say_date(meeting.date))] if meeting.date else []
    said += [fill(phrases.attendance_time, time=dates.say_time(meeting.time))] if meeting.time else []
    return "".join(f" {each}" for each in said)
