"""A letter as pieces: what is the same for everybody, and what is filled in for each.

Cut once for a campaign, filled ten thousand times.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape, unescape

from backend.campaigns.rules.placeholders import Values, fill_html, fill_line

UNSUBSCRIBE = "carnet-unsubscribe:"
"""Stands in a template where the address to unsubscribe at goes."""
_HREF = re.compile(r'(?<=href=")(https?://[^"]*)(?=")', re.IGNORECASE)
_WEB = re.compile(r"https?://", re.IGNORECASE)
_END = "</body>"


@dataclass(frozen=True, slots=True)
class Link:
    """An address of the web that a letter leads to."""

    url: str


Piece = str | Link


def is_of_web(url: str) -> bool:
    """Whether an address leads to the web, however odd the rest of it is."""
    return _WEB.match(url) is not None


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where a recipient's letter leads: to unsubscribe, to tell that it was opened (None for not at
    all), and, through ``click``, to what the letter names.
    """

    unsubscribe: str
    pixel: str | None
    click: Callable[[str], str]


def as_they_are(url: str) -> str:
    """Lead where the letter says, untold."""
    return url


@dataclass(frozen=True, slots=True)
class Template:
    """The whole letter, with its places still in it."""

    subject: str
    html: tuple[Piece, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Filled:
    """A letter to one person."""

    subject: str
    html: str
    text: str


def cut(subject: str, html: str, text: str) -> Template:
    """Return a letter cut at its links."""
    pieces: list[Piece] = []
    for number, piece in enumerate(_HREF.split(html)):
        pieces.append(Link(unescape(piece)) if number % 2 else piece)
    return Template(subject, tuple(pieces), text)


def fill(template: Template, values: Values, addresses: Addresses) -> Filled:
    """Return a letter to one person; all that is filled in stays text."""
    html = "".join(
        escape(addresses.click(piece.url))
        if isinstance(piece, Link)
        else fill_html(piece.replace(UNSUBSCRIBE, escape(addresses.unsubscribe)), values)
        for piece in template.html
    )
    if addresses.pixel is not None:
        pixel = (
            f'<img src="{escape(addresses.pixel)}" width="1" height="1" alt="" '
            'style="display:block;width:1px;height:1px;border:0">'
        )
        html = html.replace(_END, pixel + _END)
    return Filled(
        fill_line(template.subject, values),
        html,
        fill_text(template.text, values).replace(UNSUBSCRIBE, addresses.unsubscribe),
    )


def fill_text(text: str, values: Values) -> str:
    """Return plain text with its places filled, line by line."""
    return "\n".join(fill_line(line, values) if "{{" in line else line for line in text.split("\n"))
