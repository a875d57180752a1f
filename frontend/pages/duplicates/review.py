"""Two contacts side by side, and what they would be as one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from reactpy import component, html, use_state
from reactpy.types import Component, VdomDict

from frontend.components import Button, Dialog, EmptyState, Notice, Skeleton
from frontend.errors import explain
from frontend.hooks import use_can, use_query
from frontend.locale import t
from frontend.operations import load
from frontend.pages.contact_parts.words import contact_name, field_label, status_words
from frontend.pages.duplicates.choices import Choices, choices_of
from frontend.pages.duplicates.merging import merge_contacts
from frontend.pages.duplicates.words import reasons_words, score_words
from frontend.session import current_session

NO_WORDS: tuple[str, ...] = ()
UNTOUCHED: dict[str, bool] = {}


@component
def Review(
    pair_id: str,
    *,
    on_merged: Callable[[], None],
    on_dismiss: Callable[[], Awaitable[None]],
    on_close: Callable[[], None],
) -> Component | VdomDict:
    """The dialog of a pair; one that is gone by now says so."""
    found, loading, error, _ = use_query(load("duplicates/read_duplicate"), {"id": pair_id})
    pair = (found or {}).get("node")
    if not pair or "first" not in pair:
        gone = not loading or error is not None
        return Dialog(
            t("Review duplicates"),
            EmptyState(
                t("This pair is gone"),
                t("The two were merged, dismissed or changed meanwhile."),
                drawing="lost",
            )
            if gone
            else Skeleton("detail", lines=6),
            on_close=on_close,
            id="review",
            size="large",
        )
    # Who was there first stays: older links and exports know its id.
    kept, other = sorted((pair["first"], pair["second"]), key=lambda each: str(each["createdAt"]))
    return Comparison(
        kept["id"],
        other["id"],
        text=f"{score_words(pair['score'])} — {reasons_words(pair['reasons'])}",
        on_merged=on_merged,
        on_dismiss=on_dismiss,
        on_close=on_close,
        key=pair_id,
    )


@component
def Comparison(
    kept_id: str,
    other_id: str,
    *,
    text: str,
    on_merged: Callable[[], None],
    on_close: Callable[[], None],
    on_dismiss: Callable[[], Awaitable[None]] | None = None,
) -> VdomDict:
    """Both contacts' fields to choose from, and what is kept of both. `text` says why they stand
    side by side; without `on_dismiss` nobody took them for duplicates.
    """
    session, can_write = current_session(), use_can("WRITE_CONTACTS")
    asked = {"keptId": kept_id, "otherId": other_id}
    data, _, error, refetch = use_query(load("duplicates/preview_merge"), asked)
    chosen, set_chosen = use_state(UNTOUCHED)
    refused, set_refused = use_state(NO_WORDS)
    busy, set_busy = use_state(False)
    preview = (data or {}).get("mergePreview")
    choices = choices_of(preview) if preview else []

    async def merge() -> None:
        if preview is None or busy:
            return
        set_busy(True)
        taken = [each for each in choices if chosen.get(each.name, each.takes_other)]
        errors = await merge_contacts(
            session,
            {
                "keptId": kept_id,
                "keptVersion": preview["kept"]["version"],
                "otherId": other_id,
                "otherVersion": preview["other"]["version"],
                "takeFromOther": [each.name for each in taken if not each.is_custom],
                "takeCustomFieldsFromOther": [each.name for each in taken if each.is_custom],
            },
            name=contact_name(preview["kept"]),
        )
        set_busy(False)
        if errors == ():
            on_merged()
        elif errors:
            set_refused(tuple(dict.fromkeys(explain(each) for each in errors)))
            refetch()

    body: list[Any]
    if error is not None:
        body = [Notice(html.p(t("One of the two is gone or deleted.")))]
    elif preview is None:
        body = [Skeleton("detail", lines=8)]
    else:
        body = [
            Choices(preview, choices, chosen, lambda f, take: set_chosen(lambda c: {**c, f: take})),
            _both(preview),
        ]
    return Dialog(
        t("Review duplicates") if on_dismiss else t("Merge contacts"),
        Notice(*(html.p({"key": words}, words) for words in refused), kind="error")
        if refused
        else None,
        *body,
        text=text,
        on_close=on_close,
        id="review",
        size="large",
        actions=html.div(
            {"className": "dialog-actions"},
            Button(t("Not duplicates"), on_click=on_dismiss, keys="d")
            if on_dismiss
            else Button(t("Cancel"), attributes={"data-close": ""}),
            Button(
                t("Merge"),
                variant="primary",
                on_click=merge,
                busy=busy,
                attributes={"id": "merge", "data-autofocus": ""},
            ),
        )
        if can_write
        else None,
    )


def _both(preview: Mapping[str, Any]) -> VdomDict:
    lists = (
        ("emails", [f"{e['address']} · {status_words(e['status'])}" for e in preview["emails"]]),
        ("phones", [phone["display"] for phone in preview["phones"]]),
        ("addresses", [", ".join(address["lines"]) for address in preview["addresses"]]),
        ("labels", [label["name"] for label in preview["labels"]]),
    )
    return html.div(
        {"className": "merge-both", "key": "both"},
        html.h3({"className": "merge-both-title"}, t("Kept of both")),
        html.dl(
            {"className": "merge-lists"},
            *(
                html.div(
                    {"key": name},
                    html.dt(field_label(name)),
                    *(html.dd({"key": words}, html.bdi(words)) for words in dict.fromkeys(values)),
                )
                for name, values in lists
                if values
            ),
        ),
    )
