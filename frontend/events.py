"""What a window's events hold, read before any handler sees them.

The browser's client (static/client/events.js) sends a few fields of each event. Whoever speaks to
the socket without it may send anything; a handler meets the same fields of the same types all the
same.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson

_TEXTS = ("type", "key", "code", "detail", "url")
_FLAGS = ("altKey", "ctrlKey", "metaKey", "shiftKey", "repeat")
_NUMBERS = ("button", "clientX", "clientY", "clicks")
Event = dict[str, Any]


class GarbledEvent(ValueError):
    """An event that the browser's client never sends; nothing is told to the user."""


def read_event(raw: object) -> Event:
    """Return an event with all its fields: `target` and `currentTarget` with `id`, `name`, `value`,
    `checked` and `dataset`; `values` of a submitted form; texts, flags and numbers.

    Raises:
        GarbledEvent: a field is of another type.
    """
    event = _mapping(raw)
    return {
        **{name: _text(event.get(name, "")) for name in _TEXTS},
        **{name: event.get(name) is True for name in _FLAGS},
        **{name: _number(event.get(name, 0)) for name in _NUMBERS},
        "target": _element(event.get("target")),
        "currentTarget": _element(event.get("currentTarget")),
        "values": _texts(event.get("values")),
    }


def _element(raw: object) -> dict[str, Any]:
    node = _mapping(raw if raw is not None else {})
    return {
        **{name: _text(node.get(name, "")) for name in ("id", "name", "value")},
        "checked": node.get("checked") is True,
        "dataset": _texts(node.get("dataset")),
    }


def _mapping(raw: object) -> Mapping[str, Any]:
    if not isinstance(raw, dict):
        raise GarbledEvent("not an object")
    return raw


def _text(raw: object) -> str:
    if not isinstance(raw, str):
        raise GarbledEvent("not a text")
    return raw


def _number(raw: object) -> float:
    if isinstance(raw, bool) or not isinstance(raw, int | float) or not abs(raw) < 2**31:
        raise GarbledEvent("not a number of a page")
    return raw


def _texts(raw: object) -> dict[str, str]:
    return {name: _text(value) for name, value in _mapping(raw if raw is not None else {}).items()}


class Detail:
    """What an island says in its event's `detail`: a JSON object, read field by field.

    Every reader raises GarbledEvent when the field is missing or of another type.
    """

    __slots__ = ("_fields",)

    def __init__(self, event: Mapping[str, Any]) -> None:
        try:
            self._fields = _mapping(orjson.loads(event["detail"]))
        except orjson.JSONDecodeError:
            raise GarbledEvent("the detail is no JSON") from None

    def text(self, name: str, default: str | None = None) -> str:
        """Return a text."""
        return _text(self._get(name, default))

    def whole(self, name: str) -> int:
        """Return a whole number."""
        return int(_number(self._get(name)))

    def number(self, name: str) -> float:
        """Return a number."""
        return float(_number(self._get(name)))

    def flag(self, name: str) -> bool:
        """Return whether something is said to be so."""
        return self._fields.get(name) is True

    def texts(self, name: str, default: list[str] | None = None) -> list[str]:
        """Return a list of texts."""
        raw = self._get(name, default)
        if not isinstance(raw, list):
            raise GarbledEvent(f"{name} is no list")
        return [_text(item) for item in raw]

    def fields(self, *types: type) -> dict[str, Any]:
        """Return all fields, which must be of one of these types."""
        if not all(isinstance(value, types) for value in self._fields.values()):
            raise GarbledEvent("a field is of another type")
        return dict(self._fields)

    def _get(self, name: str, default: object = None) -> object:
        value = self._fields.get(name)
        if value is None:
            value = default
        if value is None:
            raise GarbledEvent(f"{name} is missing")
        return value
