"""How the pages of a Word file fall: what stands together, what may part, and room for every label."""

import io
from dataclasses import replace
from datetime import date

import docx
import pytest

from clerk.minutes import Block, Minutes, Paragraph, Role, SignOff, Table
from clerk.model import Body, Meeting, Record
from clerk.notation import roman
from exports.draft_minutes import properties_of
from exports.house_template import house_template
from exports.word import word_bytes
from tests.exports.invented import ACTIONS, MINUTES, PRESENT, PROPERTIES, heading, limb, paragraph, resolved
from tests.exports.reading_back import W, WordFile

SIGN = SignOff("10.00 - 11.25 am", "6 March 2026", "CHAIR")
KEEP = f"{W}pPr/{W}keepNext"
ARIAL = {"(": 0.333, ")": 0.333, "i": 0.222, "l": 0.222, "v": 0.5, "x": 0.5}
"""How wide letters of Arial are, in parts of its size (from its font metrics)."""


def written(*blocks: Block) -> WordFile:
    return WordFile(word_bytes(Minutes("Title", "Body", "DRAFT", blocks), PROPERTIES))


def kept_rows(file: WordFile) -> list[set[bool]]:
    """For each row of each table, whether its cells are kept with what follows."""
    return [{line.find(KEEP) is not None for line in row.iter(f"{W}p")} for row in file.find("//w:tr")]


def test_the_sign_off_is_not_alone_on_its_page_after_the_table_of_actions() -> None:
    rows = kept_rows(written(ACTIONS, SIGN))
    assert rows == [{False}] * (len(rows) - 1) + [{True}]
    assert len(rows) > 2


def test_a_table_with_an_empty_cell_is_kept_with_the_sign_off_all_the_same() -> None:
    table = Table("Actions", ("What", "Due"), (("Write", ""),), (50, 50))
    assert kept_rows(written(table, SIGN)) == [{False}, {True}]


def test_a_table_that_no_sign_off_follows_is_kept_with_nothing() -> None:
    assert True not in set().union(*kept_rows(written(PRESENT, paragraph("After"))))


def test_the_limbs_of_a_long_decision_may_part_but_the_last_ones_stay_together() -> None:
    limbs = [limb(f"({letter})", "That it be done. " * 20, 1, 1, keep=letter != "h") for letter in "abcdefgh"]
    file = written(*resolved("That it be noted.", 1), limbs[0], *limbs[1:])
    kept = [line.find(KEEP) is not None for line in file.find("//w:p[w:pPr/w:pStyle/@w:val='MinuteLimb']")]
    assert kept == [False] * 3 + [True] * 4 + [False]


def test_a_decision_of_very_many_short_limbs_may_part_too() -> None:
    labels = [chr(ord("a") + number) for number in range(26)] + ["aa", "bb", "cc", "dd", "ee", "ff", "gg", "hh"]
    limbs = [limb(f"({label})", "Yes;", 1, 1, keep=label != "hh") for label in labels]
    kept = [line.find(KEEP) is not None for line in written(*limbs).find("//w:body/w:p")]
    assert not kept[0]
    assert kept[-10:] == [True] * 9 + [False]


def headings_kept(*blocks: Block) -> list[bool]:
    """Whether each heading must stand on the page of what follows: its style says so, unless it says otherwise."""
    lines = written(*blocks).find("//w:body/w:p[starts-with(w:pPr/w:pStyle/@w:val, 'Heading')]")
    said = [line.find(KEEP) for line in lines]
    return [keep is None or keep.get(f"{W}val") != "0" for keep in said]


def test_headings_of_items_not_minuted_yet_flow_and_do_not_leave_the_end_of_a_page_empty() -> None:
    to_come = [heading(f"Item {number}", f"{number}.", number) for number in range(25, 50)]
    before: tuple[Block, ...] = (heading("Item 24", "24.", 24), paragraph("Noted."))
    blocks = (*before, *to_come, heading("Actions"), ACTIONS)
    assert headings_kept(*blocks) == [True, *[False] * 25, True]


def test_a_heading_with_something_below_it_is_never_alone_at_the_foot_of_a_page() -> None:
    title, part = heading("Minutes", level=1), heading("Part 2", item=2)
    held: list[Block] = [heading("Item", "24.", 3), heading("Sub-heading", item=3, level=3), paragraph("Noted.")]
    assert headings_kept(title, heading("Present"), PRESENT, part, *held, heading("Item", "25.", 4)) == [
        *(True, True, True, True, True),
        False,
    ]


def test_the_heading_before_the_place_to_sign_is_kept_with_it() -> None:
    assert headings_kept(heading("Item", "24.", 1), heading("Item", "25.", 2), SIGN) == [False, True]


@pytest.mark.parametrize("style", ["MinuteVote", "MinuteMotion"])
def test_a_long_vote_by_name_may_run_on_to_the_next_page(style: str) -> None:
    styles = "word/styles.xml"
    house = WordFile(house_template())
    assert not house.find(f"//w:style[@w:styleId='{style}']//w:keepLines", styles)
    assert house.find("//w:style[@w:styleId='Normal']/w:pPr/w:widowControl", styles)


def test_a_motion_is_still_kept_with_the_vote_on_it() -> None:
    motion = paragraph("It was moved that it be done.", Role.MOTION, keep=True)
    lines = written(motion, Paragraph(Role.VOTE, motion.runs)).find("//w:body/w:p")
    assert [line.find(KEEP) is not None for line in lines] == [True, False]


def test_there_is_room_for_the_label_of_every_point_up_to_the_thirty_ninth() -> None:
    widest = max(sum(ARIAL[letter] for letter in f"({roman(number)})") for number in range(1, 40))
    (hanging,) = WordFile(house_template()).values(
        "//w:abstractNum[@w:abstractNumId='1']/w:lvl[@w:ilvl='0']//w:ind/@w:hanging", "word/numbering.xml"
    )
    assert int(hanging) > widest * 12 * 20


@pytest.mark.parametrize(("style", "abstract", "level"), [("Point", 1, 0), ("Limb", 2, 0), ("Sub-point", 1, 1)])
def test_a_list_style_is_set_in_as_its_list_is(style: str, abstract: int, level: int) -> None:
    file = WordFile(house_template())
    listed = f"//w:abstractNum[@w:abstractNumId='{abstract}']/w:lvl[@w:ilvl='{level}']//w:ind/@w:*"
    styled = f"//w:style[w:name/@w:val='Minute {style}']/w:pPr/w:ind/@w:*"
    assert file.values(listed, "word/numbering.xml") == file.values(styled, "word/styles.xml") != []


def test_every_page_but_the_first_says_whose_minutes_of_which_day_it_is_of() -> None:
    file = WordFile(word_bytes(MINUTES, replace(PROPERTIES, day="6 March 2026")))
    assert file.values("//w:t/text()", "word/header1.xml") == ["Draft minutes"]
    assert file.values("//w:t/text()", "word/header2.xml") == [f"{MINUTES.body}, 6 March 2026", "Draft minutes"]


def test_the_day_of_the_meeting_comes_from_the_record() -> None:
    record = Record(Body("Wexcombe Board"), Meeting(date=date(2026, 3, 6)))
    assert properties_of(record).day == "6 March 2026"
    assert properties_of(Record(Body("Wexcombe Board"), Meeting())).day == ""


def test_the_description_of_a_table_counts_its_rows() -> None:
    one = Table("In attendance", ("Name",), (("Leah",),), (100,))
    two = Table("Apologies", ("Name",), (("Leah",), ("Jo",)), (100,))
    said = written(one, paragraph("Between"), two).values("//w:tblDescription/@w:val")
    assert said == [
        "In attendance: 1 row under the headings Name.",
        "Apologies: 2 rows under the headings Name.",
    ]


@pytest.mark.parametrize(
    ("title", "day", "called"),
    [
        ("Minutes of the Board", "6 March 2026", "Minutes of the Board, 6 March 2026 \u2013 DRAFT"),
        ("Minutes of 6 March 2026", "6 March 2026", "Minutes of 6 March 2026 \u2013 DRAFT"),
        ("Minutes of the Board", "", "Minutes of the Board \u2013 DRAFT"),
        ("t" * 300, "6 March 2026", "t" * 233 + ", 6 March 2026 \u2013 DRAFT"),
    ],
)
def test_the_title_tells_the_day_and_the_status(title: str, day: str, called: str) -> None:
    content = word_bytes(Minutes(title, "Body", "DRAFT"), replace(PROPERTIES, day=day))
    assert docx.Document(io.BytesIO(content)).core_properties.title == called
