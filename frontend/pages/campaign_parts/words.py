"""Campaigns in words: states, problems, reasons, rates."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from frontend.locale import format_datetime, format_number, format_percent, t

Campaign = Mapping[str, Any]
LIST = "/campaigns"
ONE = "/campaigns/{id}"
_PLACE = re.compile(r"\{\{\s*([^{}|]*?)\s*(?:\|([^{}]*))?\}\}")


def campaign_url(campaign_id: str) -> str:
    """Return where a campaign is written, and looked at once it is sent."""
    return f"{LIST}/{quote(campaign_id, safe='=')}"


def title_of(campaign: Campaign) -> str:
    """Return what a campaign is called."""
    return subject_words(campaign["subject"])


def subject_words(subject: str) -> str:
    """Return a subject as it reads for whom nothing is known of."""
    return _PLACE.sub(_said, subject).strip() or t("Without a subject")


def _said(place: re.Match[str]) -> str:
    """Return what a place says where nothing is known; dots where that is nothing."""
    return (place.group(2) or "").strip() or "…"


def state_words(campaign: Campaign) -> tuple[str, str]:
    """Return where a campaign stands, and the colour of that."""
    state = campaign["state"]
    if state == "SENDING" and campaign["frozenAt"] is None:
        return t("Preparing"), "BLUE"
    return {
        "DRAFT": (t("Draft"), "GRAY"),
        "SCHEDULED": (t("Scheduled"), "INDIGO"),
        "SENDING": (t("Sending"), "BLUE"),
        "PAUSED": (t("Paused"), "AMBER"),
        "SENT": (t("Sent", context="campaign"), "GREEN"),
        "CANCELLED": (t("Cancelled"), "GRAY"),
        "FAILED": (t("Could not begin"), "RED"),
    }[state]


def problem_words(problem: str) -> str:
    """Return why a campaign, or one of its letters, does not go on."""
    return {
        "NO_SENDING_SERVER": t("Your mailbox has no server to send by."),
        "NO_RECIPIENTS": t("Nobody who can be written to was chosen any more."),
        "FILTER_BROKEN": t("The filter names what is not there any more."),
        "HOST_UNKNOWN": t("The name of the mail server leads nowhere."),
        "HOST_REFUSED": t("The mail server is not on the internet."),
        "UNREACHABLE": t("The mail server does not answer."),
        "TIMED_OUT": t("The mail server took too long."),
        "TLS_FAILED": t("The connection to the mail server cannot be protected."),
        "SIGN_IN_FAILED": t("The mail server does not know the name or password."),
        "SENDER_REFUSED": t("The mail server does not take messages from your address."),
        "RECIPIENT_REFUSED": t("The mail server does not take messages to this address."),
        "MESSAGE_REFUSED": t("The mail server does not take this message."),
        "TRY_LATER": t("The mail server asked to try again later."),
        "MAYBE_SENT": t("The connection ended while it was given: it may have been sent."),
        "UNEXPECTED": t("Something unexpected happened."),
    }[problem]


def reason_words(reason: str) -> str:
    """Return why somebody gets no letter."""
    return {
        "NO_EMAIL": t("No e-mail address"),
        "NEVER_SUBSCRIBED": t("Never subscribed"),
        "UNSUBSCRIBED": t("Unsubscribed"),
        "BOUNCED": t("Bounced"),
        "DUPLICATE": t("Same address as another contact"),
        "GONE": t("Deleted meanwhile"),
    }[reason]


def counted_reason(reason: str, count: int) -> str:
    """Return why some get no letter, and how many."""
    many = {
        "NEVER_SUBSCRIBED": t("Never subscribed", context="contacts"),
        "UNSUBSCRIBED": t("Unsubscribed", context="contacts"),
        "BOUNCED": t("Bounced", context="contacts"),
        "GONE": t("Deleted meanwhile", context="contacts"),
    }
    words = many.get(reason) or reason_words(reason)
    return t("{reason}: {count}", reason=words, count=format_number(count))


def recipient_words(recipient: Mapping[str, Any]) -> tuple[str, str]:
    """Return what became of a letter, the last thing first, and the colour of that."""
    if recipient["unsubscribedAt"]:
        return t("Unsubscribed"), "AMBER"
    if recipient["bounce"]:
        hard = recipient["bounce"] == "HARD"
        return (t("Bounced"), "RED") if hard else (t("Bounced for now"), "ORANGE")
    if recipient["clickedAt"]:
        return t("Clicked"), "TEAL"
    if recipient["openedAt"]:
        return t("Opened"), "GREEN"
    return {
        "QUEUED": (t("Not sent yet"), "GRAY"),
        "SENDING": (t("Sending"), "BLUE"),
        "SENT": (t("Sent"), "BLUE"),
        "FAILED": (t("Failed"), "RED"),
        "SKIPPED": (t("Skipped", context="letter"), "GRAY"),
        "UNKNOWN": (t("May have been sent"), "AMBER"),
    }[recipient["state"]]


def part_of(count: int, whole: int) -> str:
    """Return a rate as people read it; a dash for nothing of nothing."""
    if not whole:
        return "–"
    near = round(count / whole, 2)
    return format_percent(near if count >= whole else min(near, 0.99))


def when_words(campaign: Campaign) -> str:
    """Return the instant that matters most of a campaign."""
    if campaign["state"] == "SCHEDULED" and campaign["scheduledAt"]:
        return t("on {when}", when=format_datetime(campaign["scheduledAt"]))
    if campaign["endedAt"] or campaign["startedAt"]:
        return format_datetime(campaign["endedAt"] or campaign["startedAt"])
    return t("changed {when}", when=format_datetime(campaign["updatedAt"]))


def progress_words(campaign: Campaign) -> str:
    """Return how many have left of how many."""
    return t(
        "{done} of {total} sent",
        done=format_number(campaign["sentCount"]),
        total=format_number(campaign["recipientCount"]),
    )
