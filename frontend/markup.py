"""Markup trees as HTML text, for the first paint."""

from __future__ import annotations

from html import escape
from typing import Any

import orjson

VOID = frozenset(
    {"br", "hr", "img", "input", "link", "meta", "path", "circle", "line", "rect", "polyline"}
)
NAMES = {
    "className": "class",
    "htmlFor": "for",
    "defaultValue": "value",
    "dateTime": "datetime",
    "tabIndex": "tabindex",
}
LEFT_OUT = frozenset({"key", "style"})


def to_html(model: Any) -> str:
    """Return a tree as HTML, escaped. Event handlers and inline styles are left out: they come with
    the socket.
    """
    if isinstance(model, orjson.Fragment):
        model = orjson.loads(orjson.dumps(model))
    if isinstance(model, str):
        return escape(model)
    inside = "".join(to_html(child) for child in model.get("children") or ())
    tag = model["tagName"]
    if not tag:
        return inside
    attributes = "".join(
        _attribute(name, value) for name, value in (model.get("attributes") or {}).items()
    )
    if tag in VOID:
        return (
            f"<{tag}{attributes}>"
            if tag in ("br", "hr", "img", "input", "link", "meta")
            else f"<{tag}{attributes}/>"
        )
    return f"<{tag}{attributes}>{inside}</{tag}>"


def _attribute(name: str, value: Any) -> str:
    if name in LEFT_OUT or value is None or value is False:
        return ""
    if value is True:
        return f" {NAMES.get(name, name)}"
    return f' {NAMES.get(name, name)}="{escape(str(value))}"'
