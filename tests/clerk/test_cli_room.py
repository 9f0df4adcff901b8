"""Who comes and goes can be taken down from the command line."""

from __future__ import annotations

from datetime import datetime

import pytest

from clerk.model import Movement
from clerk.terms import Attendance, MovementKind
from tests.clerk.command_line import Clerk


def test_arriving_leaving_and_coming_back_are_put_down_during_the_open_item(clerk: Clerk) -> None:
    clerk.ok("open", "1", "--at", "10.00")
    clerk.ok("take", "1", "7", "--at", "10.05")
    assert clerk.ok("arrive", "1", "ae", "--at", "10.20", "--remote") == "Cllr A. Example arrived at 10.20 am.\n"
    assert clerk.ok("leave", "1", "AE", "--at", "10.45am", "--why", "ill") == "Cllr A. Example left at 10.45 am.\n"
    assert clerk.ok("arrive", "1", "AE", "--at", "11.00", "--item", "2") == "Cllr A. Example returned at 11.00 am.\n"
    record = clerk.record()
    assert (record.presence[0].status, record.presence[0].remote) == (Attendance.PRESENT, True)
    assert record.movements == (
        Movement("Cllr A. Example", MovementKind.ARRIVED, datetime(2026, 6, 19, 10, 20), 1),
        Movement("Cllr A. Example", MovementKind.LEFT, datetime(2026, 6, 19, 10, 45), 1, "ill"),
        Movement("Cllr A. Example", MovementKind.RETURNED, datetime(2026, 6, 19, 11), 3),
    )
    assert "  Cllr A. Example left at 10.45 am, item 7, ill\n" in clerk.ok("show", "1")
    assert "(Cllr A. Example left the meeting at 10.45 am" in clerk.ok("export", "text", "1", "-o", "-")


def test_saying_it_again_puts_right_only_what_is_given(clerk: Clerk) -> None:
    clerk.ok("open", "1", "--at", "10.00")
    clerk.ok("leave", "1", "Cllr B. Other", "--at", "10.45", "--item", "7", "--why", "ill")
    assert "already; give --at" in clerk.sentence("leave", "1", "Cllr B. Other")
    said = clerk.ok("leave", "1", "Cllr B. Other", "--at", "10.40", "--voted")
    assert said == "Cllr B. Other left at 10.40 am; put right.\n"
    (movement,) = clerk.record().movements
    assert (movement.when.minute, movement.item, movement.why, movement.voted) == (40, 3, "ill", True)


def test_a_name_without_its_title_a_last_name_and_initials_of_the_name_are_somebody_on_the_roll(clerk: Clerk) -> None:
    clerk.ok("open", "1", "--at", "10.00")
    for at, called in enumerate(("B. Other", "other", "bo", "Cllr b. other")):
        command = ("leave", "arrive")[at % 2]
        assert clerk.ok(command, "1", called, "--at", f"10.{at + 10}").startswith("Cllr B. Other ")
    clerk.ok("attend", "1", "Other", "apologies")
    assert [person.name for person in clerk.record().presence] == ["Cllr A. Example", "Cllr B. Other"]
    assert "Nobody on the roll" in clerk.sentence("leave", "1", "C. Other")


def test_leaving_during_an_item_with_a_decision_asks_about_the_vote(clerk: Clerk) -> None:
    clerk.ok("open", "1", "--at", "10.00")
    clerk.ok("minute", "1", "7", typed="R: that it be noted")
    assert "--voted or --not-voted" in clerk.ok("leave", "1", "Cllr B. Other", "--item", "7")
    assert "--voted" not in clerk.ok("leave", "1", "Cllr B. Other", "--not-voted")
    assert clerk.record().movements[0].voted is False


def test_who_takes_the_chair_presides_and_the_roll_keeps_who_opened(clerk: Clerk) -> None:
    clerk.ok("open", "1", "--at", "10.00")
    clerk.ok("arrive", "1", "AE", "--at", "10.05")
    assert "in the Chair already" in clerk.sentence("chair", "1", "Cllr B. Other")
    assert clerk.ok("chair", "1", "AE", "--at", "10.10") == "Cllr A. Example took the Chair at 10.10 am.\n"
    assert [person.chair for person in clerk.record().presence] == [False, True]


def test_the_time_of_taking_the_chair_is_put_right_by_saying_it_again(clerk: Clerk) -> None:
    clerk.ok("open", "1", "--at", "10.00")
    clerk.ok("arrive", "1", "AE", "--at", "10.05")
    clerk.ok("chair", "1", "AE", "--at", "10.10")
    assert "already; give --at, --item or --why" in clerk.sentence("chair", "1", "AE")
    assert clerk.ok("chair", "1", "AE", "--at", "10.08") == "Cllr A. Example took the Chair at 10.08 am; put right.\n"
    assert [movement.when.minute for movement in clerk.record().movements] == [5, 8]


@pytest.mark.parametrize(
    ("at", "doubt"),
    [("9.50", "opened at 10.00 am, and 9.50 am is before"), ("11.40", "closed at 11.30 am, and 11.40 am is after")],
)
def test_a_time_outside_the_meeting_is_taken_and_questioned(clerk: Clerk, at: str, doubt: str) -> None:
    clerk.ok("open", "1", "--at", "10.00")
    clerk.ok("close", "1", "--at", "11.30")
    result = clerk.run("leave", "1", "Cllr B. Other", "--at", at)
    assert (result.exit_code, doubt in result.stderr) == (0, True)
    assert clerk.run("leave", "1", "Cllr B. Other", "--at", "11.30").stderr == ""
    assert clerk.run("leave", "1", "Cllr B. Other", "--why", "ill").stderr == ""
    (movement,) = clerk.record().movements
    assert (movement.when.hour, movement.when.minute) == (11, 30)


def test_nobody_comes_or_goes_before_the_meeting_opens_or_without_being_on_the_roll(clerk: Clerk) -> None:
    assert "clerk open 1" in clerk.sentence("arrive", "1", "AE")
    clerk.ok("open", "1", "--at", "10.00")
    assert "clerk attend 1" in clerk.sentence("leave", "1", "Stranger")
    assert "no agenda item 8" in clerk.sentence("leave", "1", "AE", "--item", "8")
    assert "time of day" in clerk.sentence("leave", "1", "AE", "--at", "soon", code=2)
    assert clerk.record().movements == ()
    assert clerk.record().presence[0].status is Attendance.EXPECTED


def test_who_left_the_room_and_came_back_by_video_link_is_listed_from_when(clerk: Clerk) -> None:
    clerk.ok("open", "1", "--at", "10.00")
    clerk.ok("leave", "1", "Cllr B. Other", "--at", "10.20")
    clerk.ok("arrive", "1", "Cllr B. Other", "--at", "10.40", "--remote")
    printed = clerk.ok("export", "text", "1", "-o", "-")
    assert "(by video link from 10.40 am)" in printed
    assert "(Cllr B. Other returned to the meeting at 10.40 am, by video link.)" in printed
    clerk.ok("attend", "1", "Cllr B. Other", "present", "--in-room")
    assert "video link" not in clerk.ok("export", "text", "1", "-o", "-"), "it was said by mistake"
    clerk.ok("attend", "1", "Cllr B. Other", "present", "--remote")
    assert "(by video link from 10.40 am)" in clerk.ok("export", "text", "1", "-o", "-")


def test_who_was_on_the_link_all_along_and_lost_it_is_listed_without_a_time(clerk: Clerk) -> None:
    clerk.ok("attend", "1", "Cllr B. Other", "present", "--remote")
    clerk.ok("open", "1", "--at", "10.00")
    clerk.ok("leave", "1", "Cllr B. Other", "--at", "10.20")
    clerk.ok("arrive", "1", "Cllr B. Other", "--at", "10.40", "--remote")
    assert "(by video link)" in clerk.ok("export", "text", "1", "-o", "-")
