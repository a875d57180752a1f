"""Where letters may lead: to a whole address of the web, to one to write to, or one to call."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urlsplit

from backend.campaigns.errors import InvalidLink, PlaceInLink
from backend.core.errors import Refusal

_SCHEMES = frozenset({"http", "https"})
_WITHOUT_HOST = frozenset({"mailto", "tel"})
_LONGEST_SHOWN = 60
_ANCHOR = re.compile(r"<a\b([^>]*)>", re.IGNORECASE)
_HREF = re.compile(r'\bhref="([^"]*)"', re.IGNORECASE)
_PLACE = re.compile(r"\{\{|\}\}|%7B%7B|%7D%7D", re.IGNORECASE)
_HOST = re.compile(r"[^\s.<>\"%\\^`{|}]+(?:\.[^\s.<>\"%\\^`{|}]+)*\.?")


def links_in(html: str) -> list[str]:
    """Return where the links of clean HTML lead, each once; nothing for one that leads nowhere."""
    found = (_HREF.search(anchor.group(1)) for anchor in _ANCHOR.finditer(html))
    return list(dict.fromkeys(unescape(href.group(1)) if href else "" for href in found))


def refused_link(url: str, path: tuple[str, ...], number: int) -> Iterator[Refusal]:
    """Return what is wrong with a link of a part; the part's ``number`` counts from one."""
    if _PLACE.search(url):
        yield PlaceInLink(path, number=number, name=url[:_LONGEST_SHOWN])
    elif not is_link(url):
        yield InvalidLink(path, number=number, name=url[:_LONGEST_SHOWN])


def is_link(url: str) -> bool:
    """Whether a letter may lead to an address.

    Without a scheme, ``//host`` and ``/path`` mean another place in every mail program; names and
    passwords, backslashes and hosts that are none are what disguises are made of.
    """
    if not url.isprintable() or " " in url or "\\" in url:
        return False
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    if parts.scheme in _SCHEMES:
        return bool(host and _HOST.fullmatch(host)) and "@" not in parts.netloc
    return parts.scheme in _WITHOUT_HOST and bool(parts.path)
