"""The commands for minutes after the meeting: drafts that go round, amendments agreed later, confirmation."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from clerk.afterwards import amending
from clerk.afterwards.amending import Citable
from clerk.afterwards.parts import Confirmation, How
from clerk.command_line.in_common import FILE, date_given, json_option, now, number_argument, put_json, read, to_write
from clerk.language.dates import say_date
from clerk.language.text import clean_line
from clerk.lookup import item_position
from clerk.model import Record
from clerk.showing.afterwards import draft_line, drafts_lines
from clerk.store import Store
from clerk.terms import ItemKind

_AT = click.option(
    "--at", type=int, metavar="M", help="The meeting that agreed it; the next of the body, if not given."
)


@click.command()
@number_argument
@click.option("-o", "file", type=FILE, metavar="FILE", help="Where to; a file there is replaced.")
@click.option("--to", default="", metavar="WORDS", help='To whom: "members and officers".')
@click.option("--template", type=FILE, metavar="FILE", help="Your own Word file, for its look.")
@click.pass_obj
def circulate(db: Path, number: int, file: Path | None, to: str, template: Path | None) -> None:
    """Write the draft that goes round, and keep what it said.

    The second draft and those after it say which they are. "clerk redline N --since" then shows what has changed since.
    """
    from clerk.command_line.look import template_for
    from clerk.command_line.word import say_findings
    from exports.draft_minutes import circulated_name, write_circulated

    house = template_for(db, read(db, number), template)
    # Kept only if the file could be written, and written only if it could be kept.
    with to_write(db) as store, store.transaction():
        made = store.circulate(number, now(), to)
        record = store.record(number)
        path = file or Path(circulated_name(record, made.version))
        write_circulated(path, record, house)
    click.echo(f"Saved {path}")
    click.echo(f"{draft_line(made)}.")
    queries = sum(entry.kind == "query" for item in record.items for entry in item.entries)
    if queries:
        click.echo(f"{queries} quer{'y' if queries == 1 else 'ies'} of yours still open.", err=True)
    say_findings(path)


@click.command()
@number_argument
@click.option(
    "--again", type=click.IntRange(min=1), metavar="VERSION", help="Write that draft again, as it went round."
)
@click.option("-o", "file", type=FILE, metavar="FILE", help="Where to, with --again; a file there is replaced.")
@json_option
@click.pass_obj
def drafts(db: Path, number: int, again: int | None, file: Path | None, as_json: bool) -> None:
    """List the drafts of a meeting that were circulated, or write one again."""
    if again is not None:
        _write_again(db, number, again, file)
        return
    record = read(db, number)
    if as_json:
        from clerk.own_files import as_json as clerk_json

        put_json(clerk_json.document(record)["circulated"])
        return
    for line in drafts_lines(record):
        click.echo(line)


def _write_again(db: Path, number: int, version: int, file: Path | None) -> None:
    from clerk.afterwards.circulating import as_it_went_round
    from clerk.command_line.look import template_for
    from exports.draft_minutes import circulated_name, write_circulated

    with Store.open(db, write=False) as store:
        record = as_it_went_round(*store.circulated(number, version))
    path = file or Path(circulated_name(record, version))
    write_circulated(path, record, template_for(db, read(db, number), None))
    click.echo(f"Saved {path}")


def _words_of_point(typed: str) -> str:
    """What is typed without the "- " or "-- " of a point: that, the line of the minute has already."""
    return typed.lstrip("-").lstrip() if typed.startswith(("- ", "-- ")) else typed


class _Amending(click.Command):
    """A command whose arguments may begin as a line of a minute does: "- The trial", which is no option."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; from the first such line on, put those that are no options behind them."""
        first = next((at for at, each in enumerate(args) if each.startswith(("- ", "-- "))), None)
        if first is None or "--" in args:
            return super().parse_args(ctx, args)
        options, words = args[:first], list[str]()
        for at, each in enumerate(args[first:], first):
            is_option = (each.startswith("-") and " " not in each) or args[at - 1] == "--at"
            (options if is_option else words).append(each)
        return super().parse_args(ctx, [*options, "--", *words])


@click.command(cls=_Amending)
@number_argument
@click.argument("item", metavar="ITEM")
@click.argument("line", metavar="LINE")
@click.argument("words", metavar="[WORDS]", required=False)
@click.option("--out", is_flag=True, help="Take the line out.")
@click.option("--after", is_flag=True, help="Put WORDS in as a new line after LINE; none take the last so put in back.")
@_AT
@click.pass_obj
def amend(db: Path, /, number: int, item: str, line: str, words: str | None, at: int | None, **flags: bool) -> None:
    """Put down that an earlier minute is amended, and minute that.

    LINE is "ii" or "(ii)" for a point, "b" for a limb, the number of the line on its page, or words that only that line
    has; WORDS are what the whole line is to read. What was minuted is not changed. It is minuted under the item of the
    later meeting on previous minutes. The words as they were minuted take an amendment back.
    """
    how = _how(words, **flags)
    with to_write(db) as store, store.transaction():
        record = store.to_amend(number)
        agreeing = _later(store, number, at)
        if agreeing is None:
            raise click.ClickException("No later meeting of that body is open or closed; name it with --at.")
        position = item_position(record, item)
        found = _line_called(record, position, _words_of_point(line))
        if how is not How.PUT_IN:  # A line that is put in may be a point where the line above is none.
            words = _words_of_point(words or "")
        where = (agreeing.meeting.id, _previous_minutes(agreeing))
        made = store.amend_and_minute(number, (position, found.line), words or "", where, now(), how)
        if made is None:
            taken_back, stands = "What was put in after it is taken back.", "stands as it was minuted."
            click.echo(taken_back if how is How.PUT_IN else f"Minute {found.minute} {stands}")
            return
        click.echo(f"Minute {found.minute}{_of_day(record)}{_DONE[how]}: {amending.words_of(made.new or made.old)}")
        if where[1]:
            click.echo(f"Minuted at meeting {where[0]} under {clean_line(agreeing.items[where[1] - 1].title)}.")
        else:
            click.echo(f"Meeting {where[0]} has no item on previous minutes, so minute it where it belongs.", err=True)


@click.command()
@number_argument
@_AT
@click.option("--on", "day", metavar="DATE", help="The day, if that meeting is not in this database.")
@click.option("--by", default="", metavar="NAME", help="Who presided and signs; who is in the Chair, if not given.")
@click.pass_obj
def confirm(db: Path, number: int, at: int | None, day: str | None, by: str) -> None:
    """Put down that the minutes of a meeting were confirmed, and by which.

    "clerk export confirmed N" then writes the copy for signature, amended as agreed.
    """
    on = date_given(day, "--on") if day is not None else None
    with to_write(db) as store:
        agreeing = _later(store, number, at) if at is not None or on is None else None
        if agreeing is None:
            confirmation, where = Confirmation(on or now().date(), by=by), (0, 0)
        else:
            confirmation = amending.confirmation_at(agreeing, by, on)
            where = (agreeing.meeting.id, _previous_minutes(agreeing))
        store.confirm(number, confirmation, where)
        record = store.record(number)
    click.echo(f"{amending.say_confirmed(record)}")


_DONE = {
    How.REWORDED: " is amended to read",
    How.TAKEN_OUT: " is amended; taken out of it",
    How.PUT_IN: " is amended; put in after it",
}


def _how(words: str | None, *, out: bool, after: bool) -> How:
    """What is done with the line; refuses what does not go together."""
    if out and after:
        raise click.UsageError("A line is taken out, or one put in after it: give --out or --after.")
    if out and words is not None:
        raise click.UsageError("With --out the line goes: give no WORDS.")
    if not out and not after and words is None:
        raise click.UsageError("Give the WORDS the line is to read, or --out to take it out.")
    return How.TAKEN_OUT if out else How.PUT_IN if after else How.REWORDED


def _later(store: Store, number: int, at: int | None) -> Record | None:
    """The meeting named, or the first of the body after this one that is open or closed."""
    if at is not None:
        return store.record(at)
    _, after = store.around(number)
    found = next((each.number for each in after if each.state.over or each.state == "in session"), None)
    return store.record(found) if found else None


def _previous_minutes(record: Record) -> int:
    kinds = [item.kind for item in record.items]
    return kinds.index(ItemKind.PREVIOUS_MINUTES) + 1 if ItemKind.PREVIOUS_MINUTES in kinds else 0


def _line_called(record: Record, position: int, called: str) -> Citable:
    """The line of an item meant by a label, a number or words of it."""
    lines = [each for each in amending.citable(record) if each.position == position]
    wanted = clean_line(called).casefold()
    found = _matching(lines, wanted)
    if len(found) == 1:
        return found[0]
    title = clean_line(record.items[position - 1].title)
    if not lines:
        raise click.ClickException(f"There is no minute under {title}.")
    many = "several lines" if found else "no line"
    raise click.ClickException(
        f"There is {many} {clean_line(called)!r} under {title}; give its label (ii), its number or more of its words."
    )


def _matching(lines: Sequence[Citable], wanted: str) -> list[Citable]:
    label = wanted.strip("()")
    ways = (
        [each for each in lines if wanted == each.minute.casefold()],
        [each for each in lines if label and each.minute.casefold().endswith(f"({label})")],
        [each for each in lines if wanted == str(each.line)],
        [each for each in lines if wanted and wanted in each.text.casefold()],
    )
    return next((found for found in ways if found), [])


def _of_day(record: Record) -> str:
    day = record.meeting.date
    return f" of {say_date(day, weekday=False)}" if day else ""
