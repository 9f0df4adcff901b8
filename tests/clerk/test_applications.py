"""The usual words under a planning application say what was applied for, as far as its agenda does."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from clerk.model import Body, Document, Item, Meeting, Record
from clerk.wording import usual_lines

BODY = Body("Fenwick Planning Committee", noun="Committee")
NOTE = "Ward: Castle\nProposal: Nine houses with access,\nand a pond\nApplicant: Reed Homes Ltd.\nRecommendation: GRANT"


def said(title: str, note: str, body: Body = BODY) -> tuple[str, ...]:
    """The usual lines of an item with a report."""
    item = Item(title, "5", note=note, documents=(Document(),))
    return usual_lines(Record(body, Meeting(date(2026, 12, 9)), (item,)), 1)


def test_the_usual_words_begin_with_what_was_applied_for() -> None:
    first, paper = said("Application 26/00412/FUL - Land north of Sluice Lane", NOTE)
    assert first == (
        "Application 26/00412/FUL: Nine houses with access, and a pond at land north of Sluice Lane (ward: Castle). "
        "Applicant: Reed Homes Ltd."
    )
    assert paper.startswith("The Committee considered a report")


@pytest.mark.parametrize(
    ("title", "note", "line"),
    [
        (
            "14 Weir Road",
            "26/00518/HH. Ward: Quay Ward. Proposal: {One} shed",
            "26/00518/HH: \\{One\\} shed at 14 Weir Road",
        ),
        ("The Maltings (P/2026/0123)", "Applicant: Mr A. Bell", "P/2026/0123: The Maltings. Applicant: Mr A. Bell."),
        (
            "Planning application 26/00001/LBC",
            "Site: Old Mill; Proposal: A wheel",
            "26/00001/LBC: A wheel at Old Mill.",
        ),
        ("26/00001/LBC: Old Mill", "Proposal: A wheel at Old Mill", "26/00001/LBC: A wheel at Old Mill."),
    ],
)
def test_the_reference_and_the_site_may_stand_in_the_title_or_in_the_note(title: str, note: str, line: str) -> None:
    assert said(title, note)[0].startswith(f"Application {line}")


@pytest.mark.parametrize(
    ("title", "note"),
    [
        ("Application 26/00412/FUL - Old Mill", ""),
        ("Application 26/00412/FUL", "Ward: Castle"),
        ("Planning applications", "26/00123/FUL Proposal: A shed\n26/00124/FUL Proposal: A hut"),
        ("Two at Old Mill, 26/00123/FUL and 26/00124/LBC", "Ward: Castle\nProposal: Works"),
        ("The Regulations (SI 2012/2089)", "Proposal: That they be noted"),
    ],
)
def test_nothing_is_said_where_the_agenda_says_no_more_or_it_is_not_one_application(title: str, note: str) -> None:
    assert len(said(title, note)) == 1


def test_the_sentence_is_a_phrase_of_the_house_style() -> None:
    own = replace(
        BODY, own_words='[sentences]\napplication = "{reference} was for {what}."\napplication_by = "By {applicant}."'
    )
    assert said("26/00412/FUL, Old Mill", NOTE, own)[0].endswith("(ward: Castle). By Reed Homes Ltd.")
