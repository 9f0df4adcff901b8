import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk.spans import Span, escape, marked, printed

texts = st.text(st.characters(exclude_categories=["Cs"]))
with_braces = st.text(alphabet="{}>\\ ab")


@given(st.one_of(texts, with_braces))
def test_an_escaped_text_prints_as_it_is_and_marks_nothing(text: str) -> None:
    assert printed(escape(text)) == text
    assert marked(escape(text)) == ()


@given(with_braces)
def test_taking_marks_out_loses_no_letter(text: str) -> None:
    assert [c for c in printed(text) if c in "ab"] == [c for c in text if c in "ab"]


@given(texts.filter(lambda text: not any(c in text for c in "{}\\")))
def test_a_text_without_braces_prints_as_it_is(text: str) -> None:
    assert printed(text) == text


def test_a_mark_names_who_is_to_do_what_and_prints_as_prose() -> None:
    text = "At the end {Sam Example>agreed to send the figures} and {the list be updated}."
    assert printed(text) == "At the end Sam Example agreed to send the figures and the list be updated."
    named, bare = marked(text)
    assert named == Span("Sam Example", "agreed to send the figures", "At the end ")
    assert bare[:2] == ("", "the list be updated")


@pytest.mark.parametrize("text", ["{", "}", "a } b {", "{}", "a {b", "{unclosed>by anyone"])
def test_braces_that_do_not_pair_are_ordinary(text: str) -> None:
    assert printed(text) == text
    assert marked(text) == ()


def test_a_space_after_the_arrow_is_not_printed_twice() -> None:
    assert printed("{AB> will call}") == "AB will call"
