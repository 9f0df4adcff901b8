"""Every command of the app, once: its keys, its words in the footer, the palette, F1 and the README's key table."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from textual.binding import Binding


class Command(NamedTuple):
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
    """What it does, in the palette, in F1 and in the README."""
    group: str = ""
    """The heading it stands under in F1."""
    editing: bool = True
    """Whether it changes the record: refused to read only, and asked about first when minutes are confirmed."""

    @property
    def brief(self) -> str:
        """The title up to what it goes on to explain."""
        return re.split(r"[;:(,]", self.title)[0].strip()

    @property
    def id(self) -> str:
        """A stable name: the action without quotes and brackets."""
        return self.action.replace("('", "-").replace("')", "")


_MINUTE = "The minute"
_BUSINESS = "The business"
_PEOPLE = "Who is there"
_WAY = "Finding one's way"
_FILE = "Files and Clerk"

MEETING_COMMANDS: tuple[Command, ...] = (
    Command("help", "f1", "question_mark", "Help", "Show every key", _FILE, False),
    Command("roll", "f2", "a", "Roll", "Call the roll: present, absent, apologies", _PEOPLE),
    Command("interests", "f3", "i", "Interest", "Declare an interest", _PEOPLE),
    Command("usual_words", "f4", "w", "Usual", "Usual words: put them in for this item", _MINUTE),
    Command("take_item", "f5", "t", "Take", "Take this item now, whatever its turn", _BUSINESS),
    Command("go_to", "f6", "g", "Go to", "Go to an item: by number or title", _WAY, False),
    Command("previous_item", "f7", "p", "Back", "Look at the item before", _BUSINESS, False),
    Command("next_item", "f8", "n", "Next", "Go on; in session this takes the next item", _BUSINESS, False),
    Command("export", "f9", "e", "Word", "Word: write the draft minutes", _FILE, False),
    Command("open_or_close", "f12", "o", "Open", "Open or close the meeting", _BUSINESS),
    Command("decide", "ctrl+r", "r", "Resolve", "Resolution; on an empty line the usual one", _MINUTE),
    Command("make('action')", "ctrl+t", "x", "Action", "Action; on selected words, mark them as one", _MINUTE),
    Command("make('point')", "ctrl+l", "l", "Point", "Numbered point", _MINUTE),
    Command("goings", "ctrl+g", "c", "Goings", "Comings and goings: arrive, leave, take the Chair", _PEOPLE),
    Command("find", "ctrl+f", "f", "Find", "Find words: anywhere in the meeting", _WAY, False),
    Command("preview", "ctrl+b", "k", "Preview", "Preview: the minutes as they will print", _WAY, False),
    Command("make('query')", "ctrl+o", "q", "Query", "Query: something to find out; never prints", _MINUTE),
    Command("make('private note')", "ctrl+n", "", "Note", "Private note; never prints", _MINUTE),
    Command("vote", "", "v", "Vote", "Take a vote: agreed, by figures or by name", _MINUTE),
    Command("make('sub-heading')", "", "", "", "Sub-heading", _MINUTE),
    Command("make('quotation')", "", "", "", "Quotation: indented, for replacement wording", _MINUTE),
    Command("make('recommended')", "", "", "", "Recommendation to another body", _MINUTE),
    Command("make('motion')", "", "", "", "Motion", _MINUTE),
    Command("make('amendment')", "", "", "", "Amendment", _MINUTE),
    Command("make('post-meeting note')", "", "", "", "Note added after the meeting", _MINUTE),
    Command("make('public summary')", "", "", "", "Public summary of an exempt item", _MINUTE),
    Command("resolve_together", "", "*", "Same", "Same resolution elsewhere: in other items too", _MINUTE),
    Command("election", "", "=", "Election", "Election: put in its minute", _PEOPLE),
    Command("none_declared", "", "0", "None", "Nobody declared an interest", _PEOPLE),
    Command("outcome('left')", "", "1", "Left", "Left: who declared in this item", _PEOPLE),
    Command("outcome('spoke then left')", "", "2", "Spoke", "Spoke then left: who declared in it", _PEOPLE),
    Command("outcome('stayed')", "", "3", "Stayed", "Stayed: who declared in it", _PEOPLE),
    Command("defer", "", "d", "Defer", "Defer this item", _BUSINESS),
    Command("withdraw", "", "D", "Withdraw", "Withdrawn: minute that this item was", _BUSINESS),
    Command("urgent_item", "", "u", "Urgent", "Urgent item: not on the agenda", _BUSINESS),
    Command("take_together", "", "j", "Joined", "Joined: discussed together with another", _BUSINESS),
    Command("order_minute", "", "z", "Order", "Order changed: minute that it was", _BUSINESS),
    Command("put_back", "", "b", "Put back", "Put back: this item is to come after all", _BUSINESS),
    Command("undo_change", "", "U", "Undo", "Undo a change to the record; the last one first", _BUSINESS),
    Command("redo_change", "", "Y", "Redo", "Redo a change to the record; one that was undone", _BUSINESS),
    Command("adjourn_or_resume", "", "s", "Suspend", "Suspend for a break, or resume", _BUSINESS),
    Command("breaks", "", "S", "Breaks", "Set a break right: its times, or take it out", _BUSINESS),
    Command("extend", "", "+", "Extend", "Go on past the time limit", _BUSINESS),
    Command("timeline", "", "y", "Timeline", "Timeline: what was written when", _WAY, False),
    Command("wordings", "", "h", "History", "History: earlier wordings, lines taken out", _WAY),
    Command("copies", "", "E", "Copies", "Other copies: decisions, actions, public minutes", _FILE, False),
    Command("action_log", "", "L", "Log", "Log of actions still open; earlier meetings' too", _MINUTE, False),
    Command("circulate", "", "V", "Version", "Version to circulate: write the draft, keep it", _FILE),
    Command("redline", "", "R", "Redline", "Redline: what changed since a draft went round", _FILE, False),
    Command("amend", "", "M", "Amend", "Amend the minutes of an earlier meeting", _BUSINESS),
    Command("confirm", "", "C", "Confirm", "Confirm the minutes of the meeting before", _BUSINESS),
    Command("check", "", "F", "Findings", "Findings: what to look at before these go round", _FILE, False),
    Command("exempt", "", "X", "Exempt", "Exempt: keep this item from the public", _BUSINESS),
    Command("phrases", "", "P", "Phrases", "Phrases of this body, offered as you type", _MINUTE),
    Command("house_words", "", "W", "Wording", "Wording: the set words minutes are put in; change any", _MINUTE),
    Command("about", "", "A", "About", "About: quorum, Chair's title, first minute, style", _FILE),
    Command("save", "ctrl+s", "", "", "Save now (it is saved as you type)", _FILE),
    Command("leave", "escape", "", "Keys", "Command by letter, or the agenda; again, the minute", _WAY, False),
    Command("meetings", "", "m", "Meetings", "All meetings", _FILE, False),
)

MEETINGS_COMMANDS: tuple[Command, ...] = (
    Command("help", "f1", "question_mark", "Help", "Show every key", _FILE, False),
    Command("import_agenda", "f2", "i", "Import", "Import a file: an agenda, or what Clerk wrote", _FILE),
    Command("import_pasted", "f3", "v", "Paste", "Import what you paste: an agenda's own text", _FILE),
    Command("search", "ctrl+f", "/", "Search", "Search all minutes, the newest first", _WAY, False),
    Command("app.quit", "ctrl+q", "", "Quit", "Leave Clerk; everything is saved", _FILE, False),
)

_FIX = "Putting it right"

REVIEW_COMMANDS: tuple[Command, ...] = (
    Command("help", "f1", "question_mark", "Help", "Show every key", _FILE, False),
    Command("accept", "f9", "enter", "Accept", "Accept: add the meeting, or bring it up to date", _FILE),
    Command("next_doubt", "f8", "n", "Next", "Next place to look at; they are marked ?", _WAY, False),
    Command("previous_doubt", "f7", "p", "Before", "The place to look at before", _WAY, False),
    Command("join", "", "j", "Join", "Join to the item above, as a line of it", _FIX),
    Command("split", "", "s", "Split", "Split off as an item, with the lines below", _FIX),
    Command("heading", "", "h", "Heading", "Make a heading, or business again", _FIX),
    Command("renumber", "", "r", "Number", "Type this item's number", _FIX),
    Command("number_on", "", "R", "On", "Number on from here, all items below", _FIX),
    Command("edit", "", "e", "Edit", "Edit the words of this row", _FIX),
    Command("minute", "", "m", "Minute", "Minute begins here; on a minute, the note ends", _FIX),
    Command("drop", "", "d", "Drop", "Drop this line; it is page furniture", _FIX),
    Command("put_back", "", "b", "Back", "Put back; this line was left out wrongly", _FIX),
    Command("seen", "", "x", "Seen", "Seen; what is marked ? here is in order", _FIX),
    Command("about", "", "a", "About", "About the meeting, not the item", _FIX),
    Command("undo", "ctrl+z", "u", "Undo", "Undo the last fix", _FIX),
    Command("redo", "ctrl+y", "y", "Redo", "Redo it", _FIX),
    Command("file", "f6", "f", "File", "More of the file, none of it, or as it was", _WAY, False),
    Command("leave", "escape", "", "Leave", "Leave, adding nothing", _FILE, False),
)

EDITING_KEYS: tuple[tuple[str, str], ...] = (
    ("Enter", "Next line or point; after an empty one, prose"),
    ("Tab, Shift+Tab", "Take the words offered; indent, outdent"),
    ("Right, Ctrl+Right", "Take the words offered; one word of them"),
    ("Alt+Right", "One word of them, where a Mac keeps Ctrl+Right"),
    ("Ctrl+Z, Ctrl+Y", "Undo, redo"),
    ("Ctrl+W", "Delete the word before"),
    ("Shift+arrows", "Select; Ctrl+X cuts, Ctrl+C copies"),
    ("Ctrl+P", "The palette: every command by name"),
    ("Ctrl+Q", "Leave Clerk; everything is saved"),
    ("fn+F1 to fn+F12", "The F keys of a Mac; Esc and the letter as well"),
    ("Shift+mouse", "The terminal's own selection (Mac: fn or Option)"),
)
"""Keys of the page itself, for F1."""

SINGLE_KEYS = (
    "Esc and a letter is one command; then what you type is text again. "
    "To give several, move in the agenda first: after Esc and an arrow, letters are commands until Esc or Enter. "
    "A character that is no command is typed on the page."
)
"""The rule of when letters are text and when they are commands, as F1 and the README tell it."""
ONE_COMMAND = "COMMAND: press a letter"
MANY_COMMANDS = "COMMANDS: letters do things"
"""What stands at the foot while it is so."""


def bindings(commands: Iterable[Command]) -> list[Binding]:
    """Make the screen's bindings: the chord works while typing, the letter when the agenda has the focus."""
    made: list[Binding] = []
    for command in commands:
        keys = ",".join(_LONG.get(key, key) for key in (command.key, command.letter) if key)
        if keys:
            made.append(Binding(keys, command.action, command.title, show=False, id=command.id))
    return made


_LONG = {"*": "asterisk", "=": "equals_sign", "+": "plus", "/": "slash"}


def spoken(key: str) -> str:
    """Say a key as keyboards do: ``ctrl+r`` is "Ctrl+R"; no key is said as nothing."""
    names = {"escape": "Esc", "question_mark": "?"}
    if len(key) <= 1:
        return key
    return names.get(key) or "+".join(part.capitalize() for part in key.split("+"))


def short(key: str) -> str:
    """Say a key in the footer's few cells: ``ctrl+r`` is "^R"."""
    return spoken(key).replace("Ctrl+", "^")
