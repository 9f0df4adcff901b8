from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk.actions.noted import actions_of, read_task, say_due
from clerk.model import Body, Entry, Item, Meeting, Presence, Record
from clerk.people import owners
from clerk.terms import ItemKind

ROLL = (
    Presence("Cllr Kit Lowe CC", initials="KL"),
    Presence("Mo Carr"),
    Presence("Ida Nash"),
    Presence("Ivy Nunn"),
)
DAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("text", "owners", "what"),
    [
        ("KL, MC: check the training", ("KL", "MC"), "check the training"),
        ("Kit Lowe and Mo Carr: check", ("Kit Lowe", "Mo Carr"), "check"),
        ("Cllr K. O'Neill/MC: check", ("Cllr K. O'Neill", "MC"), "check"),
        ("All members: write to the Minister", ("All members",), "write to the Minister"),
        ("the clerk: put up the notice", ("the clerk",), "put up the notice"),
        ("Fenmarsh Borough Council: reply", ("Fenmarsh Borough Council",), "reply"),
        ("kl: reply", ("kl",), "reply"),
        ("mc, kl: reply", ("MC", "kl"), "reply"),
        ("Lowe: reply", ("Lowe",), "reply"),
        ("KL and MC to arrange a visit", ("KL", "MC"), "arrange a visit"),
        ("Mo Carr to arrange a visit", ("Mo Carr",), "arrange a visit"),
        ("check the site: http://fenmarsh.example", (), "check the site: http://fenmarsh.example"),
        ("http://fenmarsh.example to be checked", (), "http://fenmarsh.example to be checked"),
        ("Check: it works", (), "Check: it works"),
        ("NB: the gate is locked", (), "NB: the gate is locked"),
        ("CCTV to be installed", (), "CCTV to be installed"),
        ("start at 10:30", (), "start at 10:30"),
        ("one thing and another: decide", (), "one thing and another: decide"),
        ("Update at next meeting from MC.", (), "Update at next meeting from MC."),
    ],
)
def test_owners_are_read_only_where_people_stand(text: str, owners: tuple[str, ...], what: str) -> None:
    task = read_task(text, DAY, ROLL)
    assert (task.owners, task.what) == (owners, what)


@pytest.mark.parametrize(
    ("text", "words", "due", "what"),
    [
        ("check by 12 December", "12 December", date(2026, 12, 12), "check"),
        ("check by 12 January", "12 January", date(2027, 1, 12), "check"),
        ("check by Friday 27th November 2026.", "Friday 27th November 2026", date(2026, 11, 27), "check"),
        ("check before 1/2/2027", "before 1/2/2027", date(2027, 2, 1), "check"),
        ("check by Friday", "Friday", date(2026, 11, 27), "check"),
        ("check by noon on Friday 4 December", "noon on Friday 4 December", date(2026, 12, 4), "check"),
        ("check no later than 4 December", "4 December", date(2026, 12, 4), "check"),
        ("check by the end of March", "the end of March", date(2027, 3, 31), "check"),
        ("check by end of term", "end of term", None, "check"),
        ("check before the next Board meeting", "before the next Board meeting", None, "check"),
        ("check by next meeting", "next meeting", None, "check"),
        ("check by December", "December", None, "check"),
        ("send by 1 May the list by post", "1 May", date(2027, 5, 1), "send by 1 May the list by post"),
        ("write by hand", "", None, "write by hand"),
        ("meet those affected by May Gardens", "", None, "meet those affected by May Gardens"),
        ("go by bus, may be late", "", None, "go by bus, may be late"),
        ("by 12 December", "12 December", date(2026, 12, 12), "by 12 December"),
    ],
)
def test_only_a_day_or_a_meeting_is_when_an_action_is_due(text: str, words: str, due: date | None, what: str) -> None:
    task = read_task(f"KL: {text}", DAY)
    assert (task.due_words, task.due, task.what) == (words, due, what)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_an_action_without_owner_or_day_is_kept_word_for_word(text: str) -> None:
    task = read_task(text.strip())
    if not task.owners and not task.due_words and not any(brace in text for brace in "{}\\"):
        assert task.what == text.strip()


def test_a_meetings_actions_come_in_order_with_their_minute_and_full_names() -> None:
    lines = (
        "- A point",
        "- {kl>agreed to look into the drains by 1 December}, as asked",
        "A: MC, IN: call",
        "N: {x>y}",
        "A: ",
    )
    items = (Item("Part 1", kind=ItemKind.HEADING), Item("Drains", entries=tuple(Entry(line) for line in lines)))
    found = actions_of(Record(Body("Fenmarsh"), Meeting(DAY, first_minute=24), items, ROLL))
    assert [(each.label, each.owners, each.what, say_due(each)) for each in found] == [
        ("24(ii)", ("Cllr Kit Lowe CC",), "look into the drains", "1 December 2026"),
        ("24", ("Mo Carr", "IN"), "call", ""),
    ]
    assert [each.position for each in found] == [2, 2]


def test_initials_shared_by_two_people_stay_initials() -> None:
    items = (Item("Drains", entries=(Entry("A: IN: call before 3 December"),)),)
    [action] = actions_of(Record(Body("Fenmarsh"), Meeting(DAY), items, ROLL))
    assert action.owners == ("IN",)
    assert say_due(action) == "Before 3 December 2026"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("by Friday", "Friday 27 November 2026"),
        ("by 5pm on 4 December", "5pm on 4 December 2026"),
        ("by the end of March", "The end of March"),
        ("before the next meeting", "Before the next meeting"),
        ("by 1/2/2027", "1 February 2027"),
    ],
)
def test_when_an_action_is_due_is_said_with_its_year(words: str, said: str) -> None:
    items = (Item("Drains", entries=(Entry(f"A: MC: call {words}"),)),)
    [action] = actions_of(Record(Body("Fenmarsh"), Meeting(DAY), items, ROLL))
    assert say_due(action) == said


def test_a_first_name_that_looks_like_a_rank_is_a_name() -> None:
    roll = (Presence("Cllr Di Lane"), Presence("DI Kay Moss"))
    assert [owners.person(words, roll) for words in ("DL", "Di Lane", "KM", "Moss")] == [
        *("Cllr Di Lane", "Cllr Di Lane", "DI Kay Moss", "DI Kay Moss"),
    ]


@pytest.mark.parametrize(
    ("text", "what", "said", "due"),
    [
        ("KL: reply within 5 working days.", "reply", "within 5 working days", date(2026, 11, 27)),
        ("KL: reply within ten days", "reply", "within ten days", date(2026, 11, 30)),
        ("KL: reply within two weeks of the meeting", "reply", "within two weeks of the meeting", date(2026, 12, 4)),
        ("KL: reply within 3 months", "reply", "within 3 months", date(2027, 2, 20)),
        ("KL: reply by the end of March", "reply", "the end of March", date(2027, 3, 31)),
        ("KL: reply within 5 days of receipt", "reply within 5 days of receipt", "within 5 days", None),
    ],
)
def test_a_time_within_which_something_is_to_be_done_is_when_it_is_due(
    text: str, what: str, said: str, due: date | None
) -> None:
    task = read_task(text, DAY, ROLL)
    assert (task.what, task.due_words, task.due) == (what, said, due)


def test_a_month_ends_on_its_last_day_where_it_has_no_such_day() -> None:
    assert read_task("KL: reply within a month", date(2027, 1, 31), ROLL).due == date(2027, 2, 28)
