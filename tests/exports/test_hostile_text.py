"""Whatever an officer can type or paste comes through every export."""

import io

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clerk.language.text import clean, spaced
from clerk.minutes import Heading, ListItem, ListStyle, Minutes, Paragraph, Role, Run, SignOff, Table
from exports.markdown import markdown
from exports.printed import printed_text
from exports.text import plain_text
from exports.word import Properties, word_bytes, word_text
from tests.exports.invented import PROPERTIES, WHEN
from tests.exports.reading_back import WordFile

ANYTHING = st.text(st.characters(exclude_categories=()), max_size=30)


def _everywhere(text: str) -> Minutes:
    run = (Run(text, link=text), Run(text, bold=True))
    return Minutes(
        text,
        text,
        text,
        (
            Heading(2, text, text),
            Paragraph(Role.BODY, run, queries=(text,)),
            ListItem(ListStyle.ROMAN, 1, 0, "(i)", run),
            ListItem(ListStyle.LETTER, 1, 0, text, run),
            Table(text, (text, "B"), ((text, text),), (50, 50)),
            SignOff(text, text, text),
        ),
    )


@settings(max_examples=80)
@given(ANYTHING)
def test_any_text_in_any_place_reads_back_as_it_was_cleaned(text: str) -> None:
    minutes = _everywhere(text)
    properties = Properties(text, WHEN, WHEN, text, text, text)
    content = word_bytes(minutes, properties, comments=True)
    assert word_text(content) == list(map(spaced, printed_text(minutes)))
    assert docx.Document(io.BytesIO(content)).tables
    if text:
        assert spaced(clean(text) * 2) in word_text(content)


@settings(max_examples=60)
@given(ANYTHING, st.none() | st.integers(1, 80))
def test_any_text_goes_into_text_and_markdown(text: str, width: int | None) -> None:
    minutes = _everywhere(text)
    words = "".join(clean(text).split())
    assert words in "".join(plain_text(minutes, width).split())
    assert markdown(minutes)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("[/] [sic] <b>&amp;</b> ]]>", "[/] [sic] <b>&amp;</b> ]]>"),
        ("bell\x07", "bell[U+0007]"),
        ("two\r\nlines\vthree", "two\nlines\nthree"),
        ("a\tb", "a\tb"),
        ("  three   spaces  ", "  three   spaces  "),
        ("half \ud83d", "half [U+D83D]"),
        ("whole \ud83d\ude00", "whole 😀"),
        ("e\u0301 \u00a0 \u00ad 👩‍👧 {} {0} %s", "e\u0301 \u00a0 \u00ad 👩‍👧 {} {0} %s"),
    ],
)
def test_awkward_text_reads_as_typed(typed: str, read: str) -> None:
    minutes = Minutes("T", "B", "", (Paragraph(Role.BODY, (Run(typed),)),))
    content = word_bytes(minutes, PROPERTIES)
    assert word_text(content) == [spaced(read)]
    assert "".join(WordFile(content).values("//w:t/text()")) == read.replace("\t", "").replace("\n", "")


@pytest.mark.parametrize(
    ("text", "rtl"),
    [
        *(("مرحبا بكم", True), ("(שלום)", True), ("Siân", False), ("3 مرحبا", True), ("’ £ –", False)),
        *(("مرحبا بكم UK", True), ("Siân שלום שלום שלום", False), ("שלום was what the guest said.", False)),
    ],
)
def test_a_paragraph_that_runs_from_the_right_says_so(text: str, rtl: bool) -> None:
    file = WordFile(word_bytes(Minutes("T", "B", "", (Paragraph(Role.BODY, (Run(text),)),)), PROPERTIES))
    assert bool(file.find("//w:pPr/w:bidi")) is rtl
    assert bool(file.find("//w:rPr/w:rtl")) is rtl


def test_a_paragraph_of_eleven_million_letters_can_be_opened_again() -> None:
    text = "word & " * 1_600_000
    content = word_bytes(Minutes("T", "B", "", (Paragraph(Role.BODY, (Run(text),)),)), PROPERTIES)
    assert word_text(content) == [text]
    assert docx.Document(io.BytesIO(content)).paragraphs
