"""The tables by which minutes are found again, and the log of what was destroyed after confirmation.

The index of words itself (``search_index``, by SQLite's FTS5) is made when it is first needed, for it can be made anew
at any time and not every SQLite can make it. Saving never touches it: what changes is only noted in ``search_pending``,
with the words it stands under in the index, and the index catches up before the next search or when a meeting closes.
So a key's save costs a hundredth of a millisecond more, and can fail by nothing that is the index's matter.
"""

from __future__ import annotations

UNDATED = 5373484
"""The day number (31 December 9999) of a meeting without a date, which counts as the newest of all."""
DAY_AT = 38
"""The bit from which a key in the index holds the day; below are the row and whether it is an item's or a line's."""

DAY = f"ifnull(cast(julianday(meeting.date) as integer), {UNDATED})"
"""SQL for the day number of a meeting."""

KEY_OF_LINE = f"(({DAY} << {DAY_AT}) | entry.id * 2)"
"""SQL for the key of a line: keys are in the order of the meetings' days, so that the newest are found first."""
KEY_OF_ITEM = f"(({DAY} << {DAY_AT}) | (item.id * 2 + 1))"
"""SQL for the key of an item's title and the agenda's words."""
TEXT_OF_ITEM = "item.title || char(10) || item.note"
"""SQL for what is indexed of an item."""


def _lines(where: str) -> str:
    """SQL that notes lines as they stand in the index now."""
    return f"""
    insert into search_pending(what, key, text)
    select entry.id * 2, iif(entry.gone is null, {KEY_OF_LINE}, null), iif(entry.gone is null, entry.line, null)
    from entry join item on item.id = entry.item_id join meeting on meeting.id = item.meeting_id
    where {where} on conflict(what) do nothing;"""


def _items(where: str) -> str:
    """SQL that notes items as they stand in the index now."""
    return f"""
    insert into search_pending(what, key, text)
    select item.id * 2 + 1, {KEY_OF_ITEM}, {TEXT_OF_ITEM}
    from item join meeting on meeting.id = item.meeting_id where {where} on conflict(what) do nothing;"""


# Notes are taken before a change, while everything still stands as it is in the index.
SEARCH = f"""
-- What has changed since the index was brought up to date: 'what' is twice a line's row, or twice an item's and one;
-- 'key' and 'text' are what it stands under in the index, null for what is not in it.
create table search_pending (
    what integer primary key,
    key integer,
    text text
) strict;

create trigger search_line_added after insert on entry begin
    insert into search_pending(what) values (new.id * 2) on conflict(what) do nothing;
end;
create trigger search_line_changed before update of line, gone, item_id on entry
when old.line is not new.line or old.gone is not new.gone or old.item_id <> new.item_id
begin{_lines("entry.id = old.id")}
end;
create trigger search_line_removed before delete on entry begin{_lines("entry.id = old.id")}
end;

create trigger search_item_added after insert on item begin
    insert into search_pending(what) values (new.id * 2 + 1) on conflict(what) do nothing;
end;
create trigger search_item_changed before update of title, note, meeting_id on item
when old.title <> new.title or old.note <> new.note or old.meeting_id <> new.meeting_id
begin{_items("item.id = old.id")}{_lines("item.id = old.id and old.meeting_id <> new.meeting_id")}
end;
create trigger search_item_removed before delete on item begin{_items("item.id = old.id")}{_lines("item.id = old.id")}
end;

create trigger search_meeting_moved before update of date on meeting when old.date is not new.date
begin{_items("meeting.id = old.id")}{_lines("meeting.id = old.id")}
end;
create trigger search_meeting_removed before delete on meeting
begin{_items("meeting.id = old.id")}{_lines("meeting.id = old.id")}
end;

-- What there is already comes into the index as if it had just been added.
insert into search_pending(what) select id * 2 from entry union all select id * 2 + 1 from item;

-- That the working papers of a meeting were destroyed, when, and how many of each.
create table tidied (
    id integer primary key,
    meeting_id integer not null references meeting(id) on delete cascade,
    moment text not null,
    notes integer not null,
    taken_out integer not null,
    wordings integer not null,
    drafts integer not null
) strict;
create index tidied_by_meeting on tidied(meeting_id);
"""
"""What has still to be indexed for searching, and the log of working papers destroyed."""
