"""Inputs as the JSON that a client wrote them as: to keep, to show and to take in again."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

import strawberry
from strawberry.types.base import get_object_definition
from strawberry.utils.str_converters import to_camel_case


def plain(value: Any) -> Any:
    """Return an input, or a value of one, as JSON; what was left out, or is null, is not in it.

    Enums are their names, days ISO 8601, decimals exact texts: the shape of the input's variables.
    """
    if isinstance(value, strawberry.Some):
        return plain(value.value)
    if isinstance(value, Enum):
        return value.name
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, list):
        return [plain(each) for each in value]
    definition = get_object_definition(type(value))
    if definition is None:
        return value
    written = {
        field.graphql_name or to_camel_case(field.python_name): getattr(value, field.python_name)
        for field in definition.fields
    }
    return {
        name: plain(each)
        for name, each in written.items()
        if each is not strawberry.UNSET and each is not None
    }
