"""The decision sheet, the action list and the attendance sheet say what the record says, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from clerk.copying import CopyError
from clerk.copying.decisions import decision_sheet
from clerk.copying.lists import action_list, attendance_sheet
from clerk.minutes import Heading, ListItem, Minutes, Paragraph, Table, plain
from clerk.model import Body, Declaration, Entry, Item, Meeting, Presence, Record
from clerk.terms import Attendance, BodyKind, Capacity, ItemKind

RECORD = Record(
    Body("Northmere Wellbeing Board", noun="Board", chair_title="Chair"),
    Meeting(date(2026, 6, 19), time(10), "Oak Room, Northmere Hall", first_minute=24),
    (
        Item("Apologies", "1", entries=(Entry("There were none."),)),
        Item(
            "Budget.",
            "2",
            entries=(
                Entry("The Board considered a report."),
                Entry("- It was dear."),
                Entry("-- very"),
                Entry("R: that the report be noted"),
                Entry("Q: which report?"),
                Entry("R: that the rules read"),
                Entry("-- first"),
                Entry("> Nobody shall run."),
                Entry("A: KL: tell the school by 3 July"),
                Entry("RC: that the Council agree"),
                Entry("A closing word."),
                Entry("-- not of the decision"),
            ),
        ),
        Item(
            "Path",
            "3",
            entries=(
                Entry("M: AE, BO: That the path be closed"),
                Entry("It was discussed."),
                Entry("V: 3-4-1"),
                Entry("A: BO and KL: walk the path"),
            ),
        ),
    ),
    (
        Presence("Cllr B. Other", "Leader", "Northmere Council", initials="BO"),
        Presence("Cllr A. Example", initials="AE", chair=True, status=Attendance.PRESENT),
        Presence("Cllr D. Away", organisation="Arle Council", status=Attendance.APOLOGIES),
        Presence("Cllr E. Gone", status=Attendance.ABSENT),
        Presence("Cllr S. Stand", status=Attendance.SUBSTITUTE, substitute_for="Cllr D. Away"),
        Presence("Kit Low", "Manager", capacity=Capacity.OFFICER, initials="KL"),
    ),
)


def said(minutes: Minutes) -> list[str]:
    """The text of the headings, paragraphs and list items, with their numbers."""
    lines = []
    for block in minutes.blocks:
        if isinstance(block, Heading):
            lines.append(f"{block.number} {block.text}".strip())
        elif isinstance(block, Paragraph):
            lines.append(plain(block.runs))
        elif isinstance(block, ListItem):
            lines.append(f"{block.label} {plain(block.runs)}")
    return lines


def tables(minutes: Minutes) -> list[Table]:
    """The tables of a document."""
    return [block for block in minutes.blocks if isinstance(block, Table)]


def test_the_decision_sheet_has_the_decisions_and_votes_of_each_item_that_has_any() -> None:
    sheet = decision_sheet(RECORD)
    assert said(sheet) == [
        "Decisions of the Northmere Wellbeing Board",
        "DRAFT – these decisions have yet to be confirmed with the minutes by the Board.",
        "Decisions taken at a meeting of the Northmere Wellbeing Board held at Oak Room, Northmere Hall"
        " on Friday 19 June 2026.",
        "25. Budget",
        "RESOLVED:",
        "(a) That the report be noted;",
        "(b) That the rules read:",
        "• first",
        "Nobody shall run.",
        "RECOMMENDED:",
        "That the Council agree.",
        "26. Path",
        "It was moved by Cllr A. Example and seconded by Cllr B. Other: That the path be closed.",
        "The motion was put to the vote and lost: 3 for, 4 against, 1 abstention.",
    ]
    assert sheet.status == "Unconfirmed"


def test_the_decision_sheet_asks_nothing_of_its_reader() -> None:
    assert not any(getattr(block, "queries", ()) for block in decision_sheet(RECORD).blocks)


def test_limbs_are_numbered_as_in_the_minutes_though_what_parts_them_is_left_out() -> None:
    entries = (Entry("R: that a"), Entry("R: that b"), Entry("Then it was moved on."), Entry("R: that c"))
    sheet = decision_sheet(replace(RECORD, items=(Item("X", entries=entries),)))
    assert said(sheet)[-5:] == ["RESOLVED:", "(a) That a;", "(b) That b.", "RESOLVED:", "That c."]


def _printed(*lines: str) -> list[str]:
    record = replace(RECORD, items=(Item("Planning", "1", entries=tuple(map(Entry, lines))),))
    return said(decision_sheet(record))[3:]


def test_a_decision_brings_the_sub_heading_it_stands_under() -> None:
    lines = ["# Highways", "All was well.", "# 26/1 Mill Lane", "It was dear.", "R: No objection"]
    assert _printed(*lines, "# 26/2 Forge", "R: Object") == [
        "24. Planning",
        "26/1 Mill Lane",
        "RESOLVED:",
        "No objection.",
        "26/2 Forge",
        "RESOLVED:",
        "Object.",
    ]


def test_the_reasons_and_the_right_of_appeal_come_with_the_decision_and_nothing_else_does() -> None:
    lines = ["R: That it be refused", "# Reasons", "It was loud.", "- late", "A: KL: write", "# Appeal", "In 21 days."]
    assert _printed(*lines, "# Any other matter", "The next case was named.")[1:] == [
        "RESOLVED:",
        "That it be refused.",
        "Reasons",
        "It was loud.",
        "(i) late",
        "Appeal",
        "In 21 days.",
    ]


def test_reasons_of_nothing_decided_are_left_out() -> None:
    assert "It was loud." not in _printed("# Reasons", "It was loud.")


def test_a_meeting_that_decided_nothing_says_so() -> None:
    assert said(decision_sheet(replace(RECORD, items=RECORD.items[:1])))[-1] == "No decisions were taken."


def test_the_decision_sheet_says_when_it_is_not_for_the_public() -> None:
    exempt = replace(RECORD, items=(replace(RECORD.items[1], exempt="3"),))
    assert said(decision_sheet(exempt))[2].startswith("NOT FOR PUBLICATION")
    assert said(action_list(exempt))[1].startswith("NOT FOR PUBLICATION")


def test_the_action_list_says_who_is_to_do_what_by_when() -> None:
    listed = action_list(RECORD)
    assert tables(listed)[0].header == ("Minute", "Action", "Owner", "Due")
    assert tables(listed)[0].rows == (
        ("25", "Tell the school", "Kit Low", "3 July 2026"),
        ("26", "Walk the path", "Cllr B. Other and Kit Low", ""),
    )
    assert said(listed)[0] == "Actions of the Northmere Wellbeing Board"


@pytest.mark.parametrize("owner", ["BO", "bo", "Cllr B. Other", " other "])
def test_one_persons_actions_are_found_by_name_or_initials(owner: str) -> None:
    listed = action_list(RECORD, owner)
    assert [row[1] for row in tables(listed)[0].rows] == ["Walk the path"]
    assert listed.title == "Actions of the Northmere Wellbeing Board for Cllr B. Other"


def test_somebody_without_an_action_is_told_who_has_one() -> None:
    with pytest.raises(CopyError, match=r"^Cllr A\. Example has no action .*; those who have are Kit Low and Cllr B\."):
        action_list(RECORD, "AE")
    assert said(action_list(replace(RECORD, items=())))[-1] == "There are no actions."
    with pytest.raises(CopyError, match=r"^Zed has no action from this meeting\.$"):
        action_list(replace(RECORD, items=()), "Zed")


def test_the_attendance_sheet_lists_everybody_expected_with_the_chair_first() -> None:
    sheet = attendance_sheet(RECORD)
    members, officers, apologies, absent, others = tables(sheet)
    assert members.header == ("Name", "Role and organisation", "Signature")
    assert members.rows == (
        ("Cllr A. Example (in the Chair)", "", ""),
        ("Cllr B. Other", "Leader – Northmere Council", ""),
        ("Cllr S. Stand (substitute for Cllr D. Away)", "", ""),
    )
    assert officers.rows == (("Kit Low", "Manager", ""),)
    assert apologies.rows == (("Cllr D. Away", "Arle Council"),)
    assert (absent.title, absent.rows) == ("Absent", (("Cllr E. Gone",),))
    assert set(others.rows) == {("", "", "")}
    assert all(table.room for table in (members, officers, others))


def test_where_nobody_has_a_post_the_attendance_sheet_has_no_column_of_them() -> None:
    people = tuple(replace(each, post="", organisation="") for each in RECORD.presence)
    members, officers, apologies, _, others = tables(attendance_sheet(replace(RECORD, presence=people)))
    assert members.header == officers.header == ("Name", "Signature")
    assert officers.rows == (("Kit Low", ""),)
    assert (apologies.header, apologies.rows) == (("Name",), (("Cllr D. Away",),))
    assert others.header == ("Name", "Role and organisation", "Signature")


def test_the_attendance_sheet_says_which_meeting_it_is_for() -> None:
    when = "Meeting of the Northmere Wellbeing Board at Oak Room, Northmere Hall on Friday 19 June 2026 at 10.00 am."
    assert said(attendance_sheet(RECORD))[1] == when
    unknown = replace(RECORD, meeting=Meeting())
    assert said(attendance_sheet(unknown))[1] == "Meeting of the Northmere Wellbeing Board."


def test_an_item_taken_with_another_is_named_with_where_they_were_decided() -> None:
    joint = replace(RECORD, items=(*RECORD.items, Item("Stile", "4", taken_with=3), Item("Gate", "5", taken_with=1)))
    assert said(decision_sheet(joint))[-2:] == [
        "27. Stile",
        "This item was considered together with minute 26, 'Path', where it is recorded.",
    ]


def test_an_executives_decisions_stand_with_their_reasons_the_options_and_the_interests() -> None:
    lines = (
        "The Cabinet considered a report.",
        "# Reasons for decision",
        "The roof leaks.",
        "# Alternative options considered and rejected",
        "- a bucket",
        "# Debate",
        "Long words.",
        "R: That the roof be mended",
        "# Call-in",
        "After 12 June.",
    )
    declared = Item("Interests", "1", ItemKind.DECLARATIONS, entries=(Entry("These were declared."),))
    noted = Item("Update", "3", entries=(Entry("# Reasons"), Entry("None was asked for.")))
    items = (declared, Item("Roof", "2", entries=tuple(map(Entry, lines))), noted)
    interest = Declaration("Cllr A. Example", nature="as a roofer", items=(2,), made_at=1)
    cabinet = replace(RECORD, body=Body("Cabinet", BodyKind.EXECUTIVE, noun="Cabinet"), items=items)

    sheet = "\n".join(said(decision_sheet(replace(cabinet, declarations=(interest,)))))
    for part in ("as a roofer", "Reasons", "The roof leaks", "Alternative", "a bucket", "be mended", "After 12 June"):
        assert part in sheet
    for part in ("considered a report", "Long words", "Update"):
        assert part not in sheet
    assert "Interests" not in "\n".join(said(decision_sheet(cabinet)))
    board = replace(cabinet, body=RECORD.body, declarations=(interest,))
    assert "leaks" not in "\n".join(said(decision_sheet(board)))
