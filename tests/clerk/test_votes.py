import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from clerk import notation, spans
from clerk.house_style import load
from clerk.language.text import clean_line
from clerk.model import Presence
from clerk.voting.votes import Vote, check_vote, named_vote_line, needs_casting, read_vote, say_vote

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
            "The motion was put to a recorded vote and carried. For (2): Cllr Ann Bell and CD. Against (1): Cllr Ellis."
            " Abstained (1): E. Fry.",
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


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("named carried", "The motion was put to a recorded vote and carried."),
        (
            "named for GH; against EF",
            "The motion was put to a recorded vote and the votes were equal. For (1): GH. Against (1): EF.",
        ),
        (
            "named lost casting for GH; against EF",
            "The motion was put to a recorded vote and lost on the casting vote of the Mayor. For (1): GH."
            " Against (1): EF.",
        ),
        (
            "8-3-1; GH against at own request",
            "The motion was put to the vote and carried: 8 for, 3 against, 1 abstention."
            " It was recorded at the request of GH that they voted against.",
        ),
        (
            "agreed; GH and CD against at own request; EF abstained at her request.",
            "The motion was agreed. It was recorded at the request of GH and CD that they voted against."
            " It was recorded at the request of EF that they abstained.",
        ),
        ("Cllr Bell voted for at own request", "It was recorded at the request of Cllr Ann Bell that they voted for."),
        ("withdrawn", "The motion was withdrawn."),
        ("Not seconded.", "The motion was not seconded and fell."),
    ],
)
def test_recorded_own_and_unput_votes_are_said_in_full(text: str, said: str) -> None:
    assert say_vote(text, "The motion", "Mayor", STYLE, (Presence("Cllr Ann Bell"),)) == said


@pytest.mark.parametrize(
    "text",
    ["Agreed; AB against", "Named 8-3-1", "Hands went up; AB against at own request", "Agreed; , for at own request"],
)
def test_what_is_only_like_a_recorded_vote_stands_as_typed(text: str) -> None:
    assert say_vote(text, "The motion", "Mayor", STYLE) == f"{text}."


voters = st.lists(st.text(min_size=1, max_size=20).map(clean_line).filter(bool), max_size=4)


@given(voters, voters, voters)
@example(["Cllr A. Bell, OBE", "Dee for Elm", 'Al "Bo" Fry', "Guy and Sons"], ["-", "(3)", "Jr."], ["x at own request"])
def test_a_named_vote_is_read_back_as_it_was_written(ayes: list[str], noes: list[str], abstained: list[str]) -> None:
    line = named_vote_line(ayes, noes, abstained)
    read = notation.parse(line)
    vote = read_vote(spans.printed(read.text).strip())
    assert read.kind is notation.Kind.VOTE
    assert vote
    assert vote.named
    assert (vote.names_for, vote.names_against, vote.names_abstained) == (tuple(ayes), tuple(noes), tuple(abstained))
    if ayes or noes or abstained:
        assert (vote.ayes, vote.noes, vote.abstained) == (len(ayes), len(noes), len(abstained))


def test_a_named_vote_says_its_result_only_where_the_numbers_do_not() -> None:
    assert (
        named_vote_line(["AB"], ["CD"], result="carried", casting=True) == "V: named carried casting for AB; against CD"
    )
    vote = read_vote("named carried casting for AB; against CD")
    assert vote
    assert (vote.result, vote.casting, needs_casting(vote)) == ("carried", True, False)


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        ("5-5", True),
        ("tied 5-5-1", True),
        ("named for A; against B", True),
        ("5-4", False),
        ("5-5 casting lost", False),
        ("4-4-1 casting", True),
    ],
)
def test_a_casting_vote_is_asked_for_on_equal_votes(text: str, needed: bool) -> None:
    vote = read_vote(text)
    assert vote
    assert needs_casting(vote) is needed


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("8-3-1", None),
        ("agreed", None),
        ("lost 6-5", None),
        ("9-3-1", "The vote counts 13, and 12 may vote."),
        ("7-6 casting carried", None),
        ("carried 3-8", "The vote is put down as carried, with 3 for and 8 against."),
        ("carried 5-5", "The votes are equal: say how the casting vote was given."),
        ("named for AB, CD; against AB", "AB is named more than once in the vote."),
    ],
)
def test_figures_that_cannot_be_right_are_pointed_out(text: str, said: str | None) -> None:
    vote = read_vote(text)
    assert vote
    assert check_vote(vote, 12) == said
