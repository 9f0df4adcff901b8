"""Every command of the app, once: its keys, its words in the footer, the palette, F1 and the README's key table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from textual.binding import Binding


@dataclass(frozen=True)
class Command:
    """Something an officer can ask the app to do."""

    action: str
    """The screen's action method, with its argument: ``next_item``, ``make('point')``."""
    key: str
    """The key that does it while typing; empty for one that only the letter and the palette reach."""
    letter: str
    """The single key that does it when the agenda has the focus; empty for none."""
    footer: str
    """At most eight characters; empty to stay out of the footer."""
    title: str
    """In the palette."""
    help: str
    """In F1, a sentence."""
    group: str
    """The heading it stands under in F1."""
    editing: bool = True
    """Whether it changes the record, and so is refused on a meeting opened to read."""

    @property
    def id(self) -> str:
        """A stable name: the action without quotes and brackets."""
        return self.action.replace("('", "-").replace("')", "")


_MINUTE = "The minute"
_BUSINESS = "The business"
_PEOPLE = "Who is there"
_FILE = "Files and Clerk"

MEETING_COMMANDS: tuple[Command, ...] = (
    Command("help", "f1", "question_mark", "Help", "Help", "Show every key on one page.", _FILE, False),
    Command(
        "roll", "f2", "a", "Roll", "Roll: who is present", "Tick who is present, absent or sent apologies.", _PEOPLE
    ),
    Command(
        "interests",
        "f3",
        "i",
        "Interest",
        "Declare an interest",
        "Record an interest, or that none is declared.",
        _PEOPLE,
    ),
    Command(
        "usual_words", "f4", "w", "Usual", "Usual words for this item", "Put in the usual words for this item.", _MINUTE
    ),
    Command(
        "take_item",
        "f5",
        "t",
        "Take",
        "Take this item now",
        "Take the item on the screen now, whatever its turn.",
        _BUSINESS,
    ),
    Command(
        "go_to",
        "f6",
        "g",
        "Go to",
        "Go to an item",
        "Go to any item by its number or a word of its title.",
        _BUSINESS,
        False,
    ),
    Command("previous_item", "f7", "p", "Back", "Previous item", "Look at the item before.", _BUSINESS, False),
    Command(
        "next_item",
        "f8",
        "n",
        "Next",
        "Next item",
        "Go on to the next item; in session this takes it.",
        _BUSINESS,
        False,
    ),
    Command(
        "export",
        "f9",
        "e",
        "Word",
        "Export draft minutes as Word",
        "Write the draft minutes as a Word file.",
        _FILE,
        False,
    ),
    Command(
        "open_or_close",
        "f12",
        "o",
        "Open",
        "Open or close the meeting",
        "Stamp when the meeting begins and ends.",
        _BUSINESS,
    ),
    Command(
        "decide",
        "ctrl+r",
        "r",
        "Resolve",
        "Resolution",
        "Make the line a resolution; on an empty line put the usual one.",
        _MINUTE,
    ),
    Command(
        "make('action')",
        "ctrl+t",
        "x",
        "Action",
        "Action",
        "Make the line an action: owners, a colon, what, by when.",
        _MINUTE,
    ),
    Command("make('point')", "ctrl+l", "l", "Point", "Numbered point", "Make the line a point (i), (ii) ...", _MINUTE),
    Command("make('query')", "ctrl+o", "q", "Query", "Query", "Note something to find out; it never prints.", _MINUTE),
    Command(
        "make('private note')",
        "ctrl+n",
        "",
        "Note",
        "Private note",
        "Make the line a private note; it never prints.",
        _MINUTE,
    ),
    Command("make('sub-heading')", "", "", "", "Sub-heading", "Make the line a sub-heading.", _MINUTE),
    Command("make('quotation')", "", "", "", "Quotation", "Indent the line as replacement wording.", _MINUTE),
    Command("make('recommended')", "", "", "", "Recommendation", "Make the line a recommendation.", _MINUTE),
    Command("make('motion')", "", "", "", "Motion", "Make the line a motion.", _MINUTE),
    Command("make('amendment')", "", "", "", "Amendment", "Make the line an amendment.", _MINUTE),
    Command(
        "make('vote')", "", "", "", "Vote", "Make the line a vote: agreed, or figures for-against-abstained.", _MINUTE
    ),
    Command(
        "make('post-meeting note')",
        "",
        "",
        "",
        "Post-meeting note",
        "Make the line a note added after the meeting.",
        _MINUTE,
    ),
    Command("none_declared", "", "0", "", "No interests declared", "Record that nobody declared an interest.", _PEOPLE),
    Command(
        "put_back", "", "b", "", "Put this item back", "Undo the taking of an item nothing was minuted in.", _BUSINESS
    ),
    Command("save", "ctrl+s", "", "", "Save now", "Everything is saved as you type; this is for peace of mind.", _FILE),
    Command(
        "leave",
        "escape",
        "",
        "Keys",
        "Agenda, single keys",
        "Move between the minute and the agenda, where single keys work.",
        _FILE,
        False,
    ),
    Command("meetings", "", "m", "", "All meetings", "Leave this meeting for the list of all meetings.", _FILE, False),
)

MEETINGS_COMMANDS: tuple[Command, ...] = (
    Command("help", "f1", "question_mark", "Help", "Help", "Show every key on one page.", _FILE, False),
    Command(
        "import_agenda",
        "f2",
        "i",
        "Import",
        "Import an agenda",
        "Read an agenda or a Clerk file into a new meeting.",
        _FILE,
    ),
    Command("app.quit", "ctrl+q", "", "Quit", "Leave Clerk", "Leave Clerk; everything is saved.", _FILE, False),
)

EDITING_KEYS: tuple[tuple[str, str], ...] = (
    ("Enter", "New line; the next point; after an empty one, prose."),
    ("Tab / Shift+Tab", "Paragraph, point, sub-point, and back."),
    ("Ctrl+Z / Ctrl+Y", "Undo and redo."),
    ("Ctrl+Left / Right", "Move by words."),
    ("Ctrl+W / Ctrl+Backspace", "Delete the word before the cursor."),
    ("Shift+arrows", "Select; Ctrl+C and Ctrl+X copy and cut."),
    ("Ctrl+P", "The palette: every command by name."),
    ("Ctrl+Q", "Leave Clerk; everything is saved."),
)
"""Keys of the page itself, for F1."""


def bindings(commands: Iterable[Command]) -> list[Binding]:
    """Make the screen's bindings: the chord works while typing, the letter when the agenda has the focus."""
    made: list[Binding] = []
    for command in commands:
        keys = ",".join(key for key in (command.key, command.letter) if key)
        if keys:
            made.append(Binding(keys, command.action, command.title, show=False, id=command.id))
    return made


def spoken(key: str) -> str:
    """Say a key as keyboards do: ``ctrl+r`` is "Ctrl+R"; no key is said as nothing."""
    names = {"escape": "Esc", "question_mark": "?"}
    if len(key) <= 1:
        return key
    return names.get(key) or "+".join(part.capitalize() for part in key.split("+"))


def short(key: str) -> str:
    """Say a key in the footer's few cells: ``ctrl+r`` is "^R"."""
    return spoken(key).replace("Ctrl+", "^")
