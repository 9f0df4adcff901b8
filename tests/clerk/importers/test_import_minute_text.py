from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk import notation, spans
from clerk.importers.minutes.minute_text import to_notation
from clerk.importers.presenters import presented
from clerk.model import Document
from clerk.notation import Kind
from clerk.terms import DocumentKind

CASES = [
    (["RESOLVED:", "That the plan be noted."], ["R: That the plan be noted"]),
    (["RESOLVED:That the plan be noted."], ["R: That the plan be noted"]),
    (["RESOLVED – That the plan be noted."], ["R: That the plan be noted"]),
    (["RESOLVED that the plan be noted."], ["R: That the plan be noted"]),
    (["Resolved: to note the plan."], ["R: To note the plan"]),
    (["RECOMMENDED: That the fee be kept."], ["RC: That the fee be kept"]),
    (["AGREED: That the fee be kept."], ["R: That the fee be kept"]),
    (["UNANIMOUSLY RESOLVED that the fee be kept."], ["R: That the fee be kept", "V: unanimous"]),
    (
        ["RESOLVED:", "(a) That A;", "(b) That B; and", "(c) That C.", "Next."],
        ["R: That A", "R: That B", "R: That C", "Next."],
    ),
    (
        ["RESOLVED that:", "1. The fee be kept; and", "2. A map be drawn."],
        ["R: That the fee be kept", "R: That a map be drawn"],
    ),
    (["RESOLVED, that:", "·  The report be noted."], ["R: That the report be noted"]),
    (["It was moved by Cllr Fenn and", "RESOLVED – That A."], ["It was moved by Cllr Fenn and", "R: That A"]),
    (["All concurred and it was RESOLVED:", "That A."], ["All concurred and it was", "R: That A"]),
    (["RESOLVED: That the clerk:", "(i) write;", "(ii) wait."], ["R: That the clerk: (i) write; (ii) wait"]),
    (
        ["RESOLVED:", "(a) That both:", "(i) x;", "(ii) y; and", "(b) That z."],
        ["R: That both: (i) x; (ii) y", "R: That z"],
    ),
    (["RESOLVED: That A.", "(i) A point."], ["R: That A", "- A point."]),
    (["RESOLVED that:", "1. A;", "Voting: unanimous", "2. B."], ["R: That A", "V: unanimous", "R: That B"]),
    (["Vote: 11 for, 2 against, 3 abstentions"], ["V: 11-2-3"]),
    (["(i) One", "(ii) Two", "text", "(iii) Three"], ["- One", "- Two", "text", "- Three"]),
    (["(i) One", "text", "(i) Again from one"], ["- One", "text", "(i) Again from one"]),
    (["(a) The Mayor spoke.", "(b) The Mayor sat."], ["(a) The Mayor spoke.", "(b) The Mayor sat."]),
    (["o", "• Mill Lane", "– Back Lane"], ["o", "-- Mill Lane", "-- Back Lane"]),
    (["*ACTIONS*: KL to check that"], ["A: KL to check that"]),
    (["Action:", "- KL to check", "- MC to write", "Then prose."], ["A: KL to check", "A: MC to write", "Then prose."]),
    (["to read:", "“The new words.”"], ["to read:", "> “The new words.”"]),
    (
        ["Resolved issues were listed.", "Agreed actions: none"],
        ["Resolved issues were listed.", "Agreed actions: none"],
    ),
    (["N: stands for north", "-dash", "{a>b}"], ["\\N: stands for north", "\\-dash", "\\{a>b\\}"]),
    (["That the report be noted."], ["R: That the report be noted"]),
    (["Motion on parking", "That the fee be cut."], ["Motion on parking", "That the fee be cut."]),
]


@pytest.mark.parametrize(("paragraphs", "lines"), CASES)
def test_published_paragraphs_become_notation(paragraphs: list[str], lines: list[str]) -> None:
    assert to_notation(paragraphs).lines == lines


def test_a_resolution_read_without_its_label_is_remarked_on() -> None:
    assert to_notation(["That the report be noted."]).remarks
    assert to_notation(["RESOLVED:", "That the report be noted."]).remarks == []


@given(st.lists(st.text(), max_size=6))
def test_any_paragraphs_become_lines_and_a_plain_one_prints_as_it_was(paragraphs: list[str]) -> None:
    lines = to_notation(paragraphs).lines
    given_ = [" ".join(text.split()) for text in paragraphs]
    for line in lines:
        read = notation.parse(line)
        if read.kind is Kind.PARAGRAPH:
            assert spans.printed(read.text) in given_


@pytest.mark.parametrize(
    ("line", "document"),
    [
        (
            "Sam Reed, Safety Officer, Office of the Commissioner for Vale, will present this report.",
            Document(DocumentKind.REPORT, "", "Sam Reed", "Safety Officer", "Office of the Commissioner for Vale"),
        ),
        (
            "Inspector Jo Hart, Vale Police, will present this report.",
            Document(DocumentKind.REPORT, "", "Inspector Jo Hart", "", "Vale Police"),
        ),
        (
            "Jo Hart, Head of Parks, will give a presentation.",
            Document(DocumentKind.PRESENTATION, "", "Jo Hart", "Head of Parks"),
        ),
        ("Jo Hart will provide a verbal update on parks.", Document(DocumentKind.VERBAL_UPDATE, "", "Jo Hart")),
        ("·   Jo Hart will give an update on parks.", Document(DocumentKind.VERBAL_UPDATE, "", "Jo Hart")),
        (
            "A presentation will be provided by Jo Hart, Ranger, Vale Trust.",
            Document(DocumentKind.PRESENTATION, "", "Jo Hart", "Ranger", "Vale Trust"),
        ),
        ("To receive a report from Jo Hart on parks.", Document(DocumentKind.REPORT, "", "Jo Hart")),
        (
            "Report of the Head of Parks, Trees and Ponds.",
            Document(DocumentKind.REPORT, "", "the Head of Parks, Trees and Ponds"),
        ),
    ],
)
def test_a_presenter_line_names_what_and_who(line: str, document: Document) -> None:
    assert presented([line]) == (document,)


@pytest.mark.parametrize(
    "line",
    [
        "The Committee will consider the report.",
        "This report will present options.",
        "Members will give their views.",
        "The Board received a presentation from Jo Hart.",
        "To consider the budget.",
        "",
    ],
)
def test_other_agenda_lines_name_no_presenter(line: str) -> None:
    assert presented([line]) == ()
