"""How many and how long: the bounds of custom fields and of their values."""

from __future__ import annotations

MAX_FIELDS = 100
"""Fields of one account, those in the trash aside."""
NAME_LENGTH = 60
TEXT_LENGTH = 2_000
URL_LENGTH = 2_000
WHOLE_DIGITS = 15
FRACTION_DIGITS = 6
"""A number has at most 15 digits before the decimal sign and 6 behind it."""
KEY_LENGTH = 160
"""Two values that agree this far are equal to filters and sort by age: an index row has limits."""
SEARCHED_LENGTH = 60
"""How much of a text is found by the search, and"""
SEARCHED_TOTAL = 300
"""how much of all the texts of one contact: the index of pieces is four times what is in it."""
