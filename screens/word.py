"""Writing the draft minutes as a Word file without leaving the meeting."""

from __future__ import annotations

import asyncio
from pathlib import Path

from clerk.model import Record
from screens.ask import Ask
from screens.page import Page


def ask_to_export(page: Page) -> None:
    """Ask where, then write."""
    from exports.naming import file_name

    folder = Path.home() / "Documents"
    folder = folder if folder.is_dir() else Path.home()
    suggested = folder / file_name(page.desk.record, "docx")

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
            page.run_worker(_export(page, page.desk.record, _path(answer)), exit_on_error=False)

    page.app.push_screen(Ask("Write the draft minutes as Word to", str(suggested), refuse), write)


async def _export(page: Page, record: Record, path: Path) -> None:
    """Write in a thread, so that typing goes on meanwhile. Whatever goes wrong, it must not end the meeting."""
    try:
        await asyncio.to_thread(_write, record, path)
    except Exception as error:
        page.notify(str(error), title="Not written", severity="error", timeout=20, markup=False)
    else:
        page.notify(str(path), title="Draft minutes written", timeout=10, markup=False)


def _write(record: Record, path: Path) -> None:
    from exports.draft_minutes import write_draft

    write_draft(path, record)


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
