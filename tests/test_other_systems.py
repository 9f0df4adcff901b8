"""Clerk where it is used most: Windows, with none of what only Unix has, and an old code page."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ONLY_UNIX = {"screens.driver"}
"""Loaded by the app only where Textual would load its own driver for Linux and macOS."""
HIDDEN = "import sys; from tests.without_unix import hide; hide(); sys.argv[0] = 'clerk'; "
COMMAND = f"{HIDDEN} from clerk.cli import main; main()"
OLD = {"PYTHONUTF8": "0", "PYTHONIOENCODING": "cp1252", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"}
AGENDA = "Llŷn Board\nMonday 6 July 2026\n1. Apologies\n2. Minutes\n3. Tŵr y Felin – parking 🚗\n"


def run(program: str, *words: str, typed: bytes = b"") -> tuple[int, bytes, str]:
    done = subprocess.run(
        [sys.executable, "-X", "warn_default_encoding", "-c", program, *words],
        capture_output=True,
        input=typed,
        env={**os.environ, **OLD},
        cwd=ROOT,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr.decode("cp1252")


def modules() -> list[str]:
    paths = [path for package in ("clerk", "exports", "screens") for path in sorted((ROOT / package).rglob("*.py"))]
    named = [path.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".") for path in paths]
    return [name.removesuffix(".__init__") for name in named if name not in ONLY_UNIX]


def test_every_module_loads_without_what_only_unix_has() -> None:
    loads = f"{HIDDEN} import importlib; [importlib.import_module(name) for name in {modules()!r}]"
    assert run(loads) == (0, b"", "")


def test_what_is_hidden_is_not_there() -> None:
    code, _, error = run(f"{HIDDEN} import screens.driver")
    assert code == 1
    assert "No module named 'fcntl'" in error or "No module named 'termios'" in error


def clerk(db: Path, *words: str, typed: bytes = b"") -> bytes:
    code, said, error = run(COMMAND, "--db", str(db), *words, typed=typed)
    assert (code, error) == (0, ""), error
    return said


def test_a_meeting_is_imported_minuted_shown_and_exported_there(tmp_path: Path) -> None:
    db, agenda, word = tmp_path / "clerk.db", tmp_path / "agenda.txt", tmp_path / "minutes.docx"
    agenda.write_bytes(AGENDA.replace("\n", "\r\n").encode("utf-16"))
    assert clerk(db, "import", str(agenda)).startswith(b"meeting 1: Ll?n Board")
    # As PowerShell pipes it.
    clerk(db, "minute", "1", "3", typed="\ufeffR: That Tŵr y Felin – be noted 🚗\r\n".encode())
    shown = clerk(db, "show", "1").decode("cp1252")
    assert "T?r y Felin – parking ?" in shown
    assert "R: That Tŵr y Felin – be noted 🚗\n" in clerk(db, "show", "1", "--text").decode("utf-8")
    clerk(db, "export", "minutes", "1", "-o", str(word))
    from docx import Document

    # The file holds a dash to the word before it with a no-break space.
    assert "That Tŵr y Felin\xa0– be noted 🚗" in "\n".join(each.text for each in Document(str(word)).paragraphs)


@pytest.mark.parametrize("words", [("show", "9"), ("import", "no such file")])
def test_what_goes_wrong_there_is_one_sentence(tmp_path: Path, words: tuple[str, ...]) -> None:
    code, said, error = run(COMMAND, "--db", str(tmp_path / "clerk.db"), *words)
    assert (code, said, error.count("\n")) == (1, b"", 1)
    assert error.startswith("Error: ")
