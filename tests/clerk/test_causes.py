"""Why the system would not do something, as the officer reads it."""

from __future__ import annotations

import errno

import pytest

from clerk.causes import sentence


@pytest.mark.parametrize(
    ("error", "then", "says"),
    [
        (OSError(errno.EIO, "Input/output error", "/home/kl/a.docx"), "", "It was not saved (Input/output error)."),
        (OSError(errno.EIO, "Input/output error"), "try again", "It was not saved (Input/output error); try again."),
        (ValueError("embedded null byte"), "", "It was not saved (embedded null byte)."),
        (OSError("The device is not ready."), "try again", "It was not saved (The device is not ready); try again."),
    ],
)
def test_what_the_system_says_stands_in_brackets_without_its_number_and_path(
    error: Exception, then: str, says: str
) -> None:
    assert sentence("It was not saved", error, then) == says
