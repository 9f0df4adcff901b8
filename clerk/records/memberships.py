"""Who belongs to a body, and when. What ends is kept, with its last day."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from clerk.language.text import clean_line
from clerk.people.membership import Member, RosterChange, compare
from clerk.records.moments import text_of, to_date
from clerk.records.trouble import StoreError
from clerk.terms import Capacity

_FACTS = ("name", "post", "organisation", "capacity", "initials")
_COLUMNS = (*_FACTS, "chair", "substitute", "some_votes", "since", "until")
_LOAD = f"select {', '.join(_COLUMNS)}, id from membership where body_id = ? order by position, id"
_INSERT = f"insert into membership({', '.join(_COLUMNS)}, position, body_id) values ({', '.join('?' * 12)})"
_UPDATE = f"update membership set {', '.join(f'{name} = ?' for name in _COLUMNS)}, position = ? where id = ?"


def load(db: sqlite3.Connection, body_id: int) -> tuple[Member, ...]:
    """Return everybody who belongs or belonged to a body, in the order of the list.

    A membership that ended before it began, having been entered by mistake, is left out.
    """
    found = [
        Member(
            *(name, post, with_, Capacity(capacity), initials, bool(chair), bool(substitute), bool(some_votes)),
            *(to_date(since), to_date(until), row),
        )
        for name, post, with_, capacity, initials, chair, substitute, some_votes, since, until, row in db.execute(
            _LOAD, (body_id,)
        )
    ]
    return tuple(each for each in found if not each.since or not each.until or each.since <= each.until)


def on_day(db: sqlite3.Connection, body_id: int, day: date | None) -> tuple[Member, ...]:
    """Return the roster of a day; without one, the present one."""
    those = load(db, body_id)
    if day is None:
        return tuple(member for member in those if member.until is None)
    # Somebody of whom something changed since is two rows, of which one is of that day.
    return tuple(member for member in those if member.on(day))


def replace_roster(db: sqlite3.Connection, body_id: int, newer: Sequence[Member], day: date) -> RosterChange:
    """Make ``newer`` the roster from ``day`` on; the first roster of a body is taken to have stood before as well.

    Raises ``StoreError`` when the roster has changed since that day.
    """
    history = load(db, body_id)
    _must_be_last(history, day)
    change = compare(history, _cleaned(newer), day)
    for member in (*change.left, *(before for before, _ in change.changed)):
        end(db, member.id, day)
    for position, member in enumerate(change.roster, 1):
        write(db, body_id, member, position)
    return change


def join(db: sqlite3.Connection, body_id: int, member: Member, day: date) -> Member:
    """Add somebody at the end of a roster from ``day`` on; return as stored. One person at most is in the Chair."""
    (cleaned,) = _cleaned([member])
    present = [each for each in load(db, body_id) if each.until is None]
    if any(each.name.casefold() == cleaned.name.casefold() for each in present):
        raise StoreError(f"{cleaned.name} is on the roster already.")
    added = replace(cleaned, since=day, until=None, id=0)
    for position, each in enumerate(present, 1):
        if added.chair and each.chair:
            # That they presided until then is kept.
            stays = replace(each, chair=False) if each.since == day else replace(each, chair=False, since=day, id=0)
            if not stays.id:
                end(db, each.id, day)
            write(db, body_id, stays, position)
    return replace(added, id=write(db, body_id, added, len(present) + 1))


def end(db: sqlite3.Connection, row: int, day: date) -> None:
    """End a membership the day before ``day``."""
    db.execute("update membership set until = ? where id = ?", (text_of(day - timedelta(days=1)), row))


def write(db: sqlite3.Connection, body_id: int, member: Member, position: int) -> int:
    """Write one membership and return its row."""
    facts = (member.name, member.post, member.organisation, member.capacity, member.initials)
    marks = (int(member.chair), int(member.substitute), int(member.some_votes))
    row = (*facts, *marks, text_of(member.since), text_of(member.until), position)
    if member.id:
        db.execute(_UPDATE, (*row, member.id))
        return member.id
    return db.execute(_INSERT, (*row, body_id)).lastrowid or 0


def _must_be_last(history: Sequence[Member], day: date) -> None:
    days = [each.since for each in history if each.since]
    days += [each.until + timedelta(days=1) for each in history if each.until]
    if days and max(days) > day:
        last = max(days).isoformat()
        raise StoreError(f"The roster has changed on {last}, which is later than {day.isoformat()}; give a later day.")


def _cleaned(members: Sequence[Member]) -> list[Member]:
    """As they can be stored; who is named twice is kept once, and one person at most is in the Chair."""
    kept: dict[str, Member] = {}
    chair = False
    for member in members:
        name = clean_line(member.name)
        if name and name.casefold() not in kept:
            kept[name.casefold()] = replace(
                member,
                name=name,
                post=clean_line(member.post),
                organisation=clean_line(member.organisation),
                initials=clean_line(member.initials),
                chair=member.chair and not chair,
            )
            chair = chair or member.chair
    return list(kept.values())
