"""The phrases of a body's house style one by one, and the text of a body's own words as one of them is changed."""

from __future__ import annotations

import ast
import inspect
import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, is_dataclass
from functools import lru_cache
from typing import Any

from clerk.house_style import HouseStyle, StyleError, load, style_of
from clerk.model import Body
from clerk.styling.reading import Kind, Path, kinds, parsed, placed

Value = str | bool | tuple[str, ...]
"""What stands at a key: a phrase, yes or no, or a list of phrases."""

_NOT_WORDS = ("name", "description")


@dataclass(frozen=True)
class Phrase:
    """One phrase of a house style."""

    path: Path
    """Part, key, and the kind of item or document where there is a phrase for each."""
    value: Value
    """As it stands for the body, in the form it has in a file."""
    shipped: Value | None
    """As it stands in the shipped style; None for one that style does not have."""
    kind: Kind
    """What may stand there, and which slots it may use."""
    about: str
    """What it is for."""

    @property
    def changed(self) -> bool:
        """Whether the body has words of its own there."""
        return self.value != self.shipped


def phrases_of(body: Body) -> tuple[Phrase, ...]:
    """Return every phrase of the style a body's minutes are in, part by part in the order of the style."""
    style = style_of(body)
    return tuple(_phrases(style, load(style.name)))


def _phrases(style: HouseStyle, shipped: HouseStyle) -> Iterator[Phrase]:
    for part, about in kinds(HouseStyle).items():
        if part in _NOT_WORDS:
            continue
        mine, theirs = getattr(style, part), getattr(shipped, part)
        said = abouts(about.type)
        for key, kind in kinds(about.type).items():
            now, was = _typed(getattr(mine, key), kind), _typed(getattr(theirs, key), kind)
            if isinstance(now, Mapping):
                for each, value in now.items():
                    yield Phrase((part, key, each), value, was.get(each), Kind(str, kind.slots), said.get(key, ""))
            else:
                yield Phrase((part, key), now, was, kind, said.get(key, ""))


def _typed(value: Any, kind: Kind) -> Any:
    """Put a value back into the form it has in a file, where a brace that prints is typed twice."""
    if kind.slots or isinstance(value, bool):
        return value
    if isinstance(value, Mapping):
        return {key: _typed(each, kind) for key, each in value.items()}
    if isinstance(value, tuple):
        return tuple(_typed(each, kind) for each in value)
    return value.replace("{", "{{").replace("}", "}}")


@lru_cache
def abouts(part: type) -> Mapping[str, str]:
    """Return what each key of a part is for: what stands under it in the source, which travels with the package."""
    try:
        lines = ast.parse(inspect.getsource(part)).body[0]
    except (OSError, TypeError, SyntaxError):
        return {}
    assert isinstance(lines, ast.ClassDef)
    said = {}
    for field, under in zip(lines.body, lines.body[1:], strict=False):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(under, ast.Expr):
            said[field.target.id] = " ".join(str(ast.literal_eval(under.value)).split())
    return said


# --- as TOML ----------------------------------------------------------------------------------------------------------


def as_toml(value: Value) -> str:
    """Write a value as TOML does."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        # A basic string has JSON's escapes, and one character more that must have one.
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")
    return "[\n" + "".join(f"  {as_toml(each)},\n" for each in value) + "]" if value else "[]"


def whole_toml(body: Body) -> str:
    """Return every phrase of a body's style as TOML, each with what it is for and the slots it may use."""
    tables: dict[Path, list[Phrase]] = {}
    for phrase in phrases_of(body):
        tables.setdefault(phrase.path[:1], [])  # a part's own keys stand above those by kind
        tables.setdefault(phrase.path[:-1], []).append(phrase)
    lines = [f"description = {as_toml(style_of(body).description)}"]
    for table, phrases in tables.items():
        lines += ["", f"[{'.'.join(map(_key, table))}]"]
        said = ""
        for phrase in phrases:
            about = " ".join(filter(None, (phrase.about, may_use(phrase.kind))))
            lines += [f"# {about}"] if about != said else []
            lines.append(f"{_key(phrase.path[-1])} = {as_toml(phrase.value)}")
            said = about
    return "\n".join(lines) + "\n"


def may_use(kind: Kind) -> str:
    """Say which slots a phrase may use; nothing for none."""
    return f"May use {', '.join(f'{{{slot}}}' for slot in kind.slots)}." if kind.slots else ""


def keys_listed() -> str:
    """Return every key of a house style as the lines of a TOML comment, a part a line."""
    parts = ((part, kind) for part, kind in kinds(HouseStyle).items() if is_dataclass(kind.type))
    return "".join(f"# [{part}] {', '.join(_with_kinds(kind.type))}\n" for part, kind in parts)


def _with_kinds(part: type) -> Iterator[str]:
    for key, kind in kinds(part).items():
        yield f"{key}.*" if kind.keys else key


def _key(key: str | int) -> str:
    plain = str(key)
    return plain if plain.replace("_", "").replace("-", "").isalnum() and plain.isascii() else as_toml(plain)


# --- one phrase changed -----------------------------------------------------------------------------------------------


def with_phrase(own_words: str, path: Path, value: Value | None) -> str:
    """Return a body's own words with one phrase other than it was; None goes back to the shipped one.

    All else of the text stays as the officer wrote it, comments too. Raises StyleError when the text is no TOML.
    """
    table, problems = parsed(own_words)
    if problems:
        raise StyleError("", placed(problems, own_words))
    _put(table, path, list(value) if isinstance(value, tuple) else value, "#" in own_words)
    return _edited(own_words, path, value, table)


def without_comments(own_words: str) -> str:
    """Return a body's own words with nothing of the officer's remarks on them; nothing of a text that is no TOML."""
    if "#" not in own_words:
        return own_words
    import tomlkit

    return tomlkit.dumps(parsed(own_words)[0])


def _edited(own_words: str, path: Path, value: Value | None, wanted: dict[str, Any]) -> str:
    import tomlkit

    plain = list(value) if isinstance(value, tuple) else value
    try:
        document = tomlkit.parse(own_words)
        _put(document, path, tomlkit.array(as_toml(value)) if isinstance(value, tuple) else plain, "#" in own_words)
        text = tomlkit.dumps(document)
        if tomllib.loads(text) == wanted:
            return text if wanted or text.strip() else ""
    except Exception:
        # Whatever it is that tomlkit stumbles over, the words come before the comments.
        return tomlkit.dumps(wanted)
    return tomlkit.dumps(wanted)


def _put(table: Any, path: Path, value: Any, comments: bool) -> None:
    """Put a value in a table of tables, or take it out; tables then empty go too, unless they may have comments."""
    key, below = path[0], path[1:]
    if not below and value is None:
        table.pop(key, None)
    elif not below:
        table[key] = value
    else:
        if not isinstance(table.get(key), dict):
            if value is None:
                return
            table[key] = {}
        _put(table[key], below, value, comments)
        if not table[key] and not comments:
            del table[key]
