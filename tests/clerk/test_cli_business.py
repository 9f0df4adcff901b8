"""The command line for business put off, brought in and interrupted."""

from __future__ import annotations

from datetime import datetime

from clerk.model import Adjournment
from clerk.store import Store
from clerk.terms import ItemState
from tests.clerk.command_line import Clerk


def test_an_item_is_deferred_with_its_words_on_the_page(clerk: Clerk) -> None:
    said = clerk.ok("defer", "1", "7", "--to", "next meeting", "--why", "the author was ill")
    assert said == "Deferred agenda item 7, Budget [sic] 👩‍⚖️.\n"
    item = clerk.record().items[0]
    assert (item.state, item.deferred_to, item.reason) == (ItemState.DEFERRED, "next meeting", "the author was ill")
    assert item.text == (
        "The item was deferred, as the author was ill.\n"
        "R: That the item 'Budget [sic] 👩‍⚖️' be deferred to the next meeting."
    )
    assert "(deferred to next meeting: the author was ill)" in clerk.ok("show", "1")


def test_an_item_is_withdrawn(clerk: Clerk) -> None:
    clerk.ok("withdraw", "1", "#4")
    assert (clerk.record().items[0].state, clerk.record().items[0].text) == (
        ItemState.WITHDRAWN,
        "The item was withdrawn.",
    )


def test_urgent_business_is_added_with_its_reason_and_goes_last_until_something_is_taken(clerk: Clerk) -> None:
    assert clerk.ok("add", "1", "Flood", "--because", "the river rose today") == "Added Flood as #5.\n"
    assert clerk.record().items[4].text.endswith("special circumstances: the river rose today.")
    clerk.ok("open", "1", "--at", "10.00")
    clerk.ok("take", "1", "1")
    result = clerk.run("add", "1", "Fire")
    assert (result.exit_code, result.stdout) == (0, "Added Fire as #2.\n")
    assert "why it is urgent" in result.stderr
    clerk.ok("add", "1", "Storm", "--after", "7", "--because", "wind")
    assert [item.title for item in clerk.record().items][4] == "Storm"


def test_a_meeting_adjourns_and_resumes_under_the_item_it_is_at(clerk: Clerk) -> None:
    clerk.ok("open", "1", "--at", "10.00")
    clerk.ok("take", "1", "7")
    assert clerk.ok("adjourn", "1", "--at", "1pm", "--why", "lunch") == "Meeting 1 adjourned at 1.00 pm.\n"
    clerk.ok("resume", "1", "--at", "2pm")
    record = clerk.record()
    day = record.meeting.date
    assert day
    began, resumed = datetime(day.year, day.month, day.day, 13), datetime(day.year, day.month, day.day, 14)
    assert record.meeting.adjournments == (Adjournment(began, resumed, 1, "lunch"),)
    assert record.items[0].text == "The meeting adjourned at 1.00 pm for lunch.\nThe meeting resumed at 2.00 pm."
    assert "adjourned 1.00 pm to 2.00 pm (lunch)" in clerk.ok("show", "1")


def test_a_break_put_down_late_stands_where_it_was_by_the_times_of_the_lines(clerk: Clerk) -> None:
    clerk.ok("open", "1", "--at", "10.00")
    clerk.ok("take", "1", "7", "--at", "10.05")
    typed: list[str] = []
    with Store.open(clerk.db) as store:
        for minute, line in ((10, "The report was put."), (30, "V: 5-1"), (32, "R: That it be noted."), (33, "Q: A?")):
            typed.append(line)
            store.save_page(store.record(1).items[0].id, "\n".join(typed), datetime(2026, 6, 19, 10, minute, 20))
    clerk.ok("adjourn", "1", "--at", "10.20")
    clerk.ok("resume", "1", "--at", "10.25")
    breaks = ["The meeting adjourned at 10.20 am.", "The meeting resumed at 10.25 am."]
    assert clerk.record().items[0].text.split("\n") == [typed[0], *breaks, *typed[1:]]
    clerk.ok("adjourn", "1", "--at", "10.32")
    assert clerk.record().items[0].text.endswith("adjourned at 10.32 am."), "within the minute of the last line"


def test_a_break_before_any_item_says_that_it_has_no_page(clerk: Clerk) -> None:
    clerk.ok("open", "1", "--at", "10.00")
    assert "minute it where it belongs" in clerk.ok("adjourn", "1", "--at", "10.05")


def test_what_cannot_be_done_is_one_sentence(clerk: Clerk) -> None:
    assert "not in session" in clerk.sentence("adjourn", "1")
    assert "not adjourned" in clerk.sentence("resume", "1")
    assert "no agenda item 99" in clerk.sentence("defer", "1", "99")
    assert "title" in clerk.sentence("add", "1", " ")
    assert clerk.record().meeting.adjournments == ()
