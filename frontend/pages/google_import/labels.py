"""Which contacts of a Google account to fetch: all or those of a label, whole or the changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from reactpy import component, html, use_state
from reactpy.types import VdomDict

from frontend.client import UserError
from frontend.components import Button, Checkbox, Notice, Skeleton, Time
from frontend.errors import explain
from frontend.hooks import use_mutation, use_url_state
from frontend.hooks.effect import use_effect
from frontend.hooks.state import use_task
from frontend.locale import format_number, t
from frontend.operations import load
from frontend.pages.google_import.connecting import ConnectButton
from frontend.pages.google_import.fetch_button import Choosing, Chosen

Label = Mapping[str, Any]
_NONE: tuple[UserError, ...] = ()


@component
def Labels(account: Mapping[str, Any], choosing: Choosing) -> VdomDict:
    """The labels as Google tells them now; until it does, as it told them last."""
    read, state = use_mutation(load("google/read_google_labels"))
    told, set_told = use_state(account["labels"] if account["labelsAt"] else None)
    refused, set_refused = use_state(_NONE)

    async def ask() -> None:
        if not account["isConnected"]:
            return
        outcome = await read({"id": account["id"]})
        set_refused(outcome.errors)
        if outcome.ok and outcome.payload and outcome.payload["googleAccount"]:
            set_told(outcome.payload["googleAccount"]["labels"])

    asking = use_task(ask, [])
    return html.section(
        {
            "className": "google-labels",
            "aria-labelledby": "google-labels",
            "aria-busy": "true" if state.loading else None,
        },
        html.h2({"className": "google-heading", "id": "google-labels"}, t("What is to come in?")),
        _problem(account, refused, lambda: asking.start(ask), busy=state.loading),
        Choice(account, told, choosing, key=f"choice:{len(told)}")
        if told and account["isConnected"]
        else _waiting(account, refused),
    )


def _waiting(account: Mapping[str, Any], refused: Sequence[UserError]) -> VdomDict | None:
    return Skeleton("list", lines=4) if account["isConnected"] and not refused else None


def _problem(
    account: Mapping[str, Any], refused: Sequence[UserError], again: Any, *, busy: bool
) -> VdomDict | None:
    if not account["isConnected"]:
        words = explain({"code": "GOOGLE_REVOKED", "path": [], "parameters": []})
        action = ConnectButton(t("Connect again"), account_id=account["id"], small=True, key="c")
        return Notice(html.p(words), kind="warning", action=action)
    if not refused:
        return None
    return Notice(
        html.p(explain(refused[0])),
        kind="error",
        action=Button(t("Try again"), small=True, on_click=again, busy=busy),
    )


@component
def Choice(account: Mapping[str, Any], labels: Sequence[Label], choosing: Choosing) -> VdomDict:
    """The labels as radio buttons, and whether only changes are wanted."""
    wanted, set_wanted = use_url_state("label")
    everything, set_everything = use_state(False)
    chosen = next((each for each in labels if each["name"] == wanted), labels[0])
    only_changes = chosen["importedAt"] is not None and not everything

    now = Chosen(account["id"], chosen["name"], chosen["count"], only_changes)

    @use_effect(dependencies=[now])
    def tell() -> Callable[[], None]:
        choosing.set(now)
        return lambda: choosing.set(None)

    def choose(event: Mapping[str, Any]) -> None:
        set_everything(False)
        set_wanted(event["target"]["value"])

    def switch(event: Mapping[str, Any]) -> None:
        set_everything(not event["target"]["checked"])

    return html.div(
        {"className": "google-choice"},
        html.fieldset(
            {"className": "google-label-list", "key": f"of:{chosen['name']}"},
            html.legend({"className": "visually-hidden"}, t("What is to come in?")),
            *(_label(each, chosen=each is chosen, choose=choose) for each in labels),
        ),
        html.div(
            {"className": "google-changes", "key": f"changes:{chosen['name']}"},
            Checkbox(
                t("Only what is new or changed"),
                hint=t("Who was imported before and is the same at Google stays out of the way."),
                checked=not everything,
                on_change=switch,
            ),
        )
        if chosen["importedAt"]
        else None,
        html.p(
            {"className": "google-text", "key": "before"},
            t("Nothing is written yet: you see everything first."),
        ),
    )


def _label(label: Label, *, chosen: bool, choose: Any) -> VdomDict:
    count = label["count"]
    return html.label(
        {"className": "google-label", "key": label["name"] or "all"},
        html.input(
            {
                "type": "radio",
                "name": "google-label",
                "value": label["name"],
                "defaultChecked": chosen,
                "data-transient": "",
                "onChange": choose,
            }
        ),
        html.bdi({"className": "google-label-title"}, label_title(label)),
        html.span(
            {"className": "google-label-when"},
            t("Imported", context="label"),
            " ",
            Time(label["importedAt"]),
        )
        if label["importedAt"]
        else None,
        html.span(
            {"className": "google-label-count"}, "" if count is None else format_number(count)
        ),
    )


def label_title(label: Label) -> str:
    """Return what a label is called: Google's own groups in the reader's language."""
    own: dict[str, str] = {
        "EVERYBODY": t("All contacts"),
        "STARRED": t("Starred", context="contacts"),
        "FRIENDS": t("Friends"),
        "FAMILY": t("Family"),
        "COWORKERS": t("Coworkers"),
    }
    return own.get(label["kind"]) or str(label["title"])
