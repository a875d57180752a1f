"""Conditions on texts in SQL: where the keys are, and how they are asked."""

from __future__ import annotations

from backend.contacts.filters import Text
from backend.contacts.kinds import TextField, TextTest
from backend.contacts.search_text import PIECE, Alternatives
from backend.contacts.sorting import EMPTY_KEY
from backend.contacts.sql import Sql
from backend.contacts.text_keys import after_all
from backend.core.database import Dialect

NAME_KEYS = {
    TextField.GIVEN_NAME: "given_key",
    TextField.FAMILY_NAME: "family_key",
    TextField.COMPANY: "company_key",
    TextField.POSITION: "position_key",
}
"""Columns of ``contact``. The first three hold what they sort by: the name, then others behind a
separator; and a text from ``EMPTY_KEY`` on where there is no name."""

SOURCES = {
    TextField.EMAIL: ("contact_email", "normalized"),
    TextField.PHONE: ("contact_phone", "digits"),
    TextField.CITY: ("contact_address", "city_key"),
    TextField.POSTAL_CODE: ("contact_address", "postal_key"),
}
"""Tables and columns of what a contact may have several of."""

_SEARCHED = (TextField.GIVEN_NAME, TextField.FAMILY_NAME, TextField.COMPANY)
_FIRST_OF_KEY = "\x01"
"""What stands behind the first text of a sort key (``sorting.sort_key``): below every letter."""
_BEHIND_FIRST = "\x02"


def key_test(part: Text, column: str, dialect: Dialect) -> Sql:
    """Return the comparison of a column's key; NULL where the column is."""
    is_first = column in ("given_key", "family_key", "company_key")
    owner = "contact" if part.field in NAME_KEYS else "held"
    key, value = f"{owner}.{column}", part.value
    match part.test:
        case TextTest.IS if is_first:
            # The text alone, or with the separator behind it.
            return Sql(f"({key} >= ? AND {key} < ?)", (value, value + _BEHIND_FIRST))
        case TextTest.IS:
            return Sql(f"{key} = ?", (value,))
        case TextTest.STARTS_WITH:
            above = after_all(value)
            if above is None:
                return Sql(f"{key} >= ?", (value,))
            return Sql(f"({key} >= ? AND {key} < ?)", (value, above))
    position, character = ("instr", "char") if dialect == "sqlite" else ("strpos", "chr")
    if not is_first:
        # The comparison lets the index of the key be read from end to end, instead of the rows.
        return Sql(f"({key} > '' AND {position}({key}, ?) > 0)", (value,))
    separator = f"{character}({ord(_FIRST_OF_KEY)})"
    return Sql(
        f"({key} < ? AND {position}({key}, ?) "
        f"BETWEEN 1 AND {position}({key} || {separator}, {separator}))",
        (EMPTY_KEY, value),
    )


def pieces(part: Text) -> tuple[Alternatives, ...]:
    """Return what the search finds in all who have a text that contains this one; nothing where
    the search knows too little of it.
    """
    if part.test is not TextTest.CONTAINS:
        return ()
    if part.field in (TextField.EMAIL, TextField.PHONE):
        words = [part.value] if part.value.isascii() else []
    elif part.field in _SEARCHED:
        words = part.value.split()
    else:
        return ()
    return tuple(((word,),) for word in dict.fromkeys(words) if len(word) >= PIECE)
