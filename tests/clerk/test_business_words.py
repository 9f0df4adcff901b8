"""The sentences for business out of order, put off, brought in and interrupted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk import notation, spans, wording
from clerk.drafting import draft, record_lines
from clerk.language.text import clean_line
from clerk.minutes import Heading
from clerk.model import Adjournment, Body, Entry, Item, Meeting, Record
from clerk.notation import Kind
from clerk.sentences.reasons import reason_for_deferral
from clerk.terms import BodyKind, ItemKind, ItemState

BODY = Body("Fenmarsh Scrutiny Committee", BodyKind.COMMITTEE, chair_title="Chairman")
DAY = date(2026, 6, 12)


def record(*items: Item, body: Body = BODY) -> Record:
    return Record(body, Meeting(DAY, first_minute=30), items)


def deferral(to: str = "", reason: str = "") -> tuple[str, ...]:
    return wording.deferral_lines(record(Item("River banks.", "7")), 1, to, reason)


@pytest.mark.parametrize(
    ("to", "said"),
    [
        ("", "to a future meeting of the Committee."),
        ("the next meeting", "to the next meeting."),
        ("next meeting.", "to the next meeting."),
        ("to 18 September 2026", "to 18 September 2026."),
        ("September meeting", "to the September meeting."),
    ],
)
def test_a_deferral_says_to_what(to: str, said: str) -> None:
    assert deferral(to) == (f"R: That the item 'River banks' be deferred {said}",)
    assert wording.usual_deferral(record(Item("River banks.", "7")), 1) == deferral()[0].removeprefix("R: ")


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("The speaker was unable to attend.", ", as the speaker was unable to attend"),
        ("Cllr Reed was ill", ", as Cllr Reed was ill"),
        ("Due to apologies received", " due to apologies received"),
        ("to allow further consultation;", " to allow further consultation"),
        ("illness of the author", ", owing to illness of the author"),
        ("PFI talks", ", owing to PFI talks"),
    ],
)
def test_a_reason_is_joined_to_the_sentence_as_its_form_asks(reason: str, said: str) -> None:
    assert deferral(reason=reason)[0] == f"The item was deferred{said}."
    assert wording.withdrawal_lines(record(Item("x")), 1, reason) == (f"The item was withdrawn{said}.",)


def test_a_withdrawal_needs_no_reason() -> None:
    assert wording.withdrawal_lines(record(Item("x")), 1) == ("The item was withdrawn.",)


def test_urgent_business_of_a_committee_is_let_in_by_the_act_with_its_circumstances() -> None:
    item = Item("Flood", urgent_because="The river rose on Thursday.")
    [line] = wording.urgent_lines(record(item), 1)
    assert line.startswith("The Chairman was of the opinion that this item")
    assert "Section 100B(4)(b) of the Local Government Act 1972" in line
    assert line.endswith("special circumstances: the river rose on Thursday.")


@pytest.mark.parametrize("kind", [BodyKind.PARISH, BodyKind.PARTNERSHIP, BodyKind.EXECUTIVE])
def test_the_act_is_not_cited_for_a_body_it_does_not_apply_to(kind: BodyKind) -> None:
    item = Item("Flood", urgent_because="The river rose")
    [line] = wording.urgent_lines(record(item, body=replace(BODY, kind=kind)), 1)
    assert line.endswith("for the following reason: the river rose.")
    assert "100B" not in line


def test_nothing_is_said_of_urgency_without_a_reason() -> None:
    assert wording.urgent_lines(record(Item("Flood")), 1) == ()


def test_the_order_minute_is_offered_once_when_business_is_passed_over() -> None:
    done, coming = Item("a", "1", state=ItemState.DONE), Item("b", "2")
    heading, late = Item("PART", kind=ItemKind.HEADING), Item("c", "3")
    assert not wording.must_offer_order_minute(record(done, heading, coming, late), 3)
    assert wording.must_offer_order_minute(record(done, heading, coming, late), 4)
    assert not wording.must_offer_order_minute(record(done, heading, late), 3)
    assert not wording.must_offer_order_minute(record(replace(done, state=ItemState.DEFERRED), late), 2)
    minuted = Item("Change", kind=ItemKind.ORDER_OF_BUSINESS)
    assert not wording.must_offer_order_minute(record(done, minuted, coming, late), 4)
    standing = replace(minuted, agenda_number="4")
    assert wording.must_offer_order_minute(record(done, coming, late, standing), 3)
    assert not wording.must_offer_order_minute(record(done, coming, late, standing), 4)


def test_the_change_of_order_is_minuted_under_the_title_of_the_house() -> None:
    title = wording.order_of_business_title(record())
    item = Item(title, kind=ItemKind.ORDER_OF_BUSINESS)
    assert title == "Change to the order of business"
    assert wording.usual_lines(record(item), 1) == wording.order_of_business_lines(record(item))
    [line] = wording.order_of_business_lines(record(item))
    assert line.startswith("With the consent of the Committee the Chairman")


def test_an_item_taken_with_another_refers_to_its_minute_unless_it_has_its_own() -> None:
    first, second = Item("Banks.", "7", entries=(Entry("Said."),)), Item("Sluices", "9", taken_with=1)
    both = record(first, second, Item("Dykes", taken_with=1))
    assert wording.together_lines(both, 1) == (
        "This item was considered together with agenda item 9, 'Sluices' and the item 'Dykes'.",
    )
    assert wording.together_lines(both, 2) == ()
    said = "This item was considered together with minute 30, 'Banks', where it is recorded."
    assert record_lines(both, 2) == (said,)
    assert [block.text for block in draft(both).blocks if isinstance(block, Heading)][-2:] == ["Sluices", "Dykes"]
    noted = replace(second, entries=(Entry("N: ask"), Entry("R: ")))
    assert record_lines(record(first, noted), 2) == (said,)
    minuted = replace(second, entries=(Entry("R: That it be noted"),))
    assert record_lines(record(first, minuted), 2) == ()


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ("", ""),
        ("for lunch", " for lunch"),
        ("Lunch", " for lunch"),
        ("comfort break", " for a comfort break"),
        ("a short break", " for a short break"),
        ("the meeting was no longer quorate", ", as the meeting was no longer quorate"),
        ("to allow legal advice to be taken", " to allow legal advice to be taken"),
    ],
)
def test_an_adjournment_says_when_and_why(why: str, said: str) -> None:
    began = datetime(2026, 6, 12, 13, 30)
    assert wording.adjournment_lines(record(), Adjournment(began, why=why)) == (
        f"The meeting adjourned at 1.30 pm{said}.",
    )


LICENSING = replace(BODY, name="Licensing Hearing Panel", noun="Panel")


@pytest.mark.parametrize(
    ("item", "body", "called"),
    [
        (Item("Hearing of an application by the Blue Boar"), BODY, "hearing"),
        (Item("The Blue Boar", note="Licensing Act 2003 (Hearings) Regulations 2005"), BODY, "hearing"),
        (Item("Appointment of a Chair for the hearing"), BODY, "hearing"),
        (Item("The Blue Boar"), LICENSING, "hearing"),
        (Item("Hearing loss services"), BODY, "meeting"),
        (Item("Flood defences", note="Arrangements for hearing from residents"), BODY, "meeting"),
    ],
)
def test_a_hearing_adjourns_and_resumes_as_a_hearing(item: Item, body: Body, called: str) -> None:
    lunch = Adjournment(datetime(2026, 6, 12, 13, 30), datetime(2026, 6, 12, 14), item=1)
    said = (f"The {called} adjourned at 1.30 pm.", f"The {called} resumed at 2.00 pm.")
    assert wording.adjournment_lines(record(item, body=body), lunch) == said


def test_a_meeting_that_resumes_says_so_with_the_day_if_it_is_another() -> None:
    began = datetime(2026, 6, 12, 13, 30)
    same = Adjournment(began, datetime(2026, 6, 12, 14))
    assert wording.adjournment_lines(record(), same)[1:] == ("The meeting resumed at 2.00 pm.",)
    other = Adjournment(began, datetime(2026, 6, 19, 10))
    assert wording.adjournment_lines(record(), other)[1:] == (
        "The meeting resumed at 10.00 am on Friday 19 June 2026.",
    )


def test_a_meeting_is_extended_by_resolution() -> None:
    assert wording.extension_lines(record(), time(21, 30)) == ("R: That the meeting continue until 9.30 pm.",)


@given(st.text(max_size=40).map(clean_line), st.text(max_size=40).map(clean_line))
def test_words_of_the_record_are_escaped_whatever_they_are(title: str, reason: str) -> None:
    item = Item(title, "7", urgent_because=reason)
    other = Item("x", taken_with=1)
    whole = record(item, other)
    made = [
        *wording.deferral_lines(whole, 1, reason, reason),
        *wording.withdrawal_lines(whole, 1, reason),
        *wording.urgent_lines(whole, 1),
        *wording.together_lines(record(replace(item, taken_with=2), other), 2),
        *wording.adjournment_lines(whole, Adjournment(datetime(2026, 6, 12, 13), why=reason)),
    ]
    for line in made:
        assert "\n" not in line
        assert not spans.marked(line)
        assert notation.parse(line).kind in (Kind.PARAGRAPH, Kind.RESOLVED)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("a site visit", "for a site visit"),
        ("for further information", "for further information"),
        ("to allow the agent to attend", "to allow the agent to attend"),
        ("the next meeting", ""),
        ("for the March meeting", ""),
        ("as soon as possible", ""),
        ("12 December", ""),
        ("the Planning Committee", ""),
    ],
)
def test_a_reason_to_put_business_off_is_told_from_when_it_is_put_off_to(typed: str, reason: str) -> None:
    assert reason_for_deferral(typed) == reason


def test_going_on_may_be_until_the_business_is_done() -> None:
    assert wording.extension_lines(record(), "Until the {last} item.") == (
        "R: That the meeting continue until the \\{last\\} item.",
    )
