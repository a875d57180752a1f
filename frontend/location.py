"""Where a window is: the path and the query of its URL, and what patterns make of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

LONGEST_URL = 4_000
"""In characters of a path and its query."""

_PLAIN = ":,;()!"
"""Signs that a query may hold as they are, which makes filters in it readable."""
_PARAMETER = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Location:
    """A place in the interface. `query` keeps the first value of each name."""

    path: str = "/"
    query: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def parse(cls, url: str) -> Location:
        """Read a URL or its path and query; whatever host it names is ignored. What is no URL
        is read as the start.
        """
        try:
            parts = urlsplit(url)
        except ValueError:
            return cls()
        query: dict[str, str] = {}
        for name, value in parse_qsl(parts.query, keep_blank_values=True):
            query.setdefault(name, value)
        return cls(parts.path or "/", query)

    def with_query(self, changes: Mapping[str, str | None]) -> Location:
        """Return the same path with some parameters changed; None removes one."""
        query = {**self.query, **changes}
        return Location(
            self.path, {name: value for name, value in query.items() if value is not None}
        )

    @property
    def url(self) -> str:
        return f"{self.path}?{urlencode(self.query, safe=_PLAIN)}" if self.query else self.path


def is_too_long(url: str) -> bool:
    """Tell whether a path and its query, as a browser writes them, are longer than is answered."""
    path, _, query = url.partition("?")
    return len(unquote(path)) + len(query) > LONGEST_URL


def match(pattern: str, path: str) -> dict[str, str] | None:
    """Return the parameters of `path` under a pattern like `/contacts/{id}`, or None when it does
    not fit.

    A parameter is one segment, never empty; a trailing slash in the path is ignored.
    """
    found = _compile(pattern).fullmatch(path.rstrip("/") or "/")
    return found.groupdict() if found else None


_compiled: dict[str, re.Pattern[str]] = {}


def _compile(pattern: str) -> re.Pattern[str]:
    if pattern not in _compiled:
        parts = _PARAMETER.split(pattern)
        expression = "".join(
            f"(?P<{part}>[^/]+)" if index % 2 else re.escape(part)
            for index, part in enumerate(parts)
        )
        _compiled[pattern] = re.compile(expression)
    return _compiled[pattern]
