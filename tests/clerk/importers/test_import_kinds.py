from __future__ import annotations

import pytest

from clerk.kinds import body_kind_of, kind_of, noun_of
from clerk.terms import BodyKind, ItemKind

TITLES = {
    ItemKind.APOLOGIES: [
        "Apologies for absence.",
        "APOLOGIES",
        "Welcome and apologies",
        "Notification of Substitutes and Apologies",
    ],
    ItemKind.DECLARATIONS: [
        "Declarations of interest",
        "DISCLOSURE OF PECUNIARY INTERESTS",
        "Members' Declarations under the Code of Conduct in respect of items on the agenda",
        "To receive declarations of Members’ interests",
        "Code of Conduct - Declaration of Interests",
    ],
    ItemKind.PREVIOUS_MINUTES: [
        "Minutes",
        "Minutes of previous meeting.",
        "MINUTES - 18 JANUARY 2022",
        "Minutes of the last Meeting held on 29th March 2010",
        "Approval of Minutes",
        "To confirm the minutes of the meeting held on 4 May 2025.",
        "Previous minutes",
        "Draft minutes of the meeting held on 3 May",
        "Minutes and matters arising",
    ],
    ItemKind.MATTERS_ARISING: ["Matters arising", "Matters Arising from the Minutes."],
    ItemKind.ACTION_LOG: [
        "Action Log",
        "LRB Action Log.",
        "Actions list",
        "Outstanding actions from previous meetings",
        "Action tracker",
    ],
    ItemKind.ELECTION: [
        "Election of Chairman",
        "Appointment of Vice-Chair for the 2025/26 Municipal Year",
        "Election of Deputy Chairman",
        "To elect a Chair",
        "Election of Mayor",
    ],
    ItemKind.QUESTIONS: [
        "Question Time.",
        "Questions asked by members under Standing Order 7(3) and 7(5)",
        "Petitions",
        "Public Question Time",
        "Public participation",
        "Questions from County Councillors",
    ],
    ItemKind.URGENT: [
        "Urgent Items",
        "To advise of any other items which the Chairman has decided to take as urgent elsewhere on the agenda.",
        "Any other urgent business",
        "Items of Urgent Business Authorised by the Leader",
    ],
    ItemKind.EXCLUSION: [
        "Exclusion of the Press and Public",
        "Exempt Information - Possible Exclusion of the Public and Press",
    ],
    ItemKind.OTHER_BUSINESS: ["Any Other Business", "Other business", "AOB", "A.O.B."],
    ItemKind.NEXT_MEETING: [
        "Date of the next meeting",
        "Date of next meeting.",
        "Next meeting",
        "Dates of future meetings",
    ],
    ItemKind.INTRODUCTIONS: ["Introductions", "Welcome", "Welcome and Introductions", "Introductions and welcome"],
    ItemKind.ORDINARY: [
        "Introduction of a zebra crossing in Mill Lane",
        "Minutes of Sub-Committees",
        "Minute's silence",
        "Petition regarding traffic in Mill Lane",
        "Appointment of Deputy Chief Constable",
        "Chairman's announcements",
        "Action against antisocial behaviour",
        "Next steps for the meeting rooms",
        "Welcome centre refurbishment",
        "Budget",
    ],
}


@pytest.mark.parametrize(("title", "kind"), [(title, kind) for kind, titles in TITLES.items() for title in titles])
def test_a_title_names_its_standing_kind(title: str, kind: ItemKind) -> None:
    assert kind_of(title) is kind
    assert kind_of(title.upper() + "  [FOR INFORMATION]") is kind


@pytest.mark.parametrize(
    ("name", "noun", "kind"),
    [
        ("Vale Safer Places Strategy Board", "Board", BodyKind.PARTNERSHIP),
        ("Audit Committee", "Committee", BodyKind.COMMITTEE),
        ("Licensing Sub-Committee", "Sub-Committee", BodyKind.COMMITTEE),
        ("Cabinet", "Cabinet", BodyKind.EXECUTIVE),
        ("Executive Board", "Board", BodyKind.EXECUTIVE),
        ("County Council", "Council", BodyKind.COUNCIL),
        ("Little Wold Parish Council", "Council", BodyKind.PARISH),
        ("Little Wold Town Council Planning Committee", "Committee", BodyKind.PARISH),
        ("Police and Crime Panel", "Panel", BodyKind.COMMITTEE),
        ("Schools Forum", "Forum", BodyKind.PARTNERSHIP),
        ("Health and Wellbeing Board", "Board", BodyKind.COMMITTEE),
        ("Overview and Scrutiny Board", "Board", BodyKind.COMMITTEE),
        ("Vale Community Safety Partnership", "Partnership", BodyKind.PARTNERSHIP),
        ("Fire Authority", "Authority", BodyKind.COUNCIL),
        ("Council of the Outer Isles", "Council", BodyKind.COUNCIL),
        ("", "Committee", BodyKind.COMMITTEE),
    ],
)
def test_a_name_tells_what_sort_of_body_it_is(name: str, noun: str, kind: BodyKind) -> None:
    assert (noun_of(name), body_kind_of(name)) == (noun, kind)
