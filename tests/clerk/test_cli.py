"""The command line says what it did in one line, and what went wrong in one sentence."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from clerk.cli import cli
from clerk.model import MeetingSummary
from clerk.own_files import as_json as clerk_json
from clerk.own_files import as_text as clerk_text
from clerk.store import Store
from clerk.terms import MeetingState
from tests.clerk.command_line import Clerk

# --- looking -------------------------------------------------------------------------------------------------------

PYTHON = sys.executable


def test_list_shows_each_meeting_by_its_number(clerk: Clerk) -> None:
    assert clerk.ok("list") == "1  19 June 2026  10.00 am  planned  4 items  Northmere [/] Board\n"
    (listed,) = json.loads(clerk.ok("list", "--json"))
    assert listed == {
        "number": 1,
        "body": "Northmere [/] Board",
        "date": "2026-06-19",
        "time": "10:00:00",
        "state": "planned",
        "items": 4,
    }


def test_list_of_nothing_says_how_to_begin_and_makes_no_database(tmp_path: Path) -> None:
    empty = Clerk(tmp_path / "none.db")
    assert empty.ok("list") == "There are no meetings yet; clerk import FILE adds one.\n"
    assert empty.ok("list", "--json") == "[]\n"
    assert "no database" in empty.sentence("show", "1")
    assert "no database" in empty.sentence("attend", "1", "A", "present")
    assert list(tmp_path.iterdir()) == []


def test_show_says_everything_in_plain_words(clerk: Clerk) -> None:
    shown = clerk.ok("show", "1")
    for line in (
        "Northmere [/] Board",
        "Friday 19 June 2026 at 10.00 am",
        "26. Budget [sic] 👩‍⚖️ [agenda 7]",
        "Members",
    ):
        assert line in shown.split("\n")
    assert "  present     Cllr B. Other, in the Chair" in shown


def test_show_as_json_or_text_is_what_the_writers_write(clerk: Clerk) -> None:
    assert clerk.ok("show", "1", "--json") == clerk_json.dumps(clerk.record()) + "\n"
    assert clerk.ok("show", "1", "--text") == clerk_text.dumps(clerk.record())
    assert "not for both" in clerk.sentence("show", "1", "--text", "--json", code=2)


# --- files in and out ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["--text", "--json"])
def test_what_show_prints_import_reads_back_the_same(clerk: Clerk, tmp_path: Path, form: str) -> None:
    clerk.ok("minute", "1", "7", typed="- a point\n\nR: that [/] be noted\n## odd")
    (tmp_path / "file").write_text(clerk.ok("show", "1", form), encoding="utf-8", newline="")
    assert clerk.ok("import", "file").startswith(
        "meeting 2: Northmere [/] Board, Friday 19 June 2026 at 10.00 am, 4 items"
    )
    assert clerk.record(2) == clerk.record(1)
    assert clerk.record(2).items[2].entries[0].kind == "point"


def test_import_says_every_doubt_and_dry_run_keeps_nothing(clerk: Clerk, tmp_path: Path) -> None:
    (tmp_path / "file.txt").write_text("Clerk record 1\nDate: soon\n\n## 1. One\n", encoding="utf-8")
    output = clerk.ok("import", "file.txt", "--dry-run", "--body", "Elmford Parish Council")
    assert output.startswith(
        "would be a meeting: Elmford Parish Council, no date, 1 item, 0 on the roll (read as Clerk text)\n"
    )
    assert "  look at: line 2: The date 'soon' could not be read" in output
    found = json.loads(clerk.ok("import", "file.txt", "--json", "--body", "Elmford Parish Council"))
    assert found["import"]["meeting"] == 2
    assert {"line": 2, "message": "The date 'soon' could not be read and was left out."} in found["import"]["doubts"]
    body = clerk.record(2).body
    assert (body.noun, body.kind.value) == ("Council", "parish")
    assert "--body" in clerk.sentence("import", "file.txt")


def test_import_of_what_is_no_meeting_is_said_in_a_sentence(clerk: Clerk, tmp_path: Path) -> None:
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")
    assert "There is no file" in clerk.sentence("import", "nothing.txt")
    assert "JSON" in clerk.sentence("import", "broken.json")
    assert "folder" in clerk.sentence("import", ".")


def test_export_writes_word_text_markdown_and_json_under_a_name_fit_for_windows(clerk: Clerk, tmp_path: Path) -> None:
    name = "2026-06-19 Northmere [ ] Board"
    assert clerk.ok("export", "minutes", "1") == f"Saved {name} draft minutes.docx\n"
    assert (tmp_path / f"{name} draft minutes.docx").read_bytes().startswith(b"PK")
    clerk.ok("export", "json", "1")
    assert json.loads((tmp_path / f"{name} record.json").read_text(encoding="utf-8"))["body"] == "Northmere [/] Board"
    clerk.ok("export", "text", "1", "-o", "minutes.txt")
    printed = clerk.ok("export", "text", "1", "-o", "-")
    assert printed == (tmp_path / "minutes.txt").read_text(encoding="utf-8")
    assert "26. Budget [sic] 👩‍⚖️" in printed
    assert "## 26." in clerk.ok("export", "markdown", "1", "-o", "-")
    assert "cannot be printed" in clerk.sentence("export", "minutes", "1", "-o", "-", code=2)
    assert "no folder" in clerk.sentence("export", "minutes", "1", "-o", "nowhere/minutes.docx")


def test_backup_copies_the_database_once(clerk: Clerk, tmp_path: Path) -> None:
    assert clerk.ok("backup", "copy.db") == "Saved copy.db\n"
    assert "there already" in clerk.sentence("backup", "copy.db")
    assert Clerk(tmp_path / "copy.db").record() == clerk.record()


def test_where_says_where_the_database_is(clerk: Clerk) -> None:
    assert clerk.ok("where") == f"{clerk.db}\n"


def test_the_demo_exports_its_minutes_without_a_terminal(clerk: Clerk, tmp_path: Path) -> None:
    assert clerk.ok("demo", "--export", "demo.docx") == "Saved demo.docx\n"
    assert (tmp_path / "demo.docx").read_bytes().startswith(b"PK")


# --- what goes wrong -----------------------------------------------------------------------------------------------


def test_a_database_the_app_has_open_can_be_read_but_not_written(clerk: Clerk) -> None:
    with Store.open(clerk.db):
        assert "Another Clerk has" in clerk.sentence("attend", "1", "AE", "present")
        assert "Northmere" in clerk.ok("show", "1")
        assert clerk.ok("backup", "copy.db") == "Saved copy.db\n"


def test_usage_is_told_with_code_two_and_trouble_with_code_one(clerk: Clerk) -> None:
    assert clerk.sentence("frobnicate", code=2)
    assert clerk.sentence("show", "one", code=2)
    assert "10.05" in clerk.sentence("open", "1", "--at", "25.99", code=2)
    assert clerk.sentence("show", "9") == "Error: There is no meeting 9; clerk list shows them."
    assert "has not been opened" in clerk.sentence("close", "1")
    clerk.db.write_bytes(b"not a database at all" * 60)
    assert "not a Clerk database" in clerk.sentence("list")


def test_even_a_failure_nobody_thought_of_is_one_line(clerk: Clerk, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("of a\nnew kind")

    monkeypatch.setattr(Store, "record", broken)
    assert "RuntimeError: of a new kind" in clerk.sentence("show", "1")


@pytest.mark.parametrize("command", cli.list_commands(None))  # type: ignore[arg-type]
def test_every_command_explains_itself(command: str) -> None:
    result = CliRunner().invoke(cli, [command, "--help"])
    assert result.exit_code == 0
    assert len(result.output.split("Usage:")[1].split("Options:")[0]) > 40


# --- as a program --------------------------------------------------------------------------------------------------


def _program(*words: str, encoding: str = "utf-8", **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "clerk", *words],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": encoding, **environment},
    )


def test_an_old_console_gets_a_question_mark_and_a_file_gets_every_letter(clerk: Clerk) -> None:
    shown = _program("show", "1", encoding="cp1252", CLERK_DB=str(clerk.db))
    assert (shown.returncode, b"Budget [sic] ?" in shown.stdout) == (0, True)
    written = _program("show", "1", "--text", encoding="cp1252", CLERK_DB=str(clerk.db))
    assert "Budget [sic] 👩‍⚖️".encode() in written.stdout


def test_the_program_knows_its_version_and_ends_well(clerk: Clerk) -> None:
    assert _program("--version").stdout.startswith(b"clerk, version ")
    failed = _program("--db", str(clerk.db), "show", "9")
    assert (failed.returncode, failed.stdout, failed.stderr.count(b"\n")) == (1, b"", 1)


def test_the_command_line_loads_nothing_heavy() -> None:
    heavy = "{'docx', 'lxml', 'sqlite_utils', 'textual', 'exports.word', 'screens.app', 'clerk.drafting'}"
    script = f"import sys; import clerk.cli; print(sorted({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_no_command_opens_the_app_on_the_officers_database(clerk: Clerk, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Path] = []

    def run_app(db: Path) -> int:
        seen.append(db)
        return 3

    monkeypatch.setattr("screens.app.run_app", run_app)
    assert clerk.run().exit_code == 3
    assert seen == [clerk.db]


@pytest.mark.parametrize("python", [PYTHON, "no-such-python", __file__], ids=["it", "missing", "unusable"])
def test_the_demo_opens_the_app_on_a_database_thrown_away_after(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch, python: str
) -> None:
    """Another Python makes the database meanwhile; without one, the demo opens all the same."""
    seen: list[Path] = []
    monkeypatch.setattr(sys, "executable", python)

    def run_app(db: Path, meeting: int, demo: bool) -> int:
        seen.append(db)
        assert demo
        with Store.open(db) as store:
            assert store.record(meeting).meeting.state is MeetingState.IN_SESSION
        return 0

    monkeypatch.setattr("screens.app.run_app", run_app)
    clerk.ok("demo")
    assert seen[0].name == ("demo.db" if python == PYTHON else "practice.db")
    assert not seen[0].exists()
    assert [meeting.number for meeting in _meetings(clerk)] == [1]


def _meetings(clerk: Clerk) -> list[MeetingSummary]:
    with Store.open(clerk.db, write=False) as store:
        return store.meetings()
