"""The command that checks minutes before they go round."""

from __future__ import annotations

import click

from clerk.checking.findings import Finding, Severity
from clerk.checks import check as look_over
from clerk.checks import said_of
from clerk.command_line.in_common import item_named, json_option, number_argument, put_json, read
from clerk.language.text import clean_line
from clerk.model import Record


@click.command()
@number_argument
@json_option
@click.pass_context
def check(ctx: click.Context, number: int, as_json: bool) -> None:
    """Look over the minutes of a meeting for what should not go round; ends with 1 if any of it is an error.

    An error is something the law asks for or words that are missing; a warning looks wrong; a tip could be better. Each
    is shown with its minute, the line of its page, and what to do.
    """
    record = read(ctx.obj, number)
    found = look_over(record)
    if as_json:
        put_json(_told(record, found))
    else:
        _show(record, found)
    ctx.exit(any(each.severity is Severity.ERROR for each in found))


def _show(record: Record, found: tuple[Finding, ...]) -> None:
    position = 0
    for each in found:
        if each.position != position:
            position = each.position
            item = record.items[position - 1]
            number = record.minute_numbers()[position - 1]
            click.echo(f"{'' if number is None else f'{number}. '}{item_named(item)}")
        line = f"line {each.line}, " if each.line else ""
        where = f"{line}{each.cited}: " if line else ""
        click.echo(f"  {each.severity}: {where}{clean_line(each.message)} {clean_line(each.advice)}")
    click.echo(f"{said_of(found)}." if found else "Nothing found.")


def _told(record: Record, found: tuple[Finding, ...]) -> dict[str, object]:
    """The findings for programs."""
    counts = {f"{severity}s": sum(each.severity is severity for each in found) for severity in Severity}
    return {"meeting": record.meeting.id, **counts, "findings": [_finding(record, each) for each in found]}


def _finding(record: Record, each: Finding) -> dict[str, object]:
    item = record.items[each.position - 1] if each.position else None
    return {
        "severity": each.severity.value,
        "rule": each.rule,
        "position": each.position,
        "agenda_number": item.agenda_number if item else "",
        "minute_number": record.minute_numbers()[each.position - 1] if each.position else None,
        "title": item.title if item else "",
        "line": each.line,
        "cited": each.cited,
        "message": each.message,
        "advice": each.advice,
    }
