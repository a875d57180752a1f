"""Columns that mean the same on SQLite and PostgreSQL."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tortoise.fields import BigIntField
from tortoise.models import Model

from backend.core.clock import from_micros, to_micros


class InstantField(BigIntField):
    """An instant, stored as microseconds since 1970 UTC.

    One representation on both databases, ordered and compared as a number, so that raw reads and
    keyset cursors need no parsing. Python sees an aware UTC datetime.
    """

    field_type = int

    def to_db_value(self, value: Any, instance: type[Model] | Model) -> Any:  # noqa: ARG002
        """Return microseconds for an aware datetime, or what is already a number."""
        return to_micros(value) if isinstance(value, datetime) else value

    def to_python_value(self, value: Any) -> Any:
        """Return an aware UTC datetime for stored microseconds."""
        return from_micros(value) if isinstance(value, int) else value
