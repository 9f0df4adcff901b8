"""What time of day is meant by "7.15"."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from clerk.language.clock import moment_meant, time_in_front

DAY = date(2026, 11, 19)


@pytest.mark.parametrize(
    ("opened", "typed", "meant"),
    [
        (19, "7.15", "19:15"),
        (19, "10.30", "22:30"),
        (19, "6.55", "18:55"),
        (18, "9.50", "21:50"),
        (19, "7.15 am", "07:15"),
        (19, "07.15", "07:15"),
        (19, "14.30", "14:30"),
        (10, "10.45", "10:45"),
        (10, "9.50", "09:50"),
        (10, "1.05", "13:05"),
        (None, "7.15", "07:15"),
    ],
)
def test_a_time_without_am_or_pm_is_one_of_the_meeting(opened: int | None, typed: str, meant: str) -> None:
    moment = moment_meant(typed, DAY, None if opened is None else datetime(2026, 11, 19, opened))
    assert moment is not None
    assert f"{moment:%H:%M}" == meant


def test_an_evening_meeting_may_go_on_past_midnight() -> None:
    assert moment_meant("12.20", DAY, datetime(2026, 11, 19, 19)) == datetime(2026, 11, 20, 0, 20)


def test_what_is_no_time_is_none() -> None:
    assert moment_meant("soon", DAY, datetime(2026, 11, 19, 19)) is None


@pytest.mark.parametrize(
    ("typed", "time", "words"),
    [
        ("10.45 am", "10.45 am", ""),
        ("7.30, for tea", "7.30", "for tea"),
        ("at 14.30 hours", "at 14.30 hours", ""),
        ("for tea until 7.30 pm", "", "for tea until 7.30 pm"),
        ("10 minutes", "", "10 minutes"),
        ("25.00", "", "25.00"),
        ("", "", ""),
    ],
)
def test_a_time_is_told_from_the_words_after_it(typed: str, time: str, words: str) -> None:
    assert time_in_front(typed) == (time, words)
