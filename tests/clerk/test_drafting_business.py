from dataclasses import replace

import pytest

from clerk.drafting import draft, record_lines
from clerk.house_style import load
from clerk.model import Declaration, Entry, Item, Meeting, Record
from clerk.terms import ItemKind, ItemState, MeetingState
from tests.clerk.drafted import BODY, DAY, headings, minute, of_item, shown, table


def test_section_headings_take_no_number_and_items_not_reached_still_show() -> None:
    items = (Item("Part 1", kind=ItemKind.HEADING), Item("Banks.", "1"), Item("Sluices, etc.", "2"))
    minutes = draft(Record(BODY, Meeting(DAY, first_minute=24), items))
    assert [shown(each) for each in minutes.blocks[3:6]] == ["## Part 1", "## 24. Banks", "## 25. Sluices, etc."]
    full_stops = replace(load("county"), printing=replace(load("county").printing, title_full_stop=True))
    assert headings(draft(Record(BODY, Meeting(DAY), items), full_stops))[2] == "Banks."


UNREACHED = (
    Item("Part 1", kind=ItemKind.HEADING),
    Item("Banks", "1", state=ItemState.DONE),
    Item("Sluices", "2", entries=(Entry("Noted."),)),
    Item("Part 2", kind=ItemKind.HEADING),
    Item("Private", kind=ItemKind.HEADING),
    Item("Weirs", "3"),
)


def test_an_item_not_reached_when_the_meeting_closed_is_said_so_as_the_house_has_it() -> None:
    record = Record(BODY, Meeting(DAY, state=MeetingState.DRAFT), UNREACHED)
    assert [shown(each) for each in draft(record).blocks[3:-1]] == [
        "## Part 1",
        "## 1. Banks",
        "## 2. Sluices",
        "[body] Noted.",
        "## Part 2",
        "## Private",
        "## 3. Weirs",
        "[body] This item was not reached.",
    ]
    brief = draft(record, load("actions"))
    assert headings(brief)[1:] == ["Part 1", "Banks", "Sluices"]


@pytest.mark.parametrize("style", ["county", "actions"])
def test_while_the_meeting_is_in_session_items_to_come_print_their_heading_alone(style: str) -> None:
    record = Record(BODY, Meeting(DAY, state=MeetingState.IN_SESSION), UNREACHED)
    assert [shown(each) for each in draft(record, load(style)).blocks][-2] == "## 3. Weirs"


def test_a_declaration_prints_where_it_was_made() -> None:
    items = (Item("Interests", "1", ItemKind.DECLARATIONS), Item("Banks", "2", entries=(Entry("R: x"),)))
    late, early = Declaration("Cllr A. Reed", items=(2,), made_at=2), Declaration("B. Sedge", "personal")
    record = Record(BODY, Meeting(DAY), items, declarations=(late, early))
    assert record_lines(record, 1) == ("B. Sedge declared a personal interest.",)
    assert record_lines(record, 2) == ("Cllr A. Reed declared an interest in agenda item 2 (Banks).",)
    assert shown(of_item(record, 2)[-1]) == "[body] Cllr A. Reed declared an interest in agenda item 2 (Banks)."
    nowhere = replace(record, items=items[1:], declarations=(replace(early, made_at=9),))
    assert record_lines(nowhere, 0) == ("B. Sedge declared a personal interest.",)
    assert headings(draft(nowhere))[1:] == ["Declarations of interest", "Banks"]


def test_actions_are_gathered_in_a_table_and_left_out_when_there_are_none() -> None:
    record = minute("- {AB>agreed to ring the bell by 1 July}", "A: CD: go")
    assert table(draft(record), "Actions").rows == (
        ("24(i)", "Ring the bell", "AB", "1 July 2026"),
        ("24", "Go", "CD", ""),
    )
    assert "Actions" not in headings(draft(minute("Nothing to do.")))
