"""Patterns of numbers."""

from __future__ import annotations

import pytest

from backend.billing.errors import InvalidNumberPattern, NumberOutOfRange
from backend.billing.rules.kinds import DocumentKind, Restart
from backend.billing.rules.numbering import Numbering, check_numbering, number_text


@pytest.mark.parametrize(
    ("pattern", "number", "text"),
    [
        ("F{year}-{number:04}", 1, "F2026-0001"),
        ("F{year}-{number:04}", 12345, "F2026-12345"),
        ("{number}/{year}", 7, "7/2026"),
        ("INV.{number:06}", 42, "INV.000042"),
    ],
)
def test_a_pattern_makes_a_number(pattern, number, text):
    assert number_text(pattern, 2026, number) == text


@pytest.mark.parametrize(
    ("pattern", "restart"),
    [
        ("F{number}", Restart.YEARLY),
        ("F{year}", Restart.YEARLY),
        ("{number}{number}", Restart.NEVER),
        ("{year}{year}{number}", Restart.YEARLY),
        ("{number:4}", Restart.NEVER),
        ("{year:04}-{number}", Restart.YEARLY),
        ("{month}-{number}", Restart.NEVER),
        ("F {number}", Restart.NEVER),
        ("é{number}", Restart.NEVER),
        ("{number}{", Restart.NEVER),
        ("{number.__class__}", Restart.NEVER),
        ("A-VERY-LONG-NAME-{number}", Restart.NEVER),
        ("", Restart.NEVER),
    ],
)
def test_a_pattern_that_makes_no_sound_number_is_refused(pattern, restart):
    with pytest.raises(InvalidNumberPattern):
        check_numbering(Numbering(DocumentKind.INVOICE, pattern, restart), ())


@pytest.mark.parametrize("start_at", [0, -1, 10**9])
def test_numbers_begin_at_one_or_above(start_at):
    numbering = Numbering(DocumentKind.INVOICE, "{number}", Restart.NEVER, start_at)
    with pytest.raises(NumberOutOfRange):
        check_numbering(numbering, ())
