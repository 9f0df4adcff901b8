import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk.language.english import article, capital, closed, continued, join, without_full_stop
from clerk.language.links import linked
from clerk.minutes import plain


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("That it be noted", "That it be noted."),
        ("That it be noted;", "That it be noted."),
        ("That it be noted.  ", "That it be noted."),
        ("Should it be noted?", "Should it be noted?"),
        ("so that it reads “ten”", "so that it reads “ten”."),
        ("so that it reads “Ten.”", "so that it reads “Ten.”"),
        ("approved (see Appendix 1)", "approved (see Appendix 1)."),
        ("see https://fenmarsh.example/a", "see https://fenmarsh.example/a"),
        ("write to clerk@fenmarsh.example", "write to clerk@fenmarsh.example"),
        ("that the following be approved:", "that the following be approved:"),
        ("banks, sluices, etc.", "banks, sluices, etc."),
        ("", ""),
    ],
)
def test_a_sentence_is_closed_without_harm(text: str, ends: str) -> None:
    assert closed(text) == ends


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("That it be noted", "That it be noted;"),
        ("That it be noted.", "That it be noted;"),
        ("That it be noted,", "That it be noted;"),
        ("That it be noted; and", "That it be noted; and"),
        ("That it be noted, or ", "That it be noted, or"),
        ("Should it be noted?", "Should it be noted?"),
        ("reads “Ten.”", "reads “Ten.”;"),
        ("banks, etc.", "banks, etc.;"),
        ("see www.fenmarsh.example", "see www.fenmarsh.example"),
        ("as follows:", "as follows:"),
    ],
)
def test_a_limb_goes_on_to_the_next_without_harm(text: str, ends: str) -> None:
    assert continued(text, ";") == ends


@given(st.text())
def test_supplying_a_stop_changes_nothing_but_the_end(text: str) -> None:
    for ended in (closed(text), continued(text, ";")):
        assert ended[:-1].startswith(text.rstrip()[:-1])
        assert len(ended) <= len(text.rstrip()) + 1


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("that it", "That it"),
        ("eCourts be", "eCourts be"),
        ("https://a.example", "https://a.example"),
        ("ßa", "ßa"),
        ("ısı", "ısı"),
        ("", ""),
    ],
)
def test_a_capital_is_given_where_it_is_wanted(text: str, begins: str) -> None:
    assert capital(text) == begins


@pytest.mark.parametrize(
    "said",
    [
        "an interest",
        "a personal",
        "an NHS",
        "a DPI",
        "an hour",
        "a unique",
        "a use",
        "an unusual",
        "an uninsured",
        "a European",
    ],
)
def test_an_article_follows_the_sound(said: str) -> None:
    before, word = said.split()
    assert article(word) == before


def test_a_list_has_commas_and_an_and_before_the_last() -> None:
    assert [join(words) for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]


def test_a_title_loses_its_full_stop_but_not_that_of_an_abbreviation_or_an_ellipsis() -> None:
    assert without_full_stop("Minutes.") == "Minutes"
    assert without_full_stop("Banks, etc.") == "Banks, etc."
    assert without_full_stop("To come...") == "To come..."


@given(st.text())
def test_making_links_changes_no_character(text: str) -> None:
    assert plain(linked(text)) == text


@given(
    st.lists(st.sampled_from(["https://a.example/x_(y)", "www.b.example", "c.d@e.example", ". ", ", (", ") ", " see "]))
)
def test_making_links_among_addresses_changes_no_character(parts: list[str]) -> None:
    assert plain(linked("".join(parts))) == "".join(parts)


@pytest.mark.parametrize(
    ("text", "address", "target"),
    [
        ("(see https://a.example/b_(c)).", "https://a.example/b_(c)", "https://a.example/b_(c)"),
        ("at www.a.example, now", "www.a.example", "https://www.a.example"),
        ("to clerk.one@a.example.", "clerk.one@a.example", "mailto:clerk.one@a.example"),
        ("'http://a.example/?q=1&r=2'", "http://a.example/?q=1&r=2", "http://a.example/?q=1&r=2"),
    ],
)
def test_an_address_leads_where_it_says(text: str, address: str, target: str) -> None:
    [link] = [run for run in linked(text) if run.link]
    assert (link.text, link.link) == (address, target)


@pytest.mark.parametrize("text", ["http://", "a@b", "the www.", "£5 @ shop", "https:// nothing"])
def test_what_is_no_whole_address_is_no_link(text: str) -> None:
    assert not [run for run in linked(text) if run.link]
