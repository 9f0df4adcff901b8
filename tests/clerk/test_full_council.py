"""An invented full council: motion, amendments lost and carried, a named vote; and business out of order."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from clerk import wording
from clerk.drafting import draft
from clerk.minutes import Block, Heading, ListItem, Paragraph, plain
from clerk.model import Body, Entry, Item, Meeting, Presence, Record
from clerk.store import Store
from clerk.terms import Attendance, BodyKind, ItemKind
from clerk.voting.votes import named_vote_line

COUNCIL = Body("Fenmarsh Borough Council", BodyKind.COUNCIL, "Council", "Mayor")
PRESENT = Attendance.PRESENT
SEVEN = datetime(2026, 7, 9, 19)
ROLL = (
    Presence("Cllr Ada Bell", status=PRESENT, chair=True),
    Presence("Cllr Col Dee", status=PRESENT),
    Presence("Cllr Eve Fry", status=PRESENT),
)


def printed(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{block.number} {block.text}".strip()
    if isinstance(block, ListItem):
        return f"{block.label} {plain(block.runs)}"
    return plain(block.runs) if isinstance(block, Paragraph) else ""


def minutes(record: Record) -> list[str]:
    return [printed(block) for block in draft(record).blocks if getattr(block, "item", 0)]


def of(*lines: str) -> list[str]:
    item = Item("Motion: Verges", "9", entries=tuple(Entry(line) for line in lines))
    return minutes(Record(COUNCIL, Meeting(date(2026, 7, 9), first_minute=41), (item,), ROLL))[1:]


def test_a_motion_two_amendments_and_a_named_vote_print_in_order_with_the_lost_one_in_its_place() -> None:
    assert of(
        "M: CD, EF: That verges be cut twice a year",
        "AM: EF, AB: That “twice” be replaced by “once”",
        "V: lost 1-2",
        "AM: AB, EF: That “and only after July” be added",
        "V: 2-1",
        named_vote_line(["AB", "EF"], ["CD"]),
        "R: That verges be cut twice a year and only after July.",
    ) == [
        "It was moved by Cllr Col Dee and seconded by Cllr Eve Fry: That verges be cut twice a year.",
        "An amendment was moved by Cllr Eve Fry and seconded by Cllr Ada Bell: That “twice” be replaced by “once”.",
        "The amendment was put to the vote and lost: 1 for, 2 against.",
        "An amendment was moved by Cllr Ada Bell and seconded by Cllr Eve Fry: That “and only after July” be added.",
        "The amendment was put to the vote and carried: 2 for, 1 against.",
        "The motion as amended was put to a recorded vote and carried. For (2): Cllr Ada Bell and Cllr Eve Fry."
        " Against (1): Cllr Col Dee.",
        "RESOLVED:",
        "That verges be cut twice a year and only after July.",
    ]


@pytest.mark.parametrize("vote", ["V: lost 1-2", "V: withdrawn", "V: not seconded", "V: 1-1", "V: a show of hands"])
def test_an_amendment_that_was_not_carried_leaves_the_motion_as_it_was(vote: str) -> None:
    said = of("M: CD, EF: That verges be cut", "AM: EF: That they be not", vote, "V: carried 2-1")
    assert said[-1] == "The motion was put to the vote and carried: 2 for, 1 against."


@pytest.mark.parametrize("vote", ["V: accepted", "V: Accepted by the mover."])
def test_an_amendment_that_the_mover_accepted_is_not_put_and_amends_the_motion(vote: str) -> None:
    assert of("M: CD, EF: That verges be cut", "AM: EF: Twice", vote, "V: carried 2-1")[2:] == [
        "The amendment was accepted by the mover of the motion.",
        "The motion as amended was put to the vote and carried: 2 for, 1 against.",
    ]
    assert of("M: CD, EF: That verges be cut", vote)[-1] == "The motion was agreed."


def test_a_second_motion_is_not_the_first_as_amended() -> None:
    said = of(
        "M: CD: That verges be cut", "AM: EF: Twice", "V: agreed", "V: agreed", "M: EF: That all be told", "V: lost"
    )
    assert said[3] == "The motion as amended was agreed."
    assert said[-1] == "The motion was put to the vote and lost."


def test_a_tie_is_decided_by_the_casting_vote() -> None:
    assert of("M: CD, EF: That verges be cut", "V: 1-1 casting carried; EF against at own request")[-1] == (
        "The motion was put to the vote and carried on the casting vote of the Mayor: 1 for, 1 against."
        " It was recorded at the request of Cllr Eve Fry that they voted against."
    )


class Evening:
    """A meeting of the council as its officer has it: what is done with an item, and the usual words for it."""

    def __init__(self, store: Store, *titles: str) -> None:
        self.store = store
        items = tuple(Item(title, str(number)) for number, title in enumerate(titles, 1))
        self.number = store.add(Record(COUNCIL, Meeting(date(2026, 7, 9), first_minute=41), items, ROLL))
        store.open_meeting(self.number, SEVEN)

    @property
    def record(self) -> Record:
        return self.store.record(self.number)

    def place(self, title: str) -> int:
        return next(at for at, item in enumerate(self.record.items, 1) if item.title == title)

    def row(self, title: str) -> int:
        return self.record.items[self.place(title) - 1].id

    def take(self, title: str) -> None:
        self.store.take_item(self.number, self.row(title), SEVEN)

    def write(self, title: str, *lines: str) -> None:
        page = self.record.items[self.place(title) - 1].text
        self.store.save_page(self.row(title), "\n".join(filter(None, (page, *lines))), SEVEN)

    def take_together(self, title: str, other: str) -> None:
        self.take(title)
        self.store.take_together(self.number, self.row(other), self.row(title), SEVEN)
        self.write(title, *wording.together_lines(self.record, self.place(title)))

    def minute_the_change_of_order(self) -> None:
        title = wording.order_of_business_title(self.record)
        self.store.add_item(self.number, title, SEVEN, kind=ItemKind.ORDER_OF_BUSINESS)
        self.take(title)
        self.write(title, *wording.order_of_business_lines(self.record))

    def adjourn(self, title: str, when: datetime, why: str) -> None:
        broke = self.store.adjourn(self.number, when, why)
        self.write(title, *wording.adjournment_lines(self.record, broke))

    def resume(self, title: str, when: datetime) -> None:
        back = self.store.resume(self.number, when)
        self.write(title, *wording.adjournment_lines(self.record, back)[1:])

    def defer(self, title: str, to: str, why: str) -> None:
        lines = wording.deferral_lines(self.record, self.place(title), to, why)
        self.store.defer_item(self.number, self.row(title), SEVEN, to, why, lines)

    def add_as_urgent(self, title: str, because: str) -> None:
        self.store.add_item(self.number, title, SEVEN, because)
        self.write(title, *wording.urgent_lines(self.record, self.place(title)))
        self.take(title)

    def withdraw(self, title: str) -> None:
        lines = wording.withdrawal_lines(self.record, self.place(title))
        self.store.withdraw_item(self.number, self.row(title), SEVEN, lines=lines)


def test_an_evening_of_disorder_prints_as_it_happened(store: Store) -> None:
    evening = Evening(store, "Apologies", "Verges", "Car parks", "Parking permits", "Bins")
    evening.take("Apologies")
    evening.write("Apologies", "None were received.")
    assert wording.must_offer_order_minute(evening.record, evening.place("Car parks"))
    evening.minute_the_change_of_order()
    assert not wording.must_offer_order_minute(evening.record, evening.place("Car parks"))
    evening.take_together("Car parks", "Parking permits")
    evening.write("Car parks", "R: That both be noted")
    evening.adjourn("Car parks", datetime(2026, 7, 9, 20), "the alarm had sounded")
    evening.resume("Car parks", datetime(2026, 7, 9, 20, 15))
    evening.defer("Bins", "the next meeting", "the officer was ill")
    evening.add_as_urgent("Flood warning", "the river rose today")
    evening.withdraw("Verges")
    evening.write("Verges", *wording.extension_lines(evening.record, time(22)))
    assert minutes(evening.record) == [
        "41. Apologies",
        "None were received.",
        "42. Change to the order of business",
        "With the consent of the Council the Mayor took the items in another order than that of the agenda.",
        "43. Car parks",
        "This item was considered together with agenda item 4, 'Parking permits'.",
        "RESOLVED:",
        "That both be noted.",
        "The meeting adjourned at 8.00 pm, as the alarm had sounded.",
        "The meeting resumed at 8.15 pm.",
        "44. Parking permits",
        "This item was considered together with minute 43, 'Car parks', where it is recorded.",
        "45. Bins",
        "The item was deferred, as the officer was ill.",
        "RESOLVED:",
        "That the item 'Bins' be deferred to the next meeting.",
        "46. Flood warning",
        "The Mayor was of the opinion that this item, which was not on the agenda, should be considered as a matter of"
        " urgency under Section 100B(4)(b) of the Local Government Act 1972 by reason of the following special"
        " circumstances: the river rose today.",
        "47. Verges",
        "The item was withdrawn.",
        "RESOLVED:",
        "That the meeting continue until 10.00 pm.",
    ]
