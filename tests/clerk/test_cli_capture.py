"""A meeting can be taken down from the command line, a line at a time."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from clerk.terms import Attendance, Capacity, ItemState, MeetingState
from tests.clerk.command_line import Clerk


def test_a_meeting_can_be_minuted_a_line_at_a_time(clerk: Clerk) -> None:
    assert clerk.ok("open", "1", "--at", "10.05") == "Meeting 1 opened at 10.05 am.\n"
    assert clerk.ok("open", "1") == "Meeting 1 was opened at 10.05 am already.\n"
    assert clerk.ok("attend", "1", "ae", "present", "--remote") == "Cllr A. Example: present.\n"
    assert clerk.ok("take", "1", "7", "--at", "10.10am") == "Taking agenda item 7, Budget [sic] 👩‍⚖️.\n"
    assert clerk.ok("minute", "1", "7", typed="R: that it be noted\n") == "agenda item 7, Budget [sic] 👩‍⚖️: 1 line.\n"
    assert clerk.ok("declare", "1", "AE", "--interest", "personal", "--item", "7", "--item", "#4", "--outcome", "left")
    assert clerk.ok("close", "1", "--at", "noon") == "Meeting 1 closed at 12.00 pm.\n"
    record = clerk.record()
    assert (record.meeting.opened, record.meeting.closed) == (datetime(2026, 6, 19, 10, 5), datetime(2026, 6, 19, 12))
    assert record.meeting.state is MeetingState.DRAFT
    assert (record.items[0].agenda_number, record.items[0].state, record.items[0].text) == (
        "7",
        ItemState.DONE,
        "R: that it be noted",
    )
    assert (record.presence[0].status, record.presence[0].remote) == (Attendance.PRESENT, True)
    (declaration,) = record.declarations
    assert (declaration.name, declaration.items, declaration.made_at) == ("Cllr A. Example", (1, 4), 1)
    assert clerk.ok("open", "1") == "Meeting 1 goes on.\n"


NEW_IN_THE_CHAIR = ("attend", "1", "Dr [C] New", "SUBSTITUTE", "--for", "ae", "--capacity", "officer", "--chair")


def test_attend_adds_whom_the_roll_does_not_know_and_says_so(clerk: Clerk) -> None:
    assert clerk.ok(*NEW_IN_THE_CHAIR) == "Dr [C] New: substitute (was not on the roll and has been added).\n"
    added = clerk.record().presence[-1]
    assert (added.name, added.capacity) == ("Dr [C] New", Capacity.OFFICER)
    assert added.substitute_for == "Cllr A. Example"


def test_attend_puts_one_person_in_the_chair(clerk: Clerk) -> None:
    clerk.ok(*NEW_IN_THE_CHAIR)
    assert [person.chair for person in clerk.record().presence] == [False, False, True]


def test_attend_again_changes_the_line_whatever_the_capitals(clerk: Clerk) -> None:
    clerk.ok(*NEW_IN_THE_CHAIR)
    clerk.ok("attend", "1", "dr [c]  new", "apologies", "--organisation", "Elmford Trust")
    assert len(clerk.record().presence) == 3
    changed = clerk.record().presence[-1]
    assert (changed.substitute_for, changed.organisation) == ("", "Elmford Trust")


def test_attend_refuses_what_is_no_status_and_a_substitute_who_is_none(clerk: Clerk) -> None:
    assert "--for" in clerk.sentence("attend", "1", "AE", "present", "--for", "B", code=2)
    assert "asleep" in clerk.sentence("attend", "1", "AE", "asleep", code=2)


def test_declare_none_minutes_it_once(clerk: Clerk) -> None:
    clerk.ok("minute", "1", "2", typed="Members were reminded of the code.")
    clerk.ok("declare", "1", "--none")
    text = clerk.record().items[1].text
    assert text.startswith("Members were reminded of the code.\n")
    assert "No declarations" in text
    clerk.ok("declare", "1", "--none")
    assert clerk.record().items[1].text == text
    assert clerk.ok("declare", "1", "Stranger") == (
        "Stranger: interest declared (not on the roll; check the name).\n"
        "The sentence that none was declared is taken out of the minute.\n"
    )
    assert clerk.record().items[1].text.startswith("Members were reminded of the code.\n")
    assert "No declarations" not in clerk.record().items[1].text
    assert "Stranger has declared" in clerk.sentence("declare", "1", "--none")
    assert "or --none" in clerk.sentence("declare", "1", code=2)


def test_minute_takes_any_text_from_a_file_or_from_standard_input(clerk: Clerk, tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_bytes("Caf\xe9 [/]\r\n\r\nR: that\r\n".encode("cp1252"))
    result = clerk.run("minute", "1", "#4", "old.txt")
    assert result.stdout == "Late business: 3 lines.\n"
    assert result.stderr.startswith("look at: The file is not in UTF-8")
    assert clerk.record().items[3].text == "Café [/]\n\nR: that"
    clerk.ok("minute", "1", "#4", typed="שלום \x07 👩‍⚖️".encode())
    assert clerk.record().items[3].text == "שלום [U+0007] 👩‍⚖️"
    assert clerk.ok("minute", "1", "#4") == "Late business: 0 lines.\n"
    assert clerk.record().items[3].entries == ()
    assert "no agenda item 8" in clerk.sentence("minute", "1", "8")
    assert "no item #9" in clerk.sentence("minute", "1", "#9")
