"""Records full of what officers really paste: brackets, bars, emoji, right-to-left letters, Clerk's own marks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone

from hypothesis import strategies as st

from clerk.afterwards.parts import Amendment, AmendmentAgreed, Circulation, Confirmation
from clerk.afterwards.since import Afterwards
from clerk.language.text import clean, clean_line
from clerk.model import Adjournment, Body, Declaration, Document, Entry, Item, Meeting, Movement, Presence, Record
from clerk.people.room import in_order
from clerk.terms import (
    Attendance,
    BodyKind,
    Capacity,
    DocumentKind,
    ItemKind,
    ItemState,
    MeetingState,
    MovementKind,
    Outcome,
)
from clerk.voting.entitled import Voting

PIECES = (
    *("[/]", "[sic]", '"', "'", "|", "\\", "\\|", "||", "{", "}", "#", "##", "## 3. x", "@", "@kind: heading", "\\##"),
    *("- ", "-- ", "R: ", "> ", "24. ", "\\24. ", "[agenda 7]", "[agenda ]", "]", "[", "Roll: ", "post: ", ":", ", "),
    *("👩‍⚖️", "é", "e\u0301", "שלום", "\u202e", "\u00a0", "  ", "\t", "\u200b", "\ufeff", "x", "Item", "Clerk record 1"),
    *("\x00", "\x07", "\x1b[31m", "\ud800", "\ufffe", "present", "member", "%s", "{0}", "$a", "<b>", "&amp;"),
)
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=5).map("".join)
names = texts.map(clean_line)
pages = st.lists(texts, max_size=4).map("\n".join).map(clean)
moments = st.datetimes(datetime(1950, 1, 1), datetime(2090, 1, 1)) | st.datetimes(
    datetime(1950, 1, 1), datetime(2090, 1, 1), timezones=st.just(timezone(timedelta(hours=1)))
)
maybe_moments = st.none() | moments

entries = st.builds(
    Entry, texts.map(lambda text: clean(text).replace("\n", " ")), written=maybe_moments, changed=maybe_moments
)
documents = st.builds(Document, st.sampled_from(DocumentKind), names, names, names, names, names)
items = st.builds(
    Item,
    title=names,
    agenda_number=names,
    kind=st.sampled_from(ItemKind),
    note=pages,
    state=st.sampled_from(ItemState),
    opened=maybe_moments,
    closed=maybe_moments,
    reason=names,
    deferred_to=names,
    urgent_because=names,
    exempt=names,
    documents=st.lists(documents, max_size=2).map(tuple),
    entries=st.lists(entries, max_size=4).map(tuple),
)
people = st.builds(
    Presence,
    *(names, names, names, st.sampled_from(Capacity), st.sampled_from(Attendance), names),
    *(st.booleans(), st.booleans(), names),
    voting=st.builds(Voting, st.booleans()),
)
meetings = st.builds(
    Meeting,
    date=st.none() | st.dates(date(1, 1, 1), date(9000, 1, 1)),
    time=st.none() | st.times() | st.builds(time, st.integers(0, 23), st.integers(0, 59)),
    venue=pages,
    contact=pages,
    note=pages,
    state=st.sampled_from(MeetingState),
    opened=maybe_moments,
    closed=maybe_moments,
    first_minute=st.integers(0, 10_000),
)
bodies = st.builds(
    Body,
    names,
    st.sampled_from(BodyKind),
    names,
    names,
    quorum=st.none() | st.integers(0, 200),
    style=names,
    own_words=pages,
)


@st.composite
def records(draw: st.DrawFn) -> Record:
    """A whole record whose parts agree with each other."""
    business = tuple(draw(st.lists(items, max_size=4)))
    positions = st.integers(1, max(1, len(business)))
    if len(business) > 1:
        joined = [
            draw(st.sampled_from([place for place in range(len(business) + 1) if place != here]))
            for here in range(1, len(business) + 1)
        ]
        business = tuple(replace(item, taken_with=other) for item, other in zip(business, joined, strict=True))
    breaks = st.builds(Adjournment, moments, maybe_moments, st.just(0) | positions if business else st.just(0), names)
    meeting = replace(draw(meetings), adjournments=tuple(draw(st.lists(breaks, max_size=2))))
    declarations = st.builds(
        Declaration,
        *(names, names, names, st.lists(positions, max_size=3 if business else 0).map(tuple), st.sampled_from(Outcome)),
        *(st.just(0) | positions if business else st.just(0), maybe_moments),
        names,
    )
    positions_or_none = st.just(0) | positions if business else st.just(0)
    movements = st.builds(
        Movement,
        *(names, st.sampled_from(MovementKind), moments, positions_or_none, names, st.none() | st.booleans()),
    )
    of_votes = st.sets(positions, max_size=2 if business else 0).map(sorted).map(tuple)
    roll = tuple(
        replace(person, voting=person.voting._replace(items=draw(of_votes)))
        for person in draw(st.lists(people, max_size=3))
    )
    declared = tuple(draw(st.lists(declarations, max_size=2)))
    moved = in_order(draw(st.lists(movements, max_size=3)))
    return Record(draw(bodies), meeting, business, roll, declared, moved, draw(afterwards(business)))


@st.composite
def afterwards(draw: st.DrawFn, business: tuple[Item, ...]) -> Afterwards:
    """What became of the minutes of a meeting with this business."""
    days, minutes = st.none() | st.dates(date(1, 1, 1), date(9000, 1, 1)), st.none() | st.integers(0, 10_000)
    positions = st.integers(0, len(business))

    def amendment(item: int) -> st.SearchStrategy[Amendment]:
        lines = st.integers(0, len(business[item - 1].entries) if item else 0)
        return st.builds(Amendment, st.just(item), lines, names, names, names, days, minutes)

    circulated = [Circulation(version, draw(moments), draw(names)) for version in range(1, draw(st.integers(1, 3)))]
    return Afterwards(
        tuple(circulated),
        tuple(draw(st.lists(positions.flatmap(amendment), max_size=2))),
        tuple(draw(st.lists(st.builds(AmendmentAgreed, positions, days, *[names] * 3, st.booleans()), max_size=2))),
        draw(st.none() | st.builds(Confirmation, days, names, minutes, names)),
    )
