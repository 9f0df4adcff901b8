"""Whether every paragraph of a Word file is in what was read of it: in the record, the noise or a doubt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clerk.importers import word
from clerk.importers.reading import Reading, UnreadableError
from clerk.importers.wordfile.blocks import document_of
from clerk.importers.wordfile.items import text_of
from clerk.importers.wordfile.package import open_word
from tests.clerk.importers.test_import_loses_nothing import everything, words

# "RESOLVED", "Date:", "by Friday": what these words mean is in the record, and Clerk prints them again.
SAID_OTHERWISE = {"held", "on", "resolved", "that", "action", "date", "time", "venue", "location", "item", "a", "by"}
SAID_OTHERWISE |= {"1", "2", "3", "4", "th"}
CORPUS = Path(__file__).parents[3].parent / "shared" / "corpus" / "docx"
LINES = st.sampled_from(
    [
        "Apologies for absence",
        "To receive the minutes of the last meeting.",
        "RESOLVED: That the fence be mended.",
        "Resolved – that (a) the rota be kept;",
        "3. Play areas\tKim Lee\t4-9",
        "1. Apologies",
        "2. Declarations of interest",
        "Minutes of the Vale Committee held on 3 March 2026",
        "Venue: The Old School",
        "Date:",
        "Present: Cllr Ann Ash, Cllr Ben Birch",
        "ACTION: Kim Lee: mend the gate by Friday",
        "PART 2 - PRIVATE",
        "The meeting closed at 9.00 pm.",
        "4a Parking",
        "Agenda item: Street lighting",
        "Minutes:",
        "[sic] \\ * # ~ £ “quoted”",
    ]
)
STYLES = st.sampled_from(["Normal", "Heading 1", "Heading 2", "List Number", "List Bullet", "Title"])
HEADS = st.sampled_from(
    [
        ("No", "Item", "Presenter", "Paper"),
        ("Item", "Minute", "Action", "By whom"),
        ("Action", "Owner", "Due", "Status"),
        ("Name", "Role", "", ""),
        ("Thing", "Other", "Third", "Fourth"),
    ]
)
ROWS = st.lists(st.tuples(st.sampled_from(["1", "2", "3.", "", "x"]), LINES, LINES, st.just("")), max_size=3)


PARTS = st.lists(st.one_of(st.tuples(LINES, STYLES, st.booleans()), st.tuples(HEADS, ROWS)), min_size=1, max_size=12)


def written(parts: list[tuple[object, ...]]) -> tuple[bytes, list[str]]:
    """A Word file of these paragraphs and tables, and what stands in it."""
    document, said = docx.Document(), []
    for part in parts:
        if isinstance(part[0], str):
            run = document.add_paragraph(style=str(part[1])).add_run(part[0])
            run.bold = bool(part[2])
            said.append(part[0])
            continue
        head, below = part
        rows = [head, *below]  # type: ignore[misc]
        table = document.add_table(len(rows), 4)
        for at, row in enumerate(rows):
            for cell, text in zip(table.rows[at].cells, row, strict=True):
                cell.text = text
                said.append(text)
    out = BytesIO()
    document.save(out)
    return out.getvalue(), said


def missing(reading: Reading, said: Iterable[str]) -> Counter[str]:
    """The words read fewer times than they stand in the file, but for labels that Clerk says in its own way."""
    there = Counter(word for text in said for word in words(text).split())
    found = Counter(everything(reading).split())
    return Counter({word: count for word, count in (there - found).items() if word not in SAID_OTHERWISE})


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(PARTS)
def test_every_paragraph_and_cell_is_in_what_was_read(parts: list[tuple[object, ...]]) -> None:
    data, said = written(parts)
    try:
        reading = word.read(data)
    except UnreadableError:
        return
    assert not missing(reading, said)
    assert len(reading.begins) == len(reading.record.items)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not beside the project")
@pytest.mark.parametrize("path", sorted(CORPUS.glob("*.docx")) if CORPUS.is_dir() else [], ids=lambda path: path.name)
def test_every_paragraph_of_a_real_file_is_in_what_was_read(path: Path) -> None:
    document = document_of(open_word(path.read_bytes()))
    try:
        reading = word.read(path.read_bytes())
    except UnreadableError:
        # A form that nobody has filled in yet has no items.
        assert any("{" in line for line in text_of(document).split("\n"))
        return
    said = [line.text for line in reading.source]
    assert len(said) >= len(document.blocks)
    assert not missing(reading, said)
