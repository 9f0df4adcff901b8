"""What the database keeps of minutes as they were confirmed."""

from __future__ import annotations

AS_CONFIRMED = """
-- The meeting as its minutes were confirmed, packed; null for those confirmed before that was kept.
alter table confirmation add column record blob;

-- Which item of that record this is, and which line of that item's minute, from 1; null for what was added since.
alter table item add column confirmed_as integer;
alter table entry add column confirmed_as integer;

-- The item and the line of that record that were amended. The line here may have been destroyed since.
alter table amendment add column confirmed_item integer;
alter table amendment add column confirmed_line integer;
"""
"""The record as its minutes were confirmed, and where what stands now, and each amendment, is in it."""
