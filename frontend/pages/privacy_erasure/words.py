"""What goes and what stays, counted in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from frontend.locale import format_date, format_number, t, tn

Erasure = Mapping[str, Any]


ORDER = (
    *("contact", "messages", "notes", "files", "tasks", "cards", "projects", "sites"),
    *("drafts", "recurring", "campaigns", "consents", "history"),
)
"""In which sections are told; those that nobody would miss come last."""


def in_order(erased: Sequence[Mapping[str, Any]]) -> Sequence[Mapping[str, Any]]:
    """Return sections as they are told."""

    def place(each: Mapping[str, Any]) -> int:
        return ORDER.index(each["section"]) if each["section"] in ORDER else len(ORDER)

    return sorted(erased, key=place)


def section_words(section: str, count: int) -> str:
    """Return so many things of a section of a person's data; an unknown one by its name."""
    known = {
        "contact": tn(
            "{count} contact with all details", "{count} contacts with all details", count
        ),
        "history": tn("{count} entry of the history", "{count} entries of the history", count),
        "consents": tn("{count} step of a subscription", "{count} steps of subscriptions", count),
        "undo": tn("{count} earlier state", "{count} earlier states", count),
        "merges": tn("{count} merge", "{count} merges", count),
        "duplicates": tn("{count} likely duplicate", "{count} likely duplicates", count),
        "messages": tn("{count} message", "{count} messages", count),
        "notes": tn("{count} note", "{count} notes", count),
        "tasks": tn("{count} task", "{count} tasks", count),
        "cards": tn("{count} card", "{count} cards", count),
        "projects": tn("{count} project", "{count} projects", count),
        "files": tn("{count} file", "{count} files", count),
        "sites": tn("{count} link to a site", "{count} links to sites", count),
        "drafts": tn("{count} draft of a document", "{count} drafts of documents", count),
        "recurring": tn("{count} recurring invoice", "{count} recurring invoices", count),
        "notifications": tn("{count} notification", "{count} notifications", count),
        "imports": tn("{count} trace in an import", "{count} traces in imports", count),
        "campaigns": tn("{count} letter of a campaign", "{count} letters of campaigns", count),
        "privacy_requests": tn(
            "Details of {count} privacy request", "Details of {count} privacy requests", count
        ),
    }
    return known.get(section) or f"{format_number(count)} {section.replace('_', ' ')}"


def kept_words(kept: Mapping[str, Any]) -> str:
    """Return how many documents of a kind stay."""
    count = int(kept["count"])
    return {
        "INVOICE": tn("{count} invoice", "{count} invoices", count),
        "QUOTE": tn("{count} quote", "{count} quotes", count),
        "CREDIT_NOTE": tn("{count} credit note", "{count} credit notes", count),
    }[str(kept["kind"])]


def until_words(kept: Mapping[str, Any]) -> str:
    """Return until when, and by which law."""
    day = format_date(str(kept["until"]), "long")
    if kept["source"]:
        return t("until {day} ({law})", day=day, law=kept["source"])
    return t("until {day}", day=day)


def ending_words(shown: Erasure) -> Sequence[str]:
    """Return what ends, a sentence each."""
    drafts, recurring = int(shown["draftCount"]), int(shown["recurringCount"])
    links, unpaid = int(shown["linkCount"]), int(shown["unpaidCount"])
    said = [
        t("Letters and reminders that have not left are not sent."),
        t("Open tasks and cards of this person are gone, whoever works on them."),
    ]
    if drafts:
        said.append(
            tn("{count} draft is never issued.", "{count} drafts are never issued.", drafts)
        )
    if recurring:
        said.append(
            tn("{count} recurring invoice stops.", "{count} recurring invoices stop.", recurring)
        )
    if links:
        said.append(
            tn(
                "{count} link to a document opens nothing any more.",
                "{count} links to documents open nothing any more.",
                links,
            )
        )
    if unpaid:
        said.append(
            tn(
                "{count} invoice is not paid yet: it stays due, and is no longer reminded of.",
                "{count} invoices are not paid yet: they stay due, and are no longer reminded of.",
                unpaid,
            )
        )
    return said
