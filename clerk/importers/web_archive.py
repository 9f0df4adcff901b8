"""A web page saved as a single file (.mht, .mhtml), as Edge and Chrome save it: a letter with the page as its part."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from clerk.importers.decoding import Decoded, decode
from clerk.importers.reading import UnreadableError

if TYPE_CHECKING:
    from email.message import EmailMessage

SAVED_AS = "saved as a single file"
"""How a page in such a file is told of."""

_HEADERS = re.compile(rb"\A\s*(?:[A-Za-z-]{2,40}:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n){1,40}\r?\n")
_SORT = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_MOST_PARTS = 2_000
"""Parts of a page: its pictures and style sheets are some tens."""


def is_web_archive(data: bytes) -> bool:
    """Whether a file is a page saved as a single file, by the headers it begins with."""
    headers = _HEADERS.match(data[:20_000])
    return headers is not None and bool(_SORT.search(headers[0]))


def page_in(data: bytes) -> Decoded:
    """Return the text of the page. Raises UnreadableError when there is none inside."""
    # Loaded here, so that commands that read no such page do not wait for it.
    from email import policy
    from email.parser import BytesParser

    boundary = re.search(rb"boundary=\"?([^\"\r\n;]{1,200})", data[:20_000])
    if boundary and data.count(b"--" + boundary[1]) > _MOST_PARTS:
        raise UnreadableError("This web page saved as a single file has thousands of parts; it was not read.")
    try:
        message = BytesParser(policy=policy.default).parsebytes(data)
        return decode(_html(message))
    except (LookupError, ValueError, RecursionError, AttributeError, TypeError) as error:
        raise UnreadableError("This web page saved as a single file is damaged; save it again as HTML only.") from error


def _html(message: EmailMessage) -> bytes:
    for part in message.walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes) and payload.strip():
                charset = part.get_content_charset() or "utf-8"
                return payload if charset in ("utf-8", "utf8") else payload.decode(charset, "replace").encode()
    raise UnreadableError("This web page saved as a single file holds no page; save it again as HTML only.")
