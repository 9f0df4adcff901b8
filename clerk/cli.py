"""The command line: what the app can do, for scripts and for working a line at a time."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import Any

import click

from clerk import causes
from clerk.folders import database_path
from clerk.language.text import clean_line
from clerk.starting import started

# Modules are loaded by the command that needs them, for `clerk` alone must load nothing its first screen does not need.

_ELSEWHERE: Mapping[str, tuple[str, str]] = {
    "import": ("meetings", "import_"),
    "list": ("meetings", "list_"),
    "show": ("meetings", "show"),
    "open": ("capture", "open_"),
    "attend": ("capture", "attend"),
    "declare": ("capture", "declare"),
    "arrive": ("room", "arrive"),
    "leave": ("room", "leave"),
    "chair": ("room", "chair"),
    "take": ("capture", "take"),
    "add": ("business", "add"),
    "defer": ("business", "defer"),
    "withdraw": ("business", "withdraw"),
    "adjourn": ("business", "adjourn"),
    "resume": ("business", "resume"),
    "breaks": ("breaks", "breaks"),
    "minute": ("capture", "minute"),
    "exempt": ("exempt", "exempt"),
    "actions": ("actions", "actions"),
    "action": ("actions", "action"),
    "close": ("capture", "close"),
    "circulate": ("afterwards", "circulate"),
    "drafts": ("afterwards", "drafts"),
    "amend": ("afterwards", "amend"),
    "confirm": ("afterwards", "confirm"),
    "redline": ("returned", "redline"),
    "compare-word": ("returned", "compare_word"),
    "accept-word": ("returned", "accept_word"),
    "check-word": ("word", "check_word"),
    "body": ("body", "body"),
    "people": ("people", "people"),
    "check": ("checking", "check"),
    "search": ("searching", "search"),
    "backup": ("meetings", "backup"),
    "restore": ("keeping", "restore"),
    "tidy": ("keeping", "tidy"),
    "where": ("meetings", "where"),
}
_ORDER = (
    *("demo", "import", "list", "show", "open", "attend", "declare", "take", "minute"),
    *("add", "defer", "withdraw", "arrive", "leave", "chair", "adjourn", "resume", "breaks"),
    *("exempt", "close", "export"),
)


class _Commands(click.Group):
    """Loads a command when it is asked for, and is the one place where what went wrong becomes a sentence."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*_ORDER, *(name for name in _ELSEWHERE if name not in _ORDER)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in _ELSEWHERE:
            started()
            module, name = _ELSEWHERE[cmd_name]
            command: click.Command = getattr(import_module(f"clerk.command_line.{module}"), name)
            return command
        return super().get_command(ctx, cmd_name)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except Exception as error:
            raise click.ClickException(sentence(error)) from error


def sentence(error: Exception) -> str:
    """Say what went wrong in one line; no officer is helped by a traceback."""
    from clerk.house_style import StyleError
    from clerk.importers.reading import UnreadableError
    from clerk.lookup import NotFoundError
    from clerk.store import StoreError
    from exports.save import ExportError

    if isinstance(error, StoreError | UnreadableError | NotFoundError | ExportError | StyleError):
        return clean_line(str(error))
    if isinstance(error, OSError):
        return clean_line(causes.sentence(f"{error.filename or 'A file'} could not be used", error))
    if isinstance(error, sqlite3.Error):
        return clean_line(causes.sentence("The database could not be used", error))
    kind = type(error).__name__
    return clean_line(f"Clerk failed and did not finish ({kind}: {error}); what was saved before is safe.")


@click.group(cls=_Commands, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--db", type=click.Path(path_type=Path), envvar="CLERK_DB", help="The database to use, not your own.")
@click.version_option(package_name="clerk-minutes", prog_name="clerk")
@click.pass_context
def cli(ctx: click.Context, db: Path | None) -> None:
    """Minute a meeting live and circulate the draft when the gavel falls.

    With no command, opens the app on your meetings. In what follows N is a meeting's number as "clerk list" prints it,
    and ITEM is an agenda number (7) or a place in the order of business (#7).
    """
    ctx.obj = database_path(db)
    if ctx.invoked_subcommand is None:
        from clerk.command_line.app import open_app

        ctx.exit(open_app(ctx.obj))


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            any_letter(stream)
    # On Windows click would take "Any other business?" for a pattern of file names, and %PATH% in it for a setting.
    cli(prog_name="clerk", windows_expand_args=False)


def any_letter(stream: TextIOWrapper, system: str = sys.platform) -> None:
    """Let a stream take every letter a name may need.

    Into a file or another program Windows would have its old code page, in which a Welsh name loses letters: there it
    is UTF-8, as it is on other systems. Who has asked for another by ``PYTHONIOENCODING`` gets "?" for what that lacks.
    """
    with suppress(ValueError, OSError):
        if system == "win32" and not stream.isatty() and "PYTHONIOENCODING" not in os.environ:
            stream.reconfigure(encoding="utf-8")
        stream.reconfigure(errors="replace")


@cli.command()
@click.option("--export", "file", type=click.Path(path_type=Path), metavar="FILE", help="Only write its Word minutes.")
@click.pass_context
def demo(ctx: click.Context, file: Path | None) -> None:
    """Try Clerk on a made-up meeting, part-way through.

    Nothing you do there is kept.
    """
    if file:
        from clerk.demo import demo_record
        from exports.draft_minutes import write_draft

        write_draft(file, demo_record(datetime.now().replace(microsecond=0)))
        click.echo(f"Saved {file}")
    else:
        from clerk.command_line.app import open_demo

        ctx.exit(open_demo())


# The kinds of ``exports.copies``, which is not loaded to list the commands; a test holds them together.
_KINDS = ("minutes", "decisions", "actions", "action-log", "attendance", "confirmed", "text", "markdown", "json", "csv")
_EXTRACTS = ("attendance", "actions", "declarations", "votes")


@cli.command()
@click.argument("kind", metavar="KIND", type=click.Choice(_KINDS))
@click.argument("number", metavar="N", type=int)
@click.option(
    "-o", "file", type=click.Path(path_type=Path), metavar="FILE", help="Where to; - prints it (but not Word)."
)
@click.option("--template", type=click.Path(path_type=Path), metavar="FILE", help="Your own Word file, for its look.")
@click.option("--style", metavar="NAME", default="", help="Another house style, just this once; or a TOML file.")
@click.option("--public", is_flag=True, help="For the public: exempt items by their public summary only.")
@click.option("--comments", is_flag=True, help="Word minutes with your queries as comments.")
@click.option("--draft", is_flag=True, help="From the record as it stands, though its minutes are confirmed.")
@click.option("--owner", default="", metavar="NAME", help="The actions of one person, by name or initials.")
@click.option(
    "--what", default="", type=click.Choice(("", *_EXTRACTS)), metavar="NAME", help=f"Of csv: {', '.join(_EXTRACTS)}."
)
@click.pass_obj
def export(
    db: Path, /, kind: str, number: int, file: Path | None, template: Path | None, style: str, **chosen: Any
) -> None:
    """Write a copy of a meeting for its readers.

    KIND is one of:

    \b
    minutes     the draft minutes, in Word; once they are confirmed, the confirmed ones
    decisions   what was resolved and recommended, with the votes, in Word
    actions     who is to do what by when, in Word
    action-log  what earlier meetings left to be done, for this meeting's agenda, in Word
    attendance  the sheet to sign before the meeting, in Word
    confirmed   the confirmed minutes for signature, amended as agreed, in Word
    text        the minutes as plain text
    markdown    the minutes as Markdown
    json        everything, for programs
    csv         attendance, actions, declarations and votes, in a folder or one with --what

    Without -o the file is named after the day and the body, in the folder you are in; a file of that name is replaced.
    A Word document is checked when it has been written, as by "clerk check-word". With --template it has the styles,
    page, header and footer of a Word file of yours (.docx, .dotx or .docm), and nothing of its text; without, those of
    the body's own, if "clerk body set" gave it one.
    """  # noqa: D301 - click knows that backslash as one character
    from clerk.command_line.actions import log_for
    from clerk.command_line.in_common import put_file, read
    from clerk.command_line.look import styled, template_for
    from clerk.command_line.word import say_findings, say_of_confirmed
    from exports.copies import TEXT_KINDS, Choice, copy_name, gives_confirmed, write_copy, written

    _must_fit(kind, **chosen)
    if template and kind in TEXT_KINDS:
        raise click.UsageError("--template is for Word documents.")
    record = styled(read(db, number), kind, style)
    house = None if kind in TEXT_KINDS else template_for(db, record, template)
    choice = Choice(**chosen, log=log_for(db, kind, number), template=house)
    path = file or Path(copy_name(kind, record, choice))
    if str(path) == "-":
        if kind not in TEXT_KINDS:
            raise click.UsageError("A Word file cannot be printed; name a file with -o.")
        if kind == "csv" and not choice.what:
            raise click.UsageError("Several extracts cannot be printed at once; say which one with --what.")
        put_file(written(kind, record, choice))
        say_of_confirmed(record, kind, gives_confirmed(kind, record, choice))
        return
    for saved in write_copy(path, kind, record, choice):
        click.echo(f"Saved {saved}")
        if kind not in TEXT_KINDS:
            say_findings(saved)
    say_of_confirmed(record, kind, gives_confirmed(kind, record, choice))


def _must_fit(kind: str, *, public: bool, comments: bool, draft: bool, owner: str, what: str) -> None:
    """Refuse what does not go together, rather than write a copy other than the one that was meant."""
    if draft and kind in ("confirmed", "action-log", "attendance", "json"):
        raise click.UsageError("--draft is for the minutes, the decisions, the actions and csv.")
    if comments and (kind != "minutes" or public):
        raise click.UsageError("--comments is for the Word minutes, and not for a public copy.")
    if public and kind == "attendance":
        raise click.UsageError("--public is not for the attendance sheet, which is the same for everybody.")
    if owner and kind != "actions":
        raise click.UsageError("--owner is for the list of actions.")
    if what and kind != "csv":
        raise click.UsageError("--what is for csv.")
