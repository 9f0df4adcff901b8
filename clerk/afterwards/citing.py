"""How a line of a minute is cited: "36(ii)", "36 RESOLVED (a)", "36 ACTION"."""

from __future__ import annotations

from clerk import notation
from clerk.notation import Kind


def cited(called: str, numbered: notation.Numbered) -> str:
    """Cite a line of the minute ``called``, its number or nothing."""
    label = notation.label(numbered)
    kind = numbered.line.kind
    if kind is Kind.POINT:
        return called + label
    if kind in notation.DECISIONS and label.startswith("("):
        # The second limb on; "36 (b)" alone could be a point.
        label = f"{kind.value.upper()} {label}"
    return f"{called} {label}".strip()
