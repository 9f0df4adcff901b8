"""On which line of a TOML text each key stands, so that a mistake can be shown to whoever wrote it.

``tomllib`` says what a text holds but not where, and of the libraries that keep a text's form none says it either. So
a text that ``tomllib`` has read is gone through once more here, for its keys alone.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass

Path = tuple[str | int, ...]
"""The way to a value: keys from the top, and places in a list, from 0."""

_TOKENS = re.compile(
    r"""(?P<skipped>[ \t]+|\#[^\n]*)
    |(?P<text>\"\"\"(?:\\.|[^\\])*?\"{3,5}|'''.*?'{3,5}|"(?:\\.|[^"\\\n])*"|'[^'\n]*')
    |(?P<mark>[\[\]{}=,.\n])
    |(?P<bare>[^\s\[\]{}=,.\#"']+)""",
    re.VERBOSE | re.DOTALL,
)
_END = ""


def key_lines(toml: str) -> dict[Path, int]:
    """Return the line, from 1, on which each key and each value of a list first stands.

    ``toml`` must be valid and its lines end in a line feed alone; of a text that is not valid, anything may come out.
    """
    walk = _Walk(list(_tokens(toml)))
    walk.whole()
    return walk.lines


@dataclass(frozen=True)
class _Token:
    kind: str
    text: str
    line: int


def _tokens(toml: str) -> Iterator[_Token]:
    line = 1
    for match in _TOKENS.finditer(toml):
        kind, text = match.lastgroup or "", match[0]
        if kind != "skipped":
            yield _Token(kind, text, line)
        line += text.count("\n")


class _Walk:
    def __init__(self, tokens: list[_Token]) -> None:
        self.lines: dict[Path, int] = {}
        self._tokens = tokens
        self._at = 0

    def whole(self) -> None:
        """Go through tables and pairs from top to end."""
        table: Path = ()
        while self._here().kind:
            if self._here().text == "[":
                self._pass("[")
                table = self._key(())
                self._pass("]")
            elif self._here().kind == "mark":
                self._at += 1
            else:
                self._pair(table)

    def _here(self) -> _Token:
        return self._tokens[self._at] if self._at < len(self._tokens) else _Token(_END, _END, 0)

    def _pass(self, *marks: str) -> None:
        while self._here().kind == "mark" and self._here().text in marks:
            self._at += 1

    def _pair(self, table: Path) -> None:
        path = self._key(table)
        self._pass("=")
        self._value(path)

    def _key(self, table: Path) -> Path:
        """Read a key, dotted or not, and note every part of it."""
        path = table
        while self._here().kind in ("bare", "text"):
            token = self._here()
            path = (*path, _unquoted(token))
            self.lines.setdefault(path, token.line)
            self._at += 1
            self._pass(".")
        return path

    def _value(self, path: Path) -> None:
        opening = self._here().text
        if opening not in ("[", "{"):
            # A number or a date may be of several tokens.
            while self._here().kind and self._here().text not in (",", "]", "}", "\n"):
                self._at += 1
            return
        self._at += 1
        place = 0
        while self._here().kind:
            self._pass(",", "\n")
            if self._here().text in ("]", "}"):
                self._at += 1
                return
            if opening == "{":
                self._pair(path)
            else:
                self.lines.setdefault((*path, place), self._here().line)
                self._value((*path, place))
                place += 1


def _unquoted(token: _Token) -> str:
    return str(tomllib.loads(f"key = {token.text}")["key"]) if token.kind == "text" else token.text
