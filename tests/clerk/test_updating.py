"""The same agenda again: what is new comes in, what was prepared stays, and every change is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

from hypothesis import given, settings
from hypothesis import strategies as st

from clerk.arriving.matching import matched
from clerk.arriving.updating import updated
from clerk.model import Body, Declaration, Document, Entry, Item, Meeting, Movement, Presence, Record
from clerk.terms import DocumentKind, ItemKind, ItemState, MeetingState, MovementKind

DAY = Meeting(date(2026, 6, 19), time(10), "Council Room")
ROWS = (
    ("1", "Apologies for absence", ItemKind.APOLOGIES),
    ("2", "Declarations of interest", ItemKind.DECLARATIONS),
    ("3", "Budget monitoring", ItemKind.ORDINARY),
    ("4", "Lamp posts", ItemKind.ORDINARY),
    ("5", "Date of next meeting", ItemKind.NEXT_MEETING),
)
PLANNED = Record(
    Body("Northmere Board"),
    DAY,
    tuple(Item(title, number, kind, id=row) for row, (number, title, kind) in enumerate(ROWS, 11)),
)


def agenda(*rows: str | Item, meeting: Meeting = DAY) -> Record:
    """An agenda read again: "3 Budget" is item 3, with the row's kind if it is one of those above."""
    kinds = {title: kind for _, title, kind in ROWS}
    made = []
    for row in rows:
        number, _, title = row.partition(" ") if isinstance(row, str) else ("", "", "")
        made.append(Item(title, number, kinds.get(title, ItemKind.ORDINARY)) if isinstance(row, str) else row)
    return Record(Body("Northmere Board"), meeting, tuple(made))


SAME = tuple(f"{number} {title}" for number, title, _ in ROWS)


def rows(record: Record) -> list[str]:
    return [f"{item.agenda_number} {item.title}" for item in record.items]


def test_the_same_agenda_changes_nothing() -> None:
    update = updated(PLANNED, agenda(*SAME))
    assert (update.record, update.changes) == (PLANNED, ())
    assert [item.id for item in update.record.items] == [11, 12, 13, 14, 15]


def test_a_new_item_comes_in_at_its_place_and_the_rest_keep_their_rows() -> None:
    update = updated(PLANNED, agenda(*SAME[:3], "4 Flood wall", "5 Lamp posts", "6 Date of next meeting"))
    assert rows(update.record)[3:] == ["4 Flood wall", "5 Lamp posts", "6 Date of next meeting"]
    assert [item.id for item in update.record.items] == [11, 12, 13, 0, 14, 15]
    assert update.changes == (
        "Item 4 “Lamp posts” is item 5 now; it was 4.",
        "Item 5 “Date of next meeting” is item 6 now; it was 5.",
        "New on the agenda: item 4 “Flood wall”.",
    )


def test_what_the_officer_prepared_is_kept() -> None:
    lines = (Entry("N: ask about the deficit"),)
    items = tuple(replace(item, entries=lines) if item.agenda_number == "3" else item for item in PLANNED.items)
    prepared = replace(
        PLANNED,
        items=items,
        meeting=replace(DAY, first_minute=31),
        presence=(Presence("Cllr A. Example", chair=True),),
        declarations=(Declaration("Cllr A. Example", items=(4,)),),
    )
    again = replace(agenda("1 Lamp posts", "2 Budget monitoring report"), presence=(Presence("Another"),))
    update = updated(prepared, replace(again, meeting=replace(DAY, first_minute=7)))
    assert rows(update.record) == list(SAME), "a paper with less than half the business neither renumbers nor retitles"
    by_id = {item.id: item for item in update.record.items}
    assert by_id[13].entries == lines
    assert update.record.presence == prepared.presence
    assert update.record.meeting.first_minute == 31
    lamp = next(at for at, item in enumerate(update.record.items, 1) if item.id == 14)
    assert update.record.declarations[0].items == (lamp,)


def test_an_item_gone_from_the_agenda_goes_only_if_nothing_was_prepared_on_it() -> None:
    update = updated(PLANNED, agenda(*SAME[:2], *SAME[3:]))
    assert "3 Budget monitoring" not in rows(update.record)
    assert update.changes == (
        "Item 3 “Budget monitoring” is no longer on the agenda; nothing was prepared on it, so it is taken out.",
    )
    kept = updated(PLANNED, agenda(*SAME[:2], *SAME[3:]), written={13})
    assert rows(kept.record) == list(SAME)
    assert "it is kept, for something was once written under it" in kept.changes[0]
    declared = replace(PLANNED, declarations=(Declaration("A", items=(3,)),))
    assert "an interest was declared" in updated(declared, agenda(*SAME[:2], *SAME[3:])).changes[0]


def test_an_item_the_officer_added_is_not_taken_out() -> None:
    own = replace(PLANNED, items=(*PLANNED.items, Item("Presentation of a gift", id=16)))
    update = updated(own, agenda(*SAME))
    assert (update.record, update.changes) == (own, ())


def test_late_papers_are_added_to_their_items() -> None:
    report = Document(DocumentKind.REPORT, link="https://example.invalid/1")
    map_ = Document(DocumentKind.OTHER, "Map", link="https://example.invalid/2")
    planned = replace(
        PLANNED, items=(*PLANNED.items[:3], replace(PLANNED.items[3], documents=(Document(),)), PLANNED.items[4])
    )
    update = updated(planned, agenda(*SAME[:3], Item("Lamp posts", "4", documents=(report, map_)), SAME[4]))
    assert update.record.items[3].documents == (report, map_)
    assert update.changes == (
        "Item 4 “Lamp posts”: its report is published now.",
        "Item 4 “Lamp posts”: new paper, “Map”.",
    )
    again = updated(update.record, agenda(*SAME))
    assert again.record.items[3].documents == (report, map_)
    assert [change.split("; ")[1] for change in again.changes] == ["it is kept."] * 2


def test_a_supplement_adds_and_takes_nothing_away() -> None:
    late = Item("Lamp posts", "4", note="Plan attached.", documents=(Document(title="Plan"),))
    update = updated(PLANNED, agenda(late, "4a Flood wall", meeting=replace(DAY, note="Supplementary agenda")))
    assert rows(update.record) == [*SAME[:4], "4a Flood wall", SAME[4]]
    assert update.record.items[3].note == "Plan attached."
    assert update.changes == (
        "The front page says: Supplementary agenda.",
        "Item 4 “Lamp posts”: new paper, “Plan”.",
        "Item 4 “Lamp posts”: its agenda note changed.",
        "New on the agenda: item 4a “Flood wall”.",
    )
    alone = updated(PLANNED, agenda("3a Bridges"))
    assert rows(alone.record) == [*SAME[:3], "3a Bridges", *SAME[3:]]


def test_the_day_time_and_place_are_brought_up_to_date() -> None:
    moved = Meeting(date(2026, 6, 26), time(14), "Mill Hall")
    update = updated(PLANNED, agenda(*SAME, meeting=moved))
    assert update.record.meeting == moved
    assert update.changes == (
        "The meeting is on Friday 26 June 2026 now; it was to be Friday 19 June 2026.",
        "The time is 2.00 pm now; it was to be 10.00 am.",
        "The venue is Mill Hall now; it was Council Room.",
    )
    assert updated(PLANNED, agenda(*SAME, meeting=Meeting())).record.meeting == DAY


def test_a_title_changed_is_the_same_item_and_business_with_a_minute_is_no_heading() -> None:
    update = updated(PLANNED, agenda(*SAME[:3], "4 Lamp posts and bollards", SAME[4]))
    assert update.record.items[3].id == 14
    assert update.changes == ("Item 4 “Lamp posts” is called “Lamp posts and bollards” now.",)
    heading = Item("Lamp posts", "4", ItemKind.HEADING)
    assert updated(PLANNED, agenda(*SAME[:3], heading, SAME[4])).record.items[3].kind is ItemKind.HEADING
    begun = replace(PLANNED, items=tuple(replace(item, entries=(Entry("Begun."),)) for item in PLANNED.items))
    assert updated(begun, agenda(*SAME[:3], heading, SAME[4])).record.items[3].kind is ItemKind.ORDINARY


def test_in_session_late_papers_and_late_items_are_added_and_nothing_else_changes() -> None:
    now = datetime(2026, 6, 19, 10, 5)
    done = replace(PLANNED.items[3], state=ItemState.DONE, opened=now)
    taken = (done, PLANNED.items[0], PLANNED.items[1], PLANNED.items[2], PLANNED.items[4])
    meeting = replace(DAY, state=MeetingState.IN_SESSION, opened=now)
    session = Record(PLANNED.body, meeting, taken, movements=(Movement("A", MovementKind.LEFT, now, item=2),))
    paper = Document(title="Late figures")
    again = agenda(
        *("1 Apologies", "2 Declarations of interest", "3 Flood wall"),
        Item("Budget monitoring", "4", documents=(paper,)),
        meeting=replace(DAY, venue="Elsewhere"),
    )
    update = updated(session, again)
    assert rows(update.record) == [
        *("4 Lamp posts", "1 Apologies for absence", "2 Declarations of interest", "3 Flood wall"),
        *("3 Budget monitoring", "5 Date of next meeting"),
    ]
    assert update.record.items[4].documents == (paper,)
    assert update.record.meeting == meeting
    assert update.record.movements == session.movements
    assert len(update.changes) == 2


def test_another_order_is_said_and_followed() -> None:
    update = updated(PLANNED, agenda(*SAME[:2], "3 Lamp posts", "4 Budget monitoring", SAME[4]))
    assert [item.id for item in update.record.items] == [11, 12, 14, 13, 15]
    assert update.changes[-1] == "The agenda has its items in another order."
    assert update.agenda == (0, 1, 2, 3, 4)


def test_items_are_matched_by_title_before_number_and_never_twice() -> None:
    one = [Item("Parks", "1"), Item("Parks", "2"), Item("Rivers", "3")]
    other = [Item("Rivers", "1"), Item("Parks", "2"), Item("Parks", "4"), Item("Roads", "3")]
    assert matched(one, other) == {0: 2, 1: 1, 2: 0}


_TITLES = st.sampled_from(("Parks", "Parks and gardens", "Roads", "Rivers", "Date of next meeting", "Budget report"))
_ITEMS = st.builds(
    Item,
    _TITLES,
    st.sampled_from(("", "1", "2", "3", "4a")),
    st.sampled_from((ItemKind.ORDINARY, ItemKind.HEADING)),
    entries=st.sampled_from(((), (Entry("Prepared."),))),
    state=st.sampled_from((ItemState.TO_COME, ItemState.TO_COME, ItemState.DONE)),
)


@settings(max_examples=60)
@given(st.lists(_ITEMS, max_size=7), st.lists(_ITEMS, max_size=7), st.sampled_from(MeetingState))
def test_whatever_the_agenda_says_nothing_prepared_is_lost(
    old: list[Item], new: list[Item], state: MeetingState
) -> None:
    items = tuple(replace(item, id=row) for row, item in enumerate(old, 1))
    planned = Record(Body("B"), Meeting(state=state), items, declarations=(Declaration("A", items=(len(old),)),))
    update = updated(planned, Record(Body("B"), Meeting(), tuple(new)))
    kept = {item.id: item for item in update.record.items if item.id}
    assert {item.id: item.entries for item in items if item.entries}.items() <= {
        row: item.entries for row, item in kept.items()
    }.items()
    assert all(kept[item.id].state is item.state for item in items if item.state is ItemState.DONE)
    if old:
        named = update.record.declarations[0].items
        assert [update.record.items[position - 1].id for position in named] == [len(old)]
    assert sorted(update.agenda) == list(range(len(update.record.items)))
    again = updated(update.record, Record(Body("B"), Meeting(), tuple(new)))
    assert not any(change.startswith("New on") for change in again.changes)
