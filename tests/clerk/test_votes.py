import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk.house_style import load
from clerk.model import Presence
from clerk.votes import Vote, read_vote, say_vote

STYLE = load("county")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("agreed", "The motion was agreed."),
        ("Carried.", "The motion was put to the vote and carried."),
        ("lost", "The motion was put to the vote and lost."),
        ("unanimous", "The motion was put to the vote and carried unanimously."),
        ("8-3-1", "The motion was put to the vote and carried: 8 for, 3 against, 1 abstention."),
        (
            "8 for, 3 against, 2 abstentions",
            "The motion was put to the vote and carried: 8 for, 3 against, 2 abstentions.",
        ),
        ("lost 3-8", "The motion was put to the vote and lost: 3 for, 8 against."),
        ("3-8", "The motion was put to the vote and lost: 3 for, 8 against."),
        ("5-5", "The motion was put to the vote and the votes were equal: 5 for, 5 against."),
        (
            "5-5 casting lost",
            "The motion was put to the vote and lost on the casting vote of the Mayor: 5 for, 5 against.",
        ),
        (
            "carried 5-5 on the Mayor's casting vote",
            "The motion was put to the vote and carried on the casting vote of the Mayor: 5 for, 5 against.",
        ),
        ("named", "A recorded vote was taken."),
        (
            "named for AB, CD; against Cllr Ellis; abstained E. Fry",
            "A recorded vote was taken. For (2): Cllr Ann Bell and CD. Against (1): Cllr Ellis. Abstained (1): E. Fry.",
        ),
    ],
)
def test_a_vote_in_a_known_form_is_said_in_a_sentence(text: str, said: str) -> None:
    assert say_vote(text, "The motion", "Mayor", STYLE, (Presence("Cllr Ann Bell"),)) == said


@pytest.mark.parametrize(
    "text", ["Twelve hands went up", "8-3-1-2", "5-5 casting", "named whatever", "for 8", "tied", "8"]
)
def test_what_cannot_be_read_stands_as_typed(text: str) -> None:
    said = say_vote(text, "The motion", "Mayor", STYLE)
    assert said.lower().rstrip(".") == text.lower()


@given(st.integers(0, 999), st.integers(0, 999), st.integers(0, 999))
def test_figures_decide_the_result(ayes: int, noes: int, abstained: int) -> None:
    result = "carried" if ayes > noes else "lost" if noes > ayes else ""
    assert read_vote(f"{ayes}-{noes}-{abstained}") == Vote(result, ayes, noes, abstained)


@given(st.text())
def test_no_text_makes_saying_a_vote_fail(text: str) -> None:
    say_vote(text, "The motion", "Mayor", STYLE)
