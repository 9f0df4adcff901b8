"""What an officer does with minutes after the meeting: drafts go round, earlier minutes are amended and confirmed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from clerk.language.dates import read_date, say_date
from clerk.model import MeetingSummary, Record
from clerk.terms import ItemKind, MeetingState
from screens.confirmed import Confirmed

if TYPE_CHECKING:
    from clerk.afterwards.parts import Circulation
    from screens.earlier_lines import Chosen
    from screens.form import Answers


_TOLD = {"reworded": "amended.", "taken out": "amended: the line is taken out.", "put in": "amended: a line is put in."}


class Afterwards(Confirmed):
    """Commands for minutes after the meeting."""

    # --- drafts that go round -----------------------------------------------------------------------------------

    def action_circulate(self) -> None:
        """Write the draft that goes round, and keep what it said."""
        from clerk.folders import documents_folder
        from exports.draft_minutes import circulated_name
        from screens.form import Form, Question
        from screens.word import refuse_path

        if not self.leave_page():
            return
        record = self.desk.record
        state = record.meeting.state
        if not state.over or state is MeetingState.CONFIRMED:
            confirmed = "These minutes are confirmed: Esc E writes the confirmed copy."
            said = confirmed if state.over else "The meeting is not closed yet: F12 closes it."
            self.notify(said, severity="warning", markup=False)
            return
        version = max((each.version for each in record.afterwards.circulated), default=0) + 1
        suggested = documents_folder() / circulated_name(record, version)
        questions = [
            Question("to", "To whom", hint="members and officers; for your own record"),
            Question("file", "Word file", str(suggested)),
        ]
        form = Form(f"Circulate draft {version} of these minutes", questions, lambda said: refuse_path(said["file"]))
        self.app.push_screen(form, self._circulate)

    def _circulate(self, answers: Answers | None) -> None:
        from exports.save import ExportError
        from screens.word import path_of

        if answers is None:
            return
        path = path_of(answers["file"])
        kept = self.attempt(lambda: self.desk.store.template(self.desk.record.body.id))

        def write(record: Record, _: Circulation) -> None:
            from exports.draft_minutes import write_circulated
            from exports.kept_template import as_template

            write_circulated(path, record, as_template(kept) if kept else None)

        try:
            made = self.change(lambda: self.desk.circulate(answers["to"], write))
        except ExportError as error:
            self.notify(str(error), title="Not circulated", severity="error", timeout=20, markup=False)
            return
        if made:
            self._tell_circulated(path, made)

    def _tell_circulated(self, path: Path, made: Circulation) -> None:
        from screens.status import open_queries

        queries = open_queries(self.desk.record)
        said = f"{path}\n{queries} of your queries still open." if queries else str(path)
        self.notify(said, title=f"Draft {made.version} written to circulate", timeout=15, markup=False)

    def action_redline(self) -> None:
        """Write what has changed since a draft that went round, or between two; or a draft again."""
        from screens.drafts import ask_for_redline

        if self.leave_page():
            ask_for_redline(self)

    # --- earlier minutes ----------------------------------------------------------------------------------------

    def _earlier(self) -> list[MeetingSummary]:
        """The earlier meetings whose minutes may be before this one, the likeliest first; none, having said why."""
        if not self.has_business() or not self.leave_page():
            return []
        if self.desk.item(self.at).kind is not ItemKind.PREVIOUS_MINUTES:
            said = "Go to the item on the previous minutes first (F6): it is done there."
            self.notify(said, severity="warning", markup=False)
            return []
        found = list(self.attempt(self.desk.earlier) or [])
        if not found:
            self.notify(
                "Clerk holds no earlier meeting of this body that has closed.", severity="warning", markup=False
            )
        item = self.desk.item(self.at)
        named = {read_date(text) for text in (item.note, item.title)} - {None}
        return sorted(found, key=lambda each: each.date not in named)

    def action_amend(self) -> None:
        """Amend a line of earlier minutes, and minute that here."""
        from screens.earlier_lines import EarlierLines

        meetings = self._earlier()
        if not meetings:
            return

        def chosen(found: Chosen | None) -> None:
            if found is not None:
                self._reword(found)

        def read(number: int) -> Record | None:
            return self.attempt(lambda: self.desk.store.to_amend(number))

        self.app.push_screen(EarlierLines(meetings, read), chosen)

    def _reword(self, found: Chosen) -> None:
        from clerk.afterwards.parts import How
        from screens.rewording import Reworded, Rewording

        record, place = found.record, (found.line.position, found.line.line)
        day = record.meeting.date
        minute = f"Minute {found.line.minute}{f' of {say_date(day, weekday=False)}' if day else ''}"

        def put(said: Reworded | None) -> None:
            unchanged = (None if said and said.how is How.TAKEN_OUT else said and said.words) == found.now
            if said is None or (said.how is not How.PUT_IN and unchanged):
                return
            work = (record.meeting.id, place, said.words, self.at, said.how)
            made = self.change(lambda: (self.desk.amend_earlier(*work),))
            if made:
                # The page that is shown has been given the sentence that says so.
                self.move_to(self.at)
                self.to_page()
                again = "stands as minuted" if said.how is not How.PUT_IN else "has that line after it no more"
                told = f"{again}: strike out here what said otherwise." if made[0] is None else _TOLD[said.how]
                self.notify(f"{minute} {told}", timeout=10, markup=False)

        self.app.push_screen(Rewording(minute, found.line.text, found.now, found.put_in), put)

    def action_confirm(self) -> None:
        """Put down that the minutes of the meeting before are confirmed."""
        from clerk.afterwards.amending import confirmation_at, say_minutes
        from screens.form import Form, Question

        meetings = self._earlier()
        if not meetings:
            return
        record = self.attempt(lambda: self.desk.store.record(meetings[0].number))
        if record is None:
            return
        amendments = record.afterwards.amendments
        how = f"with {say_minutes(amendments)} as amended" if amendments else "as a correct record"
        day = say_date(record.meeting.date, weekday=False) if record.meeting.date else "the meeting before"

        def put(answers: Answers | None) -> None:
            if answers is not None:
                self._confirm(record, answers["by"])

        by = Question("by", "Signed by", confirmation_at(self.desk.record).by, "who presides, and signs them")
        self.app.push_screen(Form(f"Confirm the minutes of {day} {how}", [by]), put)

    def _confirm(self, record: Record, by: str) -> None:
        from clerk.afterwards.amending import confirmation_at, say_confirmed
        from clerk.wording import usual_lines

        confirmation = confirmation_at(self.desk.record, by)
        done = self.change(lambda: self.desk.confirm_earlier(record.meeting.id, confirmation, self.at))
        if done is None:
            return
        if not self.desk.item(self.at).text.strip():
            self._put_with_it(usual_lines(self.desk.record, self.at + 1))
        self.to_page()
        self.notify(f"{say_confirmed(done)} Esc E there writes the copy to sign.", timeout=15, markup=False)
