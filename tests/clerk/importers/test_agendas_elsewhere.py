"""Agendas in the styles of a parish, a combined authority, Wales and Scotland, all invented."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clerk.importers.reading import Reading
from clerk.importers.recognise import read_text
from clerk.model import Item
from clerk.terms import ItemKind
from tests.clerk.importers.test_import_loses_nothing import lost_by_both
from tests.clerk.importers.word_agendas import bold, listed, outline, p, read, table

SUMMONS = (
    "You are hereby summoned to attend the Ordinary Meeting of Wharfdown Parish Council to be held in the Village "
    "Hall, Mill Lane on Tuesday 12th January 2027 at 7.15pm for the purpose of transacting the following business."
)
EASTMARCH = """EASTMARCH COMBINED AUTHORITY
TRANSPORT COMMITTEE
Wednesday 10 March 2027 at 10.00 am
The Exchange, 4 Foundry Street, Eastmarch

Item	Page	Time
1. Apologies for absence		10.00
2. Minutes of the meeting held on 13 January 2027	3 - 10	10.05
3. Bus Franchising 2027	11	10.10
Report of the Executive Director of Transport
4. Date of next meeting	-	11.30
"""
GLANFAES = """CYNGOR SIR GLANFAES / GLANFAES COUNTY COUNCIL

PWYLLGOR CRAFFU ADNODDAU
RESOURCES SCRUTINY COMMITTEE

Dydd Mawrth, 16 Chwefror 2027 am 2.00 y.p. / Tuesday, 16 February 2027 at 2.00 p.m.
Siambr y Cyngor, Neuadd y Sir / Council Chamber, County Hall

Aelodau / Members: Y Cynghorwyr / Councillors A. Rees (Cadeirydd / Chair), B. Puw, C. Lloyd

AGENDA

1. YMDDIHEURIADAU / APOLOGIES
Derbyn ymddiheuriadau am absenoldeb.
2. COFNODION / MINUTES (Tudalennau / Pages 3 - 8)
To confirm the minutes of the meeting held on 12 January 2027.
3. CYLLIDEB 2027/28 / BUDGET 2027/28
Adroddiad y Pennaeth Cyllid / Report of the Head of Finance
Recommendation: That the Committee notes the report.
4. EITHRIO'R CYHOEDD / EXCLUSION OF THE PUBLIC
"""
STRATHLINN = """STRATHLINN COUNCIL

EDUCATION AND CHILDREN'S SERVICES COMMITTEE

You are requested to attend the above meeting in the Council Chambers, Kirk Road, Linnton on THURSDAY, 4 MARCH 2027 at
10.30 AM.

BUSINESS

1  SEDERUNT AND APOLOGIES
2  MINUTE OF PREVIOUS MEETING (Pages 5 - 12)
3  NOTICES OF MOTION
3.1  By Councillor Ada Flow
"That this Committee agrees to open the library at Linnton on Saturdays."
4  SCHOOL ESTATE STRATEGY (Pages 13 - 40)
Report by Executive Director (Education)
5  SCHOOL TRANSPORT CONTRACT (Pages 41 - 44)
Not for publication by virtue of paragraph 8 of Part 1 of Schedule 7A.

Jo Tan
Chief Executive
25 February 2027

To: Councillors Flow (Convener), Small (Vice Convener), Pike and Lock
""".replace("at\n10.30", "at 10.30")


def item(reading: Reading, number: str) -> Item:
    return next(each for each in reading.record.items if each.agenda_number == number)


def held(reading: Reading) -> tuple[str, date | None, time | None, str]:
    meeting = reading.record.meeting
    return reading.record.body.name, meeting.date, meeting.time, meeting.venue


def test_the_summons_of_a_parish_says_who_meets_where_and_when() -> None:
    reading = read(
        bold("WHARFDOWN PARISH COUNCIL"),
        p("To: All Members of the Council"),
        p(SUMMONS),
        p("Jo Tan"),
        p("Clerk to the Council"),
        listed("Apologies for absence – to receive and approve"),
        listed("Reports"),
        listed("County Councillor", 1, 1),
        listed("Clerk's report (Appendix A)", 1, 1),
        listed("Date of next meeting"),
    )
    assert held(reading) == ("Wharfdown Parish Council", date(2027, 1, 12), time(19, 15), "Village Hall, Mill Lane")
    assert outline(reading) == [
        "1 Apologies for absence – to receive and approve",
        "2 Reports",
        "2.1 County Councillor",
        "2.2 Clerk's report (Appendix A)",
        "3 Date of next meeting",
    ]
    assert not any("goes ahead as planned" in str(doubt) for doubt in reading.doubts)


def test_a_summons_to_the_parish_council_leaves_the_name_it_has_above() -> None:
    reading = read_text(
        "WHARFDOWN PARISH COUNCIL\n\nYou are hereby summoned to attend the meeting of the Parish Council to be held in "
        "the Village Hall on Tuesday 12 January 2027 at 7.15 pm.\n\nAGENDA\n1. Apologies\n2. Planning\n"
    )
    assert held(reading) == ("Wharfdown Parish Council", date(2027, 1, 12), time(19, 15), "Village Hall")


def test_minutes_of_the_meeting_do_not_say_whose_it_was() -> None:
    reading = read_text("Minutes of the meeting held on 12 January 2027\n1. Apologies\nNone.\n2. Planning\nAgreed.\n")
    assert held(reading)[:2] == ("", date(2027, 1, 12))
    assert any("does not name the body" in str(doubt) for doubt in reading.doubts)


def test_page_and_time_columns_are_no_part_of_the_titles() -> None:
    reading = read_text(EASTMARCH)
    street = "The Exchange, 4 Foundry Street, Eastmarch"
    assert held(reading) == ("Transport Committee", date(2027, 3, 10), time(10), street)
    assert [each.title for each in reading.record.items] == [
        "Apologies for absence",
        "Minutes of the meeting held on 13 January 2027",
        "Bus Franchising 2027",
        "Date of next meeting",
    ]
    assert item(reading, "3").note == "Time: 10.10\nReport of the Executive Director of Transport"
    assert [len(each.documents) for each in reading.record.items] == [0, 1, 1, 0]


def test_numbers_at_the_end_of_titles_stay_where_they_are_no_pages() -> None:
    text = "Quay Board\n9 March 2027\nItem Page\n1. Zone 30\n2. Route 7\n3. Lamps\n"
    assert [each.title for each in read_text(text).record.items] == ["Zone 30", "Route 7", "Lamps"]


def test_a_table_with_item_page_and_time_has_one_report_for_each_paper() -> None:
    reading = read(
        bold("Transport Committee"),
        p("Date: Wednesday 10 March 2027"),
        table(
            ["Item", "Subject", "Page", "Time"],
            ["1.", "Minutes of the meeting held on 13 January 2027", "3 - 10", "10.00"],
            ["2.", p("Bus Franchising") + p("Report of the Head of Buses"), "11 - 60", "10.10"],
            ["3.", "Close", "", ""],
        ),
    )
    assert [[(paper.kind.value, paper.presenter) for paper in each.documents] for each in reading.record.items] == [
        [("other", "")],
        [("report", "the Head of Buses")],
        [],
    ]


def test_a_bilingual_agenda_is_read_by_either_language() -> None:
    reading = read_text(GLANFAES)
    venue = "Siambr y Cyngor, Neuadd y Sir / Council Chamber, County Hall"
    assert held(reading) == ("Resources Scrutiny Committee", date(2027, 2, 16), time(14), venue)
    assert [(one.name, one.chair) for one in reading.record.presence] == [
        ("Councillor A. Rees", True),
        ("Councillor B. Puw", False),
        ("Councillor C. Lloyd", False),
    ]
    kinds = [each.kind for each in reading.record.items]
    assert kinds == [ItemKind.APOLOGIES, ItemKind.PREVIOUS_MINUTES, ItemKind.ORDINARY, ItemKind.EXCLUSION]
    assert item(reading, "3").documents[0].presenter == "the Head of Finance"
    assert item(reading, "2").title == "COFNODION / MINUTES"


def test_a_welsh_agenda_is_read_without_any_english() -> None:
    reading = read_text(
        "Cyngor Tref Glanfaes\nAGENDA\nCyfarfod o'r Pwyllgor Mwynderau a gynhelir yn Neuadd y Dref ddydd Llun 8 Mawrth "
        "2027 am 7.00 y.h.\n1. Ymddiheuriadau\n2. Datganiadau o fuddiant\n3. Cofnodion\n4. Dyddiad y cyfarfod nesaf\n"
    )
    assert held(reading) == ("Pwyllgor Mwynderau", date(2027, 3, 8), time(19), "Neuadd y Dref")
    kinds = [ItemKind.APOLOGIES, ItemKind.DECLARATIONS, ItemKind.PREVIOUS_MINUTES, ItemKind.NEXT_MEETING]
    assert [each.kind for each in reading.record.items] == kinds


def test_a_scottish_agenda_ends_with_who_signed_it_and_whom_it_went_to() -> None:
    reading = read_text(STRATHLINN)
    body, venue = "Education and Children's Services Committee", "Council Chambers, Kirk Road, Linnton"
    assert held(reading) == (body, date(2027, 3, 4), time(10, 30), venue)
    assert item(reading, "2").kind is ItemKind.PREVIOUS_MINUTES
    assert item(reading, "3.1").title == "By Councillor Ada Flow"
    last = item(reading, "5")
    assert (last.exempt, last.note) == ("8", "Not for publication by virtue of paragraph 8 of Part 1 of Schedule 7A.")
    assert [(one.name, one.post, one.chair) for one in reading.record.presence] == [
        ("Councillor Flow", "", True),
        ("Councillor Small", "Vice Convener", False),
        ("Councillor Pike", "", False),
        ("Councillor Lock", "", False),
    ]
    assert reading.record.meeting.note.endswith("Jo Tan\nChief Executive\n25 February 2027")


@pytest.mark.parametrize("text", [EASTMARCH, GLANFAES, STRATHLINN], ids=["combined", "Welsh", "Scottish"])
def test_no_line_of_these_is_lost(text: str) -> None:
    assert lost_by_both(text, read_text(text)) == []


CALLS = ("You are summoned to attend a meeting", "Notice is hereby given that the annual meeting", "The meeting")
BODIES = (" of the Quay Board", " of Wharfdown Parish Council", "")
PLACES = (" to be held in the Old School, Mill Lane", " will be held at Quay House", "")
DAYS = (" on Tuesday 12 January 2027", " on 9th March 2027 at 7.15pm", " next week")
TAILS = (" in the Town Hall.", " to transact the business below.", " Please bring a torch.", ".")
ENDS = ("Jo Tan", "Clerk to the Council", "3 March 2027", "To: All members", "Lamps are lit", "Cllr A. Ash", "")


@settings(max_examples=80)
@given(
    st.tuples(*map(st.sampled_from, (CALLS, BODIES, PLACES, DAYS, TAILS))).map("".join),
    st.lists(st.sampled_from(ENDS), max_size=5).map("\n".join),
)
def test_nothing_of_a_summons_or_of_the_close_is_lost(summons: str, end: str) -> None:
    text = f"{summons}\n1. Apologies\n2. Lamps\n{end}\n"
    assert lost_by_both(text, read_text(text)) == []
