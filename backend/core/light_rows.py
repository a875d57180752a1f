"""Classes of which many are made: of rows, and for each request."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def light_row(cls: type[T]) -> type[T]:
    """Make a dataclass with slots that the type checker holds frozen.

    What Python itself freezes is made by one call a field: 3.0 µs for six fields, against 0.4.
    """
    return dataclass(slots=True, unsafe_hash=True)(cls)
