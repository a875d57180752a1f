"""A site being added or changed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any
from uuid import uuid4

from reactpy import component, html, use_ref, use_state
from reactpy.types import VdomDict

from frontend.components import Button, Dialog, FormErrors, Notice, TextField
from frontend.components.submit_form import SubmitForm
from frontend.hooks import Form, use_form, use_mutation
from frontend.locale import t
from frontend.operations import load
from frontend.pages.site_parts.words import Site

NO_SITE: Site | None = None
FORM = "site-form"


@component
def SiteDialog(
    site: Site | None,
    *,
    on_saved: Callable[[Site], Awaitable[None]],
    on_close: Callable[[], None],
    contact_id: str | None = None,
) -> VdomDict:
    """Ask for a site's name and addresses. A new one belongs to a contact at once, where one is
    given.
    """
    base = use_ref(site)
    form = use_form(_values(site) | {"idempotencyKey": uuid4().hex})
    create, creating = use_mutation(load("sites/create_site"))
    update, updating = use_mutation(load("sites/update_site"))
    theirs, set_theirs = use_state(NO_SITE)

    async def save(values: dict[str, Any]) -> None:
        said = {name: values[name].strip() or None for name in _values(None)}
        if base.current is None:
            given = {**said, "address": values["address"], "contactId": contact_id}
            outcome = await create({**given, "idempotencyKey": values["idempotencyKey"]})
        else:
            known = {"id": base.current["id"], "version": base.current["version"]}
            outcome = await update({**said, **known, "address": values["address"]})
        payload = outcome.payload
        if payload is not None and payload.get("conflict") is not None:
            # Saving once more is said to keep what is in the fields.
            base.current = payload["conflict"]
            set_theirs(payload["conflict"])
            return
        if any(error["code"] == "IDEMPOTENCY_KEY_REUSED" for error in outcome.errors):
            form.set("idempotencyKey", uuid4().hex)
        form.show_errors(outcome.errors)
        if payload is not None and not outcome.errors:
            await on_saved(payload["site"])

    def take_theirs() -> None:
        form.reset(_values(base.current))
        set_theirs(None)

    return html.div(
        Dialog(
            t("Edit site") if site else t("New site"),
            SubmitForm(
                form,
                FormErrors(form, key="errors"),
                _conflict(theirs, take_theirs) if theirs else None,
                *_fields(form, is_new=site is None),
                on_submit=save,
                label=t("Site"),
                id=FORM,
                class_name="form",
            ),
            on_close=on_close,
            id="site",
            actions=html.div(
                {"className": "dialog-actions"},
                Button(t("Cancel"), attributes={"data-close": ""}),
                Button(
                    t("Save") if site else t("Add site"),
                    type="submit",
                    variant="primary",
                    busy=creating.loading or updating.loading,
                    attributes={"form": FORM},
                ),
            ),
        )
    )


def _values(site: Site | None) -> dict[str, Any]:
    names = ("address", "name", "dashboardUrl", "editorUrl")
    return {name: (site or {}).get(name) or "" for name in names}


def _fields(form: Form, *, is_new: bool) -> tuple[Any, ...]:
    generation = form.generation
    return (
        TextField(
            form,
            "address",
            label=t("Address"),
            placeholder="https://example.org",
            required=True,
            autofocus=is_new,
            attributes={"inputMode": "url", "maxLength": 2000},
            key=f"address-{generation}",
        ),
        TextField(
            form,
            "name",
            label=t("Name"),
            hint=t("Without one it is called by its address."),
            attributes={"maxLength": 120},
            key=f"name-{generation}",
        ),
        TextField(
            form,
            "dashboardUrl",
            label=t("Dashboard"),
            hint=t("Where you look after it."),
            attributes={"inputMode": "url", "maxLength": 2000},
            key=f"dashboard-{generation}",
        ),
        TextField(
            form,
            "editorUrl",
            label=t("Editor"),
            hint=t("Where you edit it."),
            attributes={"inputMode": "url", "maxLength": 2000},
            key=f"editor-{generation}",
        ),
    )


def _conflict(theirs: Site, take_theirs: Callable[[], None]) -> VdomDict:
    return Notice(
        html.p(
            t(
                "{name} changed this site meanwhile. Save again to keep yours.",
                name=theirs["updatedBy"],
            )
        ),
        html.p(html.bdi(theirs["name"]), " · ", html.bdi(theirs["address"])),
        kind="warning",
        action=Button(t("Take theirs"), small=True, on_click=take_theirs),
    )
