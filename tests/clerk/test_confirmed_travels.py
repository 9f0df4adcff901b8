"""What was confirmed goes with a meeting to another computer, whatever has been typed since."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clerk.afterwards.circulating import minuted, packed, unpacked
from clerk.afterwards.confirming import as_confirmed, changed_since
from clerk.afterwards.parts import Amendment, AsConfirmed, Confirmation, LineConfirmed
from clerk.copying.confirmed import confirmed_minutes
from clerk.importers.own import json_file, text_file
from clerk.importers.reading import Reading, UnreadableError
from clerk.model import Record
from clerk.own_files import as_json as clerk_json
from clerk.own_files import as_text as clerk_text
from clerk.positions import with_items
from clerk.store import Store
from clerk.terms import MeetingState
from tests.clerk.command_line import Clerk
from tests.clerk.hostile import records
from tests.clerk.two_meetings import JUNE, SEPTEMBER

NOW = datetime(2026, 9, 18, 10, 5)
CONFIRMED = Confirmation(SEPTEMBER.meeting.date, "Room 2", 31, "Cllr A. Example")
TAKEN = "so they are taken to be those read here"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """June, confirmed in September as amended, and much changed since."""
    with Store.open(tmp_path / "clerk.db") as opened:
        assert (opened.add(JUNE), opened.add(SEPTEMBER)) == (1, 2)
        opened.amend_and_minute(1, (2, 2), "The trial ran for eight weeks.", (2, 2), NOW)
        opened.confirm(1, CONFIRMED, (2, 2))
        opened.add_item(1, "Slipped in", NOW, after=opened.record(1).items[0].id)
        page = opened.record(1).items[2].text.replace("It was noted:", "A line above.\nIt was noted:")
        opened.save_page(opened.record(1).items[2].id, page.replace("- It cost {KL>a great deal}.\n", ""), NOW)
        opened.save_page(opened.record(1).items[0].id, "Everybody.", NOW)
        opened.set_exempt(opened.record(1).items[0].id, "1")
        yield opened


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "elsewhere" / "clerk.db") as opened:
        yield opened


def carried(record: Record) -> Reading:
    return json_file.read(clerk_json.dumps(record))


def told(reading: Reading) -> list[str]:
    return [doubt.message for doubt in reading.doubts]


def whole(record: Record) -> Any:
    return json.loads(clerk_json.dumps(record))


def read(values: Any) -> Reading:
    return json_file.read(json.dumps(values))


@st.composite
def confirmed_records(draw: st.DrawFn) -> Record:
    """A record confirmed as another one, some of whose items and lines are still there."""
    now, then = draw(records()), draw(records())
    then = replace(then, items=tuple(map(minuted, then.items)), afterwards=replace(then.afterwards, kept=None))
    both = min(len(now.items), len(then.items))
    places = list(zip(range(1, both + 1), draw(st.permutations(range(1, both + 1))), strict=True))
    lines = []
    for before, here in places:
        most = min(len(then.items[before - 1].entries), len(now.items[here - 1].entries))
        moved = draw(st.permutations(range(1, most + 1)))
        lines += [LineConfirmed(before, line, at) for line, at in enumerate(moved, 1)]
    there = st.sampled_from([(each.item, each.line) for each in lines]) if lines else st.just((0, 0))
    made = [replace(each, as_confirmed=draw(there)) for each in now.afterwards.amendments if lines]
    kept = AsConfirmed(packed(then), tuple(places), tuple(lines))
    since = replace(now.afterwards, confirmation=CONFIRMED, kept=kept, amendments=tuple(made))
    return replace(now, meeting=replace(now.meeting, state=MeetingState.CONFIRMED), afterwards=since)


@settings(max_examples=15)
@given(confirmed_records())
def test_whatever_was_confirmed_comes_back_from_json_the_same(record: Record) -> None:
    back = carried(record).record
    assert back == record
    kept, again = record.afterwards.kept, back.afterwards.kept
    assert kept
    assert again
    assert unpacked(again.content) == unpacked(kept.content)
    assert (again.items, again.lines) == (kept.items, kept.lines)
    places = [[each.as_confirmed for each in one.afterwards.amendments] for one in (record, back)]
    assert places[0] == places[1]


def test_on_another_computer_the_confirmed_copy_is_the_same_and_later_amendments_find_their_line(
    store: Store, elsewhere: Store
) -> None:
    here = store.record(1)
    reading = carried(here)
    assert told(reading) == []
    assert (elsewhere.add(reading.record), elsewhere.add(store.record(2))) == (1, 2)
    there = elsewhere.record(1)
    assert confirmed_minutes(there) == confirmed_minutes(here)
    assert changed_since(there)
    assert there.items[0].text == "Everybody."
    assert as_confirmed(there).items[0].exempt == "1"
    day = NOW.replace(month=12).date()
    for each in (store, elsewhere):
        third = each.add(replace(SEPTEMBER, meeting=replace(SEPTEMBER.meeting, date=day)))
        assert each.amend(1, 2, 1, "It was noted with thanks:", (third, 2))
    last = elsewhere.record(1).afterwards.amendments[-1]
    assert (last.item, last.line, last.as_confirmed) == (3, 2, (2, 1))
    assert confirmed_minutes(elsewhere.record(1)) == confirmed_minutes(store.record(1))
    assert whole(elsewhere.record(1))["as_confirmed"] == whole(store.record(1))["as_confirmed"]


def test_the_text_file_says_once_that_what_it_holds_is_taken_for_what_was_confirmed(
    store: Store, elsewhere: Store
) -> None:
    reading = text_file.read(clerk_text.dumps(store.record(1)))
    assert [TAKEN in each for each in told(reading)] == [True]
    elsewhere.add(reading.record)
    before = confirmed_minutes(elsewhere.record(1))
    elsewhere.save_page(elsewhere.record(1).items[3].id, "Typed on the other computer.", NOW)
    assert confirmed_minutes(elsewhere.record(1)) == before
    assert changed_since(elsewhere.record(1))
    assert [each.as_confirmed for each in elsewhere.record(1).afterwards.amendments] == [(3, 3)]
    assert told(text_file.read(clerk_text.dumps(JUNE))) == []


def test_an_older_file_is_read_and_what_it_holds_is_taken_for_what_was_confirmed(store: Store) -> None:
    older = whole(store.record(1))
    del older["as_confirmed"]
    for each in older["amendments"]:
        del each["confirmed_item"], each["confirmed_line"]
    reading = read(older)
    assert [TAKEN in each for each in told(reading)] == [True]
    assert as_confirmed(reading.record).items[0].text == "Everybody."
    older["as_confirmed"] = None
    assert told(read(older)) == []
    assert told(read(whole(JUNE))) == []
    assert read(whole(JUNE)).record.afterwards.kept is None


def test_a_record_inside_of_a_form_that_is_not_known_is_refused_in_one_sentence(store: Store) -> None:
    newer = whole(store.record(1))
    newer["as_confirmed"]["record"]["format"] = "Clerk record 2"
    with pytest.raises(UnreadableError, match=r"'Clerk record 2'; this Clerk reads 'Clerk record 1' only"):
        read(newer)


def test_what_the_file_has_no_place_for_is_doubted_and_left_out(store: Store) -> None:
    odd = whole(store.record(1))
    inside = odd["as_confirmed"]
    inside["items"][0] |= {"item": 9}
    inside["items"][1]["lines"] += [{"line": 1, "now": 1}, {"line": "x"}, 7]
    inside["record"]["items"][2]["text"] += "\nN: a private note\nQ: a query"
    inside["record"]["date"] = "soon"
    odd["amendments"][0] |= {"confirmed_item": 0, "confirmed_line": 99}
    reading = read(odd)
    assert reading.record.afterwards.kept
    assert reading.record.afterwards.kept.items == ((2, 3), (3, 4))
    assert reading.record.afterwards.amendments[0].as_confirmed == (2, 2)
    assert "private" not in as_confirmed(reading.record).items[2].text
    said = told(reading)
    assert any("In the record as confirmed: The date" in each for each in said)
    assert all(each.endswith(".") for each in said)
    shapes: list[Any] = [{"record": {}}, {"record": 3}, 7, []]
    for bad in shapes:
        odd["as_confirmed"] = bad
        assert TAKEN in told(read(odd))[-1]


def test_an_item_dropped_before_the_meeting_is_added_leaves_the_others_as_they_were_confirmed(store: Store) -> None:
    record = store.record(1)
    moved = {1: 1, 3: 2, 4: 3}
    fewer = with_items(record, (record.items[0], *record.items[2:]), moved)
    assert confirmed_minutes(fewer) == confirmed_minutes(record)
    assert [each.item for each in fewer.afterwards.amendments] == [2]
    gone = with_items(record, record.items[:2], {1: 1, 2: 2})
    assert [(each.item, each.line) for each in gone.afterwards.amendments] == [(0, 0)]
    assert confirmed_minutes(gone) == confirmed_minutes(record)


def test_a_public_json_has_nothing_of_what_was_confirmed(store: Store) -> None:
    from exports.copies import Choice, written

    store.save_page(store.record(1).items[0].id, "Everybody.\nS: Apologies.", NOW)
    found = json.loads(written("json", store.record(1), Choice(public=True)))
    assert found["as_confirmed"] is None
    assert "None [sic]" not in json.dumps(found)


def test_by_command_a_meeting_moves_with_what_was_confirmed(store: Store, tmp_path: Path) -> None:
    store.close()
    here, there = Clerk(store.path), Clerk(tmp_path / "new" / "clerk.db")
    here.ok("export", "json", "1", "-o", str(tmp_path / "june.json"))
    assert "taken to be" not in there.ok("import", str(tmp_path / "june.json"))
    said = there.ok("export", "text", "1", "-o", "-")
    assert "None [sic]." in said
    assert "eight weeks" in said
    assert "Everybody." not in said
    (tmp_path / "june.txt").write_text(here.ok("show", "1", "--text"), encoding="utf-8")
    assert there.ok("import", "--new", str(tmp_path / "june.txt")).count(TAKEN) == 1


def test_an_amendment_that_is_in_no_line_that_was_confirmed_stays_with_its_words() -> None:
    made = Amendment(0, 0, "24", "old", "new")
    since = replace(JUNE.afterwards, confirmation=CONFIRMED, amendments=(made,))
    record = replace(JUNE, meeting=replace(JUNE.meeting, state=MeetingState.CONFIRMED), afterwards=since)
    back = json_file.read(clerk_json.dumps(record)).record.afterwards
    assert back.amendments == (made,)
    assert back.amendments[0].as_confirmed == (0, 0)
