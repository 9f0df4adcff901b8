"""A break put right afterwards: its times and reason in the record, and the lines that minute them on the page."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING, NamedTuple

from clerk.language.dates import on_the_wall, say_time
from clerk.model import Adjournment, Meeting, Record
from clerk.notation import UNPRINTED, lines_of, parse
from clerk.records.trouble import StoreError
from clerk.sentences.business import adjournment_lines
from clerk.sentences.placing import place_of_moment

if TYPE_CHECKING:
    from clerk.store import Store


class Reworded(NamedTuple):
    """What becomes of the lines that minute a break."""

    pages: Mapping[int, str]
    """The pages to be changed, by the row of their item."""
    followed: bool
    """Whether all that is minuted of it was found: a line the officer put in other words stays as it is."""


def put_right(store: Store, record: Record, was: Adjournment, now: Adjournment | None, moment: datetime) -> bool:
    """Make a break what it is ``now``, in the record and on the page; None takes it out.

    Returns whether its lines on the page were found; others were put in the officer's words, and stay. Raises
    ``StoreError`` for times that cannot be, and then nothing is changed.
    """
    if now and (wrong := objection(record.meeting, now)):
        raise StoreError(wrong)
    pages, followed = reworded(record, was, now)
    with store.transaction():
        if now:
            store.set_adjournment(record.meeting.id, now)
        else:
            store.remove_adjournment(was.id)
        for item_id, page in pages.items():
            store.save_page(item_id, page, moment)
    return followed


def objection(meeting: Meeting, now: Adjournment) -> str:
    """Return why a break of the meeting, known by its ``id``, cannot have been so; empty when it can."""
    places = [each.id for each in meeting.adjournments]
    at = places.index(now.id) if now.id in places else len(places)
    before = meeting.adjournments[at - 1] if at else None
    after = meeting.adjournments[at + 1] if at + 1 < len(places) else None
    if now.resumed is None and after:
        return f"The meeting adjourned again at {say_time(after.began)}: say when it had resumed."
    known = (
        ("opened", meeting.opened),
        ("resumed from the break before", before.resumed if before else None),
        ("adjourned", now.began),
        ("resumed", now.resumed),
        ("adjourned again", after.began if after else None),
        ("closed", meeting.closed),
    )
    times = [(what, on_the_wall(when)) for what, when in known if when]
    for (earlier, one), (later, other) in pairwise(times):
        # Times are typed to the minute, and stamped to the second.
        if other.replace(second=59) < one:
            return f"That would say that the meeting {later} at {say_time(other)}, but {earlier} at {say_time(one)}."
    return ""


def place_on_page(record: Record, position: int, when: datetime, adjourned: str = "") -> int | None:
    """Return above which line of an item it is told that the meeting adjourned, or resumed, at ``when``.

    None where nothing that prints was written later, as far as the times of lines say: below all of them. What tells
    that it resumed is below the line that it ``adjourned``.
    """
    # Breaks are timed to the minute: what was written within it came before.
    place = place_of_moment(record, position, when.replace(second=59, microsecond=999_999))
    lines = [entry.line for entry in record.items[position - 1].entries]
    if place is None:
        return None
    place = max(place, lines.index(adjourned) + 1) if adjourned in lines else place
    return place if any(parse(line).kind not in UNPRINTED for line in lines[place:]) else None


def reworded(record: Record, was: Adjournment, now: Adjournment | None) -> Reworded:
    """Return the pages with the lines of a break as it ``was`` made those of what it is ``now``; None has none.

    That it resumed, when that was not known before, comes below the line that it adjourned.
    """
    old, new = adjournment_lines(record, was), adjournment_lines(record, now) if now else ()
    pages = {item.id: lines_of(item.text) for item in record.items}
    its_own = record.items[was.item - 1].id if 1 <= was.item <= len(record.items) else 0
    order = sorted(pages, key=lambda row: row != its_own)
    changed: dict[int, str] = {}
    followed, above = True, (0, 0)
    for before, after in zip_longest(old, new):
        row = next((row for row in order if before in pages[row]), 0)
        if row:
            at = pages[row].index(before)
            pages[row][at : at + 1] = [after] if after else []
        elif before is None and above[0]:
            row, at = above[0], above[1] + 1
            pages[row].insert(at, after)
        else:
            followed = False
            continue
        above, changed[row] = (row, at), "\n".join(pages[row])
    return Reworded(changed, followed)
