"""Kinds, states and people in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from frontend.locale import t

Request = Mapping[str, Any]

OPEN = frozenset({"NEW", "MATCHED", "WAITING", "RUNNING", "FAILED"})
"""What still has a deadline."""
COLORS = {
    "NEW": "AMBER",
    "MATCHED": "AMBER",
    "WAITING": "ORANGE",
    "RUNNING": "BLUE",
    "READY": "GREEN",
    "DONE": "GRAY",
    "CANCELLED": "GRAY",
    "FAILED": "RED",
}


def kind_words(kind: str) -> str:
    """Return what is asked for."""
    return {"COPY": t("Copy of their data"), "ERASURE": t("Erasure")}[kind]


def state_words(request: Request) -> str:
    """Return where a request stands."""
    is_copy = request["kind"] == "COPY"
    return {
        "NEW": t("Person to be confirmed"),
        "MATCHED": t("About to begin") if is_copy else t("Erasure to be confirmed"),
        "WAITING": t("Waiting, can be cancelled"),
        "RUNNING": t("Being gathered") if is_copy else t("Being erased"),
        "READY": t("Ready"),
        "DONE": t("Done", context="request"),
        "CANCELLED": t("Cancelled", context="request"),
        "FAILED": t("Failed"),
    }[str(request["state"])]


def person_words(request: Request) -> str:
    """Return whom a request is about: the contacts, else what was said; nobody once erased."""
    names = [str(contact["displayName"]) for contact in request["contacts"]]
    details = request["details"] or {}
    said = details.get("name") or details.get("email") or details.get("phone")
    if names:
        return ", ".join(dict.fromkeys(names))
    if said:
        return str(said)
    return t("Somebody who was erased") if request["kind"] == "ERASURE" else t("Somebody")


def reach_words(request: Request) -> str:
    """Return the e-mail and the phone that were given."""
    details = request["details"] or {}
    return " · ".join(str(each) for each in (details.get("email"), details.get("phone")) if each)
