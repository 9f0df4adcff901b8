from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk import notation, spans, wording
from clerk.model import Body, Declaration, Document, Entry, Item, Meeting, Movement, Presence, Record
from clerk.notation import Kind
from clerk.people.room import quorum_at
from clerk.sentences.sub_items import sub_headings
from clerk.terms import Attendance, BodyKind, Capacity, DocumentKind, ItemKind, ItemState, MovementKind, Outcome
from clerk.wording import declaration_sentence, usual_lines, usual_resolution

BODY = Body("Fenmarsh Flood Partnership", BodyKind.PARTNERSHIP, noun="Partnership", chair_title="Chairman")
REPORT = Document(presenter="Ada Wren", post="Drainage Engineer", organisation="Fenmarsh Borough Council")


def record(*items: Item, body: Body = BODY, presence: tuple[Presence, ...] = (), first: int = 12) -> Record:
    return Record(body, Meeting(date(2026, 6, 12), first_minute=first), items, presence)


def test_a_report_names_its_author_and_where_it_is_filed() -> None:
    item = Item("Pumping stations.", "7", documents=(REPORT,))
    assert usual_lines(record(item), 1) == (
        "The Partnership considered a report of Ada Wren, Drainage Engineer, Fenmarsh Borough Council, regarding"
        " Pumping stations. A copy of the report, marked 'Agenda Item 7', is filed with these minutes.",
    )


def test_a_report_of_nobody_known_and_not_on_the_agenda_still_reads() -> None:
    assert usual_lines(record(Item("Winter road closures", documents=(Document(),))), 1) == (
        "The Partnership considered a report regarding winter road closures."
        " A copy of the report is filed with these minutes.",
    )


def test_a_verbal_update_is_not_filed() -> None:
    document = replace(REPORT, kind=DocumentKind.VERBAL_UPDATE)
    assert usual_lines(record(Item("Sluice Programme update", "3", documents=(document,))), 1) == (
        "The Partnership received a verbal update from Ada Wren, Drainage Engineer, Fenmarsh Borough Council,"
        " regarding the Sluice Programme.",
    )


def test_an_update_given_in_a_report_is_called_one() -> None:
    [line] = usual_lines(record(Item("Office of the Flood Warden update", "3", documents=(REPORT,))), 1)
    assert "which provided an update on the Office of the Flood Warden." in line


@pytest.mark.parametrize(
    ("kinds", "filed", "resolved"),
    [
        (["report", "report"], "Copies of the reports, marked", "reports"),
        (
            ["report", "presentation"],
            "Copies of the report and the presentation slides,",
            "report and the presentation",
        ),
        (["presentation"], "A copy of the presentation slides, marked", "presentation"),
        (["presentation", "verbal update"], "A copy of the presentation slides, marked", "presentation and the update"),
    ],
)
def test_several_documents_are_received_filed_and_noted(kinds: list[str], filed: str, resolved: str) -> None:
    item = Item("Banks", "9", documents=tuple(replace(REPORT, kind=DocumentKind(kind)) for kind in kinds))
    [line] = usual_lines(record(item), 1)
    assert f"{filed}" in line
    assert ("also" in line) == (len(kinds) > 1)
    assert usual_resolution(record(item), 1) == f"That the contents of the {resolved} be noted."


def test_the_date_of_the_previous_minutes_comes_from_the_agenda() -> None:
    item = Item("Minutes", "2", ItemKind.PREVIOUS_MINUTES, note="Minutes of the meeting held on 6 March 2026 attached")
    assert "held on 6 March 2026 were taken as read" in usual_lines(record(item), 1)[0]
    assert usual_lines(record(replace(item, note="")), 1) == (
        "The minutes of the previous meeting were taken as read and confirmed as a correct record.",
    )


def test_the_action_log_is_filed_under_its_number_and_noted() -> None:
    assert usual_lines(record(Item("FFP Action Log.", "4", ItemKind.ACTION_LOG)), 1) == (
        "The Partnership considered the FFP Action Log, a copy of which, marked 'Agenda Item 4', is filed with these"
        " minutes.",
        "R: That the status of the FFP Action Log be noted.",
    )


@pytest.mark.parametrize(
    ("note", "said"),
    [
        (
            "Friday 18 September 2026 at 10.00 am",
            "next meeting of the Board take place on Friday 18 September 2026 at 10.00 am.",
        ),
        ("10am on 18 September", "next meeting of the Board take place on Friday 18 September 2026 at 10.00 am."),
        ("18.09.2026", "next meeting of the Board take place on Friday 18 September 2026."),
        (
            "18 September 2026, 2pm; 11 December 2026, 2.30pm",
            "next meetings of the Board take place on Friday 18 September 2026 at 2.00 pm and"
            " Friday 11 December 2026 at 2.30 pm.",
        ),
        ("Further to the meeting of 6 March 2026", "date of the next meeting be noted."),
    ],
)
def test_the_next_meeting_is_resolved_on_the_day_the_agenda_gives(note: str, said: str) -> None:
    item = Item("Date of next meeting", "12", ItemKind.NEXT_MEETING, note=note)
    assert usual_lines(record(item, body=replace(BODY, noun="Board")), 1) == (f"R: That the {said}",)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (ItemKind.MATTERS_ARISING, "There were no matters arising from the minutes of the previous meeting."),
        (ItemKind.URGENT, "There were no urgent items."),
        (ItemKind.QUESTIONS, "There were no questions."),
        (ItemKind.OTHER_BUSINESS, "There was no other business."),
    ],
)
def test_standing_items_have_their_nil_sentence(kind: ItemKind, said: str) -> None:
    assert usual_lines(record(Item("x", "1", kind)), 1) == (said,)


def test_headings_and_items_of_which_nothing_is_known_have_no_usual_words() -> None:
    assert usual_lines(record(Item("Part 2", kind=ItemKind.HEADING), Item("Sluices", "2")), 1) == ()
    assert usual_lines(record(Item("Part 2", kind=ItemKind.HEADING), Item("Sluices", "2")), 2) == ()


def test_apologies_are_noted_named_or_nil_as_the_house_has_it() -> None:
    sent = (Presence("Cllr A. Reed", status=Attendance.APOLOGIES), Presence("B. Sedge", status=Attendance.APOLOGIES))
    item = Item("Apologies", "1", ItemKind.APOLOGIES)
    parish = replace(BODY, style="parish")
    assert usual_lines(record(item, presence=sent), 1) == ("The list of apologies was noted.",)
    assert "from Cllr A. Reed and B. Sedge and" in usual_lines(record(item, body=parish, presence=sent), 1)[0]
    assert usual_lines(record(item), 1) == ("There were no apologies for absence.",)
    welcome = Item("Introductions", "1", ItemKind.INTRODUCTIONS)
    assert len(usual_lines(record(welcome, presence=sent), 1)) == 2
    assert len(usual_lines(record(welcome, item, presence=sent), 1)) == 1


def test_no_nil_sentence_is_offered_once_somebody_has_declared() -> None:
    item = Item("Declarations of interest", "3", ItemKind.DECLARATIONS)
    assert usual_lines(record(item), 1) == wording.none_declared_lines(record(item))
    declared = replace(record(item), declarations=(Declaration("Cllr A. Reed", made_at=1),))
    assert usual_lines(declared, 1) == wording.none_declared_lines(record(item))[:1]


def test_the_public_is_excluded_under_the_paragraphs_the_agenda_names() -> None:
    item = Item("Exclusion of the public", "9", ItemKind.EXCLUSION, note="Paragraphs 3 and 5 of Part 1 apply.")
    said = usual_resolution(record(item), 1)
    assert "Section 100A(4)" in said
    assert "in paragraphs 3 and 5 of Part 1 of Schedule 12A" in said
    assert "as defined in Part 1 of" in usual_resolution(record(replace(item, note="")), 1)
    assert "Admission to Meetings) Act 1960" in usual_resolution(record(item, body=replace(BODY, style="parish")), 1)


@pytest.mark.parametrize(
    ("note", "style", "act"),
    [
        ("Under the Licensing Act 2003 (Hearings) Regulations 2005", "county", "regulation 14(2) of the Licensing Act"),
        ("Public Bodies (Admission to Meetings) Act 1960", "county", "section 1(2) of the Public Bodies (Admission"),
        ("Under the Licensing Act 2003 (Hearings) Regulations 2005", "parish", "regulation 14(2) of the Licensing Act"),
        ("", "county", "Section 100A(4) of the Local Government Act 1972"),
    ],
)
def test_the_public_is_excluded_under_the_act_the_agenda_names(note: str, style: str, act: str) -> None:
    item = Item("Exclusion of the public", "9", ItemKind.EXCLUSION, note=note)
    assert act in usual_resolution(record(item, body=replace(BODY, style=style)), 1)


@pytest.mark.parametrize(
    ("title", "decision"),
    [
        ("(a) To approve the schedule of payments (attached).", "That the schedule of payments be approved."),
        (
            "To receive and accept the accounts to 31 October",
            "That the accounts to 31 October be received and accepted.",
        ),
        ("To approve {x>y} [sic]", r"That \{x>y\} [sic] be approved."),
        ("To approve the budget and to set the precept", "That the contents of the report be noted."),
        ("To consider the budget", "That the contents of the report be noted."),
        ("To agree whether to reply", "That the contents of the report be noted."),
    ],
)
def test_an_agenda_that_asks_for_one_thing_is_answered_in_its_own_words(title: str, decision: str) -> None:
    assert usual_resolution(record(Item(title, "8")), 1) == decision


def test_an_item_in_lettered_parts_has_a_sub_heading_for_each() -> None:
    note = "Papers to follow\n(a) Payments\n(ii) 26/1 {x>y} [sic]\nb) Accounts"
    assert sub_headings(Item("Finance", "8", note=note)) == (
        "# (a) Payments",
        r"# (ii) 26/1 \{x>y\} [sic]",
        "# b) Accounts",
    )
    assert sub_headings(Item("Finance", "8", note="(a) Payments")) == ()
    assert sub_headings(Item("Finance", "8", note="A. Reed will speak.\nB. Sedge will not.")) == ()


def test_an_election_is_worded_only_when_the_roll_says_who_was_elected() -> None:
    item = Item("Election of Chairman", "1", ItemKind.ELECTION)
    chair = Presence("Cllr A. Reed", status=Attendance.PRESENT, chair=True)
    assert usual_resolution(record(item), 1) == ""
    assert usual_resolution(record(item, presence=(chair,)), 1) == "That Cllr A. Reed be elected Chairman for 2026/27."
    assert usual_resolution(record(replace(item, title="Election of Vice-Chairman"), presence=(chair,)), 1) == ""


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])), st.sampled_from(ItemKind))
def test_words_of_the_agenda_print_as_they_stand_whatever_they_are(title: str, kind: ItemKind) -> None:
    item = Item(title, "7", kind, title, documents=(replace(REPORT, title=title, presenter="{x>y}"),))
    for line in usual_lines(record(item), 1):
        read = notation.parse(line)
        assert read.kind in (Kind.PARAGRAPH, Kind.RESOLVED)
        assert not spans.marked(read.text)
    assert not spans.marked(usual_resolution(record(item), 1))
    assert not spans.marked(wording.usual_deferral(record(item), 1))


@pytest.mark.parametrize(
    ("declaration", "said"),
    [
        (Declaration("Cllr A. Reed"), "declared an interest."),
        (Declaration("Cllr A. Reed", "personal"), "declared a personal interest."),
        (Declaration("Cllr A. Reed", "NHS"), "declared an NHS interest."),
        (Declaration("Cllr A. Reed", "Other Registerable Interest"), "declared an Other Registerable Interest."),
        (
            Declaration("Cllr A. Reed", "pecuniary", "as owner of Sluice Farm.", (1,), Outcome.LEFT),
            "declared a pecuniary interest in agenda item 7 (Banks), as owner of Sluice Farm,"
            " and left the meeting while that business was considered.",
        ),
        (
            Declaration("Cllr A. Reed", "", "", (1, 2, 9), Outcome.STAYED),
            "declared an interest in agenda item 7 (Banks) and minute 13 (Late item) and remained in the meeting.",
        ),
        (
            Declaration("Cllr A. Reed", "", "His brother farms there"),
            "declared an interest, in that his brother farms there.",
        ),
        (
            Declaration("Cllr A. Reed", "", "governor of the school"),
            "declared an interest, namely governor of the school.",
        ),
        (Declaration("Cllr A. Reed", "Predetermination"), "declared predetermination."),
        (Declaration("Cllr A. Reed", "That she worked for RSPB Fens"), "declared that she worked for RSPB Fens."),
        (
            Declaration("Cllr A. Reed", "personal", "", (), Outcome.SPOKE_THEN_LEFT),
            "declared a personal interest and, having spoken, left the meeting while that business was considered.",
        ),
    ],
)
def test_a_declaration_reads_well_with_and_without_each_part(declaration: Declaration, said: str) -> None:
    meeting = record(Item("Banks.", "7"), Item("Late item"))
    assert declaration_sentence(declaration, meeting) == f"Cllr A. Reed {said}"


def test_members_attending_count_for_the_quorum_and_officers_do_not() -> None:
    roll = (
        Presence("A", status=Attendance.PRESENT, chair=True),
        Presence("B", status=Attendance.SUBSTITUTE, remote=True),
        Presence("C", status=Attendance.APOLOGIES),
        Presence("D", capacity=Capacity.OFFICER, status=Attendance.PRESENT),
    )
    meeting = record(presence=roll)
    assert quorum_at(meeting).here == 2
    left = Movement("B", MovementKind.LEFT, datetime(2026, 6, 12, 11))
    assert quorum_at(replace(meeting, movements=(left,))).here == 1


def test_points_are_introduced_by_what_they_arise_from() -> None:
    talk = Item("Banks", documents=(replace(REPORT, kind=DocumentKind.PRESENTATION),))
    assert wording.points_lead_in(record(talk), 1) == "Arising from the presentation the following points were noted:"
    assert wording.points_lead_in(record(Item("Banks")), 1) == "In discussion the following points were noted:"
    lead_in = wording.points_lead_in(record(talk), 1)
    assert wording.points_begun(record(talk), 1) == (lead_in, "- ")
    for line in (lead_in, "- A point."):
        assert wording.points_begun(record(replace(talk, entries=(Entry(line),))), 1) == ()
    assert wording.points_begun(record(Item("Banks")), 1) == ()


def test_the_chairman_elected_is_who_took_the_chair_and_not_who_left_it() -> None:
    elects = Item("Election of Chairman", "1", ItemKind.ELECTION, state=ItemState.OPEN)
    roll = (Presence("A", status=Attendance.PRESENT, chair=True), Presence("B", status=Attendance.PRESENT))
    meeting, at = record(elects, presence=roll), datetime(2026, 6, 12, 11)
    assert usual_resolution(meeting, 1) == "That A be elected Chairman for 2026/27."
    left = Movement("A", MovementKind.LEFT, at, 1)
    assert usual_resolution(replace(meeting, movements=(left,)), 1) == ""
    took = replace(meeting, movements=(left, Movement("B", MovementKind.TOOK_THE_CHAIR, at, 1)))
    assert usual_resolution(took, 1) == "That B be elected Chairman for 2026/27."
