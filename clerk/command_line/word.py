"""The check of any Word file, and what an export prints of its template and of what the check finds."""

from __future__ import annotations

from pathlib import Path

import click

from clerk.command_line.in_common import FILE, json_option, put_json
from clerk.language.text import clean_line
from clerk.model import Record
from clerk.terms import MeetingState


@click.command("check-word")
@click.argument("file", type=FILE)
@json_option
@click.pass_context
def check_word(ctx: click.Context, file: Path, as_json: bool) -> None:
    """Say what in a Word file some readers cannot read, or will find hard.

    Checks what Word's own accessibility checker does, and what UK guidance asks besides. Ends with 1 if a finding is an
    error.
    """
    from exports import word_check

    findings = word_check.check_word(file)
    if as_json:
        put_json(word_check.as_json(str(file), findings))
    elif not findings:
        click.echo(f"Nothing found in {clean_line(file.name)}.")
    for line in [] if as_json else word_check.lines(findings):
        click.echo(clean_line(line))
    ctx.exit(1 if word_check.has_errors(findings) else 0)


def say_findings(file: Path) -> None:
    """Check a Word file just written, and print on standard error what an officer should put right."""
    from exports import word_check

    for line in word_check.lines(word_check.check_word(file)):
        click.echo(clean_line(line), err=True)


def say_of_confirmed(record: Record, kind: str, gives_confirmed: bool) -> None:
    """Say on standard error of a copy of confirmed minutes what it holds, where the officer may not expect that."""
    if record.meeting.state is MeetingState.CONFIRMED:
        from clerk.showing.afterwards import of_confirmed

        for sentence in of_confirmed(record, kind, gives_confirmed):
            click.echo(sentence, err=True)
