"""Who is to do what by when: the actions of a meeting, read from its ``A:`` lines and ``{...}`` marks.

What the lines of a meeting say is read here; what became of it since is in ``clerk.actions.progress``, and
``clerk.actions.log`` puts the actions of many meetings together.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from clerk import notation, spans
from clerk.actions.progress import ActionStatus, Standing
from clerk.language import dates
from clerk.model import Presence, Record
from clerk.notation import Kind
from clerk.people import owners

_MONTH = f"(?:{dates.ANY_MONTH})"
_WEEKDAY = "(?:" + "|".join(dates.WEEKDAYS) + ")"
_COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_DUE = re.compile(
    rf"""\b(?P<how>[Bb]y|[Bb]efore|[Nn]o\s+later\s+than)\s+(?P<words>
    (?:(?:noon|\d{{1,2}}(?:[.:]\d{{2}})?\s?[ap]m)\s+on\s+)?(?:the\s+)?(?:
      (?:{_WEEKDAY},?\s+)?\d{{1,2}}(?:st|nd|rd|th)?(?:\s+of)?\s+{_MONTH}\b(?:,?\s+\d{{4}}\b)?
    | \d{{4}}-\d{{2}}-\d{{2}}\b
    | \d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}}\b
    | (?:next|following)\s+(?:\w+\s+){{0,3}}?meeting\b(?:\s+of\s+the\s+\w+\b)?
    | (?:end|start|beginning|close|middle)\s+of\s+(?:(?:the|this|next)\s+)?(?:\w+\s+)?
      (?:{_MONTH}(?:\s+\d{{4}})?|day|play|week|month|quarter|term|year|business)\b
    | (?:next\s+)?{_WEEKDAY}\b
    | next\s+(?:week|month|year)\b
    | (?:early\s+|mid-?|late\s+)?{_MONTH}\b(?!\s+[A-Z])(?:\s+\d{{4}}\b)?
    | (?:tomorrow|Easter|Christmas|summer|autumn|winter|spring)\b
    ))""",
    re.VERBOSE,
)
_WITHIN = re.compile(
    r"\bwithin\s+(?:the\s+next\s+)?(?P<count>\d{1,3}|an?|" + "|".join(_COUNTS) + r")\s+"
    r"(?P<unit>(?:working |calendar )?days?|weeks?|(?:calendar )?months?)\b(?:\s+of\s+(?:the|this)\s+meeting\b)?",
    re.IGNORECASE,
)
# What is promised for a meeting, or straight after this one, is due as much as what is promised by a day.
_AT_A_MEETING = re.compile(
    r"\b(?:after\s+(?:the|this|today's)\s+meeting|(?P<to>at|to|for)\s+the\s+(?:next|following)\s+(?:\w+\s+){0,3}?meeting)\b"
    r"(?:\s+of\s+the\s+\w+\b)?",
    re.IGNORECASE,
)
# How prose says that somebody took something on; a list of actions says only what.
_PROMISE = re.compile(
    r"^(?:(?:agreed|undertook|offered|promised|was asked|were asked|was|were|is|are)\s+to|would|will|to)\s+(?=\w)"
)
_NAME_WORDS = 5
"""Of how many words a person's name is at most: "Councillor Dr Mary Ann Green"."""
_AT = re.compile(r"(?:noon|\d{1,2}(?:[.:]\d{2})?\s?[ap]m) on\b", re.IGNORECASE)
_MONTH_END = re.compile(rf"end of (?P<month>{_MONTH})(?:\s+(?P<year>\d{{4}}))?")


@dataclass(frozen=True)
class Task:
    """An action line, read."""

    owners: tuple[str, ...]
    """Who is to do it, as typed."""
    what: str
    """What is to be done, without the owners and without a due time that ends it."""
    due_words: str = ""
    """By when, as typed: "12 December", "before the next meeting"; empty when not said."""
    due: date | None = None
    """The day meant, when the words say one."""


@dataclass(frozen=True)
class Action:
    """An action with its place in the minutes."""

    owners: tuple[str, ...]
    """Who is to do it, by the name on the roll where it is known."""
    what: str
    """What is to be done."""
    due_words: str
    """By when, as typed; empty when not said."""
    due: date | None
    """The day meant, when the words say one."""
    position: int
    """Position of the item."""
    label: str
    """The minute as cited: "24", "24(iii)"."""
    number: int = 0
    """What it is called by in every meeting; 0 when it is not stored."""
    status: ActionStatus = ActionStatus.OPEN
    """Whether it is still to be done."""
    since: date | None = None
    """The day of the progress last reported; None when there was none."""
    progress: str = ""
    """The progress last reported, in the officer's words."""


def action_of(standing: Standing, place: Place, roll: Sequence[Presence]) -> Action:
    """Return an action of a stored ``A:`` line, which its ``standing`` has the words of."""
    return as_it_stands(_action(read_task(standing.words, place.day, roll), roll, place), standing)


def actions_of(record: Record) -> tuple[Action, ...]:
    """Return all actions of a meeting in the order of its minutes, from ``A:`` lines and from marks in prose."""
    found: list[Action] = []
    for position, number in enumerate(record.minute_numbers(), 1):
        cited = "" if number is None else str(number)
        entries = record.items[position - 1].entries
        for entry, numbered in zip(entries, notation.number([entry.line for entry in entries]), strict=True):
            place = Place(position, cited + point(numbered), record.meeting.date)
            found += actions_in(numbered.line, place, record.presence, entry.standings)
    return tuple(found)


@dataclass(frozen=True)
class Place:
    """Where in the minutes a line stands."""

    position: int
    """Position of the item."""
    label: str
    """The minute as cited: "24", "24(iii)"."""
    day: date | None
    """The day of the meeting."""


def actions_in(
    line: notation.Line, place: Place, roll: Sequence[Presence], standings: Sequence[Standing] = ()
) -> list[Action]:
    """Return the actions of one line, in order; ``standings``, where they stand, are one for each or none."""
    if line.kind is Kind.ACTION and _says(line.text, standings):
        # How many it has was settled as it was written; the roll may have changed since.
        return [action_of(standing, place, roll) for standing in standings]
    tasks = _tasks(line, place.day, roll)
    if len(standings) != len(tasks):
        return [_action(task, roll, place) for task in tasks]
    return [as_it_stands(_action(task, roll, place), standing) for task, standing in zip(tasks, standings, strict=True)]


def point(numbered: notation.Numbered) -> str:
    """Say what a line adds to the number of its minute when it is cited: "(iii)" for a point."""
    return f"({notation.roman(numbered.number)})" if numbered.line.kind is Kind.POINT else ""


def say_due(action: Action) -> str:
    """Say by when, for a table: the date with its year where one is meant, else the words as typed."""
    if action.due is None or _MONTH_END.search(action.due_words):
        return action.due_words[:1].upper() + action.due_words[1:]
    day = dates.say_date(action.due, weekday=any(name in action.due_words for name in dates.WEEKDAYS))
    at = _AT.match(action.due_words)
    if at:
        return f"{at[0]} {day}"
    return f"Before {day}" if action.due_words.startswith("before ") else day


def _tasks(line: notation.Line, day: date | None, roll: Sequence[Presence]) -> list[Task]:
    if line.kind is Kind.ACTION:
        text = spans.printed(line.text).strip()
        return [read_task(each, day, roll) for each in owners.tasks_apart(text, roll)] if text else []
    if line.kind in (Kind.QUERY, Kind.NOTE):
        return []
    marks = [span for span in spans.marked(line.text) if span.text]
    return [_with_due(_who_promised(span, roll), _PROMISE.sub("", span.text), day) for span in marks]


def _who_promised(span: spans.Span, roll: Sequence[Presence]) -> tuple[str, ...]:
    """Whom a mark names, or else who on the roll stands right before "{agreed to ...}"; nobody where several do."""
    if span.owner:
        return (span.owner,)
    words = span.before.split() if _PROMISE.match(span.text) else []
    name = _ending(words, roll)
    others = words[: len(words) - len(name)]
    if others and others[-1].casefold() in ("and", "&"):
        others.pop()
    elif not (others and others[-1].endswith(",")):
        others = []
    several = others and _ending([*others[:-1], others[-1].rstrip(",")], roll)
    return () if several or not name else (" ".join(name),)


def _ending(words: Sequence[str], roll: Sequence[Presence]) -> Sequence[str]:
    """The name of somebody on the roll that some words end with; nothing when they do not."""
    ends = (words[at:] for at in range(max(0, len(words) - _NAME_WORDS), len(words)))
    return next((end for end in ends if owners.person(" ".join(end), roll)), ())


def read_task(words: str, day: date | None = None, roll: Sequence[Presence] = ()) -> Task:
    """Read one action of an ``A:`` line from its words as they print: "KL, MC: check the training by 12 December".

    Only what looks like people before the colon becomes owners, and only a date or a meeting after "by" or "before"
    becomes due; all other words stay in ``what``. Days without a year are the first such from the meeting's ``day`` on.
    """
    who, what = owners.split_owners(words, roll)
    if not who:
        who, what = owners.split_doers(words, roll)
    return _with_due(who, what, day)


def as_it_stands(action: Action, told: Standing) -> Action:
    """Return an action with its number and what became of it."""
    return replace(action, number=told.number, status=told.status, since=told.since, progress=told.note)


def _says(text: str, standings: Sequence[Standing]) -> bool:
    """Whether an ``A:`` line says just what the standings have the words of."""
    rest = spans.printed(text)
    for standing in standings:
        rest = rest.lstrip(" ;")
        if not rest.startswith(standing.words):
            rest = owners.AND.sub("", rest, count=1)
        if not rest.startswith(standing.words):
            return False
        rest = rest[len(standing.words) :]
    return bool(standings) and not rest.strip(" ;")


def _action(task: Task, roll: Sequence[Presence], place: Place) -> Action:
    names = tuple(owners.person(owner, roll) or owner for owner in task.owners)
    return Action(names, task.what, task.due_words, task.due, place.position, place.label)


def _with_due(who: tuple[str, ...], what: str, meeting_date: date | None) -> Task:
    if not (matches := list(_DUE.finditer(what))):
        within = list(_WITHIN.finditer(what))[-1:]
        return _due_within(who, what, within[0], meeting_date) if within else _due_at_meeting(who, what)
    match = matches[-1]
    words = f"before {match['words']}" if match["how"].lower() == "before" else match["words"]
    return Task(who, _without(match, what), words, _day(match["words"], meeting_date))


def _without(match: re.Match[str], what: str) -> str:
    """What is to be done, without the time if that ends it."""
    ends = not what[match.end() :].strip(" .;") and what[: match.start()].strip()
    return what[: match.start()].rstrip(" ,") if ends else what


def _due_within(who: tuple[str, ...], what: str, match: re.Match[str], meeting_date: date | None) -> Task:
    """Read what is due "within 5 working days": the time runs from the meeting, whose own day does not count.

    "Within 5 days of receipt" runs from no day that is known. Working days skip Saturdays and Sundays only: bank
    holidays are not known here. A month ends on that day of the next, or the last there is (Dodds v Walker [1981]
    1 WLR 1027).
    """
    known = meeting_date and not re.match(r"\s+(?:of|from|after)\b", what[match.end() :])
    said, unit = match["count"].lower(), match["unit"].lower()
    count = int(said) if said.isdecimal() else _COUNTS.index(said) + 1 if said in _COUNTS else 1
    day = _later(meeting_date, count, unit) if known and meeting_date else None
    return Task(who, _without(match, what) if known else what, match[0], day)


def _later(day: date, count: int, unit: str) -> date:
    if "month" in unit:
        year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
        return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    for _ in range(count * 7 if "week" in unit else count):
        day += timedelta(days=1)
        while "working" in unit and day.weekday() >= calendar.SATURDAY:
            day += timedelta(days=1)
    return day


def _due_at_meeting(who: tuple[str, ...], what: str) -> Task:
    matches = list(_AT_A_MEETING.finditer(what))
    if not matches:
        return Task(who, what)
    match = matches[-1]
    # "Report to the next meeting" says what is to be done as well as when, and "report" alone would not.
    if not match["to"] and not what[match.end() :].strip(" .;") and what[: match.start()].strip():
        what = what[: match.start()].rstrip(" ,")
    return Task(who, what, match[0])


def _day(words: str, meeting_date: date | None) -> date | None:
    full = dates.read_date(words)
    if full or meeting_date is None:
        return full
    if end := _MONTH_END.search(words):
        month = next(place for place, name in enumerate(dates.MONTHS, 1) if name[:3] == end["month"][:3])
        year = int(end["year"]) if end["year"] else meeting_date.year + (month < meeting_date.month)
        return date(year, month, calendar.monthrange(year, month)[1])
    weekday = re.fullmatch(rf"(?:the\s+)?({_WEEKDAY})", words)
    if weekday:
        ahead = (dates.WEEKDAYS.index(weekday[1]) - meeting_date.weekday() - 1) % 7 + 1
        return meeting_date + timedelta(days=ahead)
    return dates.read_date_after(words, meeting_date)
