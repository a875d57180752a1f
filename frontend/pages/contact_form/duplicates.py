"""Who may be here already, said while one types."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

from reactpy import component, html, use_state
from reactpy.types import VdomDict

from frontend.components import Icon, Link
from frontend.hooks import Form, use_store, use_task
from frontend.locale import t
from frontend.operations import load
from frontend.pages.contact_parts.words import contact_name
from frontend.session import current_session
from frontend.store import Store

PAUSE_SECONDS = 0.4
MOST_SHOWN = 3
LOOKED_AT = ("givenName", "familyName", "emails", "phones")
SHORTEST_NAME = 2
NOBODY: tuple[dict[str, Any], ...] = ()


@component
def Duplicates(form: Form, typed: Store[int], exclude_id: str | None = None) -> VdomDict | None:
    """A line for each contact that may be the same; `typed` grows with every change of the form."""
    session = current_session()
    changes: int = use_store(typed)
    found, set_found = use_state(NOBODY)

    async def look() -> None:
        await asyncio.sleep(PAUSE_SECONDS)
        probe = probe_of(form.values)
        if not probe:
            set_found(())
            return
        if exclude_id:
            probe["excludeId"] = exclude_id
        answer = await session.client.run(load("contacts/possible_duplicates"), {"input": probe})
        set_found(tuple(answer["possibleDuplicates"][:MOST_SHOWN]))

    use_task(look, [changes])
    return html.div(
        {"className": "duplicates", "role": "status", "hidden": not found},
        html.p({"className": "duplicates-title"}, Icon("users"), t("Perhaps already here"))
        if found
        else None,
        html.ul(
            {"className": "duplicates-list"},
            *(
                html.li(
                    {"key": item["contact"]["id"]},
                    Link(
                        html.bdi(contact_name(item["contact"])),
                        href=f"/contacts?open={item['contact']['id']}",
                    ),
                    html.span({"className": "duplicates-reason"}, _hint(item)),
                )
                for item in found
            ),
        ),
    )


def probe_of(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return what duplicates are looked for by; empty when there is too little to go by."""
    emails = [item["address"].strip() for item in values["emails"] if "@" in item["address"]]
    phones = [
        item["number"].strip() for item in values["phones"] if len(item["number"].strip()) > 5
    ]
    given, family = values["givenName"].strip(), values["familyName"].strip()
    probe: dict[str, Any] = {"emails": emails, "phones": phones}
    if len(given) >= SHORTEST_NAME and len(family) >= SHORTEST_NAME:
        probe |= {"givenName": given, "familyName": family}
    return probe if emails or phones or "givenName" in probe else {}


def _hint(item: Mapping[str, Any]) -> str:
    contact = item["contact"]
    known = contact["company"] or (contact["primaryEmail"] or {}).get("address")
    return " · ".join(part for part in (known, _reason(item)) if part)


def _reason(item: Mapping[str, Any]) -> str:
    return {
        "EMAIL": t("same e-mail"),
        "PHONE": t("same phone"),
        "NAME": t("similar name"),
    }.get(item["reason"], "")
