from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clerk.language.dates import (
    find_date,
    find_dates,
    read_date,
    read_date_after,
    read_time,
    say_date,
    say_span,
    say_time,
)

days = st.dates(date(1000, 1, 1), date(2999, 12, 31))


@given(days, st.booleans())
def test_a_date_said_is_read_back(day: date, weekday: bool) -> None:
    assert read_date(f"The meeting held on {say_date(day, weekday)}, at noon") == day


@given(days)
def test_an_iso_date_is_read(day: date) -> None:
    assert read_date(day.isoformat()) == day


@given(st.times())
def test_a_time_said_is_read_back(moment: time) -> None:
    assert read_time(f"at {say_time(moment)}") == time(moment.hour, moment.minute)


@given(st.text())
def test_no_text_makes_reading_fail(text: str) -> None:
    read_date(text)
    read_time(text)
    find_dates(text, date(2025, 1, 1))


@given(days.filter(lambda day: day.year < 2980))
def test_a_day_without_a_year_is_the_next_such_day(after: date) -> None:
    found = read_date_after("by 29 February", after)
    assert found is not None
    assert found >= after
    assert (found.month, found.day) == (2, 29)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Friday, 20th September, 2019", date(2019, 9, 20)),
        ("on 3rd of Sept 2024", date(2024, 9, 3)),
        ("16-Oct-2017", date(2017, 10, 16)),
        ("1/2/2026", date(2026, 2, 1)),
        ("31 June 2025", None),
        ("31 June 2025, or 1 July 2025", date(2025, 7, 1)),
        ("in May 2025", None),
        ("12 Marchmont Street 2020", None),
        ("Friday, September 29, 2023", date(2023, 9, 29)),
        ("Sept. 29th 2023", date(2023, 9, 29)),
        ("April the 3rd, 2025", date(2025, 4, 3)),
        ("June 31, 2025", None),
        ("Marchmont 12, 2020", None),
        ("4 May 12, 2025", None),
        ("May 20.30 2025", None),
        ("09/29/2023", date(2023, 9, 29)),
        ("03/04/2025", date(2025, 4, 3)),
        ("31/04/2025", None),
        ("2023-29-09", None),
        ("Dydd Mawrth, 4 Mawrth 2025", date(2025, 3, 4)),
        ("y 29ain o Fedi 2023", date(2023, 9, 29)),
        ("1af o Orffennaf 2026", date(2026, 7, 1)),
        ("12 Mai 2026", date(2026, 5, 12)),
    ],
)
def test_dates_are_read_as_councils_write_them(text: str, day: date | None) -> None:
    assert read_date(text) == day


def test_all_dates_are_found_in_order_with_their_places() -> None:
    text = "Future meetings: 12 June 2026, then 4 September and 2026-12-11."
    found = find_dates(text, date(2026, 3, 1))
    assert [hit.date for hit in found] == [date(2026, 6, 12), date(2026, 9, 4), date(2026, 12, 11)]
    assert text[found[1].start : found[1].end] == "4 September"
    assert [hit.date for hit in find_dates(text)] == [date(2026, 6, 12), date(2026, 12, 11)]
    assert find_date(text) == found[0]


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("10.00am", time(10)),
        ("2.00 y.p.", time(14)),
        ("10.30yb", time(10, 30)),
        ("6.00 yh", time(18)),
        ("10 yards", None),
        ("7:30 p.m.", time(19, 30)),
        ("12 noon", time(12)),
        ("12.15 am", time(0, 15)),
        ("14.00", time(14)),
        ("10 am", time(10)),
        ("25.00", None),
        ("13 pm", None),
        ("ten o'clock", None),
    ],
)
def test_times_are_read_as_councils_write_them(text: str, moment: time | None) -> None:
    assert read_time(text) == moment


def test_a_span_names_the_half_of_the_day_once_when_it_can() -> None:
    day = date(2026, 6, 12)
    ten, noon = datetime.combine(day, time(10)), datetime.combine(day, time(12, 5))
    assert say_span(ten, datetime.combine(day, time(11, 25))) == "10.00 - 11.25 am"
    assert say_span(ten, noon) == "10.00 am - 12.05 pm"


def test_a_span_is_said_even_when_only_one_of_its_times_has_a_time_zone() -> None:
    opened = datetime(2026, 11, 24, 10, tzinfo=UTC)
    assert say_span(opened, datetime(2026, 11, 24, 11, 25)) == "10.00 - 11.25 am"
