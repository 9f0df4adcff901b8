"""The minutes as plain text and as Markdown."""

from clerk.minutes import Block, Minutes, Paragraph, Role, Run, Table
from exports.markdown import escape, markdown
from exports.text import plain_text
from tests.exports.invented import MINUTES, PRESENT, limb, paragraph, point, sub_point


def _minutes(*blocks: Block) -> Minutes:
    return Minutes("Title", "Body", "", blocks)


def _words(text: str) -> list[str]:
    """All but the rules under headings and between columns."""
    return [word for word in text.split() if not set(word) <= set("-=")]


def test_numbers_and_labels_are_part_of_the_text() -> None:
    text = plain_text(MINUTES)
    assert "\n27. Safer Places performance 2025/26, Quarter 3\n---" in text
    assert "\n    (iii) The data for one provider" in text
    assert "\n    (b)   That the membership rules" in text
    assert text.endswith("10.00 - 11.25 am\n6 March 2026\nCHAIRMAN\n")


def test_a_table_is_lines_of_name_and_organisation_that_align() -> None:
    lines = plain_text(_minutes(PRESENT)).splitlines()
    assert lines[2:4] == [
        "Cllr B. Osei                    - Community Safety Partnership Group Chair, Upper Nether District Council",
        "Cllr Siân Prydderch             - Tarnbeck Town Council",
    ]


def test_no_line_is_longer_than_the_width() -> None:
    assert max(map(len, plain_text(MINUTES, 60).splitlines())) <= 60


def test_wrapped_text_is_the_same_text() -> None:
    assert _words(plain_text(MINUTES, 50)) == _words(plain_text(MINUTES))


def test_later_lines_of_a_point_stand_under_its_first_word() -> None:
    text = plain_text(
        _minutes(point("(i)", "one two three four five six", 1), sub_point("seven eight nine ten", 1)), 26
    )
    assert text.splitlines() == [
        "    (i)   one two three",
        "          four five six",
        "",
        "          • seven eight",
        "            nine ten",
    ]


def test_a_link_gives_its_address() -> None:
    linked = Paragraph(Role.BODY, (Run("the page", link="https://a.example/x"), Run(".")))
    assert plain_text(_minutes(linked)) == "the page <https://a.example/x>.\n"


def test_an_address_that_is_its_own_words_is_given_once() -> None:
    linked = Paragraph(Role.BODY, (Run("https://a.example/x", link="https://a.example/x"),))
    assert plain_text(_minutes(linked)) == "https://a.example/x\n"


def test_markdown_types_its_numbers() -> None:
    text = markdown(_minutes(point("(i)", "first", 1), sub_point("below", 1), limb("(a)", "That it be so.", 2)))
    assert text == "(i) first\n\n- below\n\n(a) That it be so.\n"


def test_markdown_escapes_what_would_be_read_as_markup() -> None:
    assert escape("*not* [sic] <b> #1") == r"\*not\* \[sic\] \<b\> \#1"
    assert escape("1. one\n- two\n  three") == "1\\. one\\\n\\- two\\\n&#32;&#32;three"


def test_markdown_makes_a_label_strong_and_leaves_its_space_outside() -> None:
    action = Paragraph(Role.ACTION, (Run("ACTION: ", bold=True), Run("do it")))
    assert (
        markdown(_minutes(action, paragraph("“New words.”", Role.QUOTATION))) == "**ACTION:** do it\n\n> “New words.”\n"
    )


def test_a_bar_in_a_markdown_table_cell_stays_a_bar() -> None:
    table = Table("T", ("A", "B"), (("x|y", "two\nlines"),), (50, 50))
    assert markdown(_minutes(table)) == "| A | B |\n| --- | --- |\n| x\\|y | two<br>lines |\n"
