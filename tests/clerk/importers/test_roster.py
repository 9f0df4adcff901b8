"""A body's roster from whatever file it comes in."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clerk.importers.reading import UnreadableError
from clerk.importers.roster import read_roster, read_roster_text
from clerk.importers.rosters.csv import csv_of
from clerk.importers.rosters.reading import RosterReading
from clerk.language.text import clean_line
from clerk.people.membership import Member
from clerk.people.pasted_roll import people_pasted
from clerk.terms import Capacity
from tests.clerk.importers.word_agendas import bold, p, table, word_file, written

COMMITTEE = """<html><body><div id="modgov"><h1 class="mgMainTitleTxt">Committee details</h1>
<h2 class="mgSubTitleTxt">Northmere Parks Committee</h2><h2 class="mgSectionTitle">Membership</h2>
<ul class="mgBulletList"><li><a href="mgUserInfo.aspx?UID=1">Councillor Ann Ash</a>&nbsp; &#40;Chair&#41;</li>
<li><a href="#">Councillor Bo Birch</a> (Vice-Chair)</li><li><a href="#">Cy Cole</a> (Parks Trust)</li>
<li>Vacancy</li></ul>
<h2 class="mgSectionTitle">Substitutes</h2><ul><li>Councillor Di Dunn</li></ul>
<h2 class="mgSectionTitle">Contact information</h2><ul><li>Nobody here</li></ul></div></body></html>"""

ATTENDANCE = """<html><body><div id="modgov"><h2 class="mgSubTitleTxt">Meeting attendance details for Northmere Parks
Committee, Thursday, 12th March, 2026 10.00 am</h2><table summary="Table of meeting attendance"><tr><th>Attendee</th>
<th>Role</th><th>Attendance</th></tr><tr><td>Councillor Ann Ash</td><td>Chair</td><td>Present</td></tr>
<tr><td>Councillor Bo Birch</td><td>Committee Member</td><td>Apologies</td></tr>
<tr><td>Councillor Di Dunn</td><td>Committee Member</td><td>Present, as substitute</td></tr>
<tr><td>Ed Elm</td><td>Officer</td><td>In attendance</td></tr>
<tr><td>Flo Gray</td><td>Observer</td><td>Present</td></tr>
</table></div></body></html>"""


def told(reading: RosterReading) -> list[str]:
    marks = {"chair": "chair", "substitute": "sub"}
    return [
        ", ".join(
            [each.name, each.post, each.organisation, *(word for mark, word in marks.items() if getattr(each, mark))]
        )
        + (" officer" if each.capacity is Capacity.OFFICER else "")
        for each in reading.members
    ]


def test_the_page_of_a_committee_gives_its_members_and_substitutes() -> None:
    reading = read_roster_text(COMMITTEE)
    assert told(reading) == [
        "Councillor Ann Ash, , , chair",
        "Councillor Bo Birch, Vice-Chair, ",
        "Cy Cole, , Parks Trust",
        "Councillor Di Dunn, , , sub",
    ]
    assert reading.body == "Northmere Parks Committee"
    assert "A vacancy was left out" in str(reading.doubts)


def test_the_page_of_attendance_gives_those_who_belong_and_its_day() -> None:
    reading = read_roster_text(ATTENDANCE)
    assert told(reading) == [
        "Councillor Ann Ash, , , chair",
        "Councillor Bo Birch, , ",
        "Councillor Di Dunn, , , sub",
        "Ed Elm, ,  officer",
    ]
    assert (reading.body, str(reading.day)) == ("Northmere Parks Committee", "2026-03-12")
    assert "Flo Gray is a guest" in str(reading.doubts)


def test_both_pages_copied_as_text_say_the_same() -> None:
    committee = (
        "Committee details\nNorthmere Parks Committee\nBrowse meetings\nMembership\n• Councillor Ann Ash  (Chair)\n"
        "• Councillor Bo Birch  (Vice-Chair)\n• Cy Cole (Parks Trust)\n• Vacancy\nSubstitutes\n• Councillor Di Dunn\n"
        "Contact information\nSupport officer: Ed Elm. Tel: 01\n"
    )
    attendance = (
        "Attendance details\nMeeting attendance details for Northmere Parks Committee, Thursday, 12th March, 2026\n"
        "Attendee\tRole\tAttendance\nCouncillor Ann Ash\tChair\tPresent\n"
        "Councillor Bo Birch\tCommittee Member\tApologies\n"
        "Councillor Di Dunn\nCommittee Member\nPresent, as substitute\nEd Elm\nOfficer\nIn attendance\n"
    )
    for text, page in ((committee, COMMITTEE), (attendance, ATTENDANCE)):
        reading, other = read_roster_text(text), read_roster_text(page)
        assert (reading.members, reading.body, reading.day) == (other.members, other.body, other.day)


SPREADSHEET = """\
Ward|Surname|First name|Title|Representing|Job title|Initials|Chair|Substitute|Type
North|Ash|Zoë|Cllr|Vale Council|Leader|ZA|x||member
|Birch|Bo|||Ranger|||Yes|Officer
||||Nobody|||||"""


@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_spreadsheet_is_read_by_its_headings_however_it_was_saved(mark: str, encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "roster.csv"
    path.write_bytes(SPREADSHEET.replace("|", mark).replace("\n", "\r\n").encode(encoding))
    reading = read_roster(path)
    ash, birch = reading.members
    assert ash == Member("Cllr Zoë Ash", "Leader", "Vale Council", Capacity.MEMBER, "ZA", chair=True)
    assert birch == Member("Bo Birch", "Ranger", "", Capacity.OFFICER, substitute=True)
    said = "\n".join(map(str, reading.doubts))
    assert "No use was found for the column Ward." in said
    assert "line 4: This row has no name" in said


def test_a_plain_list_is_read_a_person_a_line() -> None:
    reading = read_roster_text(
        "Northmere Board roster\n\nCllr A. Ash (Chair)\n2. Bo Birch, Ranger, Vale Parks\nCllr C. Cole – Vale Council\n"
        "Councillors D. Dunn and E. Elm\nSubstitute members:\nCllr F. Gray\nOfficers\nHal Ives\tClerk to the Board\n"
    )
    assert told(reading) == [
        "Cllr A. Ash, , , chair",
        "Bo Birch, Ranger, Vale Parks",
        "Cllr C. Cole, , Vale Council",
        "Councillor D. Dunn, , ",
        "Councillor E. Elm, , ",
        "Cllr F. Gray, , , sub",
        "Hal Ives, Clerk to the Board,  officer",
    ]
    assert "This line names nobody and was left out: “Northmere Board roster”." in str(reading.doubts)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b"PK\x03\x04 xl/workbook.xml", "save the sheet as CSV"),
        (b"Name,Post\n", "names nobody"),
        (b"<html><body><p>Hello</p></body></html>", "no list of members"),
    ],
)
def test_what_is_no_roster_is_refused_in_a_sentence(data: bytes, said: str, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(data)
    with pytest.raises(UnreadableError, match=said):
        read_roster(path)


TEXTS = st.text(max_size=12).map(clean_line)


@settings(max_examples=100)
@given(
    st.lists(
        st.builds(
            Member,
            TEXTS.filter(bool).map(lambda name: f"Cllr {name}"),
            *(TEXTS, TEXTS, st.sampled_from((Capacity.MEMBER, Capacity.OFFICER)), TEXTS, st.booleans(), st.booleans()),
        ),
        max_size=4,
        unique_by=lambda member: member.name.casefold(),
    )
)
def test_what_is_written_as_csv_is_read_back(members: list[Member]) -> None:
    assert list(read_roster_text(csv_of(members)).members) == members


def test_a_word_file_with_a_table_between_its_lists_is_read_in_its_order(tmp_path: Path) -> None:
    data = word_file(
        bold("Membership of the Parks Committee (3)"),
        p("Chair: Councillor Ada Moss"),
        table(
            ["Name", "Party", "Ward"],
            ["Councillor Ada Moss", "Labour", "Northgate"],
            ["Councillor Bo Reed", "Green", ""],
        ),
        p("Substitutes"),
        p("Councillor Di Dent (Labour)"),
        p("Officers"),
        p("Clerk to the Committee: Jo Tan"),
    )
    reading = read_roster(written(tmp_path, "roster.docx", data))
    assert told(reading) == [
        "Councillor Ada Moss, , Labour, Northgate, chair",
        "Councillor Bo Reed, , Green",
        "Councillor Di Dent, , Labour, sub",
        "Jo Tan, Clerk to the Committee,  officer",
    ]
    assert (reading.body, reading.reader) == ("Parks Committee", "list in columns (CSV), in a Word file")


@pytest.mark.parametrize("mark", ["\t", " | ", "     "])
def test_lists_of_parties_side_by_side_are_read_down_and_not_across(mark: str) -> None:
    rows = (("Labour (2)", "Green"), ("Councillor Ada Moss (Chair)", "Councillor Bo Reed"), ("Cllr Cy Lamb", "Vacancy"))
    text = "\n".join(map(mark.join, rows))
    said = [("Councillor Ada Moss", "Labour"), ("Cllr Cy Lamb", "Labour"), ("Councillor Bo Reed", "Green")]
    assert [(each.name, each.organisation) for each in read_roster_text(text).members] == said
    assert [(each.name, each.organisation) for each in people_pasted(text.split("\n"))][:3] == said


def test_a_row_that_may_be_of_any_party_puts_nobody_of_the_table_into_one() -> None:
    text = "Labour     Green\nCouncillor Ada Moss     Councillor Bo Reed\nCouncillor Cy Lamb"
    assert not {each.organisation for each in people_pasted(text.split("\n"))} & {"Labour", "Green"}


def test_who_stands_below_such_lists_is_of_none_of_the_parties(tmp_path: Path) -> None:
    lists = table(["Labour", "Green"], ["Councillor Ada Moss", "Councillor Bo Reed"], ["", "Councillor Cy Lamb"])
    path = written(tmp_path, "roster.docx", word_file(lists, p("Councillor Di Dent")))
    assert [(each.name, each.organisation) for each in read_roster(path).members] == [
        ("Councillor Ada Moss", "Labour"),
        ("Councillor Bo Reed", "Green"),
        ("Councillor Cy Lamb", "Green"),
        ("Councillor Di Dent", ""),
    ]
