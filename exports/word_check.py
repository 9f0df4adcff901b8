"""An accessibility check of any Word file: Microsoft's rules, and what UK guidance asks that they do not see.

Microsoft's rules are those of the Accessibility Checker in Word ("Rules for the Accessibility Checker"). The others
come from the Public Sector Bodies Accessibility Regulations 2018, which ask for WCAG 2.2 AA, and from GOV.UK's
"Publishing accessible documents". Headers and footers are not read out by a screen reader and so are not checked;
footnotes are not checked either.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from exports import word_check_look as look
from exports import word_check_structure as structure
from exports import word_check_words as words
from exports.word_check_text import WordText
from exports.word_package import open_word


class Severity(StrEnum):
    """How much a finding matters, as Microsoft ranks them."""

    ERROR = "error"
    """Some readers cannot read this at all."""
    WARNING = "warning"
    """Some readers will find this hard."""
    TIP = "tip"
    """It can be read and could be better."""


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong, wherever it is."""

    severity: Severity
    """How much it matters."""
    rule: str
    """The rule's name, which stays the same: "alt-text"."""
    message: str
    """One sentence: what is wrong, where it is first found and what to do."""
    places: tuple[str, ...]
    """Every place, by the first words of its paragraph; none when it is about the file as a whole."""


Finder: TypeAlias = Callable[[WordText], Iterable[str]]
"""Says where a rule is broken; an empty text stands for the file as a whole."""


@dataclass(frozen=True)
class _Rule:
    severity: Severity
    name: str
    what: str
    do: str
    find: Finder


_RANK = {severity: rank for rank, severity in enumerate(Severity)}
_E, _W, _T = Severity.ERROR, Severity.WARNING, Severity.TIP
_RULES = (
    _Rule(_E, "title", "The file has no title in its properties", "give it one under File, Info", words.no_title),
    _Rule(_E, "alt-text", "A picture has no alternative text", "say in its Alt Text what it shows", structure.no_alt),
    _Rule(
        *(_W, "alt-text-name", "The alternative text of a picture is only a file's name"),
        *("say what it shows", structure.alt_is_a_file_name),
    ),
    _Rule(
        *(_E, "table-header", "A table has no header row"),
        *("mark its first row with Layout, Repeat Header Rows", structure.no_header_row),
    ),
    _Rule(
        *(_E, "control-title", "A content control has no title"),
        *("give it one under Developer, Properties", structure.untitled_control),
    ),
    _Rule(
        *(_W, "protected", "Editing is restricted, which stops some screen readers"),
        *("stop protection under Review, Restrict Editing", structure.protected),
    ),
    _Rule(
        *(_W, "language", "The text is not marked as in British English, Welsh or another language of the UK"),
        *("set it under Review, Language", words.other_language),
    ),
    _Rule(
        _W,
        "merged-cells",
        "A table has merged cells",
        "split them, so that each row has every column",
        structure.merged,
    ),
    _Rule(_W, "nested-table", "A table stands inside a table", "take it out", structure.nested),
    _Rule(_W, "heading-skipped", "A heading skips a level", "go down one level at a time", structure.skipped),
    _Rule(_W, "no-heading-1", "No heading is a Heading 1", "make the title one", structure.no_title_heading),
    _Rule(
        *(_W, "one-heading-1", "There is a second Heading 1"),
        *("leave that to the title and make the others Heading 2", structure.second_title),
    ),
    _Rule(
        *(_W, "floating", "Something floats beside the text, so it may be read out at the wrong place"),
        *("set it in line with the text", structure.floating),
    ),
    _Rule(_W, "fake-heading", "Bold words stand for a heading", "give them a heading style", look.fake_heading),
    _Rule(_W, "typed-list", "The numbers or bullets of a list are typed", "use Word's own list", words.typed_list),
    _Rule(
        *(_W, "empty-paragraph", "An empty paragraph makes space"),
        *("take it out and set the space in the style", structure.empty),
    ),
    _Rule(_W, "blanks", "Three or more blanks stand in a row", "use a tab stop, an indent or a table", words.blanks),
    _Rule(
        *(_W, "contrast", "The text is too like its background in colour"),
        *("make it black, or darker", look.low_contrast),
    ),
    _Rule(_W, "small-text", "The text is smaller than 12 point", "make it 12 point or more", look.small),
    _Rule(_W, "justified", "The text is justified", "align it left", look.justified),
    _Rule(
        *(_W, "link-text", "A link does not say where it leads"),
        *("let its words be the name of the page", words.empty_link),
    ),
    _Rule(
        *(_W, "draft", "Only the header or a watermark says that this is a draft, and neither is read out"),
        *("say so under the title", words.draft_unsaid),
    ),
    _Rule(_W, "capitals", "Words are all in capitals", "write them in sentence case", look.capitals),
    _Rule(
        _T, "no-headings", "There are no headings", "give the title Heading 1 and each item Heading 2", structure.none
    ),
    _Rule(
        *(_T, "bare-address", "A link shows its address, which is read out letter by letter"),
        *("let its words be the name of the page", words.bare_address),
    ),
    _Rule(_T, "centred", "The text is centred or set to the right", "align it left", look.centred),
)


def check_word(source: Path | bytes, name: str = "") -> tuple[Finding, ...]:
    """Return what is wrong with a Word file (.docx, .dotx, .docm, .dotm), the worst first; nothing is a good sign.

    Args:
        source: the file, or what is in it.
        name: what to call it in errors; a path's own name if not given.

    Raises:
        NotWordError: it cannot be read as a Word file; the message is one sentence.
    """
    text = WordText(open_word(source, name))
    found = [finding for rule in _RULES if (finding := _finding(rule, text))]
    return tuple(sorted(found, key=lambda finding: _RANK[finding.severity]))


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether any finding is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def lines(findings: Iterable[Finding]) -> list[str]:
    """Return the findings as lines to print: "warning: The text is justified at ..."."""
    return [f"{finding.severity}: {finding.message}" for finding in findings]


def as_json(name: str, findings: Iterable[Finding]) -> dict[str, object]:
    """Return the findings on one file as ``clerk check-word --json`` prints them."""
    listed = [
        {"severity": one.severity.value, "rule": one.rule, "message": one.message, "places": list(one.places)}
        for one in findings
    ]
    return {"file": name, "findings": listed}


def _finding(rule: _Rule, text: WordText) -> Finding | None:
    found = list(rule.find(text))
    if not found:
        return None
    places = tuple(place for place in found if place)
    where = (" " if places[0].startswith("after") else " at ") + places[0] if places else ""
    if len(places) > 1:
        where += f" and in {len(places) - 1} other place{'s' if len(places) > 2 else ''}"
    return Finding(rule.severity, rule.name, f"{rule.what}{where}: {rule.do}.", places)
