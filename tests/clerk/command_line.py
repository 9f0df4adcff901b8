"""The command line on one database, for its tests."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

from click.testing import CliRunner, Result

from clerk.cli import cli
from clerk.model import Body, Item, Meeting, Presence, Record
from clerk.store import Store
from clerk.terms import Attendance, ItemKind

RECORD = Record(
    Body("Northmere [/] Board", noun="Board"),
    Meeting(date(2026, 6, 19), time(10), first_minute=24),
    (
        Item("Apologies", "1", ItemKind.APOLOGIES),
        Item("Declarations of interest", "2", ItemKind.DECLARATIONS),
        Item("Budget [sic] 👩‍⚖️", "7"),
        Item("Late business"),
    ),
    (Presence("Cllr A. Example", initials="AE"), Presence("Cllr B. Other", status=Attendance.PRESENT, chair=True)),
)


class Clerk:
    """The command line on one database."""

    def __init__(self, db: Path) -> None:
        self.db = db

    def run(self, *words: str, typed: str | bytes = "") -> Result:
        result = CliRunner().invoke(cli, ["--db", str(self.db), *words], input=typed, catch_exceptions=False)
        assert "Traceback" not in result.output
        return result

    def ok(self, *words: str, typed: str | bytes = "") -> str:
        result = self.run(*words, typed=typed)
        assert result.exit_code == 0, result.output
        return result.output

    def sentence(self, *words: str, code: int = 1) -> str:
        result = self.run(*words)
        assert result.exit_code == code, result.output
        assert result.stdout == ""
        error = result.stderr.strip().split("\n")[-1]
        assert code == 2 or result.stderr.count("\n") == 1
        assert error.startswith("Error: ")
        return error

    def record(self, number: int = 1) -> Record:
        with Store.open(self.db, write=False) as store:
            return store.record(number)
