"""Members who vote on some items only: who may vote on what, and that it is kept, undone, written and read."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from clerk.changed import say_change
from clerk.importers.own import json_file, text_file
from clerk.importers.reading import Reading
from clerk.importers.rosters import csv as roster_csv
from clerk.model import Body, Entry, Item, Meeting, Movement, Presence, Record
from clerk.own_files import as_json as clerk_json
from clerk.own_files import as_text as clerk_text
from clerk.people import room
from clerk.people.membership import compare, member_of
from clerk.records import database
from clerk.records.steps import STEPS
from clerk.store import Store, StoreError
from clerk.terms import Attendance, ItemState, MovementKind
from clerk.voting.entitled import ON_ALL, Voting
from tests.clerk.checked import DAY, DRAINAGE, rules, with_lines
from tests.clerk.command_line import Clerk

BUDGET, SCHOOLS, ROADS = 1, 2, 3
SCRUTINY = Record(
    Body("Elmford Scrutiny Committee"),
    Meeting(date(2026, 6, 19)),
    (Item("Budget", "1"), Item("Schools", "2"), Item("Roads", "3")),
    (
        Presence("Cllr A. Ash", status=Attendance.PRESENT),
        Presence("Pat Governor", status=Attendance.PRESENT, voting=Voting(True, (SCHOOLS,))),
        Presence("Canon Elm", status=Attendance.PRESENT, voting=Voting(True)),
        Presence("Cllr Joint", status=Attendance.PRESENT, voting=Voting(items=(ROADS,))),
    ),
)


def voting(record: Record, name: str) -> Voting:
    return next(each.voting for each in record.presence if each.name == name)


def turned(record: Record, name: str, position: int) -> Presence:
    """The line of the roll by which somebody gets or loses a vote on one item."""
    person = next(each for each in record.presence if each.name == name)
    return replace(person, voting=person.voting.turned(position))


@pytest.mark.parametrize(
    ("position", "may_vote"),
    [
        (BUDGET, ["Cllr A. Ash", "Cllr Joint"]),
        (SCHOOLS, ["Cllr A. Ash", "Pat Governor", "Cllr Joint"]),
        (ROADS, ["Cllr A. Ash"]),
    ],
)
def test_only_those_with_a_vote_on_an_item_may_vote_on_it(position: int, may_vote: list[str]) -> None:
    assert [each.name for each in room.may_vote(SCRUTINY, position)] == may_vote
    assert len(room.there_for(SCRUTINY, position)) == 4
    quorum = room.quorum_at(SCRUTINY, position=position)
    assert (quorum.here, quorum.without) == (len(may_vote), 4 - len(may_vote))


def test_a_vote_on_one_item_is_given_and_taken_again() -> None:
    assert Voting(True).turned(2) == Voting(True, (2,))
    assert Voting(True, (1, 2)).turned(2) == Voting(True, (1,))
    assert ON_ALL.turned(3).turned(1) == Voting(items=(1, 3))
    assert ON_ALL.turned(3).turned(3) == ON_ALL


def test_whoever_has_no_vote_on_an_item_is_not_asked_about_for_its_vote() -> None:
    item = replace(SCRUTINY.items[0], entries=(Entry("R: That it be agreed."),), state=ItemState.DONE, opened=DAY)
    left = [Movement(name, MovementKind.LEFT, DAY, BUDGET) for name in ("Pat Governor", "Cllr Joint")]
    record = replace(SCRUTINY, items=(item, *SCRUTINY.items[1:]), movements=tuple(left))
    assert [each.name for each in room.ambiguous(record, BUDGET)] == ["Cllr Joint"]


def with_even_marked(record: Record, mark: Voting) -> Record:
    """The same minutes with one of the three members present voting on some items only."""
    roll = [replace(each, voting=mark) if each.name == "Cllr E. Even" else each for each in record.presence]
    return replace(record, presence=tuple(roll))


@pytest.mark.parametrize(
    ("mark", "line", "found"),
    [
        (Voting(True), "V: 2-1", {"vote-figures"}),
        (Voting(True), "V: 1-1 casting carried", set()),
        (Voting(True), "V: 2-0", set()),
        (Voting(True, (DRAINAGE,)), "V: 2-1", set()),
        (Voting(items=(DRAINAGE,)), "V: named for AB, EE; against CC", {"vote-figures", "vote-none"}),
        (Voting(items=(DRAINAGE,)), "V: named for AB, EE", {"vote-none"}),
        (Voting(True), "V: agreed; EE against at own request", {"vote-none"}),
        (Voting(True, (DRAINAGE,)), "V: named for AB, EE; against CC", set()),
    ],
)
def test_the_check_counts_and_names_only_those_with_a_vote(mark: Voting, line: str, found: set[str]) -> None:
    record = with_even_marked(with_lines("R: That the works go on.", line), mark)
    assert rules(record) & {"vote-figures", "vote-none"} == found


def test_votes_on_some_items_are_kept_with_the_items_wherever_they_move(tmp_path: Path) -> None:
    with Store.open(tmp_path / "clerk.db") as store:
        number = store.add(SCRUTINY)
        assert store.record(number).presence == SCRUTINY.presence
        store.open_meeting(number, DAY)
        store.take_item(number, store.record(number).items[SCHOOLS - 1].id, DAY)
        moved = store.record(number)
        assert moved.items[0].title == "Schools"
        assert voting(moved, "Pat Governor") == Voting(True, (1,))
        store.set_presence(number, turned(moved, "Canon Elm", 1))
        assert voting(store.record(number), "Canon Elm") == Voting(True, (1,))
        with pytest.raises(StoreError, match="an item that is not there"):
            store.set_presence(number, turned(moved, "Canon Elm", 9))
        assert voting(store.record(number), "Canon Elm") == Voting(True, (1,))


def test_a_vote_given_and_taken_is_told_and_undone(tmp_path: Path) -> None:
    with Store.open(tmp_path / "clerk.db") as store:
        number = store.add(SCRUTINY)
        before, was = store.structure(number), store.record(number)
        store.set_presence(number, turned(was, "Canon Elm", SCHOOLS))
        assert say_change(was, store.record(number)) == "changed on what Canon Elm votes"
        store.put_structure_back(before, (), DAY)
        assert store.record(number).presence == SCRUTINY.presence


def test_the_next_meeting_expects_them_to_vote_on_some_items_but_knows_not_which(tmp_path: Path) -> None:
    with Store.open(tmp_path / "clerk.db") as store:
        store.add(SCRUTINY)
        expected = store.expected(SCRUTINY.body.name, None)
        assert [each.voting for each in expected.people] == [ON_ALL, Voting(True), Voting(True), ON_ALL]
        store.set_roster(SCRUTINY.body.name, [member_of(each) for each in SCRUTINY.presence], date(2026, 7, 1))
        expected = store.expected(SCRUTINY.body.name, date(2026, 9, 1))
        assert expected.roster
        assert [each.voting for each in expected.people] == [ON_ALL, Voting(True), Voting(True), ON_ALL]


def test_a_newer_roster_that_does_not_say_who_votes_on_some_items_leaves_it_as_it_was() -> None:
    roster = [replace(member_of(each), id=at) for at, each in enumerate(SCRUTINY.presence, 1)]
    newer = [replace(each, some_votes=False, id=0) for each in roster]
    change = compare(roster, newer, date(2026, 7, 1))
    assert [each.some_votes for each in change.roster] == [False, True, True, False]
    assert not change.changed
    fewer = [replace(each, some_votes=each.some_votes and each.name == "Canon Elm", id=0) for each in roster]
    [(before, now)] = compare(roster, fewer, date(2026, 7, 1)).changed
    assert (before.name, before.some_votes, now.some_votes) == ("Pat Governor", True, False)


@pytest.mark.parametrize(
    ("write", "read"), [(clerk_text.dumps, text_file.read), (clerk_json.dumps, json_file.read)], ids=["text", "json"]
)
def test_clerks_own_files_keep_who_votes_on_what(
    write: Callable[[Record], str], read: Callable[[str], Reading]
) -> None:
    back = read(write(SCRUTINY))
    assert back.record.presence == SCRUTINY.presence
    assert not back.doubts


def test_an_item_that_is_not_in_the_file_is_doubted() -> None:
    text = clerk_text.dumps(SCRUTINY)
    assert "Pat Governor | member | present | votes on: 2" in text
    assert "Canon Elm | member | present | votes on: none" in text
    assert "Cllr Joint | member | present | no vote on: 3" in text
    for back in (
        text_file.read(text.replace("votes on: 2", "votes on: 2, 9, x")),
        json_file.read(clerk_json.dumps(SCRUTINY).replace('"votes_on": [\n        2', '"votes_on": [9, "x", true, 2')),
    ):
        assert back.record.presence == SCRUTINY.presence
        assert "not in the file" in " ".join(doubt.message for doubt in back.doubts)


def test_the_command_line_says_on_what_somebody_votes(clerk: Clerk) -> None:
    clerk.ok("attend", "1", "AE", "present", "--votes-on", "7", "--votes-on", "#4")
    assert clerk.record().presence[0].voting == Voting(True, (3, 4))
    assert "votes on some items" in clerk.ok("show", "1")
    clerk.ok("attend", "1", "AE", "present", "--remote")
    assert clerk.record().presence[0].voting == Voting(True, (3, 4)), "what is not said stays"
    clerk.ok("attend", "1", "AE", "present", "--no-vote-on", "7")
    assert clerk.record().presence[0].voting == Voting(items=(3,))
    clerk.ok("attend", "1", "AE", "present", "--votes-on", "none")
    assert clerk.record().presence[0].voting == Voting(True)
    clerk.ok("attend", "1", "AE", "present", "--votes-on", "all")
    assert clerk.record().presence[0].voting == ON_ALL
    assert "no agenda item 99" in clerk.sentence("attend", "1", "AE", "present", "--votes-on", "99")
    both = clerk.sentence("attend", "1", "AE", "present", "--votes-on", "7", "--no-vote-on", "7", code=2)
    assert "not both" in both


def test_a_database_of_before_is_brought_up_to_date_with_everybody_voting_on_all(tmp_path: Path) -> None:
    path = tmp_path / "clerk.db"
    earlier = Migrations("clerk")
    for step in STEPS[:10]:
        earlier()(step)
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute(f"pragma application_id = {database.APPLICATION}")
        earlier.apply(Database(db, execute_plugins=False))
        db.execute("insert into body(kind, noun, chair_title, style) values ('committee', 'Board', 'Chair', 'county')")
        db.execute("insert into body_name(body_id, name, folded) values (1, 'Elmford Board', 'elmford board')")
        db.execute("insert into meeting(body_id, state) values (1, 'planned')")
        db.execute(
            "insert into presence(meeting_id, position, name, capacity, status)"
            " values (1, 1, 'Cllr A. Ash', 'member', 'present')"
        )
    with Store.open(path) as store:
        assert store.record(1).presence == (Presence("Cllr A. Ash", status=Attendance.PRESENT),)
    assert (tmp_path / "clerk before m011_voting.db").exists()


def test_the_quorum_is_of_those_with_a_vote_on_the_item_before_the_meeting() -> None:
    def before_it(position: int) -> room.Quorum:
        state = {position: ItemState.OPEN}
        items = tuple(replace(item, state=state.get(at, item.state)) for at, item in enumerate(SCRUTINY.items, 1))
        return room.quorum_at(replace(SCRUTINY, body=replace(SCRUTINY.body, quorum=3), items=items))

    assert [before_it(position).lost for position in (BUDGET, SCHOOLS, ROADS)] == [True, False, True]
    assert [before_it(position).said for position in (SCHOOLS, ROADS)] == ["3 voting members", "1 voting member"]
    assert before_it(0).here == 2, "between items nobody counts who votes on some only"


def test_whoever_stands_in_for_a_member_votes_on_what_the_member_does(clerk: Clerk) -> None:
    clerk.ok("attend", "1", "AE", "apologies", "--votes-on", "none")
    clerk.ok("attend", "1", "Mrs Sub Stitute", "substitute", "--for", "AE")
    assert clerk.record().presence[-1].voting == Voting(True)
    clerk.ok("attend", "1", "Mrs Sub Stitute", "substitute", "--for", "AE", "--votes-on", "7")
    clerk.ok("attend", "1", "Mrs Sub Stitute", "substitute", "--for", "AE")
    assert clerk.record().presence[-1].voting == Voting(True, (3,)), "what is said of them stays"
    clerk.ok("attend", "1", "Mrs Sub Stitute", "substitute", "--for", clerk.record().presence[1].name)
    assert clerk.record().presence[-1].voting == ON_ALL


def test_a_roster_in_columns_says_who_votes_on_some_items() -> None:
    roster = [member_of(each) for each in SCRUTINY.presence]
    said = roster_csv.csv_of(roster)
    assert [each.some_votes for each in roster_csv.read(said).members] == [False, True, True, False]
    told = roster_csv.read("Name,Voting rights\nA Ash,Yes\nPat Governor,Education only\nCanon Elm,Non-voting\n")
    assert [each.some_votes for each in told.members] == [False, True, True]
    assert not told.doubts
