"""What was written to and by the client, in words; how it begins stands below the sentence."""

from __future__ import annotations

from frontend.locale import format_money, t
from frontend.pages.contact.parts import ContactStory, Entry, who


def _written(entry: Entry) -> str:
    subject, money = entry["payload"].get("subject"), _money(entry)
    if money:
        return t("{who} asked for {money}", who=who(entry), money=money)
    if subject:
        return t("{who} wrote “{subject}”", who=who(entry), subject=subject)
    return t("{who} wrote a message", who=who(entry))


def _received(entry: Entry) -> str:
    subject, kind = entry["payload"].get("subject"), entry["payload"].get("messageKind")
    if kind == "auto_reply":
        return t("An automatic answer came in")
    if kind == "bounce":
        return t("A mail server sent a message back")
    if subject:
        return t("“{subject}” came in from the client", subject=subject)
    return t("A message came in from the client")


def _failed(entry: Entry) -> str:
    subject = entry["payload"].get("subject")
    if subject:
        return t("“{subject}” could not be sent", subject=subject)
    return t("A message could not be sent")


def _held(entry: Entry) -> str:
    subject = entry["payload"].get("subject")
    if subject:
        return t("“{subject}” is held: the contact went into the trash", subject=subject)
    return t("A message is held: the contact went into the trash")


def _discarded(entry: Entry) -> str:
    subject = entry["payload"].get("subject")
    if subject:
        return t("{who} discarded “{subject}”", who=who(entry), subject=subject)
    return t("{who} discarded a message", who=who(entry))


def _bounced(entry: Entry) -> str:
    subject, address = entry["payload"].get("subject"), entry["payload"].get("address")
    if subject and address:
        return t("“{subject}” came back from {address}", subject=subject, address=address)
    if address:
        return t("A message came back from {address}", address=address)
    if subject:
        return t("“{subject}” came back", subject=subject)
    return t("A message came back")


def _cancelled(entry: Entry) -> str:
    money = _money(entry)
    if money:
        return t("{who} no longer asks for {money}", who=who(entry), money=money)
    return t("{who} took a payment request back", who=who(entry))


def _money(entry: Entry) -> str:
    amount, currency = entry["payload"].get("amountMinor"), entry["payload"].get("currency")
    return "" if amount is None or not currency else format_money(amount, currency)


STORIES = (
    ContactStory(
        "MESSAGE",
        label=lambda: t("Messages"),
        icon="mail",
        order=40,
        words={
            "message.written": _written,
            "message.received": _received,
            "message.failed": _failed,
            "message.held": _held,
            "message.discarded": _discarded,
            "message.bounced": _bounced,
            "payment_request.cancelled": _cancelled,
        },
        with_topics=("PAYMENT_REQUEST",),
    ),
)
