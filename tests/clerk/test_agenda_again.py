"""The same agenda again, by command: the planned meeting is brought up to date, and every change is said."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path

import pytest

from clerk.arriving.bringing_in import plan_for
from clerk.arriving.dropped import path_of
from clerk.importers.recognise import read_text
from clerk.model import Declaration, Place, Presence
from clerk.store import Store, StoreError
from clerk.terms import ItemState, MeetingState
from tests.clerk.command_line import Clerk

NOW = datetime(2026, 7, 6, 10, 5)
AGENDA = "Northmere Rivers Board\nMonday 6 July 2026\n1. Apologies\n2. Weirs\n3. Mill race\n4. Next meeting\n"
AGAIN = AGENDA.replace("3. Mill race", "3. Fish ladder\n4. Mill race").replace("4. Next", "5. Next")


@pytest.fixture
def planned(clerk: Clerk, tmp_path: Path) -> Clerk:
    """The command line, with the agenda imported as meeting 2 and what it is now in again.txt."""
    (tmp_path / "agenda.txt").write_text(AGENDA, encoding="utf-8")
    (tmp_path / "again.txt").write_text(AGAIN, encoding="utf-8")
    assert clerk.ok("import", "agenda.txt").startswith("meeting 2: ")
    return clerk


def titles(clerk: Clerk, number: int = 2) -> list[str]:
    return [f"{item.agenda_number} {item.title}" for item in clerk.record(number).items]


def test_the_agenda_again_updates_the_planned_meeting_and_says_what_changed(planned: Clerk) -> None:
    before = {item.title: item.id for item in planned.record(2).items}
    planned.ok("minute", "2", "3", typed="N: ask about the sluice")
    said = planned.ok("import", "again.txt")
    assert said.startswith("meeting 2 updated: Northmere Rivers Board, ")
    assert "  changed: New on the agenda: item 3 “Fish ladder”.\n" in said
    assert titles(planned) == ["1 Apologies", "2 Weirs", "3 Fish ladder", "4 Mill race", "5 Next meeting"]
    after = {item.title: item for item in planned.record(2).items}
    assert {title: after[title].id for title in before} == before
    assert after["Mill race"].text == "N: ask about the sluice"
    assert planned.ok("import", "again.txt").startswith("meeting 2 has nothing new: ")
    assert len(json.loads(planned.ok("list", "--json"))) == 2


def test_a_dry_run_says_what_would_change_and_changes_nothing(planned: Clerk) -> None:
    said = planned.ok("import", "again.txt", "--dry-run")
    assert said.startswith("meeting 2 would be updated: ")
    assert "Fish ladder" in said
    assert len(titles(planned)) == 4
    told = json.loads(planned.ok("import", "again.txt", "--dry-run", "--json"))
    assert (told["import"]["meeting"], told["import"]["updated"]) == (2, True)
    assert told["import"]["changes"][-1] == "New on the agenda: item 3 “Fish ladder”."
    assert [item["title"] for item in told["items"]][2] == "Fish ladder"
    assert planned.ok("import", "agenda.txt", "--dry-run", "--new").startswith("would be a meeting: ")


def test_another_meeting_is_made_on_purpose_only(planned: Clerk) -> None:
    assert planned.ok("import", "again.txt", "--new").startswith("meeting 3: ")
    assert len(titles(planned)) == 4
    assert "not for both" in planned.sentence("import", "again.txt", "--new", "--into", "2", code=2)


def test_a_meeting_in_session_takes_late_items_only_when_asked_and_a_minuted_one_none(planned: Clerk) -> None:
    planned.ok("open", "2")
    planned.ok("take", "2", "2")
    said = planned.sentence("import", "again.txt")
    assert "is in session" in said
    assert "--into 2" in said
    assert "  changed: New on the agenda" in planned.ok("import", "again.txt", "--into", "2")
    assert titles(planned) == ["2 Weirs", "1 Apologies", "3 Fish ladder", "3 Mill race", "4 Next meeting"]
    planned.ok("close", "2")
    assert "minuted already" in planned.sentence("import", "again.txt")
    assert "minuted already" in planned.sentence("import", "again.txt", "--into", "2")
    assert "no meeting 9" in planned.sentence("import", "again.txt", "--into", "9")


def test_a_meeting_that_was_moved_is_asked_about(planned: Clerk, tmp_path: Path) -> None:
    (tmp_path / "moved.txt").write_text(AGENDA.replace("6 July", "13 July"), encoding="utf-8")
    said = planned.ok("import", "moved.txt", "--dry-run")
    assert said.startswith("would be a meeting: ")
    assert "it may have been moved" in said
    assert "clerk import --into 2" in said
    assert "The meeting is on Monday 13 July 2026 now" in planned.ok("import", "moved.txt", "--into", "2")
    assert planned.record(2).meeting.date == date(2026, 7, 13)


def test_minutes_are_never_taken_for_an_agenda(planned: Clerk, tmp_path: Path) -> None:
    own = json.loads(planned.ok("show", "2", "--json")) | {"state": "draft"}
    (tmp_path / "own.json").write_text(json.dumps(own), encoding="utf-8")
    assert "minutes and no agenda" in planned.sentence("import", "own.json", "--into", "2")
    assert planned.ok("import", "own.json").startswith("meeting 3: ")


# --- the store ------------------------------------------------------------------------------------------------------


def test_what_hangs_on_an_item_stays_with_it(store: Store) -> None:
    number = store.add(read_text(AGENDA).record)
    weirs, mill = store.record(number).items[1:3]
    store.declare(number, Declaration("Cllr A", items=(3,)))
    store.set_presence(number, Presence("Cllr A"))
    store.set_place(number, Place(mill.id, 0, 0))
    store.save_page(weirs.id, "Taken out again.", NOW)
    store.save_page(weirs.id, "", NOW)
    update = store.update_agenda(number, read_text(AGAIN.replace("2. Weirs\n", "")).record)
    record = store.record(number)
    assert update.record == record
    assert "something was once written under it" in " ".join(update.changes)
    assert [record.items[at - 1].title for at in record.declarations[0].items] == ["Mill race"]
    assert store.place(number) == Place(mill.id, 0, 0)
    assert [line.line for line in store.gone_lines(weirs.id)] == ["Taken out again."]


def test_new_items_keep_their_agenda_place_when_others_are_taken_and_put_back(store: Store) -> None:
    number = store.add(read_text(AGENDA).record)
    store.open_meeting(number, NOW)
    race = store.record(number).items[2]
    store.take_item(number, race.id, NOW)
    store.update_agenda(number, read_text(AGAIN).record)
    assert [item.title for item in store.record(number).items] == [
        *("Mill race", "Apologies", "Weirs", "Fish ladder"),
        "Next meeting",
    ]
    store.put_back(number, race.id)
    assert [item.title for item in store.record(number).items] == [
        *("Apologies", "Weirs", "Fish ladder", "Mill race"),
        "Next meeting",
    ]


def test_a_failed_update_changes_nothing(store: Store) -> None:
    number = store.add(read_text(AGENDA).record)
    store.open_meeting(number, NOW)
    store.close_meeting(number, NOW)
    before = store.record(number)
    with pytest.raises(StoreError, match="minuted already"):
        store.update_agenda(number, read_text(AGAIN).record)
    with pytest.raises(StoreError, match="no meeting 77"):
        store.update_agenda(77, read_text(AGAIN).record)
    assert store.record(number) == before


def test_the_meeting_is_found_by_body_and_day_and_the_nearest_time(store: Store) -> None:
    morning = store.add(read_text(AGENDA.replace("2026\n", "2026 10.00 am\n")).record)
    evening = store.add(read_text(AGENDA.replace("2026\n", "2026 6.00 pm\n")).record)
    read = read_text(AGAIN.replace("2026\n", "2026 6.00 pm\n"))
    plan = plan_for(store, read)
    assert plan.meeting is not None
    assert (plan.meeting.number, plan.ask, plan.refused) == (evening, False, False)
    assert plan_for(store, read_text(AGAIN.replace("Rivers", "Roads"))).meeting is None
    assert [each.number for each in store.meetings_of("northmere rivers BOARD")] == [evening, morning]
    assert store.meetings_of("Northmere Rivers Board", date(2026, 7, 7)) == []
    store.open_meeting(evening, NOW)
    assert plan_for(store, read).ask
    assert store.record(evening).meeting.state is MeetingState.IN_SESSION
    assert all(item.state is ItemState.TO_COME for item in store.record(evening).items)


# --- the path -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("'/a b/c.html' ", "/a b/c.html"),
        ('"/a b/c.html"', "/a b/c.html"),
        ("“/a b/c.html”", "/a b/c.html"),
        (r"/a\ b/c\(1\).html", "/a b/c(1).html"),
        ("file:///a%20b/c%5B1%5D.html", "/a b/c[1].html"),
        ("'file:///a%20b/c.html'", "/a b/c.html"),
    ],
)
def test_a_path_dragged_or_pasted_is_understood(typed: str, meant: str) -> None:
    assert path_of(typed, windows=False) == Path(meant)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (r'"C:\My agendas\c.html"', r"C:\My agendas\c.html"),
        (r"& 'C:\My agendas\c.html'", r"C:\My agendas\c.html"),
        ("file:///C:/My%20agendas/c.html", r"C:\My agendas\c.html"),
        ("file://server/share/c.html", r"\\server\share\c.html"),
    ],
)
def test_so_is_one_of_windows(typed: str, meant: str) -> None:
    assert str(path_of(typed, windows=True)) == meant


def test_a_path_with_a_backslash_that_is_there_is_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    odd = tmp_path / "a\\b.txt"
    odd.write_text("", encoding="utf-8")
    assert path_of(str(odd), windows=False) == odd
    assert path_of("~/x.txt", windows=False) == Path.home() / "x.txt"
