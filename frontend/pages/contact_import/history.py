"""The imports of before, the newest first."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

from reactpy import component, html, use_ref, use_state
from reactpy.types import VdomDict

from frontend.components import Button, Column, Row, Table, Time
from frontend.hooks import use_live, use_query
from frontend.hooks.state import use_task
from frontend.locale import format_number, t
from frontend.operations import load
from frontend.pages.contact_import.words import state_words

PAGE = 20
SETTLE_SECONDS = 0.5


@component
def History() -> VdomDict | None:
    """A table of imports, each a link to its report; nothing while there was none."""
    count, set_count = use_state(PAGE)
    data, _, _, refetch = use_query(load("imports/list_imports"), {"first": count, "after": None})
    waiting = use_ref(False)
    news, set_news = use_state(0)

    async def settle() -> None:
        if news:
            await asyncio.sleep(SETTLE_SECONDS)
            waiting.current = False
            refetch()

    def heard(_: Mapping[str, Any]) -> None:
        if not waiting.current:
            waiting.current = True
            set_news(lambda seen: seen + 1)

    use_task(settle, [news])
    cursor = ((data or {}).get("viewer") or {}).get("cursor") if data else None
    use_live(
        load("accounts/follow_changes"),
        {"subjects": ["CONTACT_IMPORT"]},
        heard,
        after=cursor,
        skip=cursor is None,
    )
    found = data["contactImports"] if data else None
    if not found or not found["edges"]:
        return None
    return html.div(
        {"className": "import-history"},
        html.h2({"className": "import-heading"}, t("Earlier imports")),
        Table(
            [
                Column(t("File")),
                Column(t("When"), hide_on_phone=True),
                Column(t("By whom"), hide_on_phone=True),
                Column(t("New", context="contacts"), align="end", hide_on_phone=True),
                Column(t("Updated"), align="end", hide_on_phone=True),
                Column(t("Rejected"), align="end", hide_on_phone=True),
                Column(t("State")),
                Column(t("Actions"), label_hidden=True, align="end"),
            ],
            [_row(edge["node"]) for edge in found["edges"]],
            caption=t("Earlier imports"),
        ),
        Button(t("Show more"), on_click=lambda: set_count(count + PAGE))
        if found["pageInfo"]["hasNextPage"]
        else None,
    )


def _row(one: Mapping[str, Any]) -> Row:
    counts = one["counts"] or {}
    place = f"/contacts/import/{one['id']}"
    return Row(
        one["id"],
        [
            html.a({"href": place, "className": "import-link"}, html.bdi(one["filename"])),
            Time(one["finishedAt"] or one["createdAt"]),
            one["startedBy"],
            *(_number(counts.get(name)) for name in ("created", "updated", "rejected")),
            html.span(
                {"className": f"import-state-chip import-is-{one['state'].lower()}"},
                state_words(one["state"], is_stopped=one["problem"] is not None),
            ),
            _action(one, place),
        ],
    )


def _number(value: int | None) -> str:
    return "" if value is None else format_number(value)


def _action(one: Mapping[str, Any], place: str) -> VdomDict | None:
    undo = one["undo"]
    if one["state"] in ("DONE", "CANCELLED", "FAILED") and undo and undo["isPossible"]:
        return Button(
            t("Undo"),
            href=f"{place}?undo=1",
            small=True,
            icon="undo-2",
            attributes={"aria-label": t("Undo the import of {name}", name=one["filename"])},
        )
    if one["state"] in ("UPLOADING", "FETCHING", "READY"):
        return Button(
            t("Go on"),
            href=place,
            small=True,
            attributes={"aria-label": t("Go on with {name}", name=one["filename"])},
        )
    return None
