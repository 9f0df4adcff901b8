"""What is printed or given as an argument keeps its letters on Windows."""

from __future__ import annotations

from io import BytesIO, TextIOWrapper

import pytest

from clerk import cli
from clerk.cli import any_letter

WORDS = "Tŵr y Felin – 30 % 🚗"


class _Console(TextIOWrapper):
    def isatty(self) -> bool:
        return True


def printed(stream: TextIOWrapper, system: str) -> bytes:
    any_letter(stream, system)
    stream.write(WORDS)
    stream.flush()
    kept = stream.buffer
    assert isinstance(kept, BytesIO)
    return kept.getvalue()


@pytest.fixture(autouse=True)
def _nobody_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTHONIOENCODING", raising=False)


def test_into_a_file_on_windows_every_letter_is_kept() -> None:
    assert printed(TextIOWrapper(BytesIO(), "cp1252"), "win32") == WORDS.encode("utf-8")


def test_who_asked_for_a_code_page_gets_it_and_a_question_mark_for_what_it_lacks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "cp1252")
    assert printed(TextIOWrapper(BytesIO(), "cp1252"), "win32") == "T?r y Felin – 30 % ?".encode("cp1252")


def test_a_console_with_an_old_code_page_shows_what_it_can() -> None:
    assert printed(_Console(BytesIO(), "cp850"), "win32") == b"T?r y Felin ? 30 % ?"


def test_on_other_systems_the_locale_stands() -> None:
    assert printed(TextIOWrapper(BytesIO(), "latin-1"), "linux") == b"T?r y Felin ? 30 % ?"


def test_words_with_a_question_mark_are_no_pattern_of_file_names_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: dict[str, object] = {}
    monkeypatch.setattr(cli.cli, "main", lambda **how: asked.update(how))
    cli.main()
    assert asked["windows_expand_args"] is False
