"""Sentences that name a key name the key of what they mean; here is what each is meant to do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from screens.commands import MEETING_COMMANDS, spoken

ROOT = Path(__file__).parents[1]
MEANT = {
    "Ctrl+G": "goings",
    "Esc 0": "none_declared",
    "Esc 3": "outcome('stayed')",
    "Esc =": "election",
    "Esc A": "about",
    "Esc C": "confirm",
    "Esc D": "withdraw",
    "Esc E": "copies",
    "Esc F": "check",
    "Esc L": "action_log",
    "Esc M": "amend",
    "Esc P": "phrases",
    "Esc R": "redline",
    "Esc S": "breaks",
    "Esc U": "undo_change",
    "Esc V": "circulate",
    "Esc W": "house_words",
    "Esc X": "exempt",
    "Esc Y": "redo_change",
    "Esc b": "put_back",
    "Esc d": "defer",
    "Esc h": "wordings",
    "Esc j": "take_together",
    "Esc k": "preview",
    "Esc s": "adjourn_or_resume",
    "Esc u": "urgent_item",
    "Esc v": "vote",
    "Esc y": "timeline",
    "Esc z": "order_minute",
    "F12": "open_or_close",
    "F2": "roll",
    "F3": "interests",
    "F4": "usual_words",
}
# A letter after Esc is always a command of the meeting; other keys are in cards and on other screens their own.
_LETTERS, _KEYS = r"\bEsc [A-Za-z0-9*=+](?!\w)", r"\bCtrl\+[A-Z]\b|\bF\d\d?\b"


def told() -> list[tuple[str, str]]:
    """The keys that are told of, each with the file that does."""
    texts = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    code = [path for package in ("clerk", "exports", "screens") for path in (ROOT / package).rglob("*.py")]
    found = set()
    for path in (*texts, *code):
        of_rules = "clerk" in path.relative_to(ROOT).parts
        for key in re.findall(f"{_LETTERS}|{_KEYS}" if of_rules else _LETTERS, path.read_text(encoding="utf-8")):
            found.add((key, path.relative_to(ROOT).as_posix()))
    return sorted(found)


@pytest.mark.parametrize(("key", "where"), told())
def test_a_key_that_is_told_of_does_what_is_meant(key: str, where: str) -> None:
    does = {spoken(command.key): command.action for command in MEETING_COMMANDS if command.key}
    does |= {f"Esc {spoken(command.letter)}": command.action for command in MEETING_COMMANDS if command.letter}
    assert key in MEANT, f"say here what {where} means by it"
    assert does.get(key) == MEANT[key], f"{where} tells of a key that now does something else"
