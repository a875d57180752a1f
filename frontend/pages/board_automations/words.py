"""What automations do, in sentences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from frontend.components import Option
from frontend.locale import t, tn

Automation = Mapping[str, Any]
BY_STEP = "CARD_ENTERED_STEP"


def when_words(automation: Automation) -> str:
    """Say when it runs."""
    if automation["trigger"] != BY_STEP:
        return trigger_words()[automation["trigger"]]
    if not automation["stepName"]:
        return t("When a card comes to a step that is gone")
    return t("When a card comes to “{step}”", step=automation["stepName"])


def then_words(automation: Automation) -> str:
    """Say what it does."""
    action, name = automation["action"], automation["subjectName"]
    if action == "ADD_TASK":
        return _task_words(automation)
    if not name:
        return {
            "ADD_LABEL": t("put on a label that is gone"),
            "SEND_SAVED_REPLY": t("send a saved reply that is gone"),
            "NOTIFY": t("notify somebody who left"),
            "MOVE_CARD": t("move it to a step that is gone"),
        }[action]
    return {
        "ADD_LABEL": t("put on the label “{name}”", name=name),
        "SEND_SAVED_REPLY": t("send the saved reply “{name}” to its contact", name=name),
        "NOTIFY": t("notify {name}", name=name),
        "MOVE_CARD": t("move it to “{name}”", name=name),
    }[action]


def _task_words(automation: Automation) -> str:
    title, days, name = automation["title"], automation["dueInDays"], automation["subjectName"]
    if days is None:
        words = t("add the task “{title}”", title=title)
    elif days == 0:
        words = t("add the task “{title}” for the same day", title=title)
    else:
        words = tn(
            "add the task “{title}”, due {count} day later",
            "add the task “{title}”, due {count} days later",
            days,
            title=title,
        )
    return t("{task}, for {name}", task=words, name=name) if name else words


def trigger_words() -> dict[str, str]:
    """Return what sets automations off, in words."""
    return {
        BY_STEP: t("When a card comes to a step"),
        "QUOTE_ACCEPTED": t("When a quote of a card is accepted"),
        "INVOICE_PAID": t("When an invoice of a card is paid"),
    }


def tried_words(automation: Automation) -> str:
    """Say for which cards a dry run looks what would happen."""
    if automation["trigger"] == BY_STEP:
        return t(
            "{when}: {then}. Of the cards that are there now, it would do so for those with a "
            "tick; nothing is done by looking.",
            when=when_words(automation),
            then=then_words(automation),
        )
    return t(
        "{when}: {then}. Of the cards with quotes or invoices, it would do so for those with a "
        "tick; nothing is done by looking.",
        when=when_words(automation),
        then=then_words(automation),
    )


def action_options() -> list[Option]:
    """Return what an automation may do."""
    return [
        Option("ADD_TASK", t("Add a task")),
        Option("SEND_SAVED_REPLY", t("Send a saved reply")),
        Option("ADD_LABEL", t("Add a label")),
        Option("NOTIFY", t("Notify somebody")),
        Option("MOVE_CARD", t("Move the card")),
    ]
