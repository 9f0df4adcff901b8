"""Writing the draft minutes, or another copy, as a Word file without leaving the meeting."""

from __future__ import annotations

import asyncio
from pathlib import Path

from clerk.model import Record
from exports.copies import WORD_KINDS, Choice, copy_name, write_copy
from screens.ask import Ask
from screens.page import Page
from screens.pick import Pick

_CHOICES: dict[str, tuple[str, Choice]] = {
    **{f"{kind.capitalize()}: {what}": (kind, Choice()) for kind, what in WORD_KINDS.items()},
    "Public minutes: without exempt matter": ("minutes", Choice(public=True)),
    "Public decisions: without exempt matter": ("decisions", Choice(public=True)),
    "Minutes for comment: with your queries as Word comments": ("minutes", Choice(comments=True)),
}


def ask_to_export(page: Page) -> None:
    """Ask where to write the draft minutes, then write them."""
    _ask_where(page, "minutes", Choice())


def ask_which_copy(page: Page) -> None:
    """Ask which copy and where, then write it."""

    def picked(at: int | None) -> None:
        if at is not None:
            _ask_where(page, *list(_CHOICES.values())[at])

    page.app.push_screen(Pick("Write which copy?", list(_CHOICES)), picked)


def _ask_where(page: Page, kind: str, choice: Choice) -> None:
    folder = Path.home() / "Documents"
    folder = folder if folder.is_dir() else Path.home()
    suggested = folder / copy_name(kind, page.desk.record, choice)
    asked: list[str] = []

    def refuse(answer: str) -> str | None:
        sentence = _refuse_path(answer)
        if not sentence and _path(answer).exists() and asked != [answer]:
            # Said once; a second Enter means it.
            asked[:] = [answer]
            return "There is a file of that name: Enter again replaces it, or give another name."
        return sentence

    def write(answer: str | None) -> None:
        if answer is not None:
            export = _export(page, _path(answer), kind, page.desk.record, choice)
            page.run_worker(export, exit_on_error=False)

    title = "Write the draft minutes as Word to" if (kind, choice) == ("minutes", Choice()) else f"Write the {kind} to"
    page.app.push_screen(Ask(title, str(suggested), refuse), write)


async def _export(page: Page, path: Path, kind: str, record: Record, choice: Choice) -> None:
    """Write in a thread, so that typing goes on meanwhile. Whatever goes wrong, it must not end the meeting."""
    try:
        found = await asyncio.to_thread(_write, path, kind, record, choice)
    except Exception as error:
        page.notify(str(error), title="Not written", severity="error", timeout=20, markup=False)
    else:
        page.notify("\n".join([str(path), *found]), title=f"{kind.capitalize()} written", timeout=10, markup=False)


def _write(path: Path, kind: str, record: Record, choice: Choice) -> list[str]:
    """Write the copy; returns what a check of the file finds that its reader would stumble over."""
    from exports.word_check import Severity, check_word

    write_copy(path, kind, record, choice)
    return [finding.message for finding in check_word(path) if finding.severity != Severity.TIP]


def _path(answer: str) -> Path:
    """Read a file name as typed or dropped on the terminal; without an ending it is a Word file's."""
    path = Path(answer.strip().strip("\"'"))
    path = path.expanduser() if answer.strip().startswith(("~/", "~\\")) else path
    return path if path.suffix.lower() == ".docx" else path.with_name(f"{path.name}.docx")


def _refuse_path(answer: str) -> str | None:
    if not answer.strip():
        return "Type a file name."
    try:
        folder = _path(answer).parent
        return None if folder.is_dir() else f"There is no folder {folder}."
    except (OSError, RuntimeError, ValueError) as error:
        return f"That name will not do: {error}."
