"""A draft that came back: which passage is which, and what changed in it."""

from __future__ import annotations

from clerk.returned import Passage, Remark, What, compare

DRAFT = [
    Passage("24.\tBudget", ("m24",), "heading 2"),
    Passage("The Board considered a report.", ("m24_1",), "body text"),
    Passage("Costs had risen.", ("m24_2",), "minute point"),
    Passage("Fees would follow.", ("m24_3",), "minute point"),
    Passage("25.\tNext meeting", ("m25",), "heading 2"),
    Passage("Noted.", ("m25_1",), "body text"),
]


def without_marks(passages: list[Passage]) -> list[Passage]:
    """As when the text was pasted into a new document."""
    return [Passage(each.text, style="normal") for each in passages]


def told(back: list[Passage]) -> list[str]:
    return [f"{change.what} {change.block} {change.shown()}" for change in compare(DRAFT, back)]


def test_a_draft_that_nobody_touched_has_no_changes_with_or_without_its_marks() -> None:
    assert told(DRAFT) == []
    assert told(without_marks(DRAFT)) == []


def test_each_change_is_told_where_it_is() -> None:
    back = [*DRAFT[:2], Passage("Costs had fallen.", ("m24_2",)), Passage("New.", (), "minute point"), *DRAFT[4:]]
    expected = [
        "changed m24_2 Costs had [-risen-]{+fallen+}.",
        "added m24_2+1 New.",
        "deleted m24_3 Fees would follow.",
    ]
    assert told(back) == expected
    assert told(without_marks(back)) == expected


def test_a_passage_rewritten_whole_is_known_by_its_mark() -> None:
    back = [*DRAFT[:3], Passage("Quite other words!", ("m24_3",)), *DRAFT[4:]]
    assert told(back) == ["changed m24_3 [-Fees would follow.-]{+Quite other words!+}"]


def test_a_mark_whose_words_stand_elsewhere_is_not_believed() -> None:
    """Enter at the start of a paragraph leaves its mark on the new one above it."""
    back = [*DRAFT[:2], Passage("Put in above.", ("m24_2",)), Passage("Costs had risen.", ()), *DRAFT[3:]]
    assert told(back) == ["added m24_1+1 Put in above."]


def test_an_item_retitled_is_known_by_its_number_when_the_marks_are_gone() -> None:
    back = without_marks([*DRAFT[:4], Passage("25.\tWhen we meet again"), DRAFT[5]])
    assert told(back) == ["changed m25 25.\t[-Next meeting-]{+When we meet again+}"]


def test_a_heading_put_in_or_taken_out_leaves_the_passages_below_it_known() -> None:
    back = [*DRAFT[:3], Passage("Late business", (), "heading 2"), *DRAFT[3:]]
    assert told(back) == ["added m24_2+1 Late business"]
    assert told([*DRAFT[:4], DRAFT[5]]) == ["deleted m25 25.\tNext meeting"]


def test_comments_are_told_with_their_authors_and_those_that_are_queries_already_are_not() -> None:
    asked = Passage("Costs had risen.", ("m24_2",), remarks=(Remark("Clerk", "By how much?"),))
    back = Passage(asked.text, asked.names, remarks=(*asked.remarks, Remark("Jo Tran", "See table 2")))
    (change,) = compare([*DRAFT[:2], asked, *DRAFT[3:]], [*DRAFT[:2], back, *DRAFT[3:]])
    assert (change.what, change.block, change.new, change.authors) == (
        What.COMMENT,
        "m24_2:1",
        "See table 2",
        ("Jo Tran",),
    )
    put_in = Passage(asked.text, asked.names, remarks=(*asked.remarks, Remark("Clerk", "Jo Tran: See table 2")))
    assert compare([*DRAFT[:2], put_in, *DRAFT[3:]], [*DRAFT[:2], back, *DRAFT[3:]]) == []


def test_a_row_of_a_table_is_never_taken_for_a_paragraph() -> None:
    draft = [DRAFT[0], Passage("A. Hart | Chair", row=True), Passage("B. Osei | Clerk", row=True)]
    back = [DRAFT[0], Passage("A. Hart | Chair"), Passage("B. Osei | Deputy", row=True)]
    said = [(change.what, change.block) for change in compare(draft, back)]
    assert said == [(What.ADDED, "m24+1"), (What.DELETED, "m24.row1"), (What.CHANGED, "m24.row2")]
