import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk.language.text import clean, clean_line

anything = st.text(st.characters())


@given(anything)
def test_clean_text_stays_as_it_is_when_cleaned_again(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(anything)
def test_clean_text_can_be_stored_and_put_in_xml(text: str) -> None:
    cleaned = clean(text)
    cleaned.encode("utf-8")
    assert not any(ord(c) < 32 and c not in "\n\t" for c in cleaned)
    assert "\ufffe" not in cleaned
    assert "\uffff" not in cleaned


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cn"])))
def test_a_text_of_ordinary_characters_is_unchanged(text: str) -> None:
    assert clean(text) == text


@given(anything)
def test_a_line_is_one_line(text: str) -> None:
    assert "\n" not in clean_line(text)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_every_way_of_ending_a_line_becomes_one(end: str) -> None:
    assert clean(f"one{end}two") == "one\ntwo"


def test_what_cannot_be_printed_is_made_visible_and_not_dropped() -> None:
    assert clean("a\x07b\x00") == "a[U+0007]b[U+0000]"
    assert clean("\ud83d\ude00 \ud83d") == "😀 [U+D83D]"


def test_emoji_right_to_left_and_tabs_stay() -> None:
    text = "👩‍⚖️ שלום\tمرحبا é"
    assert clean(text) == text
