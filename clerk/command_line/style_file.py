"""A house style, or a body's own words, in a file an officer wrote: read, and every mistake said with its line."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import click

from clerk.house_style import StyleError, available, check_own_words
from clerk.importers.decoding import decode
from clerk.importers.reading import UnreadableError
from clerk.language.text import clean, clean_line
from clerk.model import Body
from clerk.styling.reading import parsed

_LARGEST = 2 * 1024 * 1024
"""Bytes: a hundred times a whole style."""
_MOST_SAID = 20
"""Problems told one by one; with more, the file is no style."""


def bytes_of(file: Path) -> bytes:
    """Return what a file holds, or for ``-`` what is piped in. Raises ``OSError`` or ``ClickException``."""
    if str(file) == "-":
        return sys.stdin.buffer.read()
    if file.is_dir():
        raise click.ClickException(f"{clean_line(file.name)} is a folder; name a file.")
    if not file.exists():
        raise click.ClickException(f"There is no file {clean_line(str(file))}.")
    if file.stat().st_size > _LARGEST:
        raise click.ClickException(f"{clean_line(file.name)} is larger than 2 MB, which no house style is.")
    return file.read_bytes()


def text_of(data: bytes, called: str) -> str:
    """Return the text of a file, whatever program wrote it: byte order mark, Windows line ends. May be empty."""
    if not data.strip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"):
        return ""
    try:
        decoded = decode(data)
    except UnreadableError:
        raise click.ClickException(f"{clean_line(called)} is no text file; save it as plain text, in UTF-8.") from None
    for doubt in decoded.doubts:
        click.echo(f"{clean_line(called)}: {doubt.message}", err=True)
    return clean(decoded.text)


def check(toml: str, called: str, then: str = "Nothing was changed.") -> None:
    """Raise ``ClickException`` unless a body can have this text as its own words; say every mistake in it."""
    try:
        check_own_words(toml)
    except StyleError as error:
        said, called = error.problems, clean_line(called)
        if len(said) == 1:
            one = f"{called}, {said[0]}"
            raise click.ClickException(f"{one}{'' if one.endswith('?') else '.'} {then}") from None
        for problem in said[:_MOST_SAID]:
            click.echo(clean_line(f"{called}, {problem}"), err=True)
        more = f", the first {_MOST_SAID} of them above" if len(said) > _MOST_SAID else ""
        raise click.ClickException(f"{called} has {len(said)} mistakes{more}. {then}") from None


def in_style(body: Body, style: str) -> Body:
    """Return the body with another house style: a shipped one by name, or one in a TOML file.

    A file says where it differs from the shipped style that it names as its ``base``, or that the body has.
    """
    if style in available():
        return replace(body, style=style, own_words="")
    file = Path(style)
    if not file.exists() and not file.suffix:
        names = ", ".join(available())
        raise click.BadParameter(f"{clean_line(style)!r} is neither a file nor one of {names}.", param_hint="--style")
    text = text_of(bytes_of(file), file.name)
    base, words = _apart(text, file.name)
    check(words, file.name, "Nothing was written.")
    return replace(body, style=base or body.style, own_words=words)


def _apart(toml: str, called: str) -> tuple[str, str]:
    """Return the base a text names, and the text without it, its lines where they were."""
    table, _ = parsed(toml)
    base = table.get("base")
    if base is None:
        return "", toml
    if base not in available():
        names = ", ".join(available())
        raise click.ClickException(f"{clean_line(called)} builds on {base!r}, and the house styles are {names}.")
    lines = toml.split("\n")
    from clerk.styling.lines import key_lines

    lines[key_lines(toml)["base",] - 1] = ""
    return str(base), "\n".join(lines)
