"""The commands for drafts that went round: a redline of two drafts, and the changes in a Word file that came back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from clerk.afterwards.circulating import draft_marks
from clerk.command_line.in_common import FILE, json_option, now, number_argument, put_json, read, to_write
from clerk.drafting import draft
from clerk.house_style import style_of
from clerk.importers.reading import UnreadableError
from clerk.importers.recognise import read_file
from clerk.language.text import clean_line
from clerk.model import Record
from clerk.returned import Change, Passage, compare
from clerk.showing.afterwards import change_warning
from clerk.store import Store

if TYPE_CHECKING:
    from clerk.returning.accepting import Accepted, Done


@click.command()
@number_argument
@click.argument("old", type=FILE, required=False)
@click.option(
    "--since",
    type=click.IntRange(min=0),
    is_flag=False,
    flag_value=0,
    metavar="[VERSION]",
    help="Since a draft that was circulated, the last if no VERSION is given.",
)
@click.option(
    "--until", type=click.IntRange(min=1), metavar="VERSION", help="Up to a draft that was circulated, not to now."
)
@click.option("--draft", "as_it_stands", is_flag=True, help="To the record as it stands, though it is confirmed.")
@click.option("-o", "file", type=FILE, metavar="FILE", help="Where to; a file there is replaced.")
@click.pass_obj
def redline(
    db: Path, number: int, old: Path | None, since: int | None, until: int | None, as_it_stands: bool, file: Path | None
) -> None:
    """Write what changed since an earlier draft, as a Word file with tracked changes.

    OLD is the earlier draft as "clerk show N --text" or --json printed it; with --since it is one that "clerk
    circulate" kept. Accepting all changes gives the draft as it stands, rejecting all the earlier one. Once the minutes
    are confirmed, accepting all gives the confirmed minutes, as amended.
    """
    from clerk.copying.confirmed import are_confirmed
    from exports.naming import file_name
    from exports.redline_drafts import write_redline, write_redline_to_confirmed

    if (old is None) == (since is None):
        raise click.UsageError("Name the earlier draft, or give --since for one that was circulated.")
    if as_it_stands and until is not None:
        raise click.UsageError("Give --until for a draft that was circulated, or --draft for the record as it stands.")
    record, earlier = read(db, number), _earlier(db, number, old, since)
    path = file or Path(file_name(record, "docx", "redline"))
    if until is None and not as_it_stands and are_confirmed(record):
        write_redline_to_confirmed(path, earlier, record)
        click.echo(f"Saved {path}")
        said = "These minutes are confirmed, so this is what changed up to the confirmed copy, with its amendments"
        click.echo(f"{said}; --draft takes the record as it stands.", err=True)
        return
    later = record if until is None else _earlier(db, number, None, until)
    write_redline(path, earlier, later, record)
    click.echo(f"Saved {path}")


@click.command("compare-word")
@number_argument
@click.argument("file", type=FILE)
@json_option
@click.pass_obj
def compare_word(db: Path, number: int, file: Path, as_json: bool) -> None:
    """Say what was changed in a Word draft that came back.

    Tracked changes are read as accepted. Each change has a name for "clerk accept-word"; words that went stand in [-
    -], words that came in {+ +}.
    """
    record = read(db, number)
    changes = compare(_drafted(record), _came_back(file, record))
    if as_json:
        put_json([_json(change) for change in changes])
        return
    for change in changes:
        click.echo(_line(change))
    if not changes:
        click.echo("Nothing was changed.")


@click.command("accept-word")
@number_argument
@click.argument("file", type=FILE)
@click.argument("blocks", metavar="[BLOCK]...", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Accept every change.")
@click.pass_obj
def accept_word(db: Path, number: int, file: Path, blocks: tuple[str, ...], everything: bool) -> None:
    """Take changes made in a Word draft into the record.

    BLOCK is what "clerk compare-word" calls a change. Comments become queries under their line. Earlier wordings are
    kept, and what cannot be placed is listed. Accepting moves later marks: name all you want at once.
    """
    if everything == bool(blocks):
        raise click.UsageError("Name the changes to accept, as clerk compare-word lists them, or give --all.")
    with to_write(db) as store:
        record = store.record(number)
        back = _came_back(file, record)
        drafted = _drafted(record)
        chosen = _chosen(compare(drafted, back), blocks)
        accepted = _accept(record, drafted, chosen)
        _store(store, record, accepted)
    for done in accepted.done:
        click.echo(_told(done))
    left = sum(not done.applied for done in accepted.done)
    click.echo(f"{len(accepted.done) - left} accepted, {left} not applied.")
    if warning := change_warning(record):
        click.echo(warning, err=True)
    if left:
        raise click.exceptions.Exit(1)


def _earlier(db: Path, number: int, old: Path | None, since: int | None) -> Record:
    if old is None:
        with Store.open(db, write=False) as store:
            return store.circulated(number, since or 0)[1]
    reading = read_file(old)
    if reading.published or not reading.reader.startswith("Clerk"):
        raise UnreadableError(f"{old.name} is not a draft of Clerk's; give what clerk show {number} --text printed.")
    return reading.record


def _came_back(file: Path, record: Record) -> list[Passage]:
    """What came back, but for what told that draft from others: "Draft 2, circulated on 3 December 2026."."""
    from exports.word_reading import read_word

    marks = draft_marks(record, style_of(record.body))
    return [passage for passage in read_word(file) if passage.text not in marks]


def _drafted(record: Record) -> list[Passage]:
    from exports.draft_minutes import properties_of
    from exports.word_reading import drafted

    return drafted(draft(record), properties_of(record))


def _chosen(changes: Sequence[Change], blocks: tuple[str, ...]) -> list[Change]:
    names = {change.block for change in changes}
    for block in blocks:
        if block not in names:
            raise click.ClickException(f"There is no change {clean_line(block)!r}; clerk compare-word lists them.")
    return [change for change in changes if not blocks or change.block in blocks]


def _accept(record: Record, drafted: Sequence[Passage], changes: Sequence[Change]) -> Accepted:
    from clerk.returning.accepting import accept
    from clerk.returning.spots import spots

    style = style_of(record.body)
    places = spots(record, draft(record, style), style)
    if len(places) != len(drafted):
        raise click.ClickException("The draft cannot be matched with the record; nothing was changed. Report this.")
    return accept(record, places, changes, style)


def _store(store: Store, record: Record, accepted: Accepted) -> None:
    when = now()
    with store.transaction():
        for position, page in accepted.pages.items():
            store.save_page(record.items[position - 1].id, page, when)
        for position, title in accepted.titles.items():
            store.set_item_title(record.items[position - 1].id, title)


def _line(change: Change) -> str:
    who = f" ({', '.join(change.authors)})" if change.authors else ""
    resolved = " (resolved)" if change.resolved else ""
    return f"{change.what} {change.block}{who}{resolved}: {clean_line(change.shown())}"


def _told(done: Done) -> str:
    note = f" [{done.note}]" if done.note else ""
    return f"{'accepted' if done.applied else 'not applied'}: {_line(done.change)}{note}"


def _json(change: Change) -> dict[str, object]:
    return {
        "block": change.block,
        "what": change.what.value,
        "old": change.old,
        "new": change.new,
        "shown": change.shown(),
        "authors": list(change.authors),
        "resolved": change.resolved,
    }
