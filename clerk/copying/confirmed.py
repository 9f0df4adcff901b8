"""The copy for signature: confirmed minutes, amended as agreed, with the place for whoever presided to sign.

The person presiding at the meeting that confirms minutes signs them, and they are then received in evidence without
further proof (Local Government Act 1972 Schedule 12 paragraph 41(1)).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from clerk.afterwards.amending import amended, say_minutes
from clerk.afterwards.confirming import places_now, settled
from clerk.afterwards.parts import Confirmation
from clerk.copying import CopyError
from clerk.copying.public import public_minutes
from clerk.drafting import draft, words_for
from clerk.house_style import HouseStyle, fill, style_of
from clerk.importers.reading import UnreadableError
from clerk.language import links
from clerk.minutes import Block, Heading, Minutes, Paragraph, Role, SignOff, Table, plain
from clerk.model import Record
from clerk.terms import MeetingState

_ROOM_TO_SIGN = 42
"""Height of the row to sign in, in points."""


def confirmed_minutes(record: Record, style: HouseStyle | None = None, *, public: bool = False) -> Minutes:
    """Return the minutes as they were confirmed, for signature; or, for the public, what the public may have of them.

    They are made from the record as it was then, where that was kept, with the amendments agreed.

    Raises:
        CopyError: the meeting is not confirmed, what was kept of it cannot be read, or what
            ``clerk.copying.public.public_minutes`` raises.
    """
    style = style or style_of(record.body)
    confirmation = record.afterwards.confirmation
    if record.meeting.state is not MeetingState.CONFIRMED or confirmation is None:
        number = str(record.meeting.id or "N")
        raise CopyError(
            f"The minutes of this meeting ({record.meeting.state}) have not been confirmed yet: Esc C at the meeting"
            f" that confirms them does it, or clerk confirm {number}."
        )
    try:
        confirmed = settled(record)
    except UnreadableError as error:
        raise CopyError(str(error)) from error
    minutes = public_minutes(confirmed, style) if public else draft(confirmed, style)
    unconfirmed = fill(style.opening.status, **words_for(confirmed, style))
    blocks = [block for block in minutes.blocks if not _says(block, unconfirmed)]
    if blocks and isinstance(blocks[-1], SignOff):
        times = replace(blocks[-1], signatory="")
        blocks[-1:] = [times] if times.times or times.date else []
    return replace(minutes, status="", blocks=(*blocks, *_signature(confirmed, confirmation, style)))


def are_confirmed(record: Record) -> bool:
    """Whether the minutes of a meeting are confirmed, and so have a copy for signature."""
    return record.meeting.state is MeetingState.CONFIRMED and record.afterwards.confirmation is not None


def as_it_will_print(record: Record) -> Minutes:
    """Return the minutes as they stand: confirmed and for signature, as amended, or the draft.

    Each block tells of which item it is by that item's position in the record as it is now.
    """
    if not are_confirmed(record):
        return draft(amended(record) if record.afterwards.amendments else record)
    minutes, now = confirmed_minutes(record), places_now(record)
    if not now:
        return minutes
    blocks = (_placed(block, now) for block in minutes.blocks)
    return replace(minutes, blocks=tuple(blocks))


def _placed(block: Block, now: Mapping[int, int]) -> Block:
    return block if isinstance(block, SignOff) else replace(block, item=now.get(block.item, 0))


def _says(block: Block, words: str) -> bool:
    return isinstance(block, Paragraph) and block.role is Role.STATUS and plain(block.runs) == words


def _signature(record: Record, confirmation: Confirmation, style: HouseStyle) -> list[Block]:
    phrases = style.amendments
    said = say_confirmation(record, confirmation, style)
    header = (phrases.signed_by, style.copies.signature, phrases.signed_on)
    by = confirmation.by
    who = fill(style.labels.in_the_chair, name=by) if by else record.body.chair_title
    table = Table(phrases.signature_title, header, ((who, "", ""),), (38, 38, 24), room=_ROOM_TO_SIGN)
    return [Heading(2, phrases.heading), Paragraph(Role.BODY, links.linked(said), keep_next=True), table]


def say_confirmation(record: Record, confirmation: Confirmation, style: HouseStyle) -> str:
    """Say in the words of the house style when and where minutes were confirmed, and what was amended in them."""
    phrases, amendments = style.amendments, record.afterwards.amendments
    meeting = replace(record.meeting, venue=confirmation.venue, date=confirmation.on)
    words = words_for(replace(record, meeting=meeting), style)
    place = {name: words[name] for name in ("the_body", "held")}
    place["minuted"] = fill(phrases.minuted, minute=str(confirmation.minute)) if confirmation.minute else ""
    said = fill(phrases.confirmed, **place)
    if amendments:
        said = fill(phrases.confirmed_amended, minutes=say_minutes(amendments), **place)
    return said
