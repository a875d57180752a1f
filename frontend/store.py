"""Observable values: state that lives outside components, which each of them watches only the slice
it shows.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Store(Generic[Value]):
    """A value with listeners. Setting an equal value tells nobody."""

    __slots__ = ("_listeners", "_value")

    def __init__(self, value: Value) -> None:
        self._value = value
        self._listeners: list[Callable[[Value], None]] = []

    @property
    def value(self) -> Value:
        return self._value

    def set(self, value: Value) -> None:
        """Replace the value and tell the listeners when it differs."""
        if value is self._value or value == self._value:
            return
        self._value = value
        for listener in tuple(self._listeners):
            listener(value)

    def update(self, change: Callable[[Value], Value]) -> None:
        """Replace the value by what `change` makes of it; `change` must return a new object, not
        alter the old one.
        """
        self.set(change(self._value))

    def subscribe(self, listener: Callable[[Value], None]) -> None:
        """Call `listener` after every change."""
        self._listeners.append(listener)

    def unsubscribe(self, listener: Callable[[Value], None]) -> None:
        """Call it no longer; one that was not called is passed over."""
        if listener in self._listeners:
            self._listeners.remove(listener)
