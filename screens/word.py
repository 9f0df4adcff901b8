"""Writing the draft minutes, or another copy, as a Word file without leaving the meeting."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from clerk import causes
from clerk.bodies import KeptTemplate
from clerk.folders import documents_folder
from clerk.model import Record
from clerk.terms import MeetingState
from exports.copies import WORD_KINDS, Choice, copy_name, gives_confirmed, write_copy
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


_DRAFTS: dict[str, tuple[str, Choice]] = {
    "Draft minutes: as the record stands, marked as a draft": ("minutes", Choice(draft=True)),
    "Draft decisions: as the record stands, not as confirmed": ("decisions", Choice(draft=True)),
    "Draft actions: as the record stands, not as confirmed": ("actions", Choice(draft=True)),
}


def _choices(record: Record) -> dict[str, tuple[str, Choice]]:
    """The copies to choose from; of confirmed minutes the confirmed ones come first, and a draft is called one."""
    if record.meeting.state is not MeetingState.CONFIRMED:
        return _CHOICES
    drafts = (("minutes", Choice()), ("minutes", Choice(public=True)))
    others = {label: each for label, each in _CHOICES.items() if each not in drafts}
    first = {label: each for label, each in others.items() if each[0] == "confirmed"}
    return {**first, **others, **_DRAFTS}


def ask_to_export(page: Page) -> None:
    """Ask where to write the draft minutes, or those confirmed, then write them."""
    confirmed = page.desk.record.meeting.state is MeetingState.CONFIRMED
    _ask_where(page, "confirmed" if confirmed else "minutes", Choice())


def ask_which_copy(page: Page) -> None:
    """Ask which copy and where, then write it."""
    choices = _choices(page.desk.record)

    def picked(at: int | None) -> None:
        if at is None:
            return
        kind, choice = list(choices.values())[at]
        if kind == "action-log":
            found = page.attempt(page.desk.action_log)
            if found is None:
                return
            choice = replace(choice, log=found)
        _ask_where(page, kind, choice)

    page.app.push_screen(Pick("Write which copy?", list(choices)), picked)


def _ask_where(page: Page, kind: str, choice: Choice) -> None:
    def write(path: Path) -> Callable[[], Sequence[str]]:
        # Read here, for the database belongs to this thread.
        kept = page.attempt(lambda: page.desk.store.template(page.desk.record.body.id))
        record = page.desk.record
        return lambda: _write(path, kind, record, choice, kept)

    drafts = (Choice(), Choice(draft=True))
    called = f"draft {kind}" if choice.draft else said(kind).lower()
    if kind == "minutes" and choice in drafts:
        called = "draft minutes as Word"
    ask_and_write(page, f"the {called}", copy_name(kind, page.desk.record, choice), f"{said(kind)} written", write)


def ask_and_write(
    page: Page, what: str, name: str, done: str, write: Callable[[Path], Callable[[], Sequence[str]]]
) -> None:
    """Ask where to write a Word file, then write it while typing goes on.

    Args:
        page: the screen that asks.
        what: "the draft minutes as Word", as the question has it.
        name: what the file is to be called.
        done: "Actions written", said when it is.
        write: given the path, reads what the file needs and returns the work of writing it, which is done in a thread
            and returns what else is to be said.
    """

    def answered(answer: str | None) -> None:
        if answer is not None:
            path = path_of(answer)
            page.run_worker(_export(page, path, done, write(path)), exit_on_error=False)

    page.app.push_screen(Ask(f"Write {what} to", str(documents_folder() / name), _refuse_replacing()), answered)


def _refuse_replacing() -> Callable[[str], str | None]:
    """A refusal of names that will not do; that a file will be replaced it says once, and a second Enter means it."""
    asked: list[str] = []

    def refuse(answer: str) -> str | None:
        sentence = refuse_path(answer)
        if not sentence and path_of(answer).exists() and asked != [answer]:
            asked[:] = [answer]
            return "There is a file of that name: Enter again replaces it, or give another name."
        return sentence

    return refuse


async def _export(page: Page, path: Path, done: str, work: Callable[[], Sequence[str]]) -> None:
    """Write in a thread, so that typing goes on meanwhile. Whatever goes wrong, it must not end the meeting."""
    try:
        found = await asyncio.to_thread(work)
    except Exception as error:
        page.notify(str(error), title="Not written", severity="error", timeout=20, markup=False)
    else:
        page.notify("\n".join([str(path), *found]), title=done, timeout=10, markup=False)


def _write(path: Path, kind: str, record: Record, choice: Choice, kept: KeptTemplate | None) -> list[str]:
    """Write the copy; returns on which template, and what a check finds that its reader would stumble over."""
    on = []
    if kept:
        from exports.kept_template import as_template

        choice, on = replace(choice, template=as_template(kept)), [f"Written on {kept.name}."]
    write_copy(path, kind, record, choice)
    if record.meeting.state is MeetingState.CONFIRMED:
        from clerk.showing.afterwards import of_confirmed

        on += of_confirmed(record, kind, gives_confirmed(kind, record, choice), by_key=True)
    return on + stumbles(path)


def stumbles(path: Path) -> list[str]:
    """Say what of a Word file its reader would stumble over."""
    from exports.word_check import Severity, check_word

    return [finding.message for finding in check_word(path) if finding.severity != Severity.TIP]


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
        return causes.sentence("That name will not do", error)
