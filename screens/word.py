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

    def write(answer: str | None) -> None:
        if answer and answer.strip():
            path = Path(answer.strip()).expanduser()
            page.run_worker(_export(page, page.desk.record, path), exit_on_error=False)

    page.app.push_screen(Ask("Write the draft minutes as Word to", str(suggested), _refuse_path), write)


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


def _refuse_path(answer: str) -> str | None:
    path = Path(answer.strip()).expanduser()
    if not answer.strip():
        return "Type a file name."
    if not path.parent.is_dir():
        return f"There is no folder {path.parent}."
    return None
