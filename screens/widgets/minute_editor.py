"""The page an item's minute is typed on: plain text, with what each line will print as beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import events
from textual.binding import Binding, BindingType
from textual.document._document import EditResult, Location, Selection
from textual.document._edit import Edit
from textual.document._history import EditHistory
from textual.widgets import TextArea

from clerk import notation
from clerk.language.text import clean
from clerk.notation import Kind
from screens.widgets.ghost_area import GhostArea

if TYPE_CHECKING:
    from screens.wordings import Restored

_TAKEN = ("f6", "f7", "right", "ctrl+right")
_ENDS_OF_PREFIXES = (":", " ")
_BY_PREFIX = frozenset(notation.PREFIXES)
_MARKABLE = (Kind.PARAGRAPH, Kind.POINT, Kind.SUBPOINT, *notation.DECISIONS)
_DECIDING = (Kind.RESOLVED, Kind.RECOMMENDED, Kind.VOTE)
_INDENTS = (Kind.PARAGRAPH, Kind.POINT, Kind.SUBPOINT)


class Kept(NamedTuple):
    """A page put aside, with everything needed to take it up again."""

    text: str
    """The page."""
    history: EditHistory
    """What can be undone on it."""


# F6 and F7 select in a stock text area; here they go to another item. The arrows also take ghost text.
_OWN_BINDINGS = [binding for binding in TextArea.BINDINGS if isinstance(binding, Binding) and binding.key not in _TAKEN]


class MinuteEditor(GhostArea, inherit_bindings=False):
    """A page of notation as an officer types it. Posts ``TextArea.Changed`` like any text area."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *_OWN_BINDINGS,
        *GhostArea.BINDINGS,
        Binding("tab", "take_or_indent", "Take what is offered, or indent", show=False),
        Binding("shift+tab", "indent(-1)", "Outdent", show=False),
        Binding("ctrl+home", "to_end_of_page(0)", show=False),
        Binding("ctrl+end", "to_end_of_page(1)", show=False),
        Binding("ctrl+shift+home", "to_end_of_page(0, True)", show=False),
        Binding("ctrl+shift+end", "to_end_of_page(1, True)", show=False),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        self._offered: Selection | None = None
        self._past_vote: Selection | None = None
        super().__init__(id=id)

    # --- typing -------------------------------------------------------------------------------------------------

    async def _on_key(self, event: events.Key) -> None:
        is_enter = event.key == "enter"
        begun = (is_enter or event.is_printable) and self._begins_below_a_vote()
        self._past_vote = None
        if is_enter and not self.read_only:
            event.stop()
            event.prevent_default()
            self._restart_blink()
            if begun:
                return
            if self.selection == self._offered:
                # Enter takes the words offered; any other key that types replaces them.
                self.move_cursor(self.selection.end)
            self._enter()

    def edit(self, edit: Edit) -> EditResult:
        """Do an edit. A prefix typed at the start of a point takes the place of the point's own."""
        result = super().edit(edit)
        if edit.text in _ENDS_OF_PREFIXES and edit.top == edit.bottom:
            self._let_prefix_win(edit.top[0])
        return result

    def _let_prefix_win(self, row: int) -> None:
        text = self.document[row]
        line = notation.parse(text)
        inner = notation.parse(line.text)
        if line.kind in notation.LISTS and inner.kind in _BY_PREFIX and not inner.text.strip():
            self._edit_whole((row, 0), (row, len(text)), line.text)

    def _enter(self) -> None:
        """Start a new line: of the same kind in a list, plain after an empty one, which is thereby ended."""
        row, column = self.cursor_location
        text = self.document[row]
        line = notation.parse(text)
        if self.selection.is_empty and line.kind in notation.LISTS and not line.text.strip():
            self._replace_via_keyboard("", (row, 0), (row, len(text)))
            return
        in_words = column >= line.start
        prefix = notation.PREFIXES[line.kind] if line.kind in notation.LISTS and in_words else ""
        self._replace_via_keyboard("\n" + prefix, *self.selection)

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        if not self.read_only:
            self._begins_below_a_vote()
            self.put(clean(event.text))

    def _begins_below_a_vote(self) -> bool:
        """Whether the cursor is where a vote put it, then on a line below: what is typed on is no word of the vote."""
        if self.read_only or self.selection != self._past_vote:
            return False
        if self.document[self.cursor_location[0]]:
            self._replace_via_keyboard("\n", *self.selection)
        return True

    def put(self, text: str) -> None:
        """Insert ``text`` at the cursor, in place of what is selected; one undo takes it back.

        Lines with a prefix of their own take the place of one that Enter put there.
        """
        row = self.cursor_location[0]
        if self.selection.is_empty and _is_bare(self.document[row]) and notation.parse(text).kind in _BY_PREFIX:
            self.move_cursor((row, 0))
            self.selection = Selection((row, 0), (row, len(self.document[row])))
        result = self._replace_via_keyboard(text, *self.selection)
        if result:
            self.move_cursor(result.end_location)

    def action_take_or_indent(self) -> None:
        """Take the ghost text; where none is shown, indent."""
        if not self.take_ghost():
            self.action_indent(1)

    def action_to_end_of_page(self, bottom: int, select: bool = False) -> None:
        """Go to the top or the bottom of the page, as in Word; a stock text area has no key for that."""
        self.move_cursor(self.document.end if bottom else (0, 0), select=select)

    def action_indent(self, step: int) -> None:
        """Move the lines selected along paragraph, point, sub-point; other kinds stay."""
        kind = notation.parse(self.document[self.cursor_location[0]]).kind
        now = Kind.PARAGRAPH if kind is Kind.BLANK else kind
        if now in _INDENTS:
            there = _INDENTS.index(now) + step
            if 0 <= there < len(_INDENTS):
                self.make(_INDENTS[there], toggle=False)

    # --- what a line is -----------------------------------------------------------------------------------------

    def make(self, kind: Kind, *, toggle: bool = True) -> None:
        """Make the lines selected, or the cursor's line, into ``kind``; with ``toggle``, or back into paragraphs.

        A line that Enter has begun as another of that kind stays one.
        """
        if self.read_only:
            return
        (top, _), (bottom, _) = sorted(self.selection)
        cursor_row, cursor_column = self.cursor_location
        before = [self.document[row] for row in range(top, bottom + 1)]
        above = notation.parse(self.document[top - 1]).kind if top else None
        begun = above is kind and top == bottom and _is_bare(before[0])
        after = [_made(line, kind, toggle and not begun) for line in before]
        if after == before:
            return
        from_end = len(self.document[cursor_row]) - cursor_column
        self._edit_whole((top, 0), (bottom, len(before[-1])), "\n".join(after))
        column = max(notation.parse(self.document[cursor_row]).start, len(self.document[cursor_row]) - from_end)
        self.move_cursor((cursor_row, column))

    def put_line(self, line: str, *, select: bool = False) -> None:
        """Put ``line`` on a line of its own: the cursor's if that is blank, otherwise a new one after it.

        With ``select`` the words after the prefix are left selected, so that typing replaces them.
        """
        self.put_lines([line])
        if select:
            row = self.cursor_location[0]
            start = notation.parse(self.document[row]).start
            self._offered = Selection((row, start), (row, len(self.document[row])))
            self.selection = self._offered

    def put_lines(self, lines: Sequence[str]) -> None:
        """Put whole lines after the cursor's line, or in its place if it is blank."""
        if self.read_only or not lines:
            return
        row = self.cursor_location[0]
        text = self.document[row]
        blank = notation.parse(text).kind is Kind.BLANK or _is_bare(text)
        start = (row, 0) if blank else (row, len(text))
        self._edit_whole(start, (row, len(text)), ("" if blank else "\n") + "\n".join(lines))
        last = row + len(lines) - (1 if blank else 0)
        self.move_cursor((last, len(self.document[last])))

    def put_lines_of_discussion(self, lines: Sequence[str]) -> None:
        """Put whole lines above the decision the cursor is in or right below, for it follows what was said.

        Where there is none they go where ``put_lines`` puts them.
        """
        row = self.cursor_location[0]
        kinds = [notation.parse(line).kind for line in self.text.split("\n")[: row + 1]]
        while kinds and kinds[-1] in (*_DECIDING, Kind.BLANK):
            kinds.pop()
        if all(notation.parse(self.document[at]).kind is Kind.BLANK for at in range(len(kinds), row + 1)):
            self.put_lines(lines)
        elif not self.read_only and lines:
            self._edit_whole((len(kinds), 0), (len(kinds), 0), "".join(f"{line}\n" for line in lines))
            self.move_cursor((len(kinds) + len(lines) - 1, len(lines[-1])))

    def put_in_place(self, row: int, line: str) -> None:
        """Put ``line`` in the place of another; one undo brings that back."""
        if not self.read_only:
            self._edit_whole((row, 0), (row, len(self.document[row])), line)
            self.move_cursor((row, len(line)))

    def put_vote(self, line: str, *, in_place: bool) -> None:
        """Put a vote on a line of its own, or in the place of the cursor's; then stand on an empty line below it.

        Where words stand below a vote put right no line is added: one begins with the first letter typed.
        """
        row = self.cursor_location[0]
        below = self.document[row + 1] if row + 1 < self.document.line_count else None
        lines = [line] if below == "" or (below and in_place) else [line, ""]
        if in_place:
            self.put_in_place(row, "\n".join(lines))
        else:
            self.put_lines(lines)
            row = self.cursor_location[0] - len(lines) + 1
        there = (row, len(line)) if below and in_place else (row + 1, 0)
        if not self.read_only:
            self.move_cursor(there)
            self._past_vote = self.selection

    def _edit_whole(self, start: Location, end: Location, text: str) -> None:
        self.history.checkpoint()
        self.replace(text, start, end, maintain_selection_offset=False)
        self.history.checkpoint()

    def kind_at_cursor(self) -> Kind:
        """What the cursor's line is."""
        return notation.parse(self.document[self.cursor_location[0]]).kind

    def mark_selection(self) -> bool:
        """Mark the words selected within a line of prose as an action, where they stand; False if none are."""
        (top, first), (bottom, last) = sorted(self.selection)
        if self.read_only or top != bottom or first == last or self.kind_at_cursor() not in _MARKABLE:
            return False
        words = self.document[top][first:last]
        self._edit_whole((top, first), (top, last), "{" + words.strip() + "}" + (" " if words[-1].isspace() else ""))
        return True

    def restore(self, row: int, restored: Restored) -> None:
        """Bring back an earlier wording of a line, or a line that was taken out."""
        end = len(self.document[row])
        if restored.deleted:
            self._edit_whole((row, end), (row, end), ("\n" if end else "") + restored.text)
        else:
            self._edit_whole((row, 0), (row, end), restored.text)

    def action_cut(self) -> None:
        """Cut what is selected. With nothing selected a stock text area would cut the whole line without a sign."""
        if not self.selection.is_empty:
            super().action_cut()

    # --- pages --------------------------------------------------------------------------------------------------

    def keep(self) -> Kept:
        """Return the page as it stands, to be taken up again later."""
        return Kept(self.text, self.history)

    def show(self, text: str, kept: Kept | None, line: int = 0, column: int = 0) -> None:
        """Show another page. What could be undone on it still can, if ``kept`` is of the same text."""
        with self.prevent(TextArea.Changed, TextArea.SelectionChanged):
            self.history = EditHistory(
                max_checkpoints=self.history.max_checkpoints,
                checkpoint_timer=self.history.checkpoint_timer,
                checkpoint_max_characters=self.history.checkpoint_max_characters,
            )
            self.load_text(text)
            if kept and kept.text == text:
                self.history = kept.history
            self.move_cursor(self.clamp_visitable((line, column)))


def _made(line: str, kind: Kind, toggle: bool) -> str:
    if not toggle and notation.parse(line).kind is kind:
        return line
    return notation.turn(line, kind)


def _is_bare(line: str) -> bool:
    """Whether a line is a prefix with nothing after it."""
    parsed = notation.parse(line)
    return parsed.kind is not Kind.PARAGRAPH and not parsed.text.strip()
