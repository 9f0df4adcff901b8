"""No-break spaces: where the lines of a Word file do not break, and that they are never a difference of wording."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk.language.text import spaced
from clerk.minutes import Minutes, Paragraph, Role, Run, Table
from exports.markdown import markdown
from exports.redline import redline
from exports.text import plain_text
from exports.unbroken import unbroken, unbroken_notes
from exports.word import word_bytes, word_text
from tests.clerk.command_line import Clerk
from tests.exports import returned_files as edit
from tests.exports.invented import PROPERTIES
from tests.exports.reading_back import WordFile

TILDE = str.maketrans({"\u00a0": "~"})


@pytest.mark.parametrize(
    "tied",
    [
        "held on Tuesday 24~November~2026 at 10.45~am.",
        "from 1st~May to 30~June, and in June~2027",
        "2~pm, 10:30~p.m. and 12~noon",
        "Cllr~Smith, Mrs~D.~Hart, Cllr~Dr~Raman and Prof.~Éva Nagy",
        "as in minute~24(ii), Appendix~B and section~100A(4)",
        "£1.2~million, £1,200 and 4~per cent",
        "Head of Parks~– Wexcombe Council",
    ],
)
def test_a_line_does_not_break_within_what_belongs_together(tied: str) -> None:
    assert unbroken(tied.replace("~", " ")).translate(TILDE) == tied


@pytest.mark.parametrize(
    "plain",
    [
        "24 members",
        "I am 10 and am late",
        "the minute said so",
        "Dr who came",
        "10.45 amber",
        "1 - 2",
        "a 2026 plan",
        "",
    ],
)
def test_other_spaces_are_left_alone(plain: str) -> None:
    assert unbroken(plain) == plain


@given(st.lists(st.sampled_from(["24", "May", "2026", "Cllr", "A.", "É", "(in the Chair)", "–", " ", "\u00a0", "\n"])))
def test_no_more_than_the_kind_of_a_space_is_changed(words: list[str]) -> None:
    text = " ".join(words)
    for made in (unbroken(text), unbroken(text, 8), unbroken_notes(text, 8)):
        assert spaced(made) == spaced(text)
        assert all(made[at] == letter for at, letter in enumerate(text) if letter != " ")


def test_what_would_not_fit_its_column_may_break_where_it_must() -> None:
    assert unbroken("by 30 September 2026", 12).translate(TILDE) == "by 30~September 2026"


@pytest.mark.parametrize(
    "name",
    [
        "Cllr~Margaret Oakes (in~the~Chair) (by~video~link)",
        "Cllr~Joan Lacey (substitute~for~Cllr~Tom~Ridley)",
        "Cllr~Bo Osei (substitute for Cllr~Margaret Wetherington-Smythe) (until~10.45~am)",
    ],
)
def test_the_notes_after_a_name_go_to_the_next_line_whole(name: str) -> None:
    table = Table("Present", ("Name", "Post"), ((name.replace("~", " "), "Clerk (interim)"),), (50, 50))
    cells = WordFile(word_bytes(Minutes("T", "B", "", (table,)), PROPERTIES)).values("//w:t/text()")
    assert [cell.translate(TILDE) for cell in cells[2:]] == [name, "Clerk (interim)"]


def of(text: str) -> Minutes:
    return Minutes("T", "B", "", (Paragraph(Role.BODY, (Run(text),)),))


def test_only_the_word_file_has_them() -> None:
    minutes = of("Agreed on 24 November 2026.")
    assert WordFile(word_bytes(minutes, PROPERTIES)).values("//w:t/text()") == ["Agreed on 24\u00a0November\u00a02026."]
    assert "24 November 2026" in plain_text(minutes)
    assert "24 November 2026" in markdown(minutes)
    assert word_text(word_bytes(minutes, PROPERTIES)) == ["Agreed on 24 November 2026."]


def test_a_redline_shows_no_space_as_a_change_of_its_own() -> None:
    content = redline(of("Agreed on 24 November 2026."), of("Agreed on 25 November 2026."), PROPERTIES)
    assert WordFile(content).values("//w:ins//w:t/text() | //w:del//w:delText/text()") == ["24", "25"]
    typed = redline(of("Agreed at 10\u00a0Downing Street."), of("Agreed at 10\u00a0Downing Street."), PROPERTIES)
    assert not WordFile(typed).find("//w:ins | //w:del")


def sent_from(folder: Path, page: str) -> tuple[Clerk, Path]:
    """A record, and its draft as it went out, with ``page`` as the minute of its first item."""
    clerk, file, agenda = Clerk(folder / "clerk.db"), folder / "back.docx", folder / "agenda.txt"
    agenda.write_text("Northmere Board\n19 June 2026\n\n1. Budget\n2. Roads\n", encoding="utf-8")
    clerk.ok("import", str(agenda), "--body", "Northmere Board")
    clerk.ok("minute", "1", "1", typed=page)
    clerk.ok("export", "minutes", "1", "-o", str(file))
    return clerk, file


@pytest.fixture
def sent(tmp_path: Path) -> tuple[Clerk, Path]:
    """A draft that went out: its officer typed one no-break space."""
    page = "Cllr Smith spoke at 10.45 am of No\u00a010 and of minute 24.\nR: that Mrs Hart be paid by 5 January 2027"
    return sent_from(tmp_path, page)


def test_a_draft_that_comes_back_unchanged_shows_no_change(sent: tuple[Clerk, Path]) -> None:
    clerk, file = sent
    assert "\u00a0" in letters_of(file)
    assert clerk.ok("compare-word", "1", str(file)) == "Nothing was changed.\n"
    file.write_bytes(edit.with_part(file.read_bytes(), spaced))
    assert "\u00a0" not in letters_of(file)
    assert clerk.ok("compare-word", "1", str(file)) == "Nothing was changed.\n"


def test_what_is_accepted_brings_none_into_the_record_and_leaves_those_that_were_typed(
    sent: tuple[Clerk, Path],
) -> None:
    clerk, file = sent
    file.write_bytes(edit.reworded(edit.reworded(file.read_bytes(), "spoke", "talked"), "be paid", "be thanked"))
    told = clerk.ok("compare-word", "1", str(file))
    assert "Cllr Smith [-spoke-]{+talked+} at 10.45 am" in told
    clerk.ok("accept-word", "1", str(file), "--all")
    assert clerk.record().items[0].text == (
        "Cllr Smith talked at 10.45 am of No\u00a010 and of minute 24.\nR: that Mrs Hart be thanked by 5 January 2027"
    )


def test_words_round_a_space_that_was_typed_as_no_break_go_and_the_marks_of_the_line_stay(tmp_path: Path) -> None:
    clerk, file = sent_from(tmp_path, "She {Bo Osei>agreed to write} of No\u00a010 and of fees.")
    file.write_bytes(edit.reworded(file.read_bytes(), " of No\u00a010 and", ""))
    clerk.ok("accept-word", "1", str(file), "--all")
    assert clerk.record().items[0].text == "She {Bo Osei>agreed to write} of fees."


def test_minutes_read_back_as_an_agenda_have_ordinary_spaces(sent: tuple[Clerk, Path], tmp_path: Path) -> None:
    clerk, file = sent
    clerk.ok("import", str(file), "--body", "Another Board")
    assert "\u00a0" not in clerk.ok("show", "2", "--text")


def letters_of(file: Path) -> str:
    return "".join(WordFile(file.read_bytes()).values("//w:t/text()"))
