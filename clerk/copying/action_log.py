"""The action log as a paper for the next agenda, and the progress of actions in the words of minutes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from clerk import notation, spans
from clerk.actions import noted as actions
from clerk.actions.log import LoggedAction, reported_since
from clerk.actions.noted import Action
from clerk.actions.progress import ActionStatus
from clerk.drafting import restricted, words_for
from clerk.house_style import HouseStyle, fill, style_of
from clerk.language import dates, english, links
from clerk.minutes import Block, Heading, Minutes, Paragraph, Role, Table
from clerk.model import Presence, Record
from clerk.notation import Kind
from clerk.people import owners
from clerk.terms import Attendance

_SHARES = (19, 23, 18, 22, 18)


def action_log(record: Record, found: Sequence[LoggedAction], style: HouseStyle | None = None) -> Minutes:
    """Return the action log for a meeting: what is outstanding, then what was settled since the last meeting.

    ``found`` are the actions, in order, as the store gathers them for the meeting (``Store.action_log``).
    """
    style = style or style_of(record.body)
    words, phrases = words_for(record, style), style.action_log
    title = fill(phrases.title, body=words["body"], the_body=words["the_body"])
    blocks: list[Block] = [Heading(1, title)]
    exempt = any(each.exempt for each in found)
    if exempt:
        blocks.append(Paragraph(Role.STATUS, links.linked(style.copies.not_for_publication)))
    opening = fill(phrases.opening, body=words["body"], the_body=words["the_body"], on=_on(record.meeting.date, style))
    blocks.append(Paragraph(Role.OPENING, links.linked(opening)))
    to_do = [each for each in found if each.action.status is ActionStatus.OPEN]
    blocks += _part(phrases.outstanding, to_do, style)
    if not to_do:
        blocks.append(Paragraph(Role.BODY, links.linked(phrases.none)))
    blocks += _part(phrases.settled, [each for each in found if each not in to_do], style)
    return Minutes(title, record.body.name, "", tuple(blocks), restricted(style) if exempt else "")


def say_status(action: Action, style: HouseStyle) -> str:
    """Say where an action stands, with the day it was settled: "Completed on 3 July 2026"."""
    phrases = style.action_log
    if action.status is ActionStatus.OPEN:
        return phrases.open
    phrase = phrases.completed if action.status is ActionStatus.COMPLETED else phrases.dropped
    return fill(phrase, on=_on(action.since, style))


def say_progress(action: Action, style: HouseStyle) -> str:
    """Say where an action stands, and the progress reported; of an open one with a progress, that alone and its day."""
    said = english.capital(action.progress)
    if not said:
        return say_status(action, style)
    if action.status is ActionStatus.OPEN:
        day = f" ({dates.say_date(action.since, weekday=False)})" if action.since else ""
        return f"{said}{day}"
    return f"{english.closed(say_status(action, style))} {said}"


def progress_lines(
    found: Iterable[LoggedAction],
    since: date | None,
    style: HouseStyle,
    kind: Kind = Kind.PARAGRAPH,
    *,
    roll: Sequence[Presence],
) -> tuple[str, ...]:
    """Return the progress reported on or after a day as lines of notation, a sentence each, for the officer to change.

    ``since`` None takes all that was ever reported; ``kind`` is what the lines are to be. Only who is at the meeting,
    by its ``roll``, can have provided an update there: of others it is not said by whom.
    """
    told = (each for each in found if reported_since(each.action, since) and _says_something(each))
    return tuple(notation.write(kind, spans.escape(_sentence(each, style, roll))) for each in told)


def _says_something(each: LoggedAction) -> bool:
    return bool(each.action.progress) or each.action.status is not ActionStatus.OPEN


def _there(names: Iterable[str], roll: Sequence[Presence]) -> list[str]:
    """Those of an action's owners who are at the meeting, or are expected at it."""
    there = {person.name for person in roll if person.attending or person.status is Attendance.EXPECTED}
    return [each for each in names if owners.person(each, roll) in there]


def _sentence(each: LoggedAction, style: HouseStyle, roll: Sequence[Presence]) -> str:
    action, phrases = each.action, style.action_log
    what, told = _in_sentence(action.what), action.progress
    if action.status is not ActionStatus.OPEN:
        done = action.status is ActionStatus.COMPLETED
        said = fill(phrases.was_completed if done else phrases.was_dropped, action=what)
        said = fill(phrases.with_progress, sentence=said, progress=told) if told else said
    elif there := _there(action.owners, roll):
        said = fill(phrases.update, owners=english.join(there), action=what, progress=told)
    else:
        said = fill(phrases.update_by_nobody, action=what, progress=told)
    if not (action.label and each.date):
        return english.closed(english.capital(said))
    day = dates.say_date(each.date, weekday=False)
    return english.closed(f"{fill(phrases.further_to, minute=action.label, date=day)} {said}")


def _in_sentence(what: str) -> str:
    """What is to be done as it stands after "the action to": without its stop, and without a capital of its own."""
    what = english.without_full_stop(what)
    return what[:1].lower() + what[1:] if what[1:2].islower() else what


def _part(heading: str, found: Sequence[LoggedAction], style: HouseStyle) -> list[Block]:
    if not found:
        return []
    names, phrases = style.headings, style.action_log
    header = (phrases.meeting, names.action, names.owner, names.due, phrases.progress)
    rows = tuple(_row(each, style) for each in found)
    return [Heading(2, heading), Table(heading, header, rows, _SHARES)]


def _row(each: LoggedAction, style: HouseStyle) -> tuple[str, ...]:
    action, phrases = each.action, style.action_log
    due = actions.say_due(action)
    return (
        say_minute(each, style),
        english.capital(action.what),
        english.join(action.owners),
        fill(phrases.overdue, due=due) if each.overdue else due,
        say_progress(action, style),
    )


def say_minute(each: LoggedAction, style: HouseStyle) -> str:
    """Say from which meeting and minute an action is, as far as both are known."""
    day = dates.say_date(each.date, weekday=False) if each.date else ""
    if day and each.action.label:
        return fill(style.action_log.minute_of, date=day, minute=each.action.label)
    return day or each.action.label


def _on(day: date | None, style: HouseStyle) -> str:
    return f" {fill(style.opening.on, date=dates.say_date(day, weekday=False))}" if day else ""
