"""Destroying working papers after the minutes are confirmed."""

from __future__ import annotations

from pathlib import Path

import pytest

from clerk.afterwards.tidying import WorkingPapers
from clerk.searching import wanted
from clerk.store import Store
from tests.clerk.command_line import Clerk

FIRST = "N: quagmire, said the Leader\nThe cost was gossamer.\nQ: what about pamphlets?\nQ: who paid?"
LAST = "N: quagmire, said the Leader\nThe report was noted.\nQ: who paid?"
SECRETS = ("quagmire", "gossamer", "pamphlets")


@pytest.fixture
def closed(clerk: Clerk) -> Clerk:
    """Meeting 1 closed, a draft of it circulated, with private notes and earlier wordings."""
    clerk.ok("open", "1", "--at", "10.00")
    clerk.ok("minute", "1", "7", typed=FIRST)
    clerk.ok("search", "quagmire")
    clerk.ok("minute", "1", "7", typed=LAST)
    clerk.ok("close", "1", "--at", "11.00")
    clerk.ok("circulate", "1", "-o", "draft.docx")
    return clerk


@pytest.fixture
def confirmed(closed: Clerk) -> Clerk:
    """The same, confirmed."""
    closed.ok("confirm", "1", "--on", "17 July 2026")
    return closed


def bytes_beside(db: Path) -> bytes:
    return b"".join(path.read_bytes() for path in db.parent.glob(f"{db.name}*"))


def test_minutes_not_confirmed_keep_their_working_papers(closed: Clerk) -> None:
    error = closed.sentence("tidy", "1", "--yes")
    assert "are not confirmed (they are circulated)" in error
    assert "clerk confirm 1" in error
    assert b"quagmire" in bytes_beside(closed.db)


def test_it_says_what_will_go_and_asks_first(confirmed: Clerk) -> None:
    result = confirmed.run("tidy", "1", typed="n\n")
    assert result.exit_code == 1
    assert "1 private note, 1 line taken out (cleared queries too), 1 earlier wording" in result.stdout
    assert "1 circulated draft's text" in result.stdout
    assert b"quagmire" in bytes_beside(confirmed.db)


def test_what_is_destroyed_is_in_the_file_no_more(confirmed: Clerk) -> None:
    said = confirmed.run("tidy", "1", typed="y\n").stdout
    assert "no longer in the database file" in said
    assert "Kept: 1 query still open." in said
    assert "Backups still hold them" in said
    for word in SECRETS:
        assert word.encode() not in bytes_beside(confirmed.db)
        assert confirmed.ok("search", word).startswith("Nothing found")


def test_the_minutes_stay_as_they_were(confirmed: Clerk) -> None:
    before = confirmed.record()
    confirmed.ok("tidy", "1", "--yes")
    after = confirmed.record()
    assert after.items[2].text == "The report was noted.\nQ: who paid?"
    assert after.items[:2] == before.items[:2]
    assert after.afterwards == before.afterwards
    assert "*noted*" in confirmed.ok("search", "noted")
    assert "clerk tidy has destroyed it" in confirmed.sentence("redline", "1", "--since", "1")


def test_a_second_time_there_is_nothing_and_the_log_says_since_when(confirmed: Clerk) -> None:
    confirmed.ok("tidy", "1", "--yes")
    said = confirmed.ok("tidy", "1")
    assert said.startswith("There are no working papers of meeting 1; they were destroyed on ")
    with Store.open(confirmed.db, write=False) as store:
        assert [each.papers for each in store.tidied(1)] == [WorkingPapers(1, 1, 1, 1)]


def test_the_index_of_words_holds_nothing_of_it(confirmed: Clerk) -> None:
    with Store.open(confirmed.db) as store:
        assert store.search(wanted("quagmire"), 5).hits
    confirmed.ok("tidy", "1", "--yes")
    with Store.open(confirmed.db) as store:
        db = store._db
        db.execute("create virtual table temp.terms using fts5vocab('main', 'search_index', 'row')")
        terms = {term for (term,) in db.execute("select term from terms")}
        assert any("noted" in term for term in terms)
        assert not [term for term in terms if any(word[:5] in term for word in SECRETS)]
        assert db.execute("select count(*) from search_pending").fetchone() == (0,)


def test_it_is_refused_while_the_app_has_the_database_open(confirmed: Clerk) -> None:
    with Store.open(confirmed.db):
        assert "Another Clerk" in confirmed.sentence("tidy", "1", "--yes")


def test_the_copies_clerk_made_beside_it_are_named(confirmed: Clerk) -> None:
    (confirmed.db.parent / "clerk before m007_afterwards.db").write_bytes(b"")
    assert "clerk before m007_afterwards.db" in confirmed.ok("tidy", "1", "--yes")
