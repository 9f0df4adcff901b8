"""Earlier minutes put right: how lines are cited, and how the amendment is minuted and shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from hypothesis import given, settings

from clerk.afterwards.amending import ToMinute, amended, citable, confirmation_at, minuted, say_confirmed, say_minutes
from clerk.afterwards.parts import Amendment, AmendmentAgreed, Confirmation
from clerk.afterwards.since import Afterwards
from clerk.copying.afterwards import public_afterwards
from clerk.copying.confirmed import as_it_will_print, confirmed_minutes
from clerk.minutes import Paragraph, Role, Table, plain
from clerk.model import Entry, Movement, Presence, Record
from clerk.showing.meetings import whole_meeting
from clerk.terms import Attendance, MeetingState, MovementKind
from tests.clerk.hostile import records
from tests.clerk.two_meetings import JUNE, SEPTEMBER, confirmed

DAY = date(2026, 6, 19)
WEEKS = Amendment(
    2, 2, "25(i)", "- The trial ran for six weeks.", "- The trial ran for eight weeks.", date(2026, 9, 18), 31
)
PLAIN = "The minutes of the meeting held on 19 June 2026 were taken as read and confirmed as a correct record."
SUBJECT = f"{PLAIN[:-1]}, subject to minute 25(i) being amended to read:"


def _page(text: str, agreed: tuple[AmendmentAgreed, ...] = ()) -> Record:
    item = replace(SEPTEMBER.items[1], entries=tuple(map(Entry, text.split("\n"))) if text else ())
    return replace(SEPTEMBER, items=(SEPTEMBER.items[0], item), afterwards=Afterwards(agreed=agreed))


def _with(*amendments: Amendment) -> Record:
    return replace(JUNE, afterwards=Afterwards(amendments=amendments))


def test_every_line_that_prints_is_cited_as_minutes_cite_it() -> None:
    assert [(each.position, each.line, each.minute) for each in citable(JUNE)] == [
        *(
            (1, 1, "24"),
            (2, 1, "25"),
            (2, 2, "25(i)"),
            (2, 4, "25(ii)"),
            (2, 5, "25(a)"),
            (2, 6, "25(b)"),
            (3, 1, "26"),
        ),
    ]


def test_on_an_empty_page_the_amendment_brings_the_sentence_that_the_minutes_were_confirmed() -> None:
    page = minuted(_page(""), 2, ToMinute(DAY, "25(i)", WEEKS.new))
    assert page == (SUBJECT, "> “The trial ran for eight weeks.”")


def test_the_usual_sentence_that_stands_there_is_turned_into_the_amended_one_in_its_place() -> None:
    page = minuted(_page(f"N: mine\n{PLAIN}\nR: That they be signed"), 2, ToMinute(DAY, "25(i)", WEEKS.new))
    assert page == ("N: mine", SUBJECT, "> “The trial ran for eight weeks.”", "R: That they be signed")


def test_a_further_amendment_goes_below_the_first_and_one_thought_better_of_takes_its_place() -> None:
    agreed = AmendmentAgreed(2, DAY, "25(i)", WEEKS.old, WEEKS.new)
    first = "\n".join(minuted(_page(""), 2, ToMinute(DAY, "25(i)", WEEKS.new)))
    record = _page(f"{first}\nMore was said.", (agreed,))
    further = minuted(record, 2, ToMinute(DAY, "24", "None."))
    assert further[2:] == ("and to minute 24 being amended to read:", "> “None.”", "More was said.")
    better = minuted(record, 2, ToMinute(DAY, "25(i)", "- The trial ran for nine weeks.", before=WEEKS.new))
    assert better == (SUBJECT, "> “The trial ran for nine weeks.”", "More was said.")


def test_the_new_words_of_an_exempt_minute_are_not_minuted_under_a_public_item() -> None:
    page = minuted(_page(PLAIN), 2, ToMinute(DAY, "26", "Sold for eleven.", exempt=True))
    assert page == (f"{PLAIN[:-1]}, subject to an amendment of exempt minute 26.",)
    agreed = AmendmentAgreed(2, DAY, "26", "Sold for ten.", "Sold for eleven.", exempt=True)
    further = minuted(_page("\n".join(page), (agreed,)), 2, ToMinute(DAY, "24", "None."))
    assert further[1:] == ("and to minute 24 being amended to read:", "> “None.”")


def test_braces_in_the_new_words_print_as_they_are() -> None:
    page = minuted(_page(""), 2, ToMinute(DAY, "25(ii)", "- It cost {KL>a little} [sic]."))
    assert page[1] == "> “It cost KL a little [sic].”"


def test_amendments_are_made_in_place_and_the_last_agreed_of_a_line_holds() -> None:
    record = _with(
        WEEKS, replace(WEEKS, new="- The trial ran for nine weeks."), replace(WEEKS, line=0), replace(WEEKS, item=9)
    )
    lines = [entry.line for entry in amended(record).items[1].entries]
    assert lines[:2] == ["It was noted:", "- The trial ran for nine weeks."]
    assert lines[2:] == [entry.line for entry in JUNE.items[1].entries][2:]
    assert record.items == JUNE.items


def test_the_confirmed_copy_is_no_draft_and_says_who_signs_and_when_and_where_it_was_confirmed() -> None:
    minutes = confirmed_minutes(confirmed(_with(WEEKS)))
    said = [plain(block.runs) for block in minutes.blocks if isinstance(block, Paragraph)]
    assert minutes.status == ""
    assert not [each for each in said if "DRAFT" in each]
    assert [each for each in said if each.startswith("NOT FOR PUBLICATION")]
    assert said[-1] == (
        "Confirmed as a correct record, with minute 25(i) as amended, at a meeting of the Northmere Board held at"
        " Room 2 on Friday 18 September 2026 (minute 31)."
    )
    table = minutes.blocks[-1]
    assert isinstance(table, Table)
    assert (table.header, table.rows) == (
        ("Signed by", "Signature", "Date"),
        (("Cllr A. Example (in the Chair)", "", ""),),
    )


def test_confirmed_without_amendment_where_little_is_known_it_still_reads() -> None:
    record = replace(confirmed(JUNE), afterwards=Afterwards(confirmation=Confirmation()))
    blocks = confirmed_minutes(record, public=True).blocks
    note, table = blocks[-2:]
    assert isinstance(note, Paragraph)
    assert plain(note.runs) == "Confirmed as a correct record at a meeting of the Northmere Board."
    assert isinstance(table, Table)
    assert table.rows == (("Chairman", "", ""),)
    assert say_confirmed(record) == "Confirmed as a correct record."


def test_a_preview_shows_the_minutes_as_amended_as_draft_until_confirmed() -> None:
    assert "eight weeks" in repr(as_it_will_print(_with(WEEKS)))
    assert as_it_will_print(_with(WEEKS)).status == "DRAFT"
    assert as_it_will_print(confirmed(_with(WEEKS))).status == ""
    assert [block for block in as_it_will_print(JUNE).blocks if getattr(block, "role", None) is Role.STATUS]


def test_an_amendment_is_shown_in_both_meetings() -> None:
    assert "[amended on 18 September 2026 (minute 31): minute 25(i) to read “The trial ran for eight weeks.”]" in (
        whole_meeting(_with(WEEKS))
    )
    agreed = AmendmentAgreed(2, DAY, "25(i)", WEEKS.old, WEEKS.new)
    assert "[agreed here: minute 25(i) of 19 June 2026 amended to read “The trial ran for eight weeks.”]" in (
        whole_meeting(_page("", (agreed,)))
    )


def test_several_minutes_are_named_once_each() -> None:
    assert say_minutes([WEEKS, WEEKS, replace(WEEKS, minute="24")]) == "minutes 25(i) and 24"


def test_who_signs_is_who_is_in_the_chair_unless_it_is_said() -> None:
    assert confirmation_at(SEPTEMBER) == Confirmation(date(2026, 9, 18), "Room 2", None, "Cllr A. Example")
    assert confirmation_at(SEPTEMBER, "Cllr B. Other").by == "Cllr B. Other"
    left = Movement("Cllr A. Example", MovementKind.LEFT, datetime(2026, 9, 18, 10))
    took = Movement("Cllr B. Other", MovementKind.TOOK_THE_CHAIR, datetime(2026, 9, 18, 10))
    there = (*SEPTEMBER.presence, Presence("Cllr B. Other", status=Attendance.PRESENT))
    assert confirmation_at(replace(SEPTEMBER, presence=there, movements=(left, took))).by == "Cllr B. Other"
    assert confirmation_at(replace(SEPTEMBER, movements=(left,))).by == ""


def test_for_the_public_an_amendment_points_at_the_line_as_the_public_has_it_and_says_nothing_exempt() -> None:
    cost, land = replace(WEEKS, line=4), replace(WEEKS, item=3, line=1, old="Sold for ten.", new="Sold for eleven.")
    note = replace(WEEKS, old="N: mine", new="N: still mine")
    public = public_afterwards(_with(cost, land, note))
    assert public.amendments == (replace(cost, line=3), replace(land, line=0, old="", new=""))


@settings(max_examples=25)
@given(records())
def test_whatever_was_amended_to_whatever_the_minutes_can_be_shown_and_confirmed(record: Record) -> None:
    record = replace(record, meeting=replace(record.meeting, state=MeetingState.CONFIRMED))
    assert whole_meeting(record)
    assert as_it_will_print(record).blocks
    for each in citable(record):
        assert minuted(record, each.position, ToMinute(DAY, each.minute, each.text))
