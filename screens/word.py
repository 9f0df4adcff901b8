"""Writing the draft minutes, or another copy, as a Word file without leaving the meeting."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

from clerk.bodies import KeptTemplate
from clerk.model import Record
from clerk.terms import MeetingState
from exports.copies import WORD_KINDS, Choice, copy_name, write_copy
from screens.ask import Ask
from screens.page import Page
from screens.pick import Pick


def said(kind: str) -> str:
    """Say a kind of copy: "action-log" is "Action log"."""
    return "Confirmed minutes" if kind == "confirmed" else kind.capitalize().replace("-", " ")


_CHOICES: dict[str, tuple[str, Choice]] = {
    **{f"{said(kind)}: {what}": (kind, Choice()) for kind, what in WORD_KINDS.items() if kind != "confirmed"},
    "Public minutes: without exempt matter": ("minutes", Choice(public=True)),
    "Public decisions: without exempt matter": ("decisions", Choice(public=True)),
    "Minutes for comment: with your queries as Word comments": ("minutes", Choice(comments=True)),
    "Confirmed minutes: for signature, amended as agreed": ("confirmed", Choice()),
    "Public confirmed minutes: without exempt matter": ("confirmed", Choice(public=True)),
}


def ask_to_export(page: Page) -> None:
    """Ask where to write the draft minutes, or those confirmed, then write them."""
    confirmed = page.desk.record.meeting.state is MeetingState.CONFIRMED
    _ask_where(page, "confirmed" if confirmed else "minutes", Choice())


def ask_which_copy(page: Page) -> None:
    """Ask which copy and where, then write it."""

    def picked(at: int | None) -> None:
        if at is None:
            return
        kind, choice = list(_CHOICES.values())[at]
        if kind == "action-log":
            found = page.attempt(page.desk.action_log)
            if found is None:
                return
            choice = replace(choice, log=found)
        _ask_where(page, kind, choice)

    page.app.push_screen(Pick("Write which copy?", list(_CHOICES)), picked)


def _ask_where(page: Page, kind: str, choice: Choice) -> None:
    suggested = documents_folder() / copy_name(kind, page.desk.record, choice)
    asked: list[str] = []

    def refuse(answer: str) -> str | None:
        sentence = refuse_path(answer)
        if not sentence and path_of(answer).exists() and asked != [answer]:
            # Said once; a second Enter means it.
            asked[:] = [answer]
            return "There is a file of that name: Enter again replaces it, or give another name."
        return sentence

    def write(answer: str | None) -> None:
        if answer is not None:
            # Read here, for the database belongs to this thread.
            kept = page.attempt(lambda: page.desk.store.template(page.desk.record.body.id))
            export = _export(page, path_of(answer), kind, page.desk.record, choice, kept)
            page.run_worker(export, exit_on_error=False)

    called = "draft minutes as Word" if (kind, choice) == ("minutes", Choice()) else said(kind).lower()
    page.app.push_screen(Ask(f"Write the {called} to", str(suggested), refuse), write)


async def _export(page: Page, path: Path, kind: str, record: Record, choice: Choice, kept: KeptTemplate | None) -> None:
    """Write in a thread, so that typing goes on meanwhile. Whatever goes wrong, it must not end the meeting."""
    try:
        found = await asyncio.to_thread(_write, path, kind, record, choice, kept)
    except Exception as error:
        page.notify(str(error), title="Not written", severity="error", timeout=20, markup=False)
    else:
        page.notify("\n".join([str(path), *found]), title=f"{said(kind)} written", timeout=10, markup=False)


def _write(path: Path, kind: str, record: Record, choice: Choice, kept: KeptTemplate | None) -> list[str]:
    """Write the copy; returns on which template, and what a check finds that its reader would stumble over."""
    from exports.word_check import Severity, check_word

    on = []
    if kept:
        from exports.kept_template import as_template

        choice, on = replace(choice, template=as_template(kept)), [f"Written on {kept.name}."]
    write_copy(path, kind, record, choice)
    return on + [finding.message for finding in check_word(path) if finding.severity != Severity.TIP]


def documents_folder() -> Path:
    """Where the officer's documents are."""
    folder = Path.home() / "Documents"
    return folder if folder.is_dir() else Path.home()


def path_of(answer: str) -> Path:
    """Read a file name as typed or dropped on the terminal; without an ending it is a Word file's."""
    path = Path(answer.strip().strip("\"'"))
    path = path.expanduser() if answer.strip().startswith(("~/", "~\\")) else path
    return path if path.suffix.lower() == ".docx" else path.with_name(f"{path.name}.docx")


def refuse_path(answer: str) -> str | None:
    """Say why a file of that name cannot be written; None when it can."""
    if not answer.strip():
        return "Type a file name."
    try:
        folder = path_of(answer).parent
        return None if folder.is_dir() else f"There is no folder {folder}."
    except (OSError, RuntimeError, ValueError) as error:
        return f"That name will not do: {error}."
