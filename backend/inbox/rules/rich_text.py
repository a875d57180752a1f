"""Rich text kept simple: one list of what may be in it, for what is written here and received.

No styles, classes, forms or scripts: nothing in a letter can cover, resize or act on the page that
shows it. Links open elsewhere and say nothing of where they were clicked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import nh3

from backend.inbox.rules.limits import SHOWN_LENGTH
from backend.inbox.rules.nesting import is_readable, words_of

_LETTERS = ("a", "b", "br", "code", "em", "i", "s", "span", "strong", "sub", "sup", "u")
_BLOCKS = ("blockquote", "div", "h1", "h2", "h3", "h4", "hr", "li", "ol", "p", "pre", "ul")
_TABLES = ("table", "tbody", "td", "th", "thead", "tr")
_TAGS = frozenset((*_LETTERS, *_BLOCKS, *_TABLES))
_ATTRIBUTES = {
    "a": {"href"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
    "ol": {"start"},
}
_SCHEMES = {"http", "https", "mailto", "tel"}
# What is inside of these is not text.
_DROPPED = frozenset({"script", "style", "title", "head", "noscript", "template"})
_TRACKER_SIDES = frozenset({"0", "1"})
_BLANK = re.compile(r"(?:</?(?:p|div|span)>|<br>|\s|&nbsp;)*")

_plain = nh3.Cleaner(
    tags=set(_TAGS),
    clean_content_tags=set(_DROPPED),
    attributes={name: set(kept) for name, kept in _ATTRIBUTES.items()},
    url_schemes=_SCHEMES,
    link_rel="noopener noreferrer nofollow",
    set_tag_attribute_values={"a": {"target": "_blank"}},
)
_pictured = nh3.Cleaner(
    tags={*_TAGS, "img"},
    clean_content_tags=set(_DROPPED),
    attributes={
        **{name: set(kept) for name, kept in _ATTRIBUTES.items()},
        "img": {"src", "alt", "width", "height"},
    },
    url_schemes=_SCHEMES,
    link_rel="noopener noreferrer nofollow",
    set_tag_attribute_values={"a": {"target": "_blank"}},
)
_PICTURE = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
_SOURCE = re.compile(r'\bsrc="https?://', re.IGNORECASE)
_SIDE = re.compile(r'\b(?:width|height)="(\d+)"', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Clean HTML: without images, and with those that lie elsewhere, None when it has none."""

    html: str
    pictured: str | None = None


def clean_html(text: str) -> str:
    """Return rich text without what it may not have; empty when nothing is left to see."""
    html = _within(_plain, text).strip()
    return "" if _BLANK.fullmatch(html) else html


def clean_letter(text: str) -> Cleaned:
    """Return the HTML of a received letter, clean. Images of one pixel are left out: they tell the
    sender who read it, and show nothing.
    """
    html = clean_html(text)
    if "<img" not in text[: 4 * SHOWN_LENGTH].lower():
        return Cleaned(html)
    pictured = _PICTURE.sub(_kept_picture, _within(_pictured, text))
    return Cleaned(html, pictured if "<img" in pictured else None)


def _within(cleaner: nh3.Cleaner, text: str) -> str:
    start = text[: 4 * SHOWN_LENGTH]
    if not is_readable(start):
        return words_of(start)
    html = cleaner.clean(start)
    # What is cut off may have been the end of an element: the second pass closes it.
    return html if len(html) <= SHOWN_LENGTH else cleaner.clean(html[:SHOWN_LENGTH])


def _kept_picture(found: re.Match[str]) -> str:
    tag = found.group()
    is_tracker = any(side in _TRACKER_SIDES for side in _SIDE.findall(tag))
    return "" if is_tracker or not _SOURCE.search(tag) else tag
