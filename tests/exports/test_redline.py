"""The redline: tracked changes that give the new draft when accepted, and the old one when rejected."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]

from clerk.minutes import Block, Heading, ListItem, ListStyle, Minutes, Paragraph, Role, Run, SignOff, Table
from exports.printed import printed_text
from exports.redline import redline
from exports.word import word_bytes, word_text
from exports.word_reading_settled import settle
from tests.exports.invented import MINUTES, PROPERTIES, heading, limb, paragraph, point
from tests.exports.reading_back import WordFile

BODY = "word/document.xml"


def settled(content: bytes, accept: bool) -> bytes:
    """The file with all changes accepted or rejected."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(out, "w") as made:
        for name in archive.namelist():
            part = archive.read(name)
            if name == BODY:
                root = etree.fromstring(part)
                settle(root, accept)
                part = etree.tostring(root)
            made.writestr(name, part)
    return out.getvalue()


def styles(content: bytes) -> list[str]:
    """The style of each paragraph that is not there only to part two tables."""
    return [style for style in WordFile(content).values("//w:body//w:pStyle/@w:val") if style != "Separator"]


def hold(old: Minutes, new: Minutes) -> bytes:
    """Hold a redline to its promise, and return it."""
    content = redline(old, new, PROPERTIES)
    for accept, meant in ((True, new), (False, old)):
        got, plainly = settled(content, accept), word_bytes(meant, PROPERTIES)
        assert word_text(got) == printed_text(meant)
        assert WordFile(got).counted_labels() == WordFile(plainly).counted_labels()
        assert styles(got) == styles(plainly)
    return content


def changed(content: bytes, way: str) -> list[str]:
    text = "w:t" if way == "ins" else "w:delText"
    return WordFile(content).values(f"//w:{way}//{text}/text()")


def only(*blocks: Block) -> Minutes:
    return replace(MINUTES, blocks=blocks)


def edited(blocks: tuple[Block, ...]) -> Minutes:
    return replace(MINUTES, blocks=blocks)


def with_words(old: str, new: str) -> Minutes:
    """The invented minutes with some words of a paragraph changed."""

    def one(block: Block) -> Block:
        if isinstance(block, Paragraph | ListItem):
            return replace(block, runs=tuple(replace(run, text=run.text.replace(old, new)) for run in block.runs))
        return block

    return edited(tuple(one(block) for block in MINUTES.blocks))


def test_words_that_changed_are_tracked_and_no_others() -> None:
    content = hold(MINUTES, with_words("four per cent over the year", "five per cent in a year"))
    assert changed(content, "del") == ["four", "over the"]
    assert changed(content, "ins") == ["five", "in a"]


def test_the_same_draft_twice_has_no_change_at_all() -> None:
    content = hold(MINUTES, MINUTES)
    assert not WordFile(content).find("//w:ins | //w:del | //w:pPrChange")


def test_a_heading_that_is_not_minuted_yet_flows_until_either_draft_minutes_it() -> None:
    flows = "//w:pPr[w:pStyle/@w:val='Heading2' and w:keepNext/@w:val='0']"
    bare = only(heading("First", "1.", 1), heading("Second", "2.", 2), paragraph("Noted.", item=2))
    filled = only(heading("First", "1.", 1), paragraph("Noted."), heading("Second", "2.", 2))
    assert len(WordFile(hold(bare, bare)).find(flows)) == 1
    assert not WordFile(hold(bare, filled)).find(f"{flows} | //w:pPrChange")


def test_changes_bear_the_author_and_the_date() -> None:
    content = redline(MINUTES, with_words("taken as read", "agreed"), PROPERTIES)
    assert set(WordFile(content).values("//w:ins/@w:author | //w:del/@w:author")) == {PROPERTIES.author}
    assert set(WordFile(content).values("//w:ins/@w:date")) == {"2026-03-06T14:30:00Z"}
    numbers = WordFile(content).values("//w:ins/@w:id | //w:del/@w:id | //w:pPrChange/@w:id | //w:bookmarkStart/@w:id")
    assert len(numbers) == len(set(numbers))


def test_a_point_put_in_renumbers_those_below_it_only_when_accepted() -> None:
    old = only(heading("Business", "1.", 1), point("(i)", "First.", 1), point("(ii)", "Second thing.", 1))
    new = only(
        heading("Business", "1.", 1),
        point("(i)", "First.", 1),
        point("(ii)", "Put in, quite unlike it.", 1),
        point("(iii)", "Second thing.", 1),
    )
    content = hold(old, new)
    assert len(WordFile(content).find("//w:pPrChange")) == 1
    hold(new, old)


def test_one_resolution_that_becomes_two_limbs_keeps_both_forms() -> None:
    label = paragraph("RESOLVED:", Role.DECISION_LABEL, keep=True)
    old = only(heading("Business", "1.", 1), label, paragraph("That the report be noted.", Role.DECISION))
    two = (limb("(a)", "That the report be noted;", 1), limb("(b)", "That thanks be given.", 1, keep=False))
    hold(old, only(heading("Business", "1.", 1), label, *two))


def test_rows_of_a_table_come_and_go_whole() -> None:
    table = Table("Present", ("Name", "Post"), (("A. Hart", "Chair"), ("B. Osei", ""), ("C. Pell", "Clerk")), (50, 50))
    other = replace(table, rows=(("A. Hart", "Chair"), ("C. Pell", "Town Clerk"), ("D. Roe", "")))
    content = hold(only(heading("Present"), table), only(heading("Present"), other))
    assert len(WordFile(content).find("//w:trPr/w:del")) == 2
    assert len(WordFile(content).find("//w:trPr/w:ins")) == 2


def rows_kept(content: bytes) -> list[str]:
    """The first words of each row that stands on the same page as what follows it."""
    cell = "//w:tr[.//w:keepNext]/w:tc[1]"
    return WordFile(content).values(f"{cell}//w:t/text() | {cell}//w:delText/text()")


@pytest.mark.parametrize(
    ("was", "now", "kept"),
    [("ab", "ab", ["b"]), ("ab", "abc", ["b", "c"]), ("abc", "a", ["a", "b", "c"]), ("ab", "ac", ["b", "c"])],
)
def test_the_last_row_of_either_draft_is_kept_with_the_place_to_sign(was: str, now: str, kept: list[str]) -> None:
    def signed(rows: str) -> Minutes:
        table = Table("Actions", ("Minute", "Action"), tuple((row, "Go") for row in rows), (50, 50))
        return only(heading("Actions"), table, SignOff("", "6 March 2026", "CHAIR"))

    content = hold(signed(was), signed(now))
    assert rows_kept(content) == kept
    assert rows_kept(settled(content, accept=True))[-1] == now[-1]
    assert rows_kept(settled(content, accept=False))[-1] == was[-1]


def test_what_was_exempt_in_either_draft_marks_every_page() -> None:
    marked = replace(MINUTES, restricted="SECRET")
    for old, new in ((marked, MINUTES), (MINUTES, marked)):
        headers = WordFile(redline(old, new, PROPERTIES)).headers()
        assert len(headers) > 1
        assert all("SECRET" in words for words in headers)


def test_a_table_with_other_columns_replaces_the_old_one_whole() -> None:
    one = Table("Present", ("Name",), (("A. Hart",),), (100,))
    hold(only(heading("Present"), one), only(heading("Present"), replace(one, header=("Name", "Post"), shares=(1, 1))))


def test_an_item_put_in_before_others_changes_only_their_numbers() -> None:
    old = only(heading("One", "1.", 1), paragraph("Noted."), heading("Two", "2.", 2), paragraph("Noted."))
    new = only(
        old.blocks[0],
        old.blocks[1],
        heading("Late", "2.", 2),
        paragraph("Noted."),
        heading("Two", "3.", 3),
        *old.blocks[3:],
    )
    content = hold(old, new)
    assert changed(content, "del") == ["2"]


@pytest.mark.parametrize("new", [MINUTES, with_words("the", "that"), edited(MINUTES.blocks[::-1])])
def test_the_file_is_valid_open_xml(tmp_path: Path, new: Minutes) -> None:
    path = tmp_path / "redline.docx"
    path.write_bytes(redline(MINUTES, new, PROPERTIES))
    findings = [str(finding.description) for finding in OpenXmlValidator().validate(path).errors]
    # Word needs no theme; the validator asks every document for one.
    assert [finding for finding in findings if "relationships/theme'" not in finding] == []


def test_the_same_drafts_give_the_same_bytes() -> None:
    new = with_words("the", "that")
    assert redline(MINUTES, new, PROPERTIES) == redline(MINUTES, new, PROPERTIES)


WORDS = st.lists(
    st.sampled_from(("the", "report", "be", "noted", "&", "<b>", "café", "\t", "שלום", "x")), max_size=6
).map(" ".join)
RUNS = st.lists(
    st.builds(Run, WORDS.filter(bool), st.booleans(), st.sampled_from(("", "https://a.example/"))), max_size=3
).map(tuple)


def _minutes(kinds: list[tuple[int, tuple[Run, ...], str]]) -> Minutes:
    """Blocks as drafting makes them: points number on through an item, a table follows a heading."""
    blocks: list[Block] = [Heading(1, "Minutes of the Board")]
    items = points = limbs = 0
    for kind, runs, words in kinds:
        if kind == 0:
            items, points = items + 1, 0
            blocks.append(Heading(2, words or "Item", f"{items}.", items))
        if kind == 4:
            rows = tuple((run.text.replace("\t", " ") or "x", "x") for run in runs)
            blocks += [Heading(2, "Present"), Table("Present", ("Name", "Post"), rows, (50, 50))]
            points = 0
            items += 1
        if kind == 2:
            points += 1
            label = ("(i)", "(ii)", "(iii)", "(iv)", "(v)", "(vi)", "(vii)", "(viii)", "(ix)", "(x)", "(xi)", "(xii)")[
                points - 1
            ]
            blocks.append(ListItem(ListStyle.ROMAN, 2 * items + 2, 0, label, (Run("Point "), *runs)))
        limbs = limbs + 1 if kind == 3 else 0
        if kind == 3:
            label = f"({'abcdefghijkl'[limbs - 1]})"
            blocks.append(ListItem(ListStyle.LETTER, 1000 + len(blocks) - limbs, 0, label, (Run("That "), *runs)))
        if kind == 1:
            blocks.append(Paragraph(Role.BODY, (Run("It "), *runs)))
        if kind == 5 and isinstance(blocks[-1], ListItem):
            above = blocks[-1]
            blocks.append(ListItem(ListStyle.BULLET, above.list_id, 1, "•", (Run("Sub "), *runs)))
    return Minutes("Title", "Body", "DRAFT", (*blocks, SignOff("", "6 March 2026", "CHAIR")))


PARTS = st.lists(st.tuples(st.integers(0, 5), RUNS, WORDS), max_size=12)


@settings(max_examples=40)
@given(PARTS, st.data())
def test_whatever_is_edited_accepting_gives_the_new_draft_and_rejecting_the_old(
    parts: list[tuple[int, tuple[Run, ...], str]], data: st.DataObject
) -> None:
    other = list(parts)
    for _ in range(data.draw(st.integers(0, 4))):
        at = data.draw(st.integers(0, len(other)))
        other[at : at + data.draw(st.integers(0, 2))] = data.draw(PARTS)[: max(0, 12 - len(other))]
    hold(_minutes(parts), _minutes(other[:12]))
