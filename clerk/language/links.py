"""Text into runs: web and e-mail addresses become links, and not a character of the text changes."""

from __future__ import annotations

import re

from clerk.minutes import Run

_ADDRESS = re.compile(
    # The part before "@" is at most 64 characters (RFC 5321), which also keeps a very long line quick to search.
    r"https?://[^\s<>\"“”]+|\bwww\.[^\s<>\"“”]+|\b[\w.+'-]{1,64}@[\w-]+(?:\.[\w-]+)+",
    re.IGNORECASE,
)
_AFTER = ".,;:!?'’\"*"
_PAIRS = {")": "(", "]": "[", "}": "{"}


def linked(text: str, bold: bool = False) -> tuple[Run, ...]:
    """Return ``text`` as runs; joined together they give ``text`` again."""
    runs: list[Run] = []
    done = 0
    for match in _ADDRESS.finditer(text):
        address = _without_closing(match[0])
        if not _is_whole(address):
            continue
        if match.start() > done:
            runs.append(Run(text[done : match.start()], bold))
        runs.append(Run(address, bold, _target(address)))
        done = match.start() + len(address)
    if done < len(text):
        runs.append(Run(text[done:], bold))
    return tuple(runs)


def _without_closing(address: str) -> str:
    """Leave out the stop or bracket of the sentence around an address; a bracket opened within it stays."""
    while address:
        last = address[-1]
        if last in _AFTER or (last in _PAIRS and address.count(last) > address.count(_PAIRS[last])):
            address = address[:-1]
        else:
            break
    return address


def _is_whole(address: str) -> bool:
    return bool(re.search(r"//[^/]|^www\.[\w-]|@[\w-]+\.\w", address, re.IGNORECASE))


def _target(address: str) -> str:
    if re.match(r"https?://", address, re.IGNORECASE):
        return address
    return f"https://{address}" if address.lower().startswith("www.") else f"mailto:{address}"
