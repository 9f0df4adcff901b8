"""The part of a house style for what becomes of minutes after the meeting: circulated, amended, confirmed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from clerk.styling.parts import Slots


@dataclass(frozen=True)
class Amendments:
    """How drafts are told apart, earlier minutes amended, and minutes confirmed and signed.

    ``{confirmed}`` is the sentence that the earlier minutes were confirmed, without its full stop; ``{minute}`` is how
    a minute is cited, "24(ii)".
    """

    draft: Annotated[str, Slots("version", "date")]
    """Under the title of the second draft circulated and of those after it."""
    subject_to: Annotated[str, Slots("confirmed", "minute")]
    """The earlier minutes were confirmed as amended; the new words follow."""
    further: Annotated[str, Slots("minute")]
    """Each further amendment; the new words follow."""
    subject_to_out: Annotated[str, Slots("confirmed", "minute")]
    """The earlier minutes were confirmed with a line taken out; its words follow."""
    further_out: Annotated[str, Slots("minute")]
    """Each further line taken out; its words follow."""
    subject_to_in: Annotated[str, Slots("confirmed", "minute")]
    """The earlier minutes were confirmed with a line put in after one; the new words follow."""
    further_in: Annotated[str, Slots("minute")]
    """Each further line put in; the new words follow."""
    subject_to_exempt: Annotated[str, Slots("confirmed", "minute")]
    """The earlier minutes were confirmed with an exempt minute amended, whose words are not for the public."""
    further_exempt: Annotated[str, Slots("minute")]
    """Each further amendment of an exempt minute."""
    words: Annotated[str, Slots("words")]
    """The new words of a minute, or those taken out of it."""
    confirmed: Annotated[str, Slots("the_body", "held", "minuted")]
    """On the copy for signature; where and when the confirming meeting was held bring their own space."""
    confirmed_amended: Annotated[str, Slots("the_body", "held", "minuted", "minutes")]
    """The same for minutes that were amended, with which."""
    minuted: Annotated[str, Slots("minute")]
    """Which minute of that meeting says so, in these; it brings its own space."""
    heading: str
    """Heads the place to sign."""
    signature_title: str
    """What the table to sign in is, for those who cannot see it."""
    signed_by: str
    """Column: who signs."""
    signed_on: str
    """Column: room for the date."""
