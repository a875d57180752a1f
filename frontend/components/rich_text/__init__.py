"""Formatted text: markup that the API made safe, as elements of a few kinds.

Nothing is put into the page as text of markup: tags and addresses that are not in the lists below
are left out, whatever the API says. Headings are paragraphs: the page has headings of its own.
"""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit

from reactpy import html
from reactpy.types import VdomDict

_KEPT = {
    *("p", "br", "hr", "em", "strong", "s", "code", "pre", "blockquote", "ul", "ol", "li", "a"),
    *("b", "i", "u", "sub", "sup", "div"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
_EMPTY = {"br", "hr"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_SCHEMES = {"http", "https", "mailto", "tel"}
DEEPEST = 40


def RichText(markup: str, *, class_name: str = "") -> VdomDict:
    """Draw markup of the API's `html` fields. It may stand in fragments."""
    reader = _Reader()
    reader.feed(markup)
    reader.close()
    return html.div({"className": f"rich-text {class_name}".strip(), "dir": "auto"}, *reader.root)


class _Reader(HTMLParser):
    """Builds elements; `root` holds those at the top."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root: list[Any] = []
        self._open: list[tuple[str, list[Any], dict[str, Any]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _EMPTY:
            self._add(getattr(html, tag)())
        elif (tag in _KEPT or tag in _HEADINGS) and len(self._open) < DEEPEST:
            self._open.append((tag, [], _attributes(tag, dict(attrs))))

    def handle_endtag(self, tag: str) -> None:
        if any(name == tag for name, _, _ in self._open):
            while self._close() != tag:
                pass

    def handle_data(self, data: str) -> None:
        # The line breaks between blocks are the markup's own; within text they are blanks.
        if data.strip() or (self._open and self._open[-1][0] not in ("ul", "ol", "table", "tr")):
            self._add(data)

    def close(self) -> None:
        super().close()
        while self._open:
            self._close()

    def _close(self) -> str:
        tag, children, attributes = self._open.pop()
        made = html.p if tag in _HEADINGS else getattr(html, tag)
        element = made(attributes, *children)
        self._add(html.div({"className": "rich-table"}, element) if tag == "table" else element)
        return tag

    def _add(self, child: Any) -> None:
        (self._open[-1][1] if self._open else self.root).append(child)


def _attributes(tag: str, given: dict[str, str | None]) -> dict[str, Any]:
    if tag in _HEADINGS:
        return {"className": f"rich-heading rich-{tag}"}
    if tag == "ol" and (given.get("start") or "").isdigit():
        return {"start": given["start"]}
    if tag == "a" and (href := _safe_address(given.get("href"))):
        return {"href": href, "target": "_blank", "rel": "noopener noreferrer nofollow"}
    return {}


def _safe_address(href: str | None) -> str | None:
    try:
        return href if href and urlsplit(href).scheme in _SCHEMES else None
    except ValueError:
        return None
