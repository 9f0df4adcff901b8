"""An invented meeting of an invented board, as a tree, with everything a minute can hold."""

from datetime import UTC, datetime

from clerk.minutes import Block, Heading, ListItem, ListStyle, Minutes, Paragraph, Role, Run, SignOff, Table
from exports.word import Properties

WHEN = datetime(2026, 3, 6, 14, 30, tzinfo=UTC)
PROPERTIES = Properties("Wexcombe Borough Council", WHEN, WHEN, subject="Minutes", keywords="minutes; draft")


def heading(text: str, number: str = "", item: int = 0, level: int = 2) -> Heading:
    return Heading(level, text, number, item)


def paragraph(text: str, role: Role = Role.BODY, item: int = 1, keep: bool = False, ask: str = "") -> Paragraph:
    return Paragraph(role, (Run(text),), item, (ask,) if ask else (), keep)


def labelled(label: str, text: str, role: Role, item: int) -> Paragraph:
    return Paragraph(role, (Run(label, bold=True), Run(text)), item)


def point(label: str, text: str, list_id: int, item: int = 1, ask: str = "") -> ListItem:
    return ListItem(ListStyle.ROMAN, list_id, 0, label, (Run(text),), item, (ask,) if ask else ())


def sub_point(text: str, list_id: int, item: int = 1) -> ListItem:
    return ListItem(ListStyle.BULLET, list_id, 1, "•", (Run(text),), item)


def limb(label: str, text: str, list_id: int, item: int = 1, keep: bool = True) -> ListItem:
    return ListItem(ListStyle.LETTER, list_id, 0, label, (Run(text),), item, (), keep)


def resolved(text: str, item: int) -> tuple[Block, ...]:
    return (
        paragraph("RESOLVED:", Role.DECISION_LABEL, item, keep=True),
        paragraph(text, Role.DECISION, item),
    )


PRESENT = Table(
    "Members present",
    ("Name", "Representing"),
    (
        ("Cllr A. Hartwell (in the Chair)", "Wexcombe Borough Council"),
        ("Cllr B. Osei", "Community Safety Partnership Group Chair, Upper Nether District Council"),
        ("Cllr Siân Prydderch", "Tarnbeck Town Council"),
        ("Mrs D. Lockhart-Fane", "Wexshire Fire and Rescue Service"),
        ("Chief Inspector Imran Vaid", "Wexshire Police"),
    ),
    (42, 58),
)
OFFICERS = Table(
    "Officers in attendance",
    ("Name", "Post", "Organisation"),
    (
        ("Gwen Alder", "Head of Community Safety", "Wexcombe Borough Council"),
        ("Tomasz Bielak", "Performance Officer", "Office of the Commissioner for Wexshire"),
        ("Lena Marsh", "Democratic Services Officer", "Wexcombe Borough Council"),
    ),
    (28, 34, 38),
)
APOLOGIES = Table(
    "Apologies for absence",
    ("Name", "Representing"),
    (("Cllr M. Tunnicliffe", "Lower Nether District Council"), ("Dr Priya Raman", "Wexshire Health Board")),
    (42, 58),
)
ACTIONS = Table(
    "Actions arising from the meeting",
    ("Minute", "Owner", "Action", "Due"),
    (
        ("27(ii)", "Gwen Alder", "Circulate the dates of the review training to all partners", "20 March 2026"),
        ("27", "Tomasz Bielak", "Check the count of unplanned exits with the provider", "Next meeting"),
    ),
    (12, 22, 46, 20),
)

MINUTES = Minutes(
    title="Minutes of the Wexcombe Safer Places Board, Friday 6 March 2026",
    body="Wexcombe Safer Places Board",
    status="DRAFT",
    blocks=(
        heading("Minutes of the Wexcombe Safer Places Board", level=1),
        paragraph("DRAFT: these minutes are to be confirmed at the next meeting.", Role.STATUS, 0),
        paragraph(
            "Minutes of a meeting of the Wexcombe Safer Places Board held in the Garnet Room, Town Hall, Wexcombe, and"
            " by video conference on Friday 6 March 2026 at 10.00 am.",
            Role.OPENING,
            0,
        ),
        heading("Present"),
        PRESENT,
        heading("Officers"),
        OFFICERS,
        heading("Apologies"),
        APOLOGIES,
        heading("Introductions", "24.", 1),
        paragraph("The Chairman welcomed everyone to the meeting. The apologies for absence were noted.", item=1),
        heading("Minutes of the previous meeting", "25.", 2),
        paragraph(
            "The minutes of the meeting held on 5 December 2025 were taken as read and, subject to the following change"
            " to minute 19(iii), confirmed as a correct record:",
            Role.LEAD_IN,
            2,
        ),
        paragraph(
            "“Members asked that the grant for street lighting be shown apart from the grant for cameras.”",
            Role.QUOTATION,
            2,
        ),
        heading("Declarations of interest", "26.", 3),
        paragraph("The Chairman invited those who wished to do so to declare any interest in the business.", item=3),
        paragraph(
            "Cllr B. Osei declared an other registrable interest in minute 28 as a governor of Tarnbeck School. He"
            " stayed in the meeting and did not vote.",
            item=3,
        ),
        heading("Safer Places performance 2025/26, Quarter 3", "27.", 4),
        paragraph(
            "The Board considered a report of Gwen Alder, Head of Community Safety, which set out performance for the"
            " third quarter of 2025/26. A copy of the report, marked ‘Agenda Item 4’, is filed with these minutes.",
            item=4,
        ),
        paragraph("Arising from discussion the following points were noted:", Role.LEAD_IN, 4),
        point(
            "(i)",
            "Recorded crime had fallen by four per cent over the year. Members asked how much of the fall came from the"
            " new way of counting, and were told that the two counts had been run side by side since July and gave the"
            " same picture.",
            1,
            4,
            ask="Four per cent or 4.4? Ask Gwen.",
        ),
        point(
            "(ii)",
            "Training on reviews would be offered to all partners. The training would cover:",
            1,
            4,
        ),
        sub_point("when a review must be held and who decides;", 1, 4),
        sub_point("how families are told, and how they can take part from the first day to the last.", 1, 4),
        Paragraph(
            Role.BODY,
            (
                Run("The figures for each ward are on the "),
                Run("Board’s performance page", link="https://www.wexcombe.example/board/performance?q=3&y=2026"),
                Run("."),
            ),
            4,
        ),
        point("(iii)", "The data for one provider showed a large number of ‘unplanned exits’.", 1, 4),
        labelled("ACTION: ", "Gwen Alder to circulate the dates of the training by 20 March 2026.", Role.ACTION, 4),
        paragraph("RESOLVED:", Role.DECISION_LABEL, 4, keep=True),
        limb("(a)", "That performance for Quarter 3 be noted;", 2, 4),
        limb(
            "(b)",
            "That the membership rules in Annex B be adopted from the new year, subject to the Board being"
            " described throughout as “the Wexcombe and Tarnbeck Safer Places Board”;",
            2,
            4,
        ),
        limb("(c)", "That a report on unplanned exits be brought to the next meeting.", 2, 4, keep=False),
        labelled(
            "Post-meeting note: ",
            "The provider has since confirmed that the count included people who had moved out of the borough.",
            Role.POST_MEETING,
            4,
        ),
        heading("School crossing patrols", "28.", 5),
        heading("Tarnbeck School", item=5, level=3),
        paragraph(
            "The Board received a presentation from Lena Marsh. Discussion noted the following:", Role.LEAD_IN, 5
        ),
        point("(i)", "Two patrols had been without a warden since the autumn.", 3, 5),
        point("(ii)", "The borough would advertise both posts in April.", 3, 5),
        paragraph(
            "It was moved by Cllr Siân Prydderch and seconded by Cllr B. Osei “That the posts be filled at once.”",
            Role.MOTION,
            5,
        ),
        paragraph("The motion was put to the vote: 8 for, 3 against, 1 abstention. It was carried.", Role.VOTE, 5),
        *resolved("That the posts be filled at once.", 5),
        heading("Date of next meeting", "29.", 6),
        *resolved("That the next meeting be held on Friday 5 June 2026 at 10.00 am.", 6),
        heading("Actions"),
        ACTIONS,
        SignOff("10.00 - 11.25 am", "6 March 2026", "CHAIRMAN"),
    ),
)
