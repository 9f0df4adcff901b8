"""Whether everything a page says is in what was read of it: compares words, not the readers' idea of paragraphs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from clerk import notation, spans
from clerk.importers.decoding import decode
from clerk.importers.reading import Reading, UnreadableError
from clerk.importers.recognise import read_text
from clerk.language import dates
from clerk.language.text import clean
from tests.clerk.importers import kept
from tests.clerk.importers.corpus import NEIGHBOUR, list_pages
from tests.clerk.importers.damage import done_to, harmed

FIXTURES = Path(__file__).parents[1] / "fixtures"
TEXTS = ("safety_board.txt", "parish.txt")
PAGES = ("safety_board.html", "cancelled.html")
ITEM_PAGES = ("agenda_item.html", "issue_meetings.html", "decision_details.html", "voting_record.html")
BLOCKS = ("p", "li", "td", "th", "h2", "caption", "div", "table", "tr", "ul")
_DECISION = re.compile(r"\b(?:It was |and it was )?(?:UNANIMOUSLY )?(?:RESOLVED|RECOMMENDED|AGREED|Resolved)\b,?", re.I)
_LEAD = re.compile(
    r"^\W*(?:\*?ACTIONS?\*?\s*:|(?:proposed )?venue:|contact:|note:|link:|webcast:|date:|time:|that\b|vot(?:e|ing):"
    r"|unanimously\b"
    r"|\((?:[a-z]|[ivx]+)\)|(?:[a-z]|[ivx]+)[.)](?=\s)|\(?\d{1,3}[.)]|\d+(?:\.\d+|[a-z])?(?=\s))\s*",
    re.I,
)
_TRAILING = re.compile(r"(?:,?\s*\bitem [\w.]+\W*)$", re.I)


def words(text: str) -> str:
    """The words of a text alone."""
    return " " + " ".join(re.findall(r"\d+|[^\W\d_]+", re.sub(r"\b([ap])\.m\b", r"\1m", text.lower()))) + " "


def everything(reading: Reading) -> str:
    """All that a reading says, as words."""
    record = reading.record
    texts = [record.body.name, record.meeting.venue, record.meeting.contact, record.meeting.note]
    if record.meeting.date:
        texts.append(dates.say_date(record.meeting.date))
    if record.meeting.time:
        texts.append(dates.say_time(record.meeting.time))
    for item in record.items:
        texts += [item.agenda_number, item.title, item.note]
        texts += [part for paper in item.documents for part in (paper.title, paper.presenter, paper.post)]
        lines = [notation.parse(entry.line) for entry in item.entries]
        texts += [f"{line.kind} {spans.printed(line.text)}" for line in lines]
    texts += [*reading.noise, *(doubt.message for doubt in reading.doubts)]
    return " ".join(words(text) for text in texts)


def lost(lines: list[str], reading: Reading) -> list[str]:
    """The lines whose words are nowhere in the reading."""
    found = everything(reading)
    titles = [item.title for item in reading.record.items]
    return [
        line for line in lines if not _kept(line, found) and not any(_kept(line.removeprefix(t), found) for t in titles)
    ]


def _kept(line: str, found: str) -> bool:
    text = line.strip()
    if words(text).strip() == "" or words(text) in found:
        return True
    date = dates.find_date(text)
    if date and words(dates.say_date(date.date)) in found:
        before = text[: date.start], re.sub(r"\b\w+day\b", "", text[: date.start])
        if any(_piece_kept(piece, found) for piece in before) and all(
            f" {word} " in found for word in words(text[date.end :]).split()
        ):
            return True
    pieces = re.split(
        r"\t| \| |(?:pdf icon )?PDF [\d.]+ [KM]B|(?:\.\.\.)?\s*(?=view the full)|view directions", text, flags=re.I
    )
    pieces = [part for piece in pieces for part in _DECISION.split(piece)]
    return all(_piece_kept(piece, found) for piece in pieces)


def _piece_kept(piece: str, found: str) -> bool:
    text = _TRAILING.sub("", piece.strip())
    if "against" in text.lower():
        text = re.sub(r"\b(?:for|against|abstained)\W+(?=\d)", " ", text, flags=re.I)
    for _ in range(4):
        bare = re.sub(r"(?:;\s*and|,\s*and)\W*$", "", text, flags=re.I)
        if words(text).strip() in ("", "that", "pdf icon") or words(text) in found or words(bare) in found:
            return True
        text = _LEAD.sub("", text)
    return False


def blocks_of_content(page: str) -> list[str]:
    """The innermost blocks of the page's content, as lxml alone sees them."""
    content = next(node for node in html.document_fromstring(page).iter("div") if node.get("class") == "mgContent")
    inner = [node for node in content.iter(*BLOCKS) if not any(True for _ in node.iterdescendants(*BLOCKS))]
    return [" ".join("".join(map(str, node.itertext())).split()) for node in inner]


@pytest.mark.parametrize("name", TEXTS)
def test_every_line_of_a_text_is_in_what_was_read(name: str) -> None:
    text = (FIXTURES / name).read_text(encoding="utf-8")
    assert lost(text.split("\n"), read_text(text)) == []


@pytest.mark.parametrize("name", [*PAGES, *ITEM_PAGES[:3]])
def test_every_block_of_a_page_is_in_what_was_read(name: str) -> None:
    page = (FIXTURES / name).read_text(encoding="utf-8")
    assert lost(blocks_of_content(page), read_text(page)) == []


def test_the_comparison_notices_a_lost_line() -> None:
    text = (FIXTURES / "safety_board.txt").read_text(encoding="utf-8")
    reading = read_text(text.replace("Forty posts were {unlit}.", "There was light."))
    assert lost(text.split("\n"), reading) == ["(i)           Forty posts were {unlit}."]


@pytest.mark.skipif(not NEIGHBOUR.is_dir(), reason="the corpus is not beside the project")
def test_no_page_of_the_corpus_loses_a_line() -> None:
    read = 0
    for page in list_pages():
        assert (page.name, lost_by_both(page.text, read_text(page.text))) == (page.name, [])
        read += 1
    for path in sorted((NEIGHBOUR / "corpus" / "html").glob("*Agenda*.html")):
        saved = path.read_text(encoding="utf-8")
        assert (path.name, lost(blocks_of_content(saved), read_text(saved))) == (path.name, [])
        read += 1
    for path in sorted((NEIGHBOUR / "examples").glob("*web_page.txt")):
        text = path.read_text(encoding="utf-8")
        assert (path.name, lost(text.split("\n"), read_text(text))) == (path.name, [])
        read += 1
    assert read > 30


def lost_by_both(text: str, reading: Reading) -> list[str]:
    """The lines that neither comparison finds: each has set phrases it does not know."""
    return [line for line in kept.lost(text, reading) if lost([line], reading)]


@pytest.mark.parametrize("name", sorted(path.name for path in FIXTURES.iterdir() if path.suffix in (".txt", ".md")))
@settings(max_examples=12, derandomize=True)
@given(harms=harmed)
def test_lines_dropped_doubled_reversed_cut_or_stripped_of_numbers_lose_no_other(
    name: str, harms: list[tuple[str, float, float]]
) -> None:
    text = done_to((FIXTURES / name).read_text(encoding="utf-8"), harms)
    reading = read_or_refuse(text)
    assert reading is None or lost_by_both(clean(text), reading) == []
    assert reading is None or all(item.title for item in reading.record.items)


@pytest.mark.parametrize("name", PAGES)
@settings(max_examples=25, derandomize=True)
@given(harms=harmed)
def test_pages_whose_tags_are_gone_or_unclosed_lose_no_words_of_their_rows(
    name: str, harms: list[tuple[str, float, float]]
) -> None:
    page = done_to((FIXTURES / name).read_text(encoding="utf-8"), harms)
    reading = read_or_refuse(page)
    assert reading is None or lost_by_both("\n".join(words_of_rows(clean(page))), reading) == []


def words_of_rows(page: str) -> list[str]:
    """The pieces of text in the cells of a page's first table, as lxml alone sees them; the heads of votes left out."""
    table = next(html.document_fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8")).iter("table"), None)
    if table is None:
        return []
    texts = [
        text for node in table.iter("p", "td", "li", "i", "b") for text in (node.text, *(sub.tail for sub in node))
    ]
    pieces = [" ".join(text.split()) for text in texts if text]
    return [piece for piece in pieces if len(piece.split()) > 3]


def read_or_refuse(text: str) -> Reading | None:
    """Read a text; None when it is refused, which must be in one sentence."""
    refusals: list[str] = []
    try:
        return read_text(text, "the file")
    except UnreadableError as error:
        refusals.append(str(error))
    assert [sentence.count("\n") for sentence in refusals] == [0]
    assert refusals[0].endswith(".")
    return None


def damaged(text: str, cuts: list[tuple[float, float]], filler: str) -> str:
    for start, length in cuts:
        at = int(start * len(text))
        text = text[:at] + filler + text[at + int(length * 300) :]
    return text


FRACTION = st.floats(0, 1, allow_nan=False)
CUTS = st.lists(st.tuples(FRACTION, FRACTION), min_size=1, max_size=8)
MARKUP = st.sampled_from(
    ["<table>", "</td>", "<tr><td class='mgItemNumberCell'>", "</div>", "<ol type='a' start='9'><li>", "&#0;"]
)
FILLERS = st.one_of(
    st.text(max_size=20), MARKUP, st.sampled_from(["\n5.\n", "RESOLVED:\n", "Minutes:\n", "(i) ", "{x>y}"])
)
# The same damage every time: a rare phrase the comparison does not know must not fail somebody else's change.
QUICK = settings(max_examples=150, derandomize=True)


@QUICK
@given(st.sampled_from((*TEXTS, *PAGES)), CUTS, FILLERS)
def test_damaged_files_are_read_or_refused_in_one_sentence(
    name: str, cuts: list[tuple[float, float]], filler: str
) -> None:
    text = damaged((FIXTURES / name).read_text(encoding="utf-8"), cuts, filler)
    reading = read_or_refuse(text)
    if reading:
        assert all(item.title for item in reading.record.items)
        assert all("\n" not in entry.line for item in reading.record.items for entry in item.entries)


@QUICK
@given(st.sampled_from(TEXTS), CUTS, st.text(alphabet=st.characters(codec="utf-8"), max_size=20))
def test_damaged_texts_lose_no_line(name: str, cuts: list[tuple[float, float]], filler: str) -> None:
    text = damaged((FIXTURES / name).read_text(encoding="utf-8"), cuts, " ".join(filler.split()))
    reading = read_or_refuse(text)
    assert reading is None or lost(clean(text).split("\n"), reading) == []


@QUICK
@given(st.sampled_from((*TEXTS, *PAGES)), CUTS, st.binary(max_size=20))
def test_damaged_bytes_are_read_or_refused(name: str, cuts: list[tuple[float, float]], filler: bytes) -> None:
    data = damaged((FIXTURES / name).read_bytes().decode("latin-1"), cuts, filler.decode("latin-1")).encode("latin-1")
    try:
        text = decode(data).text
    except UnreadableError:
        return
    reading = read_or_refuse(text)
    assert reading is None or reading.reader
