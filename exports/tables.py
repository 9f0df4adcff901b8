"""Extracts of the record as CSV, for a spreadsheet or a register: attendance, actions, declarations and votes.

Each row says which body and day it is of, so that the extracts of many meetings can be put one below the other. What
an officer typed stands in its cell as it was typed, but that a spreadsheet shall read it as text: see ``guarded``.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from clerk import notation, spans
from clerk.actions import noted as actions
from clerk.language import dates
from clerk.language.text import clean
from clerk.model import Item, Movement, Presence, Record
from clerk.notation import Kind
from clerk.people import owners
from clerk.terms import MovementKind
from clerk.voting import votes
from clerk.voting.names import Side

# The last four are the signs as wide letters, which a spreadsheet set to Japanese or Chinese takes for the others.
_READ_AS_FORMULA = re.compile("'*(?: *[=+\\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n])")
_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)*%?")


@dataclass(frozen=True)
class Extract:
    """One table of the record."""

    header: tuple[str, ...]
    """The column headings, after "body" and "date"."""
    rows: Callable[[Record], Iterator[tuple[str, ...]]]
    """Its rows."""


def csv_text(what: str, record: Record) -> str:
    """Return one extract as CSV (RFC 4180, lines ending in CR LF): ``what`` is one of ``EXTRACTS``."""
    extract, buffer = EXTRACTS[what], io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(("body", "date", *extract.header))
    day = record.meeting.date.isoformat() if record.meeting.date else ""
    for row in extract.rows(record):
        writer.writerow([guarded(clean(cell)) for cell in (record.body.name, day, *row)])
    return buffer.getvalue()


def guarded(cell: str) -> str:
    """Return a cell that a spreadsheet will read as text: one it would run as a formula gets an apostrophe in front.

    A cell that begins with =, +, -, @, a tab or the end of a line is run by a spreadsheet when the file is opened, and
    may send what stands beside it elsewhere (OWASP, CSV Injection). The apostrophe is what OWASP recommends and the
    common libraries put there. A plain number is left alone, for it runs nothing. A text that begins with apostrophes
    and then such a sign gets one more, so that taking one away always gives what was typed.
    """
    return f"'{cell}" if _READ_AS_FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell


def csv_bytes(what: str, record: Record) -> bytes:
    """Return one extract as a file; it begins with the mark by which Excel knows that it is in UTF-8."""
    return csv_text(what, record).encode("utf-8-sig")


def _attendance(record: Record) -> Iterator[tuple[str, ...]]:
    for person in record.presence:
        own = [each for each in record.movements if each.name == person.name]
        came = (MovementKind.ARRIVED, MovementKind.RETURNED)
        yield (
            *(person.name, person.post, person.organisation, person.capacity, person.status, person.substitute_for),
            *(_yes(person.remote), _yes(person.chair)),
            *(_times(each for each in own if each.kind in came), _times(e for e in own if e.kind is MovementKind.LEFT)),
        )


def _actions(record: Record) -> Iterator[tuple[str, ...]]:
    for action in actions.actions_of(record):
        due = action.due.isoformat() if action.due else ""
        title = record.items[action.position - 1].title
        since = action.since.isoformat() if action.since else ""
        told = (action.status, since, action.progress, _figure(action.number or None))
        yield action.label, title, action.what, "; ".join(action.owners), action.due_words, due, *told


def _declarations(record: Record) -> Iterator[tuple[str, ...]]:
    numbers = record.minute_numbers()
    for each in record.declarations:
        inside = [position for position in each.items if 1 <= position <= len(record.items)]
        made = numbers[each.made_at - 1] if 1 <= each.made_at <= len(numbers) else None
        concerned = [_called(record.items[position - 1]) for position in inside]
        said = (each.name, each.interest, each.nature, "; ".join(concerned), _figure(made))
        yield (*said, each.outcome, each.dispensation)


def _votes(record: Record) -> Iterator[tuple[str, ...]]:
    for item, number in zip(record.items, record.minute_numbers(), strict=True):
        motion = amendment = ""
        lines = [entry.line for entry in item.entries if notation.parse(entry.line).text.strip()]
        for each in notation.number(lines):
            line, words = each.line, spans.printed(each.line.text).strip()
            if line.kind is Kind.AMENDMENT:
                amendment = _moved(words, record.presence)
            elif line.kind is Kind.MOTION:
                motion, amendment = _moved(words, record.presence), ""
            elif line.kind in notation.DECISIONS:
                # One vote below several limbs was on them all.
                limb = f"({notation.letter(each.number)}) {words}" if each.limbs > 1 else words
                motion, amendment = f"{motion} {limb}" if each.number > 1 else limb, ""
            elif line.kind is Kind.VOTE and words:
                # An amendment is put first; the next vote is on the motion.
                on, amendment = amendment or motion, ""
                yield (_figure(number), item.title, on, words, *_vote(words, record.presence))


def _moved(words: str, roll: Sequence[Presence]) -> str:
    """What was moved, by whom: their names for the initials, as in the minutes."""
    who, what = owners.split_owners(words, roll)
    return f"{_names(who, roll)}: {what}" if who and what else words


def _vote(words: str, roll: Sequence[Presence]) -> tuple[str, ...]:
    vote = votes.read_vote(words) or votes.Vote()
    named = (vote.names_for, vote.names_against, vote.names_abstained)
    figures = map(_figure, (vote.ayes, vote.noes, vote.abstained))
    own = ("; ".join(_names(names, roll) for side, names in vote.own if side is each) for each in Side)
    return (vote.result, *figures, _yes(vote.casting), *(_names(names, roll) for names in named), *own)


def _names(names: Sequence[str], roll: Sequence[Presence]) -> str:
    return "; ".join(owners.person(name, roll) or name for name in names)


def _times(movements: Iterator[Movement]) -> str:
    return "; ".join(dates.say_time(each.when) for each in movements)


def _called(item: Item) -> str:
    return f"{item.agenda_number}. {item.title}" if item.agenda_number else item.title


def _figure(number: int | None) -> str:
    return "" if number is None else str(number)


def _yes(fact: bool) -> str:
    return "yes" if fact else ""


EXTRACTS = {
    "attendance": Extract(
        (
            *("name", "post", "organisation", "capacity", "status", "substitute for"),
            *("remote", "chair", "arrived", "left"),
        ),
        _attendance,
    ),
    "actions": Extract(
        (
            *("minute", "item", "action", "owners", "due as said", "due"),
            *("status", "status as at", "progress", "action number"),
        ),
        _actions,
    ),
    "declarations": Extract(
        ("name", "interest", "nature", "items", "declared at minute", "outcome", "dispensation"), _declarations
    ),
    "votes": Extract(
        (
            *("minute", "item", "on", "vote as noted", "result", "for", "against", "abstained", "casting vote"),
            *("names for", "names against", "names abstained"),
            *("own vote for", "own vote against", "own abstention"),
        ),
        _votes,
    ),
}
"""What can be had as CSV, by name."""
