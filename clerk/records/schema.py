"""The tables as each migration makes them. What has been released is never edited: a later step changes it."""

from __future__ import annotations

THE_RECORD = """
create table body (
    id integer primary key,
    kind text not null,
    noun text not null,
    chair_title text not null,
    quorum integer,
    style text not null
) strict;

-- A body keeps its record when it is renamed; 'since' is the first day of a name, '' for the first name.
create table body_name (
    id integer primary key,
    body_id integer not null references body(id) on delete cascade,
    name text not null,
    folded text not null,
    since text not null default ''
) strict;
create index body_name_by_body on body_name(body_id, since);
create index body_name_by_name on body_name(folded);

create table meeting (
    id integer primary key autoincrement,
    body_id integer not null references body(id),
    date text,
    time text,
    venue text not null default '',
    contact text not null default '',
    note text not null default '',
    state text not null,
    opened text,
    closed text,
    first_minute integer not null default 1
) strict;
-- Newest first, and one without a date before all others, for it wants attention.
create index meeting_newest on meeting(ifnull(date, '9999') desc, id desc);
create index meeting_by_body on meeting(body_id);

create table item (
    id integer primary key,
    meeting_id integer not null references meeting(id) on delete cascade,
    position integer not null,
    agenda_order integer not null,
    agenda_number text not null default '',
    title text not null,
    kind text not null,
    note text not null default '',
    state text not null,
    opened text,
    closed text
) strict;
create index item_by_meeting on item(meeting_id, position, kind);

create table document (
    id integer primary key,
    item_id integer not null references item(id) on delete cascade,
    position integer not null,
    kind text not null,
    title text not null default '',
    presenter text not null default '',
    post text not null default '',
    organisation text not null default '',
    link text not null default ''
) strict;
create index document_by_item on document(item_id, position);

-- A line that is taken out stays, with 'gone' saying when, so that it can be brought back.
create table entry (
    id integer primary key,
    item_id integer not null references item(id) on delete cascade,
    position integer not null,
    line text not null,
    written text,
    changed text,
    gone text
) strict;
create index entry_of_page on entry(item_id, position) where gone is null;
create index entry_gone on entry(item_id) where gone is not null;

create table entry_version (
    id integer primary key,
    entry_id integer not null references entry(id) on delete cascade,
    line text not null,
    written text not null
) strict;
create index entry_version_by_entry on entry_version(entry_id);

create table presence (
    id integer primary key,
    meeting_id integer not null references meeting(id) on delete cascade,
    position integer not null,
    name text not null,
    post text not null default '',
    organisation text not null default '',
    capacity text not null,
    status text not null,
    substitute_for text not null default '',
    remote integer not null default 0,
    chair integer not null default 0,
    initials text not null default ''
) strict;
create index presence_by_meeting on presence(meeting_id, position);

create table declaration (
    id integer primary key,
    meeting_id integer not null references meeting(id) on delete cascade,
    name text not null,
    interest text not null default '',
    nature text not null default '',
    outcome text not null default '',
    made_at integer references item(id) on delete set null,
    made text
) strict;
create index declaration_by_meeting on declaration(meeting_id);
create index declaration_by_item on declaration(made_at);

create table declaration_item (
    id integer primary key,
    declaration_id integer not null references declaration(id) on delete cascade,
    item_id integer not null references item(id) on delete cascade
) strict;
create index declaration_item_by_declaration on declaration_item(declaration_id);
create index declaration_item_by_item on declaration_item(item_id);

create table place (
    meeting_id integer primary key references meeting(id) on delete cascade,
    item_id integer not null references item(id) on delete cascade,
    line integer not null,
    "column" integer not null
) strict;
create index place_by_item on place(item_id);
"""
"""Bodies, meetings, their items and minutes, people and the roll."""

MOVEMENTS_AND_BREAKS = """
alter table item add column reason text not null default '';
alter table item add column deferred_to text not null default '';
alter table item add column urgent_because text not null default '';
alter table item add column taken_with integer references item(id) on delete set null;
create index item_by_taken_with on item(taken_with);

alter table declaration add column dispensation text not null default '';

create table movement (
    id integer primary key,
    meeting_id integer not null references meeting(id) on delete cascade,
    name text not null,
    kind text not null,
    "when" text not null,
    item_id integer references item(id) on delete set null,
    why text not null default '',
    voted integer
) strict;
create index movement_by_meeting on movement(meeting_id, "when", id);
create index movement_by_item on movement(item_id);

create table adjournment (
    id integer primary key,
    meeting_id integer not null references meeting(id) on delete cascade,
    began text not null,
    resumed text,
    item_id integer references item(id) on delete set null,
    why text not null default ''
) strict;
create index adjournment_by_meeting on adjournment(meeting_id, began, id);
create index adjournment_by_item on adjournment(item_id);
"""
"""Who came and went, the meeting's breaks, and what became of an item that was not taken."""

PHRASES = """
create table phrase (
    id integer primary key,
    body_id integer not null references body(id) on delete cascade,
    text text not null
) strict;
create index phrase_by_body on phrase(body_id, id);
"""
"""A body's own phrases."""

OWN_STYLE = """
alter table body add column own_words text not null default '';

create table body_template (
    body_id integer primary key references body(id) on delete cascade,
    name text not null,
    content blob not null,
    width integer not null,
    lists_before integer not null,
    has_header integer not null
) strict;
"""
"""A body's own words in place of its house style's, and its Word template."""

AFTERWARDS = """
-- 'record' is the meeting as it went round, packed; null for a draft that came from a file, which says that it did.
create table circulation (
    id integer primary key,
    meeting_id integer not null references meeting(id) on delete cascade,
    version integer not null,
    sent text not null,
    recipients text not null default '',
    record blob
) strict;
create index circulation_by_meeting on circulation(meeting_id, version);

-- Both meetings are mostly in the database; of one that is not, what a file said of it is kept.
create table amendment (
    id integer primary key,
    meeting_id integer references meeting(id) on delete cascade,
    item_id integer references item(id) on delete set null,
    entry_id integer references entry(id) on delete set null,
    day text,
    exempt integer not null default 0,
    minute text not null,
    old text not null,
    new text not null,
    agreed_at integer references meeting(id) on delete set null,
    agreed_item integer references item(id) on delete set null,
    agreed_day text,
    agreed_minute integer
) strict;
create index amendment_by_meeting on amendment(meeting_id);
create index amendment_by_item on amendment(item_id);
create index amendment_by_entry on amendment(entry_id);
create index amendment_by_agreeing on amendment(agreed_at);
create index amendment_by_agreeing_item on amendment(agreed_item);

create table confirmation (
    meeting_id integer primary key references meeting(id) on delete cascade,
    day text,
    venue text not null default '',
    minute integer,
    signed_by text not null default '',
    item_id integer references item(id) on delete set null
) strict;
create index confirmation_by_item on confirmation(item_id);
"""
"""What became of minutes after the meeting: drafts circulated, amendments agreed later, the confirmation."""

ACTIONS = """
-- The actions of each line, in the order they stand in it; 'place' is null for one its line no longer has. A number
-- once given is never given to another.
create table action (
    id integer primary key autoincrement,
    entry_id integer not null references entry(id) on delete cascade,
    place integer,
    words text not null,
    status text not null default 'open',
    since text,
    note text not null default ''
) strict;
create index action_by_entry on action(entry_id, place);
create index action_open on action(entry_id) where status = 'open' and place is not null;

create table action_change (
    id integer primary key,
    action_id integer not null references action(id) on delete cascade,
    status text not null,
    day text not null,
    note text not null,
    written text not null
) strict;
create index action_change_by_action on action_change(action_id);
"""
"""What is to be done, and what became of it."""

MEMBERSHIPS = """
-- 'since' and 'until' are the first and the last day, null when not known and while it goes on.
create table membership (
    id integer primary key,
    body_id integer not null references body(id) on delete cascade,
    position integer not null,
    name text not null,
    post text not null default '',
    organisation text not null default '',
    capacity text not null,
    initials text not null default '',
    chair integer not null default 0,
    substitute integer not null default 0,
    since text,
    until text
) strict;
create index membership_by_body on membership(body_id, position);
"""
"""Who belongs to a body, from which day to which."""
