"""The Word template of each body, kept whole."""

from __future__ import annotations

import sqlite3

from clerk.bodies import LARGEST_TEMPLATE, KeptTemplate
from clerk.language.text import clean_line
from clerk.records.trouble import StoreError

_COLUMNS = "name, content, width, lists_before, has_header"


def load(db: sqlite3.Connection, body_id: int) -> KeptTemplate | None:
    """Return the template of a body; None when it has none of its own."""
    row = db.execute(f"select {_COLUMNS} from body_template where body_id = ?", (body_id,)).fetchone()
    if row is None:
        return None
    name, content, width, lists_before, has_header = row
    return KeptTemplate(name, content, width, lists_before, bool(has_header))


def replace(db: sqlite3.Connection, body_id: int, template: KeptTemplate | None) -> None:
    """Make this the template of a body; None takes it away. Raises ``StoreError`` for one that is too large."""
    if template and len(template.content) > LARGEST_TEMPLATE:
        size = len(template.content) / 1024 / 1024
        raise StoreError(
            f"{template.name} comes to {size:.1f} MB, and Clerk keeps no more than {LARGEST_TEMPLATE // 1024 // 1024};"
            " make the pictures in its header smaller (in Word: Compress Pictures)."
        )
    db.execute("delete from body_template where body_id = ?", (body_id,))
    if template:
        name = clean_line(template.name)
        row = (body_id, name, template.content, template.width, template.lists_before, template.has_header)
        db.execute(f"insert into body_template(body_id, {_COLUMNS}) values (?, ?, ?, ?, ?, ?)", row)
