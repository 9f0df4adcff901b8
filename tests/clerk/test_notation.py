import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk import notation
from clerk.notation import Kind, escape, label, labels, letter, lines_of, number, parse, roman, turn, write

one_line = st.text(st.characters(exclude_characters="\n\r", exclude_categories=["Cs"]))


@given(one_line)
def test_any_text_is_some_line_and_its_words_are_where_the_line_says(text: str) -> None:
    line = parse(text)
    assert text[line.start :] == line.text


@given(one_line)
def test_an_escaped_text_is_read_back_as_the_same_paragraph(text: str) -> None:
    line = parse(escape(text))
    assert line.text == text or line.kind is Kind.BLANK
    assert line.kind in (Kind.PARAGRAPH, Kind.BLANK)


@given(st.sampled_from([kind for kind in Kind if kind is not Kind.BLANK]), one_line)
def test_a_written_line_is_read_back_as_the_same_kind_and_words(kind: Kind, text: str) -> None:
    words = text.lstrip()
    line = parse(write(kind, words))
    if words.strip() or kind is not Kind.PARAGRAPH:
        assert (line.kind, line.text) == (kind, words)


@given(one_line, st.sampled_from([kind for kind in Kind if kind is not Kind.BLANK]))
def test_turning_a_line_keeps_its_words(text: str, kind: Kind) -> None:
    words = parse(text).text.lstrip()
    if words.strip():
        assert parse(turn(text, kind)).text.lstrip() == words


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_page_split_into_lines_joins_again(page: str) -> None:
    assert "\n".join(lines_of(page)) == page


@pytest.mark.parametrize(
    ("line", "kind", "text"),
    [
        ("r:that it be noted", Kind.RESOLVED, "that it be noted"),
        ("  RC :x", Kind.PARAGRAPH, "  RC :x"),
        ("rc: x", Kind.RECOMMENDED, "x"),
        ("-point", Kind.POINT, "point"),
        ("--sub", Kind.SUBPOINT, "sub"),
        ("-5 degrees", Kind.PARAGRAPH, "-5 degrees"),
        ("#3 was chosen", Kind.PARAGRAPH, "#3 was chosen"),
        ("---", Kind.PARAGRAPH, "---"),
        ("\\- not a point", Kind.PARAGRAPH, "- not a point"),
        ("\\\\- keeps one", Kind.PARAGRAPH, "\\- keeps one"),
        ("C:\\files", Kind.PARAGRAPH, "C:\\files"),
        (" \t ", Kind.BLANK, ""),
        ("pm: later", Kind.POST_MEETING, "later"),
        ("Pm is short for post-meeting", Kind.PARAGRAPH, "Pm is short for post-meeting"),
    ],
)
def test_prefixes_are_forgiving_and_prose_is_left_alone(line: str, kind: Kind, text: str) -> None:
    assert (parse(line).kind, parse(line).text) == (kind, text)


def test_points_run_on_through_an_item_and_limbs_start_again() -> None:
    page = ["- one", "R: a", "R: b", "- two", "R: c", "N: aside", "", "R: d", "RC: e"]
    assert labels(page) == ["(i)", "RESOLVED (a)", "(b)", "(ii)", "RESOLVED (a)", "note", "", "(b)", "RECOMMENDED"]


def test_a_bullet_or_quotation_below_a_limb_does_not_end_the_decision() -> None:
    page = ["R: that minute 5 read:", "> New words", "R: that these be approved:", "-- one", "R: that it be noted"]
    assert labels(page) == ["RESOLVED (a)", "quote", "(b)", "•", "(c)"]


def test_an_action_or_a_paragraph_ends_the_decision() -> None:
    assert labels(["R: a", "A: KL: x", "R: b"]) == ["RESOLVED", "ACTION", "RESOLVED"]
    assert [each.limbs for each in number(["R: a", "Then", "R: b", "R: c"])] == [1, 0, 2, 2]
    assert label(number(["RC: a", "RC: b"])[1]) == "(b)"


def test_numerals_and_letters_are_as_word_writes_them() -> None:
    assert [roman(n) for n in (1, 4, 9, 14, 40, 1999)] == ["i", "iv", "ix", "xiv", "xl", "mcmxcix"]
    assert [letter(n) for n in (1, 26, 27, 28, 53)] == ["a", "z", "aa", "bb", "aaa"]


def test_turning_a_line_into_its_own_kind_makes_it_a_paragraph_again() -> None:
    assert turn("R: That", Kind.RESOLVED) == "That"
    assert turn("- R: odd", Kind.POINT) == "\\R: odd"
    assert turn("", Kind.POINT) == notation.PREFIXES[Kind.POINT]
