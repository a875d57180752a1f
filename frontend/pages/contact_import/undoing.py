"""Undoing an import: what it does, and whose later changes stay."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from reactpy import component, html, use_state
from reactpy.types import VdomDict

from frontend.components import Button, Dialog, Notice, Skeleton
from frontend.errors import explain
from frontend.hooks import use_task
from frontend.locale import t, tn
from frontend.pages.contact_import.one_import import OneImport

UNKNOWN: dict[str, Any] | None = None


@component
def UndoDialog(one: OneImport, *, on_close: Callable[[], None]) -> VdomDict:
    """Ask before everything is put back; who was changed since is listed."""
    plan, set_plan = use_state(UNKNOWN)
    busy, set_busy = use_state(False)

    async def look() -> None:
        set_plan(await one.act("undo_import", dryRun=True))

    async def undo() -> None:
        set_busy(True)
        if await one.do("undo_import"):
            on_close()
        else:
            set_busy(False)

    use_task(look, [])
    refused = plan["errors"] if plan else ()
    return Dialog(
        t("Undo the import?"),
        *(Notice(html.p({"key": e["code"]}, explain(e)), kind="error") for e in refused),
        UndoPlan(plan) if plan and not refused else None,
        Skeleton("text", lines=3) if plan is None else None,
        on_close=on_close,
        id="import-undo",
        actions=html.div(
            {"className": "dialog-actions"},
            Button(t("Keep the import"), attributes={"data-close": "", "data-autofocus": ""}),
            Button(
                t("Undo the import"),
                variant="danger",
                on_click=undo,
                busy=busy,
                disabled=plan is None or bool(refused) or plan["contactCount"] == 0,
            ),
        ),
    )


def UndoPlan(plan: Mapping[str, Any]) -> VdomDict:
    """Say how many contacts an undo puts back, and who stays."""
    going_back = plan["contactCount"] - plan["keptCount"]
    return html.div(
        {"className": "import-undo", "key": "plan"},
        html.p(
            tn(
                "{count} contact goes back to how it was; if it was new, it leaves the book.",
                "{count} contacts go back to how they were; those that were new leave the book.",
                going_back,
            )
        )
        if going_back
        else None,
        KeptContacts(plan) if plan["keptCount"] else None,
    )


def KeptContacts(undo: Mapping[str, Any]) -> VdomDict:
    """Draw who stays because somebody changed them after the import."""
    more = undo["keptCount"] - len(undo["kept"])
    return html.section(
        {"className": "import-kept", "key": "kept"},
        html.p(
            tn(
                "{count} contact was changed after the import and stays as it is now:",
                "{count} contacts were changed after the import and stay as they are now:",
                undo["keptCount"],
            )
        ),
        html.ul(
            *(
                html.li(
                    {"key": each["id"]},
                    html.a(
                        {"href": f"/contacts?open={each['id']}", "className": "link"},
                        html.bdi(each["name"] or t("Unnamed contact")),
                    ),
                )
                for each in undo["kept"]
            )
        ),
        html.p({"className": "field-hint"}, tn("and {count} more", "and {count} more", more))
        if more > 0
        else None,
    )
