"""Who was there, from the words of published minutes; what is not certain names nobody."""

from __future__ import annotations

import pytest

from clerk.drafting import draft, record_lines
from clerk.importers.reading import Reading
from clerk.importers.recognise import read_text
from clerk.minutes import ListItem, Paragraph
from clerk.model import Presence
from clerk.terms import Attendance, Capacity, Outcome


def minutes(apologies: str, front: str = "", declared: str = "There were no declarations.") -> Reading:
    """Minutes as they are copied from a page."""
    return read_text(
        "Agenda and minutes\nNorthmere Safety Board - Monday, 6 July 2026 10.00 am\nVenue: Town Hall\n"
        f"{front}\nItems\nNo. Item\n1.\nApologies for absence\nMinutes:\n{apologies}\n2.\nDeclarations of interest\n"
        f"Minutes:\n{declared}\n3.\nBudget\nMinutes:\nThe Board noted the budget.\n4.\nParks\nMinutes:\nNoted.\n"
    )


def told(reading: Reading) -> list[tuple[str, str, str]]:
    return [(each.name, each.status.value, each.substitute_for) for each in reading.record.presence]


def doubts(reading: Reading) -> str:
    return "\n".join(map(str, reading.doubts))


A, B = ("Councillor A. Ash", "apologies", ""), ("Councillor B. Birch", "apologies", "")


@pytest.mark.parametrize(
    "sentence",
    [
        "Apologies for absence were received from Councillors A. Ash and B. Birch.",
        "Apologies were submitted on behalf of Councillor A. Ash and Councillor B. Birch",
        "It was noted that apologies had been received from Councillors A. Ash and B. Birch.",
        "Apologies for absence were intimated by Councillors A. Ash and B. Birch.",
        "Apologies: Councillors A. Ash and B. Birch",
        "Councillors A. Ash and B. Birch gave their apologies.",
        "Councillors A. Ash and B. Birch.",
        "The Chair welcomed everyone. Apologies were received from Councillors A. Ash and B. Birch.",
        "Apologies were noted from the following members:\n• Councillor A. Ash\n• Councillor B. Birch\nNoted.",
    ],
)
def test_apologies_go_on_the_roll_and_stay_in_the_minute(sentence: str) -> None:
    reading = minutes(sentence)
    assert told(reading) == [A, B]
    assert "The roll was read from the minutes: 2 apologies; check it." in doubts(reading)
    for line in sentence.split("\n"):
        assert line.strip("• ") in reading.record.items[0].text
    printed = [block for block in draft(reading.record).blocks if isinstance(block, Paragraph | ListItem)]
    said = " ".join(run.text for block in printed for run in block.runs)
    assert said.count("Birch") == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "There were no apologies.",
        "None.",
        "To receive any apologies for absence.",
        "Apologies for lateness were received from Councillor A. Ash.",
        "The Chair apologised for the cold room.",
    ],
)
def test_where_nobody_sent_apologies_nobody_is_on_the_roll(sentence: str) -> None:
    reading = minutes(sentence)
    assert told(reading) == []
    assert "roll" not in doubts(reading)


@pytest.mark.parametrize(
    "sentence",
    [
        "Apologies were received from the Head of Parks and the police.",
        "Apologies were received from Councillor A. Ash, B. Birch and three others.",
    ],
)
def test_uncertain_apologies_are_said_to_be_uncertain(sentence: str) -> None:
    reading = minutes(sentence)
    assert told(reading) == []
    assert "Who is meant here is not certain" in doubts(reading)


@pytest.mark.parametrize(
    "sentence",
    [
        "Apologies were received from Councillor A. Ash (Councillor B. Birch attended as substitute).",
        "An apology for absence was received from Councillor A. Ash and Councillor B. Birch attended as substitute.",
        "Apologies were received from Councillor A. Ash. It was noted that, in accordance with Rule 9, Councillor"
        " B. Birch had been appointed as a substitute member for Councillor A. Ash.",
        "Apologies were received from Councillor A. Ash. Councillor B. Birch substituted for Councillor Ash.",
    ],
)
def test_a_substitute_is_put_down_for_whom_they_replace(sentence: str) -> None:
    assert told(minutes(sentence)) == [A, ("Councillor B. Birch", "substitute", "Councillor A. Ash")]


def test_who_was_absent_without_apology_is_absent() -> None:
    reading = minutes("Apologies were received from Councillor A. Ash. Councillor B. Birch was absent.")
    assert told(reading) == [A, ("Councillor B. Birch", "absent", "")]


FRONT = """Present:
Councillor C. Cole (in the Chair)
Councillor D. Dunn, Leader, Vale Borough Council
Dr E. Elm
In attendance:
Fay Gray, Head of Parks
Also present: Councillor H. Hale and Iris Jay
"""


def test_the_lists_of_those_present_make_the_roll_in_their_groups() -> None:
    reading = minutes("Apologies were received from Councillor A. Ash.", FRONT)
    roll = {each.name: each for each in reading.record.presence}
    assert [each.status for each in roll.values()] == [Attendance.PRESENT] * 6 + [Attendance.APOLOGIES]
    assert [each.name for each in roll.values() if each.chair] == ["Councillor C. Cole"]
    assert roll["Councillor D. Dunn"] == Presence(
        "Councillor D. Dunn", "Leader", "Vale Borough Council", status=Attendance.PRESENT
    )
    assert roll["Fay Gray"].capacity is Capacity.OFFICER
    assert {roll["Councillor H. Hale"].capacity, roll["Iris Jay"].capacity} == {Capacity.GUEST}
    assert "6 present, 1 apology" in doubts(reading)
    assert "kept as a note" not in doubts(reading)
    assert all(line in reading.record.meeting.note for line in FRONT.strip().split("\n") if not line.endswith(":"))


def test_one_named_twice_is_on_the_roll_once_and_a_contradiction_is_said() -> None:
    reading = minutes("Apologies were received from Councillor Cole.", "Present: Councillors C. Cole and D. Dunn")
    assert [name for name, _, _ in told(reading)] == ["Councillor C. Cole", "Councillor D. Dunn"]
    assert "Councillor C. Cole is named as present and as apologies; the roll has the first." in doubts(reading)


def test_two_in_the_chair_leave_it_empty() -> None:
    reading = minutes("None.", "Present: Councillors C. Cole (Chair) and D. Dunn (in the Chair)")
    assert not any(each.chair for each in reading.record.presence)
    assert "More than one person is said to be in the Chair" in doubts(reading)


def test_a_list_of_those_present_in_an_item_prints_once() -> None:
    reading = minutes("Present: Councillors C. Cole and D. Dunn\nApologies were received from Councillor A. Ash.")
    first, second = (entry.line for entry in reading.record.items[0].entries)
    assert (first, second[:9]) == ("N: Present: Councillors C. Cole and D. Dunn", "Apologies")


def test_an_agenda_is_left_as_it_is() -> None:
    agenda = read_text("Northmere Board\nMonday 6 July 2026\n1. Apologies: Councillor A. Ash\n2. Budget\n")
    assert agenda.record.presence == ()


def test_a_certain_declaration_is_recorded_and_printed_once() -> None:
    said = (
        "Councillors A. Ash and B. Birch both declared a personal interest in item 3 (Budget) as park trustees.\n"
        "Councillor C. Cole declared a disclosable pecuniary interest in item 4 and left the meeting."
    )
    record = minutes("None.", declared=said).record
    ash, birch, cole = record.declarations
    assert [each.name for each in (ash, birch)] == ["Councillor A. Ash", "Councillor B. Birch"]
    assert (ash.interest, ash.nature, ash.items, ash.made_at) == ("personal interest", "as park trustees", (3,), 2)
    assert (cole.interest, cole.items, cole.outcome) == ("disclosable pecuniary interest", (4,), Outcome.LEFT)
    assert record_lines(record, 2) == (), "the minute says so in its own words"


@pytest.mark.parametrize(
    "sentence",
    [
        "Councillor A. Ash declared a personal interest in item 99 as a trustee.",
        "A member declared a personal interest in item 3.",
        "Councillor A. Ash declared a personal interest in the budget.",
        "No interests in item 3 were declared.",
        "Councillor A. Ash, a trustee, declared a personal interest in item 3.",
    ],
)
def test_an_uncertain_declaration_stays_text(sentence: str) -> None:
    record = minutes("None.", declared=sentence).record
    assert record.declarations == ()
    assert sentence in record.items[1].text


@pytest.mark.parametrize("piece", ["Cllr A. Ash, ", "A. B ", "x was absent ", "(", "and "])
def test_a_damaged_paragraph_of_any_length_is_passed_over(piece: str) -> None:
    assert told(minutes("Apologies were received from " + piece * (60_000 // len(piece)))) == []
