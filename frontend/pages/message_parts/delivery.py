"""How far a message is, in words."""

from __future__ import annotations

from typing import NamedTuple

from frontend.locale import format_datetime, format_time, t
from frontend.locale.formats import local_day
from frontend.pages.mail_parts.problems import problem_words
from frontend.pages.message_parts.state import Message

MAYBE_SENT = "MAYBE_SENT"


class Delivery(NamedTuple):
    """What is said under a message that was written here."""

    state: str
    """For its looks: `waiting`, `sent` or `failed`."""
    words: str
    reason: str = ""
    """Why it is not further."""
    said: str = ""
    """What the other server said, in its own words."""


def delivery_of(message: Message) -> Delivery | None:
    """Return how far a message is; None of one that came in."""
    state, failure = message["state"], message["failure"]
    if state == "RECEIVED":
        return None
    reason = problem_words(failure) if failure else ""
    said = message["failureDetail"] or ""
    if message["bouncedAt"]:
        return Delivery("failed", t("Came back: it was not delivered"), reason, said)
    if state == "FAILED":
        return Delivery("failed", t("Not sent"), reason, said)
    if state == "SENT":
        return Delivery("sent", t("Sent"))
    if state == "HELD":
        return Delivery("failed", t("Held: the contact was in the trash"))
    if state == "DISCARDED":
        return Delivery("waiting", t("Discarded, never sent"))
    if state == "SENDING":
        return Delivery("waiting", t("Sending…"))
    if not failure or not message["nextTryAt"]:
        return Delivery("waiting", t("Waiting to be sent"))
    return Delivery("waiting", _next_try(message["nextTryAt"], message["at"]), reason, said)


def _next_try(next_try_at: str, written_at: str) -> str:
    if local_day(next_try_at) == local_day(written_at):
        return t("Not sent yet; next try at {time}", time=format_time(next_try_at))
    return t("Not sent yet; next try on {time}", time=format_datetime(next_try_at, "short"))
