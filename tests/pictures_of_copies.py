"""Draw the README's pictures of every kind of Word copy: ``python tests/pictures_of_copies.py``.

Needs LibreOffice (soffice) and poppler (pdftoppm). Each picture is one page of a copy of the demo meeting.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from clerk.actions.log import LoggedAction
from clerk.demo import demo_record
from clerk.model import Entry, Meeting, Record
from clerk.store import Store
from exports.copies import Choice, write_copy
from tests.clerk.two_meetings import confirmed

NOW = datetime(2026, 11, 24, 10, 45)
DOCS = Path(__file__).parents[1] / "docs"
_TO_PDF = 'pdf:writer_pdf_Export:{"ExportNotesInMargin":{"type":"boolean","value":"true"}}'


@dataclass(frozen=True)
class Picture:
    """One picture to draw."""

    name: str
    """As in ``docs/copies-NAME.png``."""
    kind: str
    """The kind of copy."""
    choice: Choice = field(default_factory=Choice)
    """What else was chosen."""
    page: int = 1
    """Which page is shown, from 1."""


def pictures(log: tuple[LoggedAction, ...]) -> list[Picture]:
    """Every kind of copy, and the minutes in each of their forms."""
    return [
        Picture("minutes", "minutes"),
        Picture("comments", "minutes", Choice(comments=True), page=3),
        Picture("public", "minutes", Choice(public=True), page=5),
        Picture("decisions", "decisions"),
        Picture("actions", "actions"),
        Picture("action-log", "action-log", Choice(log=log)),
        Picture("attendance", "attendance"),
        Picture("confirmed", "confirmed", page=6),
    ]


def with_exempt_item(record: Record) -> Record:
    """The demo meeting with its grants decided in private."""
    lines = ("The Board considered what each body had asked for.", "R: that the two grants in the report be awarded")
    summary = "S: The Board considered applications for grants and decided which to award."
    grants = tuple(
        replace(item, exempt="3", entries=tuple(Entry(line) for line in (*lines, summary)))
        if "grants" in item.title
        else item
        for item in record.items
    )
    return replace(record, items=grants)


def log_of(record: Record, folder: Path) -> tuple[LoggedAction, ...]:
    """What a meeting a month later has in its action log, one action having been completed."""
    with Store.open(folder / "demo.db") as store:
        store.add(record)
        later = NOW + timedelta(days=30)
        following = store.add(Record(record.body, Meeting(later.date())))
        first = store.action_log(following, later.date())[0]
        store.report_progress([first.action.number], later, note="sent out for signature", day=later.date())
        return tuple(store.action_log(following, later.date()))


def draw(folder: Path) -> None:
    """Write each copy, have it set as pages, and keep one page as a picture."""
    record = with_exempt_item(demo_record(NOW))
    shown = pictures(log_of(record, folder))
    for picture in shown:
        of = confirmed(record) if picture.kind == "confirmed" else record
        write_copy(folder / f"{picture.name}.docx", picture.kind, of, picture.choice)
    files = [str(folder / f"{picture.name}.docx") for picture in shown]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", _TO_PDF, "--outdir", str(folder), *files], check=True
    )
    for picture in shown:
        pages = ["-f", str(picture.page), "-l", str(picture.page), "-singlefile", "-r", "60"]
        target = DOCS / f"copies-{picture.name}"
        subprocess.run(["pdftoppm", *pages, "-png", str(folder / f"{picture.name}.pdf"), str(target)], check=True)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        draw(Path(made))
