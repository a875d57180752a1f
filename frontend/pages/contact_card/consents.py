"""How the subscription of an e-mail came to be: when, by what, and what proves it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reactpy import component, html, use_state
from reactpy.types import VdomDict

from frontend.components import IconButton, Notice, Popover, Skeleton, Time
from frontend.hooks import use_query
from frontend.locale import t
from frontend.operations import load
from frontend.pages.contact_parts.words import status_words

Step = Mapping[str, Any]


@component
def ConsentHistory(contact_id: str, email_id: str, address: str) -> VdomDict:
    """The small button beside a subscription, and its history while it is open."""
    is_open, set_open = use_state(False)
    anchor = f"consents-{email_id}"
    return html.span(
        {"className": "consents"},
        IconButton(
            "history",
            t("History of the subscription of {address}", address=address),
            small=True,
            on_click=lambda _: set_open(True),
            attributes={"id": anchor, "className": "consents-button", "aria-haspopup": "dialog"},
        ),
        Popover(
            html.h2(
                {"className": "consents-title"}, t("Subscription of {address}", address=address)
            ),
            _Steps(contact_id, email_id, key="steps"),
            label=t("History of the subscription of {address}", address=address),
            anchor=anchor,
            on_close=lambda *_: set_open(False),
            id=f"{anchor}-history",
        )
        if is_open
        else None,
    )


@component
def _Steps(contact_id: str, email_id: str) -> VdomDict:
    found, _, error, _ = use_query(load("contacts/read_consents"), {"id": contact_id})
    if error is not None:
        return Notice(t("The history could not be read. Please try again."), kind="error")
    if found is None:
        return Skeleton("list", lines=2)
    emails = (found["contact"] or {}).get("emails") or ()
    email = next((each for each in emails if each["id"] == email_id), None) or {}
    steps = email.get("consentHistory") or ()
    return html.div(
        _bounced(email.get("bouncedAt")),
        html.ol(
            {"className": "consents-list", "tabIndex": 0},
            *(_step(step, place) for place, step in enumerate(steps)),
        )
        if steps
        else html.p({"className": "consents-none"}, t("They were never asked, or never answered.")),
    )


def _bounced(at: str | None) -> VdomDict | None:
    if at is None:
        return None
    return html.p(
        {"className": "consents-bounced"},
        t("Letters to it come back. The last time:"),
        " ",
        Time(at),
    )


def _step(step: Step, place: int) -> VdomDict:
    status = step["status"]
    look = status.lower().replace("_", "-")
    by = [source_words(step["source"])]
    if step["actorName"] and step["source"] not in ("LINK", "FORM", "SYSTEM"):
        by.append(step["actorName"])
    if step["client"]:
        by.append(step["client"])
    return html.li(
        {"className": "consents-step", "key": str(place)},
        html.span(
            {"className": "consents-what"},
            html.span({"className": f"status status-{look}"}, status_words(status)),
            Time(step["since"] or step["recordedAt"])
            if step["since"] or step["source"] != "UNKNOWN"
            else None,
        ),
        html.span({"className": "consents-by"}, " · ".join(by)),
        html.q({"className": "consents-proof"}, step["proof"]) if step["proof"] else None,
    )


def source_words(source: str) -> str:
    """Return the words of what gave an address its status."""
    return {
        "HAND": t("By hand"),
        "API": t("By a program"),
        "IMPORT": t("Import of a file"),
        "GOOGLE": t("Import from Google"),
        "LEAD": t("Lead from a marketplace"),
        "FORM": t("Choice on a campaign’s page"),
        "BULK": t("Change of many contacts"),
        "LINK": t("Link in a campaign"),
        "MERGE": t("Contacts merged"),
        "UNDO": t("Something undone"),
        "SYSTEM": "Carnet",
        "UNKNOWN": t("Before histories were kept"),
    }[source]
