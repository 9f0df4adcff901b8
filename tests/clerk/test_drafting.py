from dataclasses import replace
from datetime import date, datetime

import pytest

from clerk.drafting import draft
from clerk.house_style import load
from clerk.minutes import Block, Heading, ListItem, ListStyle, Paragraph, Role, SignOff, Table, plain
from clerk.model import Body, Declaration, Item, Meeting, Presence, Record
from clerk.terms import Attendance, BodyKind, Capacity, ItemKind
from tests.clerk.drafted import BODY, DAY, headings, lines_of, minute, of_item, shown, table


def test_minutes_open_with_title_status_place_and_day() -> None:
    minutes = draft(minute())
    assert [shown(each) for each in minutes.blocks[:3]] == [
        "# Minutes of the Fenmarsh Flood Partnership",
        "[status] DRAFT – these minutes have yet to be confirmed by the Partnership.",
        "[opening] Minutes of a meeting of the Fenmarsh Flood Partnership held at Reed Room on Friday 12 June 2026.",
    ]
    assert (minutes.title, minutes.body, minutes.status) == (headings(minutes)[0], BODY.name, "DRAFT")


@pytest.mark.parametrize(
    ("venue", "day", "held"),
    [
        ("Microsoft Teams", DAY, " held via Microsoft Teams on Friday 12 June 2026."),
        ("", DAY, " held on Friday 12 June 2026."),
        ("Reed Room", None, " held at Reed Room."),
        ("", None, "."),
    ],
)
def test_the_opening_says_what_is_known_of_place_and_day(venue: str, day: date | None, held: str) -> None:
    opening = draft(minute(meeting=Meeting(day, venue=venue))).blocks[2]
    assert shown(opening) == f"[opening] Minutes of a meeting of the Fenmarsh Flood Partnership{held}"


def test_a_council_goes_without_the() -> None:
    council = Body("The Fenmarsh Parish Council", BodyKind.PARISH, style="parish")
    assert draft(minute(body=council)).title == "Minutes of Fenmarsh Parish Council"


def test_the_roll_prints_in_groups_with_the_chair_first_and_empty_groups_left_out() -> None:
    roll = (
        Presence("Ada Wren", "Engineer", "Fenmarsh BC", status=Attendance.PRESENT),
        Presence("Cllr A. Reed", organisation="Fenmarsh BC", status=Attendance.PRESENT, chair=True),
        Presence("B. Sedge", status=Attendance.SUBSTITUTE, substitute_for="C. Rush", remote=True),
        Presence("D. Teal", "Clerk", capacity=Capacity.OFFICER, status=Attendance.PRESENT),
        Presence("C. Rush", status=Attendance.APOLOGIES),
        Presence("E. Mere", status=Attendance.ABSENT),
        Presence("F. Holm"),
    )
    minutes = draft(minute(presence=roll))
    assert headings(minutes)[1:] == ["Present", "Officers", "Apologies", "Banks"]
    assert table(minutes, "Present").rows == (
        ("Cllr A. Reed (in the Chair)", "Fenmarsh BC"),
        ("Ada Wren", "Engineer – Fenmarsh BC"),
        ("B. Sedge (substitute for C. Rush) (by video link)", ""),
    )
    assert table(minutes, "Apologies") == Table("Apologies", ("Name",), (("C. Rush",),), (100,))
    online = draft(minute(presence=roll, meeting=Meeting(DAY, venue="Zoom")))
    assert table(online, "Present").rows[2][0] == "B. Sedge (substitute for C. Rush)"
    assert "Absent" in headings(draft(minute(presence=roll), load("parish")))


def test_every_kind_of_line_prints_as_the_notation_says() -> None:
    assert lines_of(
        minute(
            "Points were noted:",
            "- first",
            "-- below it",
            "- second",
            "A paragraph.",
            "-- under the paragraph",
            "# A heading",
            "> quoted",
            "PM: it was later done",
            "A: AB: do it",
            "N: private",
            "S: for the public copy",
            "",
        )
    ) == [
        "[lead-in] Points were noted:",
        "(i) first",
        "  • below it",
        "(ii) second",
        "[body] A paragraph.",
        "• under the paragraph",
        "### A heading",
        "[quotation] quoted",
        "[post-meeting note] Post-meeting note: it was later done",
        "[action] ACTION: AB: do it.",
    ]


def test_one_decision_stands_alone_and_several_are_lettered_limbs() -> None:
    assert lines_of(minute("R: that it be noted")) == ["[decision label] RESOLVED:", "[decision] That it be noted."]
    assert lines_of(minute("R: that a.", "Q: sure?", "R: That b; and", "R: should c?", "RC: x")) == [
        "[decision label] RESOLVED:",
        "(a) That a;",
        "(b) That b; and",
        "(c) Should c?",
        "[decision label] RECOMMENDED:",
        "[decision] X.",
    ]


def test_what_belongs_on_one_page_is_kept_together() -> None:
    blocks = of_item(minute("Noted:", "- a:", "-- b", "R: c", "R: d", "R: e", "Done."))
    assert [getattr(each, "keep_next", None) for each in blocks] == [
        None,
        True,
        True,
        False,
        True,
        True,
        True,
        False,
        False,
    ]


def test_what_is_voted_on_stays_on_the_page_of_its_vote() -> None:
    _, motion, vote, resolved, decision, figures, last = of_item(
        minute("M: KL: Dredge", "V: agreed", "R: to dredge", "V: 7-1", "End")
    )
    assert [getattr(each, "keep_next", None) for each in (motion, vote, resolved, decision, figures, last)] == [
        *(True, False, True, True, False, False),
    ]


def test_an_action_ends_with_a_full_stop_but_never_after_an_address_or_where_the_house_has_none() -> None:
    plain_action = replace(load("county"), printing=replace(load("county").printing, actions_full_stop=False))
    said = [plain(each.runs) for each in of_item(minute("A: AR: see www.a.example", "A: AR: go.", "A: AR: why?"))[1:]]  # type: ignore[union-attr]
    assert said == ["ACTION: AR: see www.a.example", "ACTION: AR: go.", "ACTION: AR: why?"]
    assert "ACTION: AR: go" in [
        plain(each.runs) for each in draft(minute("A: AR: go"), plain_action).blocks if isinstance(each, Paragraph)
    ]


def test_bullets_below_a_paragraph_are_a_list_of_their_own() -> None:
    point, below, alone, again = (
        each for each in of_item(minute("- a", "-- b", "Text.", "-- c", "-- d")) if isinstance(each, ListItem)
    )
    assert (below.list_id, below.level) == (point.list_id, 1)
    assert alone.list_id == again.list_id != point.list_id
    assert (alone.level, again.level) == (0, 0)


def test_each_list_has_its_own_number_and_points_share_one() -> None:
    record = minute("- a", "-- b", "- c", "R: d", "R: e", "Then", "R: f", "R: g")
    record = replace(record, items=record.items * 2)
    ids = [[each.list_id for each in of_item(record, position) if isinstance(each, ListItem)] for position in (1, 2)]
    a, b, c, d, e, f, g = ids[0]
    assert a == b == c
    assert d == e
    assert f == g
    assert len({a, d, f}) == 3
    assert not set(ids[0]) & set(ids[1])


@pytest.mark.parametrize(
    ("typed", "printed"),
    [("that these be appointed to", "That these be appointed to:"), ("that it be granted.", "That it be granted;")],
)
def test_a_limb_that_introduces_bullets_ends_in_a_colon_unless_it_was_closed(typed: str, printed: str) -> None:
    limb = lines_of(minute(f"R: {typed}", "N: check", "-- the Board", "R: that it be noted"))[1]
    assert limb == f"(a) {printed}"


def test_a_decision_with_bullets_below_a_limb_goes_on_after_them() -> None:
    blocks = of_item(minute("R: that these be agreed:", "-- one;", "-- two.", "R: that it be noted"))
    assert [shown(each) for each in blocks[1:]] == [
        "[decision label] RESOLVED:",
        "(a) That these be agreed:",
        "  • one;",
        "  • two.",
        "(b) That it be noted.",
    ]


def test_a_prefix_with_nothing_after_it_prints_nothing_and_takes_no_number() -> None:
    assert lines_of(minute("R: ", "- ", "- a", "R: b", "A:")) == [
        "(i) a",
        "[decision label] RESOLVED:",
        "[decision] B.",
    ]


def test_motions_amendments_and_votes_are_said_in_sentences() -> None:
    roll = (Presence("Cllr A. Reed", initials="AR"), Presence("B. Sedge", initials="BS"))
    assert lines_of(
        minute("M: AR, BS: that x", "AM: BS: that y", "V: lost 3-8", "V: agreed", "M: that z", "V: 8-3", presence=roll)
    ) == [
        "[motion] It was moved by Cllr A. Reed and seconded by B. Sedge: That x.",
        "[motion] An amendment was moved by B. Sedge: That y.",
        "[vote] The amendment was put to the vote and lost: 3 for, 8 against.",
        "[vote] The motion was agreed.",
        "[motion] MOTION: that z.",
        "[vote] The motion was put to the vote and carried: 8 for, 3 against.",
    ]
    assert lines_of(minute("V: agreed")) == ["[vote] The proposal was agreed."]


@pytest.mark.parametrize(
    ("named", "put"),
    [
        ("The substantive motion", "The substantive motion was put to the vote."),
        ("substantive motion put", "The substantive motion was put to the vote."),
        ("substantive motion put to the vote", "The substantive motion was put to the vote."),
        ("the motion as amended.", "The motion as amended was put to the vote."),
        ("Substantive motion was put to the vote", "The substantive motion was put to the vote."),
        ("The amended motion was then put", "The amended motion was then put."),
    ],
)
def test_a_line_that_only_names_the_motion_as_amended_is_no_new_motion(named: str, put: str) -> None:
    moved = ("M: that x", "AM: that y", "V: 8-3")
    printed = lines_of(minute(*moved, f"M: {named}", "Q: seven?", "V: 7-4", "R: that x"))
    assert printed[-3:] == [
        "[vote] The motion as amended was put to the vote and carried: 7 for, 4 against.",
        "[decision label] RESOLVED:",
        "[decision] That x.",
    ]
    assert printed[:-3] == lines_of(minute(*moved))
    [asked] = [each for each in of_item(minute(*moved, f"M: {named}", "Q: seven?", "V: 7-4")) if _queries(each)]
    assert "7 for" in shown(asked)
    without = lines_of(minute(*moved, f"M: {named}", "R: that x"))
    assert without[-3] == f"[motion] {put}"


def _queries(block: Block) -> tuple[str, ...]:
    return getattr(block, "queries", ())


def test_owners_print_in_full_or_as_initials_as_the_house_has_it() -> None:
    record = minute("A: AR, XY: send it", presence=(Presence("Cllr A. Reed", initials="AR"),))
    assert lines_of(record) == ["[action] ACTION: Cllr A. Reed and XY: send it."]
    assert lines_of(replace(record, body=replace(BODY, style="actions"))) == ["[action] ACTIONS: AR, XY: send it."]


def test_a_query_goes_with_the_block_before_it_and_never_prints() -> None:
    blocks = of_item(minute("Q: who?", "Text.", "Q: when?", "N: x", "Q: where?", "# Part", "Q: why?", "More."))
    assert [each.queries for each in blocks if isinstance(each, Paragraph)] == [("who?", "when?", "where?"), ("why?",)]
    assert not [each for each in blocks if "?" in shown(each)]


def test_a_query_alone_in_its_item_goes_with_the_heading() -> None:
    [heading] = of_item(minute("Q: was this taken?"))
    assert isinstance(heading, Heading)
    assert heading.queries == ("was this taken?",)


def test_addresses_become_links_and_marks_print_as_prose() -> None:
    [block] = of_item(minute("{AB>agreed to see} www.fenmarsh.example and \\{so on\\}."))[1:]
    assert isinstance(block, Paragraph)
    assert plain(block.runs) == "AB agreed to see www.fenmarsh.example and {so on}."
    assert [run.link for run in block.runs if run.link] == ["https://www.fenmarsh.example"]


def test_the_signature_awaits_the_chair_with_times_once_both_are_known() -> None:
    assert draft(minute()).blocks[-1] == SignOff("", "12 June 2026", "CHAIRMAN")
    closed = Meeting(DAY, opened=datetime(2026, 6, 12, 10), closed=datetime(2026, 6, 12, 11, 25))
    assert draft(minute(meeting=closed)).blocks[-1] == SignOff("10.00 - 11.25 am", "12 June 2026", "CHAIRMAN")


def test_a_style_asked_for_is_used_throughout_whatever_the_bodys_own() -> None:
    items = (Item("Interests", "1", ItemKind.DECLARATIONS),)
    unknown = Record(replace(BODY, style="borough"), Meeting(DAY), items, declarations=(Declaration("B. Sedge"),))
    assert shown(draft(unknown, load("parish")).blocks[-2]) == "[body] B. Sedge declared an interest."


def test_the_first_shipped_style_stands_in_for_an_unknown_one() -> None:
    assert draft(minute(body=replace(BODY, style="borough"))) == draft(minute(body=replace(BODY, style="county")))


def test_points_and_bullets_are_marked_as_such() -> None:
    styles = [each.style for each in of_item(minute("- a", "-- b", "R: c", "R: d")) if isinstance(each, ListItem)]
    assert styles == [ListStyle.ROMAN, ListStyle.BULLET, ListStyle.LETTER, ListStyle.LETTER]
    assert {each.role for each in of_item(minute("R: c")) if isinstance(each, Paragraph)} == {
        Role.DECISION_LABEL,
        Role.DECISION,
    }
