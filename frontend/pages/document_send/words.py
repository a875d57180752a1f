"""Letters and how far they are, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from frontend.locale import t
from frontend.pages.mail_parts.problems import problem_words

Delivery = Mapping[str, Any]


def letter_names() -> dict[str, str]:
    """Return what letters are called."""
    return {
        "QUOTE": t("With a quote"),
        "INVOICE": t("With an invoice"),
        "CREDIT_NOTE": t("With a credit note"),
        "REMINDER": t("Reminder before it is due"),
        "OVERDUE": t("Reminder of an overdue invoice"),
    }


def state_words(delivery: Delivery) -> tuple[str, str]:
    """Return how far a letter is, and the colour of that."""
    if delivery["bouncedAt"]:
        return t("Came back"), "red"
    known = {
        "QUEUED": (t("On its way"), "blue"),
        "SENDING": (t("On its way"), "blue"),
        "SENT": (t("Sent"), "green"),
        "FAILED": (t("Not sent"), "red"),
        "HELD": (t("Held back"), "amber"),
        "DISCARDED": (t("Given up"), "gray"),
    }
    return known.get(delivery["state"] or "", (t("Message deleted"), "gray"))


def trouble_words(delivery: Delivery) -> str:
    """Return why a letter did not leave, or nothing."""
    return problem_words(delivery["problem"]) if delivery["problem"] else ""


def dialog_title(kind: str, number: str) -> str:
    """Return what the dialog is called."""
    titles = {
        "QUOTE": t("Send quote {number}", number=number),
        "INVOICE": t("Send invoice {number}", number=number),
        "CREDIT_NOTE": t("Send credit note {number}", number=number),
    }
    return titles[kind]
