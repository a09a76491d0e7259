"""Times of answers."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digikunta_cli.importing.dates import column_order, is_ambiguous, moment


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("15.8.2016 9:12", datetime(2016, 8, 15, 9, 12)),
        ("1.9.2016 10.27", datetime(2016, 9, 1, 10, 27)),
        ("2016-08-15 09:12:30", datetime(2016, 8, 15, 9, 12, 30)),
        ("2016-08-15T09:12:30.123", datetime(2016, 8, 15, 9, 12, 30)),
        ("2023-09-29 14.54.27", datetime(2023, 9, 29, 14, 54, 27)),
        ("2026/03/20 12:24:45 PM GMT+2", datetime(2026, 3, 20, 12, 24, 45)),
        ("2026/07/20 12:24:45 AM GMT+3", datetime(2026, 7, 20, 0, 24, 45)),
        ("2026-02-12T10:00:00.000Z", datetime(2026, 2, 12, 12, 0)),
        ("5.1.2022", datetime(2022, 1, 5)),
        ("26.9.2016 klo 9.14", datetime(2016, 9, 26, 9, 14)),
        ("26.9.2016 kl. 9:14:05", datetime(2016, 9, 26, 9, 14, 5)),
        ("26.9.2016 9:14 (UTC+2)", datetime(2016, 9, 26, 10, 14)),
        ("2016-01-26 09:14 EET", datetime(2016, 1, 26, 9, 14)),
        ("2016-07-26 09:14 EEST", datetime(2016, 7, 26, 9, 14)),
        ("42597.38125", datetime(2016, 8, 15, 9, 9)),
        ("42597,5", datetime(2016, 8, 15, 12, 0)),
    ],
)
def test_a_clear_time_needs_no_column(text: str, expected: datetime) -> None:
    """ISO and Finnish times, with or without a zone, become local time in Finland."""
    assert moment(text, None) == expected


@pytest.mark.parametrize(
    "text",
    [
        *("", "eilen", "31.2.2016", "99/99/2016", "2016-13-01", "8/9/16"),
        *("0025-08-20", "1980-01-01 00:00:00", "99999", "420317711", "2016-01-01 10:00 +99"),
    ],
)
def test_no_clear_time_is_none(text: str) -> None:
    """Words, impossible dates and slashed dates without an order tell nothing."""
    assert moment(text, None) is None


def test_an_unknown_zone_is_not_guessed() -> None:
    """A time in a zone that is not understood is no time."""
    assert moment("2026-02-12 10:00 Mars", None) is None


def test_a_column_may_have_a_zone() -> None:
    """Times that name no zone are in the one of their column; others keep their own."""
    assert moment("2016-08-15 09:12:30", None, zone="UTC") == datetime(2016, 8, 15, 12, 12, 30)
    assert moment("2016-01-15 09:12 +02:00", None, zone="UTC") == datetime(2016, 1, 15, 9, 12)
    assert moment("42597.5", None, zone="UTC") == datetime(2016, 8, 15, 15, 0)


@pytest.mark.parametrize(
    ("text", "order", "expected"),
    [
        ("5/11/2020 20:31", "mdy", datetime(2020, 5, 11, 20, 31)),
        ("5/11/2020 20:31", "dmy", datetime(2020, 11, 5, 20, 31)),
        ("05-11-2020 20:31", "dmy", datetime(2020, 11, 5, 20, 31)),
        ("7/27/26 7:06:23 PM", "mdy", datetime(2026, 7, 27, 19, 6, 23)),
        ("5/11/2020 20:31 GMT", "mdy", datetime(2020, 5, 11, 23, 31)),
    ],
)
def test_an_order_reads_slashes_and_dashes(text: str, order: str, expected: datetime) -> None:
    """As Excel and the tools leave them."""
    assert moment(text, order) == expected


def test_a_column_tells_the_order_of_day_and_month() -> None:
    """One value above twelve decides for all."""
    american = ["8/12/16 9:20", "8/30/16 12:40"]
    british = ["26/09/2022 16:34", "03/09/2023 12:01"]

    assert column_order(american) == "mdy"
    assert column_order(british) == "dmy"
    assert moment(american[0], "mdy") == datetime(2016, 8, 12, 9, 20)
    assert moment(british[1], "dmy") == datetime(2023, 9, 3, 12, 1)


def test_a_column_that_does_not_tell_is_ambiguous() -> None:
    """Nothing above twelve, or both above twelve, is not guessed."""
    assert is_ambiguous(["8/9/16", "1/2/16"])
    assert is_ambiguous(["13/1/16", "1/13/16"])
    assert not is_ambiguous(["15.8.2016"])
    assert not is_ambiguous([])


@given(st.datetimes(min_value=datetime(2000, 1, 1), max_value=datetime(2099, 12, 31)))
def test_every_way_of_writing_tells_the_same_time(at: datetime) -> None:
    """Finnish, ISO and American forms of one moment are read as that moment."""
    whole = at.replace(microsecond=0)
    finnish = f"{at.day}.{at.month}.{at.year} {at.hour}:{at.minute:02}:{at.second:02}"
    american = f"{at.month}/{at.day}/{at.year % 100:02} {at.hour}:{at.minute:02}:{at.second:02}"

    assert moment(finnish, None) == whole
    assert moment(at.isoformat(" ", "seconds"), None) == whole
    assert moment(american, "mdy") == whole


@given(st.text(max_size=30), st.sampled_from(["dmy", "mdy", None]))
def test_any_text_is_read_without_an_error(text: str, order: str | None) -> None:
    """Whatever stands in the column, reading it never fails."""
    assert moment(text, order) is None or isinstance(moment(text, order), datetime)
    assert moment(text, order, zone="UTC") is None or moment(text, order) is not None
