"""Actions in plain words for a terminal: two lines each, so that no column cuts what somebody is to do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from clerk.actions.log import History, LoggedAction
from clerk.actions.noted import Action, say_due
from clerk.actions.progress import ActionStatus
from clerk.language import english
from clerk.language.dates import say_date
from clerk.language.text import clean_line


def action_list(found: Sequence[LoggedAction], *, overdue_only: bool, settled: bool) -> str:
    """Say what is to be done, body by body, and how much of it."""
    if not found:
        return f"There are no {'overdue' if overdue_only else '' if settled else 'open'} actions.".replace("  ", " ")
    width = max(len(str(each.action.number)) for each in found)
    in_order = sorted(found, key=lambda each: each.body.casefold())
    lines: list[str] = []
    for _, of_body in groupby(in_order, key=lambda each: each.body.casefold()):
        these = list(of_body)
        lines += ["", clean_line(these[0].body)]
        lines += [line for each in these for line in _lines(each, width)]
    return "\n".join([*lines[1:], "", _count(found)])


def action_line(each: LoggedAction) -> str:
    """Say in one line where an action now stands."""
    action = each.action
    progress = f"; {clean_line(action.progress)}" if action.progress else ""
    return f"Action {action.number} ({what_of(action)}): {_stands(action)}{progress}"


def say_history(told: History) -> str:
    """Say all that was reported of an action, oldest first."""
    gone = "" if told.shown else " (its line has been taken out of the minutes)"
    lines = [f"Action {told.number}: {clean_line(told.words)}{gone}"]
    for change in told.changes:
        note = f": {clean_line(change.note)}" if change.note else ""
        lines.append(f"  {say_date(change.day, weekday=False)}  {change.status}{note}")
    return "\n".join(lines if told.changes else [*lines, "  No progress has been reported."])


def what_of(action: Action) -> str:
    """Say who is to do what: "Kit Lowe and Mo Carr: check the training"."""
    who = clean_line(english.join(action.owners))
    return f"{who}: {clean_line(action.what)}" if who else clean_line(action.what)


def when_due(each: LoggedAction) -> str:
    """Say by when, and whether that has passed: "due 12 December 2026, OVERDUE"; nothing when it was not said."""
    due = clean_line(say_due(each.action))
    said = f"due {due[:1].lower()}{due[1:]}" if due else ""
    return f"{said}, OVERDUE" if each.overdue else said


def where_from(each: LoggedAction) -> str:
    """Say from which minute and meeting: "minute 24(iii), 19 June 2026"."""
    minute = f"minute {each.action.label}" if each.action.label else ""
    day = say_date(each.date, weekday=False) if each.date else f"meeting {each.meeting}, no date"
    return ", ".join(part for part in (minute, day) if part)


def _lines(each: LoggedAction, width: int) -> Iterable[str]:
    action = each.action
    yield f"  {action.number:>{width}}  {what_of(action)}"
    stands = _stands(action) if action.status is not ActionStatus.OPEN else ""
    exempt = "exempt" if each.exempt else ""
    facts = [when_due(each), where_from(each), exempt, stands]
    yield f"  {'':{width}}  {'; '.join(fact for fact in facts if fact)}"
    if action.progress:
        day = f" ({say_date(action.since, weekday=False)})" if action.since else ""
        yield f"  {'':{width}}  progress{day}: {clean_line(action.progress)}"


def _stands(action: Action) -> str:
    if action.status is ActionStatus.OPEN or action.since is None:
        return action.status.value
    return f"{action.status} on {say_date(action.since, weekday=False)}"


def _count(found: Sequence[LoggedAction]) -> str:
    still = sum(each.action.status is ActionStatus.OPEN for each in found)
    overdue = sum(each.overdue for each in found)
    settled = len(found) - still
    said = [f"{still} open", f"{overdue} overdue" if overdue else "", f"{settled} settled" if settled else ""]
    return ", ".join(part for part in said if part) + "."
