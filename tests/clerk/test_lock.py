"""One Clerk at a time writes; whoever dies lets go; reading is always possible."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from clerk.model import Body, Item, Meeting, Record
from clerk.store import Store, StoreError, StoreLocked

RECORD = Record(Body("Northmere Board"), Meeting(), (Item("Apologies"),))
HOLD = """
import sys
from datetime import datetime
from pathlib import Path
from clerk.store import Store
store = Store.open(Path(sys.argv[1]))
item = store.record(1).items[0].id
store.save_page(item, "typed before the battery died", datetime(2026, 1, 1))
print("open", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "clerk.db"
    with Store.open(path) as store:
        store.add(RECORD)
    return path


@pytest.fixture
def other(database: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(database)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout
    assert process.stdout.readline() == "open\n"
    return process


def _end(process: subprocess.Popen[str]) -> None:
    process.communicate()


def test_a_second_clerk_may_read_but_not_write(database: Path, other: subprocess.Popen[str]) -> None:
    try:
        with pytest.raises(StoreLocked, match="Another Clerk"):
            Store.open(database)
        with Store.open(database, write=False) as store:
            assert store.read_only
            assert store.record(1).items[0].text == "typed before the battery died"
            with pytest.raises(StoreError, match="opened to read"):
                store.set_item_title(1, "x")
    finally:
        _end(other)
    with Store.open(database) as store:
        assert not store.read_only


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_killed_clerk_lets_go_and_loses_nothing_it_saved(database: Path, other: subprocess.Popen[str]) -> None:
    other.send_signal(signal.SIGKILL)
    _end(other)
    with Store.open(database) as store:
        assert store.record(1).items[0].text == "typed before the battery died"


def test_the_same_program_cannot_open_it_twice(database: Path) -> None:
    with Store.open(database), pytest.raises(StoreLocked):
        Store.open(database)
    Store.open(database).close()


def test_a_failed_opening_lets_go(tmp_path: Path) -> None:
    path = tmp_path / "clerk.db"
    path.write_bytes(b"this is no database, " * 100)
    for _ in range(2):
        with pytest.raises(StoreError, match="not a Clerk database"):
            Store.open(path)


def test_another_program_writing_is_said_in_a_sentence(database: Path) -> None:
    import sqlite3
    from contextlib import closing

    with Store.open(database) as store, closing(sqlite3.connect(database, isolation_level=None)) as rude:
        rude.execute("begin immediate")
        with pytest.raises(StoreError, match="Another program is writing"):
            store.set_item_title(1, "x")
        rude.execute("rollback")
        store.set_item_title(1, "x")
        assert store.record(1).items[0].title == "x"


def test_a_lock_file_that_is_something_else_is_named(database: Path) -> None:
    database.with_name(f"{database.name}.lock").write_bytes(b"not a lock" * 500)
    with pytest.raises(StoreError, match=r"cannot be opened to write, for clerk\.db\.lock beside it cannot be locked"):
        Store.open(database)
