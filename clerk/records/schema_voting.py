"""What the database keeps of who votes on some business only."""

from __future__ import annotations

VOTING = """
-- Whether the person votes on some items only.
alter table presence add column some_votes integer not null default 0;
alter table membership add column some_votes integer not null default 0;

-- The items on which such a person votes; of anybody else, the items on which they do not.
create table presence_item (
    id integer primary key,
    presence_id integer not null references presence(id) on delete cascade,
    item_id integer not null references item(id) on delete cascade
) strict;
create index presence_item_by_presence on presence_item(presence_id);
create index presence_item_by_item on presence_item(item_id);
"""
"""On which items each person on the roll has a vote."""
