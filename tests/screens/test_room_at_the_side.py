"""The room at the side of the screen: names too long for it are set in below themselves."""

import re
from dataclasses import replace
from pathlib import Path

from clerk.model import Presence
from clerk.terms import Attendance, Capacity
from screens.status import room_lines
from tests.clerk.command_line import RECORD

SHEET = Path(__file__).parents[2] / "screens" / "meeting.tcss"
LONG = Presence(
    "Cllr Bartholomew Featherstonehaugh-Cholmondeley OBE", status=Attendance.PRESENT, chair=True, remote=True
)


def side(*people: Presence) -> list[str]:
    return room_lines(replace(RECORD, presence=people))


def test_a_long_name_goes_on_below_itself_set_in_and_its_notes_stay_whole() -> None:
    assert side(LONG, Presence("Cllr Jo Ash", status=Attendance.PRESENT)) == [
        "Present (2)",
        " Cllr Bartholomew",
        "   Featherstonehaugh-",
        "   Cholmondeley OBE",
        "   (Chair, remote)",
        " Cllr Jo Ash",
    ]


def test_the_room_of_a_full_council_is_a_line_a_member() -> None:
    people = [Presence(f"Councillor {name}", status=Attendance.PRESENT) for name in ("Bartholomew O'Rourke", "Jo Ash")]
    assert side(*people)[1:] == [" Cllr Bartholomew O'Rourke", " Cllr Jo Ash"]


def test_notes_too_long_for_a_line_are_parted_between_words() -> None:
    all_at_once = replace(LONG, name="Jo Ash", substitute_for="Al Bo", capacity=Capacity.OFFICER)
    assert side(all_at_once)[1:] == [" Jo Ash (Chair, remote,", "   sub, officer)"]


def test_no_line_is_longer_than_the_side_has_room_for_beside_a_scroll_bar() -> None:
    width = re.search(r"#room \{\s*width: (\d+)", SHEET.read_text(encoding="utf-8"))
    assert width is not None
    border, padding, bar = 1, 2, 1
    assert max(map(len, side(LONG))) <= int(width[1]) - border - padding - bar
    assert len(side(replace(LONG, name="x " * 30))[1]) == int(width[1]) - border - padding - bar
