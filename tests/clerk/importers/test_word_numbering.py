from __future__ import annotations

from clerk.importers.wordfile.blocks import Paragraph, document_of
from clerk.importers.wordfile.package import open_word
from tests.clerk.importers import word_agendas as w


def shown(*blocks: str, lists: str = "", styles: str = "") -> list[str]:
    """The paragraphs as one sees them, with their numbers."""
    document = document_of(open_word(w.word_file(*blocks, lists=lists, styles=styles)))
    return [block.shown for block in document.blocks if isinstance(block, Paragraph)]


def test_numbers_count_on_and_parts_begin_again_below_each() -> None:
    blocks = [
        w.listed("A"),
        w.listed("B", 1, 1),
        w.listed("C", 1, 1),
        w.listed("D"),
        w.listed("E", 1, 1),
        w.listed("F", 1, 2),
    ]
    assert shown(*blocks) == ["1. A", "1.1 B", "1.2 C", "2. D", "2.1 E", "(a) F"]


def test_paragraphs_of_no_list_do_not_stop_the_counting() -> None:
    assert shown(w.listed("A"), w.p("words"), w.listed("B")) == ["1. A", "words", "2. B"]


def test_a_list_that_is_told_to_begin_elsewhere_does() -> None:
    again = (
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="31"/>'
        "</w:lvlOverride></w:num>"
    )
    lists = w.numbering(w.OUTLINE, numbers=again)
    assert shown(w.listed("A"), w.listed("B", 2), w.listed("C", 2), lists=lists) == ["1. A", "31. B", "32. C"]


def test_two_lists_of_one_kind_count_together() -> None:
    lists = w.numbering(w.OUTLINE, numbers='<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>')
    assert shown(w.listed("A"), w.listed("B", 2), lists=lists) == ["1. A", "2. B"]


def test_a_level_that_never_begins_again_counts_through() -> None:
    kind = w.level(0, "decimal", "%1.") + w.level(1, "lowerRoman", "(%2)", '<w:lvlRestart w:val="0"/>')
    blocks = [w.listed("A"), w.listed("B", 1, 1), w.listed("C"), w.listed("D", 1, 1)]
    assert shown(*blocks, lists=w.numbering(kind)) == ["1. A", "(i) B", "2. C", "(ii) D"]


def test_letters_roman_numerals_bullets_and_legal_figures_are_written_as_word_does() -> None:
    kind = w.level(0, "upperRoman", "%1") + w.level(1, "decimal", "%1.%2", "<w:isLgl/>")
    lists = w.numbering(kind, w.level(0, "upperLetter", "%1)"), w.BULLETS, w.level(0, "decimalZero", "%1"))
    blocks = [w.listed("A"), w.listed("B", 1, 1), w.listed("C", 2), w.listed("D", 3), w.listed("E", 4)]
    assert shown(*blocks, lists=lists) == ["I A", "1.1 B", "A) C", "• D", "01 E"]


def test_the_27th_letter_is_doubled() -> None:
    lists = w.numbering(w.level(0, "lowerLetter", "(%1)"))
    assert shown(*(w.listed("x") for _ in range(28)), lists=lists)[-2:] == ["(aa) x", "(bb) x"]


def test_a_style_may_carry_the_number_and_another_be_based_on_it() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Item"><w:name w:val="Item"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="Urgent"><w:name w:val="Urgent"/>'
        '<w:basedOn w:val="Item"/></w:style>'
    )
    blocks = [w.styled("A", "Item"), w.styled("B", "Urgent")]
    assert shown(*blocks, styles=styles) == ["1. A", "2. B"]


def test_a_style_knows_its_level_by_the_list_that_names_it() -> None:
    kind = w.level(0, "decimal", "%1.") + w.level(1, "decimal", "%1.%2", '<w:pStyle w:val="Part"/>')
    style = (
        '<w:style w:type="paragraph" w:styleId="Part"><w:name w:val="Part"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        "</w:pPr></w:style>"
    )
    assert shown(w.listed("A"), w.styled("B", "Part"), lists=w.numbering(kind), styles=style) == ["1. A", "1.1 B"]


def test_a_paragraph_taken_out_of_its_list_has_no_number() -> None:
    style = (
        '<w:style w:type="paragraph" w:styleId="Item"><w:name w:val="Item"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        "</w:pPr></w:style>"
    )
    out = w.p("B", '<w:pStyle w:val="Item"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert shown(w.styled("A", "Item"), out, w.styled("C", "Item"), styles=style) == ["1. A", "B", "2. C"]


def test_styles_that_go_round_in_a_circle_are_followed_only_so_far() -> None:
    styles = "".join(
        f'<w:style w:styleId="{one}"><w:name w:val="{one}"/><w:basedOn w:val="{other}"/></w:style>'
        for one, other in (("X", "Y"), ("Y", "X"))
    )
    assert shown(w.styled("A", "X"), styles=styles) == ["A"]
