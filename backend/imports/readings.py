"""Read the cells of custom fields: texts, numbers, days and addresses."""

from __future__ import annotations

from backend.custom_fields.values import Given, clean_value
from backend.imports.columns import CustomColumns
from backend.imports.decoding import UNDECODABLE
from backend.imports.errors import UndecodableText


def read_value(columns: CustomColumns, text: str) -> Given:
    """Return what a cell that is not blank says, of the type of its field.

    Raises:
        Refusal: it says nothing of the kind; without a path.
    """
    if UNDECODABLE in text:
        raise UndecodableText
    clean_value(0, columns.kind, text, (), columns.name)
    return text
