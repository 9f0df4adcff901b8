"""Word counts its lists to the very labels that the minutes print."""

from hypothesis import given, settings
from hypothesis import strategies as st

from clerk import notation
from clerk.drafting import draft
from clerk.minutes import Block, ListItem, ListStyle, Minutes, Run
from clerk.model import Body, Entry, Item, Meeting, Record
from exports.printed import printed_text
from exports.word import word_bytes, word_text
from tests.exports.invented import MINUTES, PROPERTIES, limb, paragraph, point, sub_point
from tests.exports.reading_back import WordFile


def _file(*blocks: Block) -> WordFile:
    return WordFile(word_bytes(Minutes("Title", "Body", "", blocks), PROPERTIES))


def test_the_whole_invented_meeting_is_counted_as_it_is_labelled() -> None:
    labels = [block.label for block in MINUTES.blocks if isinstance(block, ListItem)]
    assert WordFile(word_bytes(MINUTES, PROPERTIES)).counted_labels() == labels


def test_each_list_starts_again_with_its_own_num() -> None:
    file = _file(
        point("(i)", "a", 1), point("(ii)", "b", 1), point("(i)", "c", 2), limb("(a)", "d", 3), limb("(a)", "e", 4)
    )
    assert file.counted_labels() == ["(i)", "(ii)", "(i)", "(a)", "(a)"]
    assert file.values("//w:body//w:numId/@w:val") == ["1", "1", "2", "3", "4"]
    assert file.values("//w:startOverride/@w:val", "word/numbering.xml") == ["1", "1", "1", "1"]


def test_a_list_goes_on_past_a_paragraph() -> None:
    file = _file(point("(i)", "a", 1), paragraph("between"), point("(ii)", "b", 1))
    assert file.counted_labels() == ["(i)", "(ii)"]
    assert file.values("//w:body//w:numId/@w:val") == ["1", "1"]


def test_bullets_below_a_point_are_in_the_same_list() -> None:
    file = _file(point("(i)", "a", 1), sub_point("b", 1), point("(ii)", "c", 1))
    assert file.counted_labels() == ["(i)", "•", "(ii)"]
    assert file.values("//w:body//w:numId/@w:val") == ["1", "1", "1"]
    assert file.values("//w:body//w:ilvl/@w:val") == ["0", "1", "0"]


def test_bullets_below_a_point_of_a_record_are_set_in_below_its_text() -> None:
    lines = ("- a", "-- b", "-- c", "- d", "Text.", "-- e", "R: f", "-- g", "R: h")
    item = Item("Banks", "1", entries=tuple(Entry(line) for line in lines))
    file = WordFile(word_bytes(draft(Record(Body("Board"), Meeting(), (item,))), PROPERTIES))
    assert file.counted_labels() == ["(i)", "•", "•", "(ii)", "•", "(a)", "•", "(b)"]
    assert file.values("//w:body//w:ilvl/@w:val") == ["0", "1", "1", "0", "0", "0", "1", "0"]


def test_bullets_below_a_paragraph_are_a_list_of_their_own_at_the_first_level() -> None:
    file = _file(paragraph("before"), sub_point("a", 1), sub_point("b", 1), point("(i)", "c", 1), sub_point("d", 1))
    assert file.counted_labels() == ["•", "•", "(i)", "•"]
    assert file.values("//w:body//w:ilvl/@w:val") == ["0", "0", "0", "1"]


def test_a_label_that_skips_a_number_is_printed_as_it_stands() -> None:
    assert _file(point("(ii)", "a", 1), point("(v)", "b", 1), point("(vi)", "c", 1)).counted_labels() == [
        "(ii)",
        "(v)",
        "(vi)",
    ]


def test_a_label_no_list_can_count_to_is_typed() -> None:
    content = word_bytes(Minutes("T", "B", "", (point("(3½)", "a", 1), point("(i)", "b", 1))), PROPERTIES)
    assert word_text(content) == ["(3½)\ta", "b"]
    assert WordFile(content).counted_labels() == ["(i)"]


def test_every_abstract_list_comes_before_every_num() -> None:
    order = [
        one.tag.split("}")[1] for one in WordFile(word_bytes(MINUTES, PROPERTIES)).find("/*/*", "word/numbering.xml")
    ]
    assert order == sorted(order, key=["abstractNum", "num"].index)


_MEMBERS = st.lists(
    st.tuples(st.sampled_from(ListStyle), st.integers(1, 3), st.integers(0, 1), st.integers(1, 30)), max_size=12
)


@settings(max_examples=60)
@given(_MEMBERS)
def test_any_labels_at_all_are_printed_as_they_stand(members: list[tuple[ListStyle, int, int, int]]) -> None:
    say = {ListStyle.ROMAN: notation.roman, ListStyle.LETTER: notation.letter}
    labels = ["•" if style is ListStyle.BULLET else f"({say[style](number)})" for style, _, _, number in members]
    items = tuple(
        ListItem(style, list_id, level, label, (Run("x"),))
        for (style, list_id, level, _), label in zip(members, labels, strict=True)
    )
    assert _file(*items).counted_labels() == labels


def test_the_read_text_leaves_out_what_word_counts() -> None:
    minutes = Minutes("T", "B", "", (point("(i)", "words", 1),))
    assert printed_text(minutes) == word_text(word_bytes(minutes, PROPERTIES)) == ["words"]
