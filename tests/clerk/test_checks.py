"""What is found in minutes before they go round, and what is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from clerk.checking.findings import Severity
from clerk.checks import check, said_of
from clerk.demo import demo_record
from clerk.model import Meeting, Record
from clerk.terms import ItemKind, ItemState, MeetingState
from tests.clerk.checked import DRAINAGE, SOUND, item, only, rules, with_item, with_lines


def test_sound_minutes_have_no_findings() -> None:
    assert check(SOUND) == ()
    assert said_of(()) == ""


@pytest.mark.parametrize(
    ("line", "rule", "severity"),
    [
        ("Q: who said it?", "query", Severity.WARNING),
        ("Q: The published text is cut short here (view the full minutes)", "cut-text", Severity.ERROR),
        ("R: ", "empty-resolution", Severity.ERROR),
        ("RC: That", "empty-resolution", Severity.ERROR),
        ("A:", "empty-line", Severity.WARNING),
        ("M: ", "empty-line", Severity.WARNING),
        ("A: look into the drains by 3 July", "action-owner", Severity.WARNING),
        ("The Engineer {agreed to look into it}.", "action-owner", Severity.WARNING),
        ("A: AB: look into the drains", "action-due", Severity.TIP),
        ("It was seen that the the drains were full.", "double-word", Severity.WARNING),
        ("The the drains were full.", "double-word", Severity.WARNING),
        ("q", "stray-letter", Severity.WARNING),
        ("The drains (all of them were full.", "unbalanced", Severity.WARNING),
        ("The drains all of them) were full.", "unbalanced", Severity.WARNING),
        ("They were “full.", "unbalanced", Severity.WARNING),
        ('They were "full.', "unbalanced", Severity.WARNING),
        ("Ann {AB>agreed to look.", "unbalanced", Severity.WARNING),
        ("It cost £xx.", "placeholder", Severity.ERROR),
        ("XX proposed it.", "placeholder", Severity.ERROR),
        ("It cost ??? in all.", "placeholder", Severity.ERROR),
        ("It was for [insert name] to do.", "placeholder", Severity.ERROR),
        ("The date is TBC.", "to-confirm", Severity.WARNING),
        ("Ben Namdrum(sp?) spoke.", "to-confirm", Severity.WARNING),
        ("Works would begin on Monday 17 July 2026.", "weekday", Severity.WARNING),
        ("Works would begin on 31 June 2026.", "no-such-day", Severity.ERROR),
        ("It went on and on...", "trails-off", Severity.WARNING),
        ("The report, marked ‘Agenda Item 9’, is filed.", "agenda-mark", Severity.WARNING),
        ("The next meeting would be on 1 June 2026.", "next-meeting-past", Severity.ERROR),
        ("S: The Council spoke of drains.", "stray-summary", Severity.TIP),
    ],
)
def test_a_line_with_something_wrong_is_found_where_it_stands(line: str, rule: str, severity: Severity) -> None:
    found = only(with_lines("The Council spoke of drains.", line))
    assert (found.rule, found.severity, found.position, found.line) == (rule, severity, DRAINAGE, 2)
    assert found.message.strip()
    assert found.advice.strip()


@pytest.mark.parametrize(
    "line",
    [
        "N: xx ??? the the (",
        "See https://northmere.example/a?b=xx&c=(1 for it.",
        "(xx) was the twentieth point; Part XX and paragraph 3(ii)(a) too.",
        "a) the first; b) the second; iv) the fourth :)",
        'A 12" pipe of “good” make.',
        'AM: That after "repair" be added "by September 2025"',
        "Councillor Long long ago said bye bye; it was very very wet.",
        "All members: it was for all to look out for water.",
        "A: All team members: look out for water by 3 July",
        "A: Officers to progress in line with members' comments by July",
        "It was on Friday 17 July 2026 or 29 February 2028.",
        "The report, marked ‘Agenda Item 3’, is filed.",
        "An e-mail to tbc@northmere.example was read.",
    ],
)
def test_what_is_in_order_is_not_found_fault_with(line: str) -> None:
    assert check(with_lines("The Council spoke of drains.", line)) == ()


def test_findings_come_in_the_order_of_the_minutes_and_are_counted() -> None:
    record = with_lines("The date is TBC.", "- Rain.", "- It cost £xx.", "A: AB: look")
    found = check(replace(record, meeting=replace(record.meeting, date=None)))
    assert [(each.position, each.line) for each in found] == sorted((each.position, each.line) for each in found)
    assert found[0].rule == "no-date"
    assert said_of(found) == "2 errors, 1 warning and 1 tip"
    assert [each.cited for each in found] == ["", "3", "3(ii)", "3 ACTION"]


def test_an_item_the_meeting_did_not_come_to_is_found() -> None:
    assert only(with_lines(state=ItemState.TO_COME, opened=None)).rule == "not-reached"
    going_on = replace(SOUND.meeting, state=MeetingState.IN_SESSION, closed=None)
    assert not rules(replace(with_lines(state=ItemState.TO_COME, opened=None), meeting=going_on))


def test_an_item_under_which_nothing_prints_is_found() -> None:
    assert only(with_lines("N: nobody spoke")).rule == "nothing-minuted"
    assert only(with_lines(state=ItemState.DEFERRED)).rule == "nothing-minuted"


def test_business_brought_in_wants_a_reason_of_urgency() -> None:
    late = item("Flood", "", "The Council spoke of the flood.")
    record = with_item(late)
    assert (only(record).rule, only(record).severity) == ("urgent-reason", Severity.ERROR)
    assert check(with_item(replace(late, urgent_because="the water was rising"))) == ()
    assert check(with_lines("The Chair took it as urgent.", kind=ItemKind.ORDINARY)) == ()
    # Read from a file, an item without a number has lost it.
    assert check(with_item(replace(late, opened=None))) == ()


@pytest.mark.parametrize("text", ["The minutes were confirmed.", "R: That the minutes be confirmed."])
def test_earlier_minutes_want_their_date(text: str) -> None:
    assert only(with_item(item("Minutes", "2", text, kind=ItemKind.PREVIOUS_MINUTES), 2)).rule == "previous-date"


def test_earlier_minutes_cannot_be_of_a_later_day() -> None:
    text = "R: That the minutes of 15 May 2027 be confirmed."
    found = only(with_item(item("Minutes", "2", text, kind=ItemKind.PREVIOUS_MINUTES), 2))
    assert "Saturday 15 May 2027" in found.message


def test_the_next_meeting_wants_a_date_to_come() -> None:
    def rule(text: str) -> set[str]:
        return rules(with_item(item("Next meeting", "4", text, kind=ItemKind.NEXT_MEETING), 4))

    assert rule("The next meeting will be on Friday 19 June 2026.") == {"next-meeting-past"}
    assert rule("The Council will meet again.") == {"next-meeting-date"}
    assert rule("The date is to be confirmed.") == set()
    assert rule("The next meeting will be on 17 July.") == set()


def test_exempt_business_wants_a_resolution_before_it_and_a_public_summary() -> None:
    exempt = with_lines("Terms were agreed.", exempt="3")
    assert rules(exempt) == {"exclusion", "public-summary"}
    summed_up = with_lines("Terms were agreed.", "S: The Council agreed terms.", exempt="3")
    assert rules(summed_up) == {"exclusion"}
    said = item("Exclusion", "2", "R: That the public be excluded under paragraph 3.", kind=ItemKind.EXCLUSION)
    items = (summed_up.items[0], said, *summed_up.items[2:])
    assert rules(replace(summed_up, items=items)) == set()
    other = replace(said, entries=item("", "", "R: That the public be excluded under paragraphs 1 and 2.").entries)
    assert rules(replace(summed_up, items=(items[0], other, *items[2:]))) == {"exclusion-paragraph"}


def test_before_the_meeting_only_its_words_are_looked_at() -> None:
    planned = replace(SOUND, meeting=Meeting(SOUND.meeting.date), presence=(), declarations=())
    assert check(planned) == ()


def test_the_demo_has_only_what_was_put_there_to_be_found() -> None:
    assert [each.rule for each in check(demo_record(datetime(2026, 11, 24, 10, 45)))] == ["roll-not-called", "query"]


def test_a_long_meeting_is_checked_in_a_moment() -> None:
    many = tuple(item(f"Business {at}", str(at), *["The Council (all of it) spoke."] * 20) for at in range(1, 101))
    started = datetime.now()
    check(Record(SOUND.body, SOUND.meeting, many, SOUND.presence))
    assert (datetime.now() - started).total_seconds() < 2


def test_a_resolution_that_breaks_off_is_found() -> None:
    for said in ("R: That the report", "R: That the annual accounts", "R: That the works be", "R: That it go to the"):
        assert "unfinished" in rules(with_lines(said)), said
    for said in ("R: That the report be noted", "R: That members agree", "R: That the Chair resign."):
        assert "unfinished" not in rules(with_lines(said)), said


def test_a_line_that_only_begins_the_next_is_found() -> None:
    assert "begun-twice" in rules(with_lines("The bank had", "The bank had held."))
    assert "begun-twice" not in rules(with_lines("It held.", "It held. All were glad."))
    assert "begun-twice" not in rules(with_lines("# The bank", "The bank had held."))
