"""Where in an item's minute it prints who came and went, and what was declared there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clerk.drafting import draft, record_lines
from clerk.house_style import load
from clerk.minutes import ListItem, Paragraph, Role, plain
from clerk.model import Adjournment, Body, Declaration, Entry, Item, Meeting, Movement, Presence, Record
from clerk.people.room import FOR_AN_INTEREST
from clerk.returning.spots import Source, spots
from clerk.terms import Attendance, ItemKind, ItemState, MovementKind, Outcome

ARRIVED, LEFT, RETURNED, CHAIR = MovementKind
ROLL = tuple(Presence(name, status=Attendance.PRESENT) for name in ("Cllr R. Pell", "Cllr D. Anand", "Cllr T. Osei"))


def at(clock: str) -> datetime:
    return datetime.fromisoformat(f"2026-06-19T{clock}")


def meeting(lines: str, *movements: Movement, closed: str = "11:00", **about: Any) -> Record:
    """A meeting with one item, taken from 10.30: each line after the time it was written, or none."""
    entries = []
    for row in lines.strip().split("\n"):
        clock, _, line = row.strip().partition(" ")
        entries.append(Entry(line, at(clock) if ":" in clock else None))
    items = (
        Item("Declarations", "1", ItemKind.DECLARATIONS, state=ItemState.DONE, opened=at("10:01"), closed=at("10:30")),
        Item("Budget", "2", state=ItemState.DONE, opened=at("10:30"), closed=at(closed), entries=tuple(entries)),
    )
    record = Record(Body("Elmford Board"), Meeting(date(2026, 6, 19), first_minute=36), items, ROLL)
    return replace(record, movements=movements, **about)


def went(clock: str, name: str = "D. Anand", kind: MovementKind = LEFT, **about: Any) -> Movement:
    return Movement(f"Cllr {name}", kind, at(clock), 2, **about)


def printed(record: Record, style: str = "county") -> list[str]:
    """What prints of the second item; who moved in few words, "<Anand left>"."""
    said = []
    for block in draft(record, load(style)).blocks:
        if isinstance(block, Paragraph | ListItem) and block.item == 2 and not _label(block):
            said.append(plain(block.runs))
    return [_short(text) for text in said]


def _label(block: Paragraph | ListItem) -> bool:
    return isinstance(block, Paragraph) and block.role is Role.DECISION_LABEL


def _short(text: str) -> str:
    return f"<{' '.join(text[1:].split()[2:4])}>" if text.startswith("(Cllr") else text


BREAK = """
    10:31 The report was put.
    10:40:20 The meeting adjourned at 10.40 am, as the meeting was inquorate.
    10:40:25 The meeting resumed at 10.55 am.
"""


@pytest.mark.parametrize(("clock", "place"), [("10:40:50", 1), ("10:40:00", 1), ("10:41:00", 3), ("10:35:00", 1)])
def test_who_left_in_the_minute_of_an_adjournment_is_told_before_it(clock: str, place: int) -> None:
    record = meeting(BREAK, went(clock))
    broken = Adjournment(at("10:40:20"), at("10:55"), 2, "the meeting was inquorate")
    record = replace(record, meeting=replace(record.meeting, adjournments=(broken,)))
    assert printed(record).index("<Anand left>") == place
    without_times = tuple(
        replace(item, entries=tuple(replace(entry, written=None) for entry in item.entries)) for item in record.items
    )
    if clock.startswith("10:40"):
        assert printed(replace(record, items=without_times)).index("<Anand left>") == 1


def test_who_came_back_in_the_minute_of_an_adjournment_is_told_as_the_times_say() -> None:
    record = meeting(BREAK, went("10:40:50", kind=RETURNED))
    broken = Adjournment(at("10:40:20"), at("10:55"), 2, "the meeting was inquorate")
    record = replace(record, meeting=replace(record.meeting, adjournments=(broken,)))
    assert printed(record)[-1] == "<Anand returned>"


TYPED = """
    10:31 The report was put.
    10:40 Costs had risen.
    10:50 R: That it be noted.
"""


@pytest.mark.parametrize(
    ("clock", "place"), [("10:30", 0), ("10:31", 1), ("10:39", 1), ("10:45", 2), ("10:50", 3), ("10:59", 3)]
)
def test_who_went_is_told_after_what_was_written_by_then(clock: str, place: int) -> None:
    assert printed(meeting(TYPED, went(clock))).index("<Anand left>") == place


def test_a_line_put_in_above_later_draws_nothing_up_and_a_correction_afterwards_nothing_down() -> None:
    lines = "10:31 One.\n10:48 Put in between.\n10:35 Two.\n10:45 Three.\n11:30 Put in when it was over."
    assert printed(meeting(lines, went("10:40"))) == [
        "One.",
        "Put in between.",
        "Two.",
        "<Anand left>",
        "Three.",
        "Put in when it was over.",
    ]


def test_a_decision_in_limbs_is_never_parted() -> None:
    lines = "10:31 One.\n10:40 R: That a be\n10:42 R: that b be\n10:43 -- below it\n10:44 V: 8-3-1\n10:50 Two."
    for clock, place in (("10:39", 1), ("10:41", 1), ("10:44", 5), ("10:55", 6)):
        assert printed(meeting(lines, went(clock))).index("<Anand left>") == place, clock


def test_a_limb_added_when_the_item_was_over_does_not_draw_up_who_left_after_the_decision() -> None:
    lines = "10:31 One.\n10:40 R: That a be\n11:30 R: that b be"
    assert printed(meeting(lines, went("10:50")))[-1] == "<Anand left>"


def test_no_list_is_parted_from_its_lead_in_and_no_line_from_what_stands_below_it() -> None:
    lines = "10:31 It was said:\n10:36 - one\n10:38 -- below\n10:40 - two"
    for clock, place in (("10:32", 0), ("10:37", 3), ("10:39", 3), ("10:41", 4)):
        assert printed(meeting(lines, went(clock))).index("<Anand left>") == place, clock


def test_a_query_stays_with_the_line_it_is_about() -> None:
    record = meeting("10:31 One.\n10:45 Q: who?\n10:50 Two.", went("10:40"))
    found = [block for block in draft(record).blocks if isinstance(block, Paragraph) and block.queries]
    assert [(plain(block.runs), block.queries) for block in found] == [("One.", ("who?",))]


@pytest.mark.parametrize(
    "lines",
    [
        "10:31 One.\n- Two.\n10:50 Three.",
        "11:30 One.\n11:30 Two.\n11:30 Three.",
        "10:20 One.\n10:20 Two.\n10:20 Three.",
    ],
    ids=["a line without a time", "put in at once when it was over", "all prepared before"],
)
def test_where_the_times_do_not_say_it_is_told_after_the_text(lines: str) -> None:
    assert printed(meeting(lines, went("10:40")))[-1] == "<Anand left>"


def test_minutes_written_up_on_another_day_and_a_time_outside_the_item_say_no_place() -> None:
    record = meeting(TYPED, went("10:45"))
    entries = tuple(
        replace(each, written=each.written and each.written + timedelta(2)) for each in record.items[1].entries
    )
    assert printed(replace(record, items=(record.items[0], replace(record.items[1], entries=entries))))[-1] == (
        "<Anand left>"
    )
    for clock in ("10:20", "11:05"):
        assert printed(meeting(TYPED, went(clock)))[-1] == "<Anand left>"


def test_a_decision_prepared_before_the_meeting_is_not_taken_for_one_made_by_then() -> None:
    lines = "09:00 The report was put.\n10:35 One.\n10:45 Two.\n09:00 R: That it be noted."
    assert printed(meeting(lines, went("10:40"))).index("<Anand left>") == 2
    assert printed(meeting(lines, went("10:31"))).index("<Anand left>") == 1


def test_what_is_known_of_the_decision_counts_for_more_than_the_time() -> None:
    early = "10:31 One.\n10:35 R: That it be noted.\n10:50 Two."
    assert printed(meeting(early, went("10:40", why=FOR_AN_INTEREST)))[1] == "<Anand left>"
    assert printed(meeting(early, went("10:40", voted=False)))[1] == "<Anand left>"
    assert printed(meeting(early, went("10:40", voted=True)))[2] == "<Anand left>"
    assert printed(meeting(early, went("10:32", voted=True)))[2] == "<Anand left>"
    assert printed(meeting(early, went("10:32", kind=ARRIVED, voted=False)))[2] == "<Anand arrived>"
    two = "10:31 R: That a be done.\n10:35 One.\n10:40 R: That b be done."
    assert printed(meeting(two, went("10:36", voted=False)))[2] == "<Anand left>", "which decision is not known"


def test_who_withdrew_for_an_interest_stands_above_the_decision_and_comes_back_below_it() -> None:
    record = meeting(
        "10:31 One.\n10:33 R: That it be noted.",
        went("10:34", why=FOR_AN_INTEREST),
        went("10:34", "T. Osei", CHAIR),
        went("10:36", kind=RETURNED),
    )
    assert printed(record) == ["One.", "<Anand left>", "<Osei took>", "That it be noted.", "<Anand returned>"]


def test_a_declaration_made_during_the_item_stands_where_it_was_made_above_the_withdrawal_for_it() -> None:
    declared = Declaration("Cllr D. Anand", "personal", items=(2,), outcome=Outcome.LEFT, made_at=2, made=at("10:36"))
    record = meeting(TYPED, went("10:36", why=FOR_AN_INTEREST), declarations=(declared,))
    said = [plain(each.runs) for each in draft(record).blocks if isinstance(each, Paragraph) and each.item == 2]
    assert said[1].startswith("Cllr D. Anand declared a personal interest")
    assert said[2] == "(Cllr D. Anand left the meeting at 10.36 am during consideration of this item.)"
    late = replace(record, declarations=(replace(declared, made=None),))
    said = [plain(each.runs) for each in draft(late).blocks if isinstance(each, Paragraph) and each.item == 2]
    assert said[1].endswith("during consideration of this item, having declared an interest.)")


@pytest.mark.parametrize(
    "typed",
    [
        "Councillor Anand left the meeting at this point.",
        "At 10.40 am Cllr. Anand, with Cllr. T. Osei, left the room.",
        "(Cllr D. Anand left the meeting at 10.40 am during consideration of this item.)",
    ],
)
def test_what_the_officer_says_is_not_said_again(typed: str) -> None:
    record = meeting(f"10:31 One.\n10:41 {typed}\n10:50 Two.", went("10:40"))
    assert printed(record) == ["One.", _short(typed), "Two."]
    assert record_lines(record, 2) == ()


@pytest.mark.parametrize(
    "typed",
    [
        "Cllr Anand said that the contractor had left the room.",
        "Cllr Anand left the meeting at 10.55.",
        "Cllr Osei left the meeting.",
        "Cllr Anand asked who left the meeting.",
        "N: Cllr Anand left the meeting.",
    ],
)
def test_other_words_do_not_silence_the_record(typed: str) -> None:
    assert "<Anand left>" in printed(meeting(f"10:31 One.\n10:41 {typed}", went("10:40")))


def test_a_style_that_tells_it_in_the_list_alone_tells_nothing_in_the_text() -> None:
    assert printed(meeting(TYPED, went("10:40")), "actions") == printed(meeting(TYPED), "actions")


KINDS = ("", "- ", "-- ", "R: ", "RC: ", "V: ", "> ", "Q: ", "N: ", "# ", "M: ", "A: ")


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 59), st.booleans()), max_size=9),
    st.lists(st.tuples(st.sampled_from(list(MovementKind)), st.integers(0, 59), st.booleans() | st.none()), max_size=4),
)
def test_whatever_was_written_when_nothing_is_lost_and_no_decision_parted(
    lines: list[tuple[str, int, bool]], moves: list[tuple[MovementKind, int, bool | None]]
) -> None:
    text = "\n".join(
        f"10:{when:02} {kind}line {at}{':' if ends else ''}" for at, (kind, when, ends) in enumerate(lines)
    )
    movements = sorted((went(f"10:{when:02}", kind=kind, voted=yes) for kind, when, yes in moves), key=lambda m: m.when)
    record, bare = (meeting(text or "10:30 A.", *some) for some in (movements, ()))
    told = [each for each in printed(record) if each.startswith("<")]
    assert len(told) == len(record_lines(record, 2))
    assert [each for each in printed(record) if not each.startswith("<")] == printed(bare)
    blocks = [block for block in draft(record).blocks if getattr(block, "item", 0) == 2]
    for block, following in pairwise(blocks):
        if isinstance(block, Paragraph | ListItem) and block.keep_next and not plain(block.runs).endswith(":"):
            assert not (isinstance(following, Paragraph) and plain(following.runs).startswith("(Cllr"))


def test_a_draft_that_comes_back_edited_knows_the_lines_around_what_the_record_says() -> None:
    record = meeting("10:31 One.\n10:40 R: That a be\n10:42 R: that b be", went("10:35"), went("10:36", "T. Osei"))
    style = load("county")
    here = [spot for spot in spots(record, draft(record, style), style) if spot.item == 2]
    assert [(spot.source, spot.line) for spot in here] == [
        (Source.TITLE, -1),
        (Source.LINE, 0),
        (Source.RECORD, -1),
        (Source.RECORD, -1),
        (Source.LABEL, 1),
        (Source.LINE, 1),
        (Source.LINE, 2),
    ]
