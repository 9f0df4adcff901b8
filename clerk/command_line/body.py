"""The commands about a body: what it is called, how its minutes are worded, and its Word template."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from clerk.bodies import KnownBody
from clerk.command_line.in_common import FILE, date_given, json_option, put_file, put_json, to_write
from clerk.command_line.style_file import bytes_of, check, text_of
from clerk.house_style import available, troubles
from clerk.language.dates import say_date
from clerk.language.text import clean_line
from clerk.store import Store
from clerk.styling.words import keys_listed, phrases_of, whole_toml
from clerk.terms import BodyKind

name_argument = click.argument("name", metavar="NAME")


@click.group()
def body() -> None:
    """The bodies that meet, and the house style of each.

    NAME is any name a body has or had, as "clerk body list" prints it.
    """


@body.command("list")
@json_option
@click.pass_obj
def list_(db: Path, as_json: bool) -> None:
    """List the bodies there are."""
    found: list[KnownBody] = []
    if db.exists():
        with Store.open(db, write=False) as store:
            found = store.bodies()
    if as_json:
        put_json([_json(each) for each in found])
        return
    for each in found:
        own = ", with words of its own" if each.body.own_words else ""
        click.echo(f"{each.body.name}: {_meetings(each)}, style {each.body.style}{own}")
    if not found:
        click.echo("There are no bodies yet; clerk import makes one with its first meeting.")


@body.command()
@name_argument
@json_option
@click.pass_obj
def show(db: Path, name: str, as_json: bool) -> None:
    """Show one body whole."""
    found = _read(db, name)
    if as_json:
        put_json(_json(found))
    else:
        _tell(found)


@body.command("set")
@name_argument
@click.option("--style", metavar="NAME", help="The shipped house style that its minutes are in.")
@click.option("--noun", metavar="WORD", help='What minutes call it after the first mention: "Board".')
@click.option("--chair-title", metavar="WORD", help='What it calls the person presiding: "Chair".')
@click.option("--quorum", metavar="N", help='How many members must be present; "none" if that is not known.')
@click.option("--kind", type=click.Choice([kind.value for kind in BodyKind]), help="Which rules apply.")
@click.option("--template", metavar="FILE", help="A Word file of your own for the look of all it issues; or none.")
@click.pass_obj
def set_(db: Path, /, name: str, template: str | None, **given: str | None) -> None:
    """Change how a body is spoken of, its quorum, house style and Word template.

    The template is kept in the database, so that FILE may then move. Word exports are written on it unless another is
    named.
    """
    if template is None and all(value is None for value in given.values()):
        raise click.UsageError("Say what to set: --style, --noun, --chair-title, --quorum, --kind or --template.")
    changes = _changes(**given)
    kept, notes = _template(template)
    with to_write(db) as store, store.transaction():
        found = store.body(name)
        if changes:
            store.set_body(replace(found.body, **changes))
        if template is not None:
            store.set_template(found.body.id, kept)
        found = store.body(name)
    for note in notes:
        click.echo(clean_line(note), err=True)
    _tell(found)


def _changes(
    style: str | None, noun: str | None, chair_title: str | None, quorum: str | None, kind: str | None
) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    if style is not None:
        if style not in available():
            styles = ", ".join(available())
            raise click.BadParameter(
                f"{clean_line(style)!r} is none of the house styles {styles}.", param_hint="--style"
            )
        changes["style"] = style
    for key, word in (("noun", noun), ("chair_title", chair_title)):
        if word is not None:
            if not clean_line(word):
                raise click.BadParameter("Give a word.", param_hint=f"--{key.replace('_', '-')}")
            changes[key] = clean_line(word)
    if quorum is not None:
        changes["quorum"] = _quorum(clean_line(quorum))
    return changes | ({"kind": BodyKind(kind)} if kind else {})


def _quorum(said: str) -> int | None:
    if said.casefold() == "none":
        return None
    if said.isascii() and said.isdigit() and 0 < int(said[:9]) < 100_000:
        return int(said)
    raise click.BadParameter(f'{said!r} is no whole number of members, from 1, nor "none".', param_hint="--quorum")


def _template(said: str | None) -> tuple[Any, tuple[str, ...]]:
    if said is None or said.casefold() == "none":
        return None, ()
    from exports.kept_template import to_keep

    return to_keep(Path(said))


@body.command()
@name_argument
@click.argument("file", type=FILE, required=False)
@click.option("--all", "whole", is_flag=True, help="Print every phrase as it stands, with what it is for.")
@click.pass_obj
def style(db: Path, name: str, file: Path | None, whole: bool) -> None:
    """Print a body's own words, or take them from FILE (- for what is typed or piped in).

    They are a TOML text that says where its minutes differ from the shipped house style. What is printed can be edited
    and given back; nothing is taken from a FILE with a mistake in it, and an empty one goes back to the shipped words.
    """
    if file is None:
        found = _read(db, name)
        put_file(whole_toml(found.body) if whole else _head(found) + found.body.own_words)
        _warn(found)
        return
    if whole:
        raise click.UsageError("--all prints; leave it out to take words from a file.")
    called = "What was given" if str(file) == "-" else file.name
    text = text_of(bytes_of(file), called)
    check(text, called)
    with to_write(db) as store, store.transaction():
        found = store.body(name)
        store.set_body(replace(found.body, own_words=_without_head(text)))
        found = store.body(name)
    click.echo(f"{found.body.name}: {_own(found)}")


_MARK = "#:"


def _head(found: KnownBody) -> str:
    """What stands over the officer's own text when it is printed; it is left out when the text is given back."""
    lines = [
        f'The words of {clean_line(found.body.name)} in place of those of the house style "{found.body.style}".',
        'Under [part] put key = "words". Edit this text and give it back: clerk body style NAME FILE',
        "Every phrase as it stands, with what it is for: clerk body style NAME --all",
        *(line[2:] for line in keys_listed().splitlines()),
    ]
    return "".join(f"{_MARK} {line}\n" for line in lines)


def _without_head(text: str) -> str:
    kept = [line for line in text.split("\n") if not line.startswith(_MARK)]
    return "\n".join(kept) if any(line.strip() for line in kept) else ""


@body.command()
@name_argument
@click.argument("new", metavar="NEW")
@click.option("--from", "since", metavar="DATE", required=True, help="The first day of the new name: 2026-05-20.")
@click.pass_obj
def rename(db: Path, name: str, new: str, since: str) -> None:
    """Give a body another name from a day on.

    Meetings held before that day keep the name it had.
    """
    day = date_given(since, "--from")
    with to_write(db) as store, store.transaction():
        found = store.body(name)
        store.rename_body(found.body.id, new, day)
        found = store.body(new)
    _tell(found)


def _read(db: Path, name: str) -> KnownBody:
    with Store.open(db, write=False) as store:
        return store.body(name)


def _tell(found: KnownBody) -> None:
    about = found.body
    click.echo(about.name)
    for earlier, later in zip(found.names, found.names[1:], strict=False):
        click.echo(f"  called {earlier.name} before {say_date(later.since) if later.since else ''}")
    click.echo(f"  a {about.kind}, in minutes the {about.noun}, under the {about.chair_title}")
    click.echo(f"  quorum {about.quorum or 'not known'}, {_meetings(found)}")
    click.echo(f"  house style {about.style}, {_own(found)}")
    click.echo(f"  Word template: {found.template or 'Clerk’s own'}")
    _warn(found)


def _warn(found: KnownBody) -> None:
    for sentence in troubles(found.body):
        click.echo(clean_line(sentence), err=True)


def _meetings(found: KnownBody) -> str:
    return f"{found.meetings} meeting{'' if found.meetings == 1 else 's'}"


def _own(found: KnownBody) -> str:
    count = sum(phrase.changed for phrase in phrases_of(found.body))
    return f"{count or 'no'} phrase{'' if count == 1 else 's'} of its own"


def _json(found: KnownBody) -> dict[str, object]:
    about = found.body
    return {
        "name": about.name,
        "names": [{"name": each.name, "since": each.since.isoformat() if each.since else None} for each in found.names],
        "kind": about.kind.value,
        "noun": about.noun,
        "chair_title": about.chair_title,
        "quorum": about.quorum,
        "style": about.style,
        "own_words": about.own_words,
        "template": found.template or None,
        "meetings": found.meetings,
    }
