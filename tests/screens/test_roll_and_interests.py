"""The roll and declarations of interest, called and declared by key."""

from __future__ import annotations

from clerk.model import Declaration
from clerk.store import Store
from clerk.terms import Attendance, Capacity
from tests.screens.acting import item_with, meeting_screen, paste, press, settled, shown, type_text
from tests.screens.conftest import NOW, Running


async def test_the_roll_is_called_by_initials_and_one_key(running: Running, store: Store, number: int) -> None:
    async with running() as pilot:
        await pilot.press("f2")
        await type_text(pilot, "mh")
        await pilot.press("2")
        await pilot.press("escape")
        roll = {presence.name: presence for presence in store.record(number).presence}
        assert roll["Cllr Martin Hale"].status is Attendance.APOLOGIES
        assert meeting_screen(pilot).editor.has_focus


async def test_a_key_pressed_again_is_for_the_same_person(running: Running, store: Store, number: int) -> None:
    async with running() as pilot:
        await pilot.press("f2")
        await type_text(pilot, "mh")
        before = store.record(number).presence
        await pilot.press("7", "7")
        changed = [now for now, was in zip(store.record(number).presence, before, strict=True) if now != was]
        assert [(one.name, one.capacity) for one in changed] == [("Cllr Martin Hale", Capacity.GUEST)]


async def test_someone_not_on_the_list_is_added_in_one_line(running: Running, store: Store, number: int) -> None:
    async with running() as pilot:
        await pilot.press("f2")
        await type_text(pilot, "Zoë [Quick], Ranger, Vale Parks\n")
        added = store.record(number).presence[-1]
        assert (added.name, added.post, added.organisation) == ("Zoë [Quick]", "Ranger", "Vale Parks")
        assert added.status is Attendance.PRESENT
        assert "Zoë [Quick]" in shown(pilot)
        await pilot.press("ctrl+z")
        assert all(presence.name != "Zoë [Quick]" for presence in store.record(number).presence)


async def test_a_pasted_list_of_people_is_added_to_the_roll(running: Running, store: Store, number: int) -> None:
    async with running() as pilot:
        await pilot.press("f2")
        await paste(pilot, "Cllr A. One, Vale Council\r\n\r\nB. Two\tRanger\tParks Trust\r\n")
        one, two = store.record(number).presence[-2:]
        assert (one.name, one.organisation, one.status) == ("Cllr A. One", "Vale Council", Attendance.EXPECTED)
        assert (two.name, two.post, two.organisation) == ("B. Two", "Ranger", "Parks Trust")


async def test_a_membership_pasted_as_an_agenda_prints_it_names_everybody(
    running: Running, store: Store, number: int
) -> None:
    async with running() as pilot:
        await pilot.press("f2")
        await paste(pilot, "Membership: Councillor Ada Moss, Councillor Bo Reed (Vice-Chair) and Councillor Cy Lamb")
        members = store.record(number).presence[-3:]
        assert [one.name for one in members] == ["Councillor Ada Moss", "Councillor Bo Reed", "Councillor Cy Lamb"]
        assert "Vice-Chair" in shown(pilot)
        await pilot.press("ctrl+z")
        assert "Ada Moss" not in shown(pilot)


async def test_a_list_pasted_again_puts_nobody_on_the_roll_twice_and_marks_apologies(
    running: Running, store: Store, number: int
) -> None:
    async with running() as pilot:
        await pilot.press("f2")
        await paste(pilot, "Councillors Ada Moss, Bo Reed and Cy Lamb")
        size = len(store.record(number).presence)
        await paste(pilot, "Councillors Ada Moss, Bo Reed and Di Fenn\nApologies: Councillor Cy Lamb")
        roll = {presence.name: presence for presence in store.record(number).presence}
        assert len(store.record(number).presence) == size + 1
        assert roll["Councillor Cy Lamb"].status is Attendance.APOLOGIES
        assert "On the roll already: 3" in shown(pilot)


async def test_a_substitute_is_named_and_the_member_has_sent_apologies(
    running: Running, store: Store, number: int
) -> None:
    async with running() as pilot:
        await pilot.press("f2")
        await type_text(pilot, "mh")
        await pilot.press("4")
        await type_text(pilot, "Cllr Una New, Arlow Vale District Council\n")
        roll = {presence.name: presence for presence in store.record(number).presence}
        assert roll["Cllr Martin Hale"].status is Attendance.APOLOGIES
        assert roll["Cllr Una New"].substitute_for == "Cllr Martin Hale"


async def test_a_guest_is_the_substitute_for_whom_one_picks(running: Running, store: Store, number: int) -> None:
    async with running() as pilot:
        await pilot.press("f2")
        await type_text(pilot, "Cllr Una New\n")
        await pilot.press("4")
        assert "Whom is Cllr Una New the substitute for?" in shown(pilot)
        await type_text(pilot, "mh\n")
        roll = {presence.name: presence for presence in store.record(number).presence}
        assert roll["Cllr Una New"].substitute_for == "Cllr Martin Hale"
        assert roll["Cllr Una New"].capacity is roll["Cllr Martin Hale"].capacity is Capacity.MEMBER


async def test_who_is_typed_with_a_post_of_the_councils_staff_is_an_officer(
    running: Running, store: Store, number: int
) -> None:
    async with running() as pilot:
        await pilot.press("f2")
        await type_text(
            pilot, "Mia Kell, Legal Adviser\nCllr Ri Bask, Ward Member\nJo Tan, Manager, Quay Trust\nAl Pet, agent\n"
        )
        roll = [(one.name, one.capacity) for one in store.record(number).presence[-4:]]
        guests = [(name, Capacity.GUEST) for name in ("Cllr Ri Bask", "Jo Tan", "Al Pet")]
        assert roll == [("Mia Kell", Capacity.OFFICER), *guests]


async def test_one_key_moves_the_chair(running: Running, store: Store, number: int) -> None:
    async with running() as pilot:
        await pilot.press("f2")
        await type_text(pilot, "da")
        await pilot.press("6")
        in_the_chair = [presence.name for presence in store.record(number).presence if presence.chair]
        assert in_the_chair == ["Cllr Dev Anand"]


async def test_an_interest_is_declared_field_by_field(running: Running, store: Store, number: int) -> None:
    async with running() as pilot:
        await pilot.press("f3")
        await type_text(pilot, "da\n")
        await type_text(pilot, "personal\n")
        await type_text(pilot, "as a trustee\n")
        await type_text(pilot, ", 10\n")
        await type_text(pilot, "to speak\n")
        await type_text(pilot, "stayed\n")
        made = store.record(number).declarations[-1]
        assert isinstance(made, Declaration)
        assert (made.name, made.interest, made.nature) == ("Cllr Dev Anand", "personal interest", "as a trustee")
        assert made.items == (7, 10)
        assert made.dispensation == "to speak"
        assert "item 7, 10; dispensation: to speak; stayed" in " ".join(shown(pilot).split())
        await pilot.press("escape")
        assert "1 declared" in shown(pilot).split("\n")[0]
        assert "Prints from the record: Cllr Dev Anand declared" in shown(pilot)


async def test_f3_records_what_is_filled_in_and_stays_for_the_next_who_declares(
    running: Running, store: Store, number: int
) -> None:
    async with running() as pilot:
        await press(pilot, "f3", "f3")
        await type_text(pilot, "da\npersonal")
        await press(pilot, "f3", "f3")
        await type_text(pilot, "mh")
        await press(pilot, "f3", "escape")
        made = [(one.name, one.interest) for one in store.record(number).declarations[-2:]]
        assert made == [("Cllr Dev Anand", "personal interest"), ("Cllr Martin Hale", "")]
        assert "personal" not in meeting_screen(pilot).editor.text
        await press(pilot, "f3")
        await type_text(pilot, "xq")
        await press(pilot, "f3")
        assert "Nobody on the roll is found by xq. F3 records it if it is a name." in shown(pilot)
        assert len(store.record(number).declarations) == 3
        await press(pilot, "f3")
        assert store.record(number).declarations[-1].name == "xq"


async def test_none_declared_is_one_key_and_is_minuted_where_declarations_are(
    running: Running, store: Store, number: int
) -> None:
    store.withdraw(store.record(number).declarations[0].id)
    at = item_with(store, number, "3")
    store.save_page(store.record(number).items[at].id, "", NOW)
    async with running() as pilot:
        await pilot.press("f8", "escape", "0")
        await settled(pilot)
        assert "No declarations were made." in store.record(number).items[at].text


async def test_an_interest_takes_the_place_of_the_sentence_that_there_was_none_until_that_is_undone(
    running: Running, store: Store, number: int
) -> None:
    store.withdraw(store.record(number).declarations[0].id)
    at = item_with(store, number, "3")
    store.save_page(store.record(number).items[at].id, "", NOW)
    async with running() as pilot:
        await press(pilot, "escape", "0", "f3")
        await type_text(pilot, "da\npersonal\n\n\n\n\n")
        assert "is taken out; this prints instead" in " ".join(shown(pilot).split())
        await press(pilot, "escape")
        assert "No declarations were made." not in store.record(number).items[at].text
        assert "No declarations were made." not in shown(pilot)
        await press(pilot, "escape", "U", "enter")
        assert "No declarations were made." in store.record(number).items[at].text
        assert store.record(number).declarations == ()


async def test_none_declared_is_refused_when_somebody_declared(running: Running, store: Store, number: int) -> None:
    async with running() as pilot:
        await pilot.press("escape", "0")
        assert "Grace Obi has declared an interest" in " ".join(shown(pilot).split())
        assert all("No declarations were made." not in item.text for item in store.record(number).items)
