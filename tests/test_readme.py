"""The README says what the app does: its table of keys is the app's own, and docs/commands.md has every command."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from clerk.cli import cli
from clerk.notation import PREFIXES
from screens.commands import MEETING_COMMANDS, spoken

README = Path(__file__).parents[1] / "README.md"
_TABLE = re.compile(
    r"(?<=<!-- keys: this table is held against the app by a test -->\n).*?(?=<!-- /keys -->)", re.DOTALL
)


def key_table() -> str:
    """The table as the commands of the app make it."""
    rows = [
        f"| {spoken(command.key)} | {spoken(command.letter)} | {command.title} |"
        for command in MEETING_COMMANDS
        if command.key or command.letter
    ]
    return "\n".join(["| key | letter | does |", "|---|---|---|", *rows, ""])


def test_the_key_table_is_the_apps_own(update_golden: bool) -> None:
    text = README.read_text(encoding="utf-8")
    if update_golden:
        README.write_text(_TABLE.sub(lambda _: key_table(), text), encoding="utf-8", newline="\n")
        text = README.read_text(encoding="utf-8")
    match = _TABLE.search(text)
    assert match
    assert match[0] == key_table()


@pytest.mark.parametrize("prefix", PREFIXES.values())
def test_every_prefix_of_the_notation_is_explained(prefix: str) -> None:
    assert f"`{prefix}`" in README.read_text(encoding="utf-8")


def test_no_two_commands_share_a_key_or_a_letter() -> None:
    keys = [key for command in MEETING_COMMANDS for key in (command.key, command.letter) if key]
    assert len(keys) == len(set(keys))


def test_footer_labels_are_short_enough_to_fit() -> None:
    assert all(len(command.footer) <= 8 for command in MEETING_COMMANDS)


def test_every_command_of_the_command_line_is_told_of_and_no_other() -> None:
    text = (README.parent / "docs" / "commands.md").read_text(encoding="utf-8")
    short = README.read_text(encoding="utf-8").partition("## The command line")[2]
    commands = set(cli.list_commands(click.Context(cli)))
    assert set(re.findall(r"`clerk ([a-z-]+)", text)) == commands
    assert set(re.findall(r"`clerk ([a-z-]+)", short)) <= commands
