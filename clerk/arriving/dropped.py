"""The path of a file as it comes from a file manager: dragged into the terminal, copied as a path or as an address."""

from __future__ import annotations

import os
import re
from pathlib import Path

_QUOTES = (('"', '"'), ("'", "'"), ("“", "”"), ("‘", "’"))


def path_of(answer: str, *, windows: bool = os.name == "nt") -> Path:
    r"""Return the file that is meant by what was typed, dragged or pasted.

    Takes off quotes (and the ``&`` that PowerShell puts before them), reads ``file://`` addresses and ``~``, and takes
    back the ``\`` that terminals other than Windows' put before spaces and brackets. Raises RuntimeError or ValueError
    for a home folder or an address that there is not.
    """
    text = answer.strip().removeprefix("& ").strip()
    quoted = next(((start, end) for start, end in _QUOTES if text[:1] == start and text[-1:] == end), None)
    if quoted and len(text) > 1:
        text = text[1:-1]
    elif text.casefold().startswith("file:"):
        return Path(_of_address(text, windows=windows))
    elif not windows and not Path(text).expanduser().exists():
        text = re.sub(r"\\(.)", r"\1", text)
    if text.casefold().startswith("file:"):
        return Path(_of_address(text, windows=windows))
    return Path(text).expanduser()


def _of_address(text: str, *, windows: bool) -> str:
    from urllib.parse import unquote, urlsplit

    parts = urlsplit(text)
    path = unquote(parts.path)
    if not windows:
        return path
    if parts.netloc not in ("", "localhost"):
        return f"\\\\{parts.netloc}{path}".replace("/", "\\")
    return re.sub(r"^/(?=[A-Za-z]:)", "", path).replace("/", "\\")
