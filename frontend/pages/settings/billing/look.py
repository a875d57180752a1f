"""The logo and the colour of documents, each kept as soon as it is chosen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reactpy import component, html, use_state
from reactpy.types import VdomDict

from frontend.client import OperationFailed, UserError
from frontend.components import Button, Icon, Notice, Panel, Upload
from frontend.components.elements import classes
from frontend.errors import explain, report
from frontend.hooks import use_mutation, use_toast
from frontend.locale import t
from frontend.operations import load
from frontend.pages.settings.billing.parts import Refetch, Settings
from frontend.session import Session, current_session

TYPES = "image/png,image/jpeg,image/webp,image/gif,image/svg+xml,.svg"
MAX_MB = 5
OURS = "#1f6b54"
COLOURS = (OURS, "#1d4f8f", "#3b3999", "#672f87", "#8d2257", "#8f231d", "#8a430d", "#1c2422")


@component
def LookPart(settings: Settings, refetch: Refetch) -> VdomDict:
    """The logo, the colour, and what both look like at the head of a page."""
    look = settings["look"]
    return Panel(
        t("Logo and colour"),
        html.div(
            {"className": "billing-look"},
            html.div(
                {"className": "billing-look-choices", "key": "choices"},
                LogoField(look["logo"], refetch, key="logo"),
                Colours(settings, refetch, key="colours"),
            ),
            _page(settings),
        ),
        text=t("At the head of new documents. What is issued keeps the look it was issued with."),
    )


@component
def LogoField(logo: Any, refetch: Refetch) -> VdomDict:
    """The logo, where another one is chosen or dropped."""
    session, toast = current_session(), use_toast()
    refusal, set_refusal = use_state("")
    take, _ = use_mutation(load("billing/set_billing_logo"))
    remove, removing = use_mutation(load("billing/remove_billing_logo"))

    async def request_url() -> str | None:
        set_refusal("")
        return await _request_url(session)

    async def uploaded(upload_id: str) -> None:
        outcome = await take({"uploadId": upload_id})
        if outcome.errors:
            set_refusal(explain(outcome.errors[0]))
        elif outcome.ok:
            toast(t("The logo is on new documents now"), kind="success")
        refetch()

    async def take_away() -> None:
        outcome = await remove()
        payload = outcome.payload or {}
        if outcome.ok and payload.get("uploadId"):
            toast(
                t("The logo was removed"),
                kind="success",
                undo=lambda: uploaded(payload["uploadId"]),
            )
        refetch()

    def refused(error: UserError) -> None:
        set_refusal(explain(error))

    return html.div(
        {"className": "billing-group"},
        html.p({"className": "billing-legend"}, t("Logo")),
        Upload(
            _drop_zone(logo),
            label=t("Choose a logo"),
            accept=TYPES,
            request_url=request_url,
            on_uploaded=uploaded,
            on_refused=refused,
            max_bytes=MAX_MB * 1_000_000,
            unfit=t("This picture cannot be read."),
            pastes=True,
            key="upload",
        ),
        Notice(html.p(refusal), kind="error") if refusal else None,
        html.p(
            {"className": "field-hint"},
            t(
                "PNG, JPEG, WebP, GIF or SVG, up to {maximum} MB. It is made as small as it is "
                "printed.",
                maximum=MAX_MB,
            ),
        ),
        html.div(
            Button(t("Remove the logo"), small=True, on_click=take_away, busy=removing.loading)
        )
        if logo
        else None,
    )


def _drop_zone(logo: Any) -> VdomDict:
    if logo is None:
        return html.span(
            {"className": "billing-logo billing-logo-none", "key": "none"},
            Icon("upload"),
            html.span(t("Choose a logo, or drop it here")),
        )
    return html.span(
        {"className": "billing-logo", "key": logo["url"]},
        html.img({"src": logo["url"], "alt": t("Logo"), "className": "billing-logo-picture"}),
        html.span({"className": "billing-logo-change"}, Icon("upload", size=14), t("Replace")),
    )


async def _request_url(session: Session) -> str | None:
    """Ask the API for a place to send a logo to; what is refused is said in a toast."""
    operation = load("billing/create_logo_upload")
    try:
        payload = (await session.client.run(operation))[operation.field]
    except OperationFailed as error:
        report(error, session)
        return None
    for refused in payload["errors"]:
        session.toasts.show(explain(refused), kind="error")
    url: str | None = payload["url"]
    return url


@component
def Colours(settings: Settings, refetch: Refetch) -> VdomDict:
    """The colours to choose from, and any other."""
    chosen = settings["look"]["accent"] or OURS
    update, _ = use_mutation(load("billing/update_billing_settings"))
    toast = use_toast()

    async def save(colour: str) -> None:
        given = {"accent": "" if colour == OURS else colour}
        outcome = await update({"version": settings["version"], **given})
        theirs = (outcome.payload or {}).get("conflict")
        if theirs:
            # Only this is set: what somebody saved meanwhile stays.
            outcome = await update({"version": theirs["version"], **given})
        for error in outcome.errors:
            toast(explain(error), kind="error")
        refetch()

    def choice(colour: str) -> Callable[[], Any]:
        return lambda: save(colour)

    async def other(event: dict[str, Any]) -> None:
        await save(event["target"]["value"])

    return html.div(
        {"className": "billing-group"},
        html.p({"className": "billing-legend", "id": "billing-colours"}, t("Colour")),
        html.div(
            {"className": "billing-colours", "role": "group", "aria-labelledby": "billing-colours"},
            *(
                html.button(
                    {
                        "key": colour,
                        "type": "button",
                        "className": classes(
                            "billing-colour", colour == chosen and "billing-colour-chosen"
                        ),
                        "aria-label": colour,
                        "aria-pressed": str(colour == chosen).lower(),
                        "style": {"--colour": colour},
                        "onClick": _listener(choice(colour)),
                    }
                )
                for colour in COLOURS
            ),
            html.label(
                {"className": "billing-colour-other", "key": "other"},
                html.input(
                    {
                        "key": chosen,
                        "type": "color",
                        "defaultValue": chosen,
                        "onChange": other,
                        "aria-label": t("Another colour"),
                    }
                ),
                html.span(t("Another colour")),
            ),
        ),
    )


def _listener(run: Callable[[], Any]) -> Callable[[Any], Any]:
    async def call(event: Any) -> None:
        await run()

    return call


def _page(settings: Settings) -> VdomDict:
    """Draw the head of a page, as documents have it."""
    look, seller = settings["look"], settings["seller"]
    lines = (seller["street"], f"{seller['postalCode'] or ''} {seller['city'] or ''}".strip())
    return html.div(
        {
            "className": "billing-paper",
            "key": "paper",
            "aria-hidden": "true",
            "style": {"--colour": look["accent"] or OURS},
        },
        html.div(
            {"className": "billing-paper-head"},
            html.img({"src": look["logo"]["url"], "alt": "", "className": "billing-paper-logo"})
            if look["logo"]
            else html.span({"className": "billing-paper-name"}, seller["name"] or ""),
            html.span({"className": "billing-paper-title"}, t("Invoice")),
        ),
        html.div(
            {"className": "billing-paper-seller"},
            html.strong(seller["name"] or ""),
            *(html.span({"key": str(at)}, line) for at, line in enumerate(lines) if line),
        ),
        html.div({"className": "billing-paper-table"}, *(_row(at) for at in range(4))),
        html.div({"className": "billing-paper-total"}, html.span(t("Total")), html.span()),
    )


def _row(at: int) -> VdomDict:
    return html.div({"className": "billing-paper-row", "key": str(at)}, html.span(), html.span())
