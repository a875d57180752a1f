"""What Google answers: the body of a good answer, or a refusal that says what to do.

Source: https://cloud.google.com/apis/design/errors, for the shape of refusals.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from typing import Any

from backend.core.clock import now
from backend.core.errors import Refusal
from backend.google.errors import (
    GoogleApiDisabled,
    GoogleBusy,
    GoogleContactsNotAllowed,
    GoogleRefused,
    GoogleUnreadable,
)

_QUOTA = frozenset({"RATE_LIMIT_EXCEEDED", "rateLimitExceeded", "userRateLimitExceeded"})
_NOT_ALLOWED = frozenset({"ACCESS_TOKEN_SCOPE_INSUFFICIENT", "insufficientPermissions"})
_DISABLED = frozenset({"SERVICE_DISABLED", "accessNotConfigured"})


class Busy(Exception):
    """Google wants to be asked again later; ``seconds`` is when, where it says that."""

    def __init__(self, refusal: Refusal, seconds: float | None = None) -> None:
        super().__init__(refusal.code, seconds)
        self.refusal = refusal
        self.seconds = seconds


class NotSignedIn(Exception):
    """The access token is over (401)."""


class ChangesForgotten(Exception):
    """The sync token is over: everybody must be read again."""


class PlaceForgotten(Exception):
    """The request makes no sense to Google: of a page token, that it is over."""


def require_good(status: int, headers: Mapping[str, str], body: bytes) -> None:
    """Return where an answer is a good one.

    Raises:
        Busy, NotSignedIn, ChangesForgotten, PlaceForgotten
        Refusal: any other reason; asking again would change nothing.
    """
    if status == 200:
        return
    if status == 401:
        raise NotSignedIn
    reasons = _reasons(body)
    if status == 429 or status >= 500 or (status == 403 and reasons & _QUOTA):
        raise Busy(GoogleBusy(), wait_seconds(headers))
    if status == 410 or "EXPIRED_SYNC_TOKEN" in reasons:
        raise ChangesForgotten
    if status == 400:
        raise PlaceForgotten
    if status == 403 and reasons & _NOT_ALLOWED:
        raise GoogleContactsNotAllowed
    if status == 403 and reasons & _DISABLED:
        raise GoogleApiDisabled
    raise GoogleRefused(status=status)


def wait_seconds(headers: Mapping[str, str]) -> float | None:
    """Return what ``Retry-After`` says, in seconds: a number or a date; None where it is neither.

    Source: RFC 9110, section 10.2.3.
    """
    text = headers.get("retry-after", "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        until = parsedate_to_datetime(text)
    except (ValueError, OverflowError, IndexError):
        return None
    if until.tzinfo is None:
        return None
    return max(0.0, (until - now()).total_seconds())


def json_object(body: bytes) -> dict[str, Any]:
    """Return the object that a body is.

    Raises:
        GoogleUnreadable: it is no JSON, or no object.
    """
    try:
        # Unlike faster readers it takes halves of surrogate pairs, which people have in names.
        value = json.loads(body)
    except (ValueError, RecursionError):
        raise GoogleUnreadable from None
    if not isinstance(value, dict):
        raise GoogleUnreadable
    return value


def objects(value: object) -> list[dict[str, Any]]:
    """Return those of a list that are objects; nothing where it is no list."""
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def inner(value: object) -> dict[str, Any]:
    """Return an object, an empty one where it is none."""
    return value if isinstance(value, dict) else {}


def words(value: object, maximum: int) -> str:
    """Return a text without blanks around it, cut off; nothing where it is none."""
    if not isinstance(value, str):
        return ""
    text = value[: maximum + 1].strip()[:maximum]
    return (
        text
        if text.isascii()
        else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    )


def count(value: object) -> int | None:
    """Return a number of things; None where it is none."""
    is_number = isinstance(value, int) and not isinstance(value, bool)
    return value if is_number and 0 <= value < 2**31 else None  # type: ignore[operator, return-value]


def _reasons(body: bytes) -> frozenset[str]:
    try:
        error = inner(json_object(body).get("error"))
    except GoogleUnreadable:
        return frozenset()
    found = [*objects(error.get("details")), *objects(error.get("errors"))]
    return frozenset(words(each.get("reason"), 100) for each in found)
