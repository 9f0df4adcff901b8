"""The preview: the minutes as they will print, and finding one's place in them."""

from __future__ import annotations

from collections import Counter

import pytest

from clerk.minutes import Block, Heading, ListItem, ListStyle, Minutes, Paragraph, Role, Run, SignOff, Table
from exports.text import plain_text
from screens.laid_out import LaidOut, lay_out
from screens.preview import Preview
from tests.exports.invented import MINUTES, PRESENT, heading, paragraph, point, sub_point
from tests.screens.acting import assert_golden, shown
from tests.screens.holding import SIZES, holding


def minutes(*blocks: Block) -> Minutes:
    return Minutes("Title", "Invented Board", "DRAFT", blocks)


def text(laid_out: LaidOut) -> list[str]:
    return ["".join(piece for piece, _ in line) for line in laid_out.lines]


def long_meeting() -> Minutes:
    """Twenty items of fifty points each."""
    words = "The Board heard that the work was on time and thanked everyone who had taken part in it. " * 2
    blocks: list[Block] = []
    for item in range(1, 21):
        blocks.append(heading(f"Item {item}", f"{item}.", item))
        blocks += [point(f"({number})", words, item, item) for number in range(50)]
    return minutes(*blocks)


def characters(printed: str) -> Counter[str]:
    """Every character but spaces and rules, which each form draws in its own way."""
    return Counter(character for character in printed if not character.isspace() and character not in "-=–─━")


@pytest.mark.parametrize("size", SIZES)
async def test_it_says_it_is_a_draft_and_opens_with_the_current_item_on_top(
    size: tuple[int, int], update_golden: bool
) -> None:
    async with holding(Preview(MINUTES, 4), size) as held:
        picture = shown(held.pilot)
        assert picture.startswith(" Preview DRAFT   27. Safer Places performance")
        assert picture.split("\n")[1].strip() == "27. Safer Places performance 2025/26, Quarter 3"
        assert_golden(f"preview_{size[0]}x{size[1]}", picture, update_golden)


@pytest.mark.parametrize("size", SIZES)
async def test_the_front_page_shows_the_tables_in_columns(size: tuple[int, int], update_golden: bool) -> None:
    async with holding(Preview(MINUTES, 4), size) as held:
        await held.press("home")
        assert_golden(f"preview_front_{size[0]}x{size[1]}", shown(held.pilot), update_golden)


async def test_n_and_p_go_to_the_next_item_and_the_one_before() -> None:
    async with holding(Preview(MINUTES, 1)) as held:
        tops = []
        for key in ("n", "n", "p", "f8", "f7"):
            await held.press(key)
            tops.append(shown(held.pilot).split("\n")[1].strip()[:3])
        assert tops == ["25.", "26.", "25.", "26.", "25."]


async def test_the_last_item_too_can_be_on_top() -> None:
    async with holding(Preview(MINUTES, 1)) as held:
        await held.press(*"nnnnnnnnn")
        assert shown(held.pilot).split("\n")[1].strip() == "29. Date of next meeting"
        await held.press("enter")
        assert held.given == [6]


async def test_enter_goes_to_the_item_on_top_and_escape_nowhere() -> None:
    async with holding(Preview(MINUTES, 2)) as held:
        await held.press("n", "down", "down", "enter")
        assert held.given == [3]
    async with holding(Preview(MINUTES, 2)) as held:
        await held.press("n", "escape")
        assert held.given == [None]


async def test_end_shows_the_end_at_the_foot_and_home_the_beginning() -> None:
    async with holding(Preview(MINUTES, 4)) as held:
        await held.press("end")
        assert shown(held.pilot).split("\n")[-2].split()[:3] == ["6", "March", "2026"]
        await held.press("home")
        assert shown(held.pilot).split("\n")[1].strip() == "Minutes of the Wexcombe Safer Places Board"


async def test_page_keys_scroll_by_a_screenful() -> None:
    async with holding(Preview(long_meeting(), 1)) as held:
        before = shown(held.pilot).split("\n")
        await held.press("pagedown")
        assert shown(held.pilot).split("\n")[1:3] != before[1:3]
        await held.press("pageup")
        assert shown(held.pilot).split("\n") == before


async def test_an_item_that_prints_nothing_opens_at_the_one_before_it() -> None:
    blocks = (heading("One", "1.", 1), paragraph("text", item=1), heading("Four", "4.", 4))
    async with holding(Preview(minutes(*blocks), 3)) as held:
        assert shown(held.pilot).split("\n")[1].strip() == "1. One"


async def test_a_change_of_width_keeps_the_place() -> None:
    async with holding(Preview(MINUTES, 5), (120, 40)) as held:
        await held.pilot.resize_terminal(60, 20)
        await held.pilot.pause()
        assert shown(held.pilot).split("\n")[1].strip() == "28. School crossing patrols"


async def test_it_stands_in_a_very_small_terminal() -> None:
    async with holding(Preview(MINUTES, 4), (1, 1)) as held:
        await held.press("n", "pagedown")
        for size in ((12, 5), (30, 10)):
            await held.pilot.resize_terminal(*size)
            await held.press("n", "end", "p")
        await held.press("enter")
        assert held.given == [6]


async def test_minutes_with_nothing_in_them_can_be_looked_at() -> None:
    async with holding(Preview(minutes(), 1)) as held:
        await held.press("n", "p", "end", "enter")
        assert held.given == [None]


async def test_a_thousand_paragraphs_can_be_looked_at_again_and_again() -> None:
    long = long_meeting()
    async with holding(Preview(MINUTES, 1)) as held:
        for _ in range(3):
            await held.pilot.app.push_screen(Preview(long, 10))
            await held.pilot.pause()
        assert shown(held.pilot).split("\n")[1].strip() == "10. Item 10"


# --- the layout ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [24, 37, 75, 100])
def test_nothing_that_prints_is_missing_and_no_line_is_too_long(width: int) -> None:
    lines = text(lay_out(MINUTES, width))
    address = " <https://www.wexcombe.example/board/performance?q=3&y=2026>"
    assert address in plain_text(MINUTES)
    assert characters("".join(lines)) == characters(plain_text(MINUTES).replace(address, ""))
    assert max(map(len, lines)) <= width


def test_later_lines_of_a_point_stand_under_its_first_word() -> None:
    blocks = (point("(i)", "one two three four five", 1), sub_point("six seven eight nine", 1))
    assert text(lay_out(minutes(*blocks), 26)) == [
        "    (i)   one two three",
        "          four five",
        "",
        "          • six seven",
        "            eight nine",
    ]


def test_the_labels_of_a_long_list_keep_its_text_in_line() -> None:
    lines = text(lay_out(minutes(point("(i)", "one", 1), point("(xxxviii)", "two", 1)), 40))
    assert lines == ["    (i)       one", "", "    (xxxviii) two"]


def test_a_link_is_underlined_and_a_decision_is_bold() -> None:
    linked = Paragraph(Role.BODY, (Run("see "), Run("the page", link="https://a.example"), Run(".")))
    laid_out = lay_out(minutes(linked, paragraph("RESOLVED:", Role.DECISION_LABEL)), 60)
    assert [(piece, bool(style.underline)) for piece, style in laid_out.lines[0]] == [
        ("see ", False),
        ("the page", True),
        (".", False),
    ]
    assert [(piece, bool(style.bold)) for piece, style in laid_out.lines[2]] == [("RESOLVED:", True)]


def test_a_style_goes_on_over_the_end_of_a_line() -> None:
    lines = lay_out(
        minutes(Paragraph(Role.BODY, (Run("one two three four "), Run("five six seven", bold=True)))), 24
    ).lines
    assert [[(piece, bool(style.bold)) for piece, style in line] for line in lines] == [
        [("one two three four ", False), ("five", True)],
        [("six seven", True)],
    ]


def test_square_brackets_are_square_brackets_and_tabs_are_spaces() -> None:
    assert text(lay_out(minutes(paragraph("[/] [sic]\t[red]x\x07")), 60)) == ["[/] [sic]    [red]x[U+0007]"]


def test_a_table_with_more_columns_than_fit_is_written_out_row_by_row() -> None:
    table = Table("T", ("Name", "Post", "Ward"), (("Ann Example", "Officer", ""),), (40, 30, 30))
    assert text(lay_out(minutes(table), 24)) == ["Name – Post – Ward", "Ann Example – Officer"]


def test_wide_characters_are_counted_as_the_cells_they_take() -> None:
    table = Table("T", ("Name", "Post"), (("会議会議会議会議", "Officer"),), (50, 50))
    assert text(lay_out(minutes(table), 24))[2:] == ["会議会議会   Officer", "議会議"]


def test_the_signatory_stands_opposite_the_times() -> None:
    lines = text(lay_out(minutes(SignOff("10.00 - 11.25 am", "6 March 2026", "CHAIRMAN")), 40))
    assert lines == ["10.00 - 11.25 am                CHAIRMAN", "6 March 2026"]


def test_a_bullet_follows_a_bullet_without_a_line_between() -> None:
    bullet = ListItem(ListStyle.BULLET, 1, 0, "•", (Run("a"),))
    assert text(lay_out(minutes(bullet, bullet, Heading(3, "Next")), 40)) == ["    • a", "    • a", "", "Next"]


def test_the_names_of_those_present_are_in_a_column() -> None:
    lines = text(lay_out(minutes(PRESENT), 75))
    assert lines[0].split() == ["Name", "Representing"]
    second = lines[0].index("Representing")
    assert lines[2][second:] == "Wexcombe Borough Council"
    assert {line[second - 2 : second] for line in lines} == {"  ", ""}
