"""Two contacts side by side, and what they would be as one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from reactpy import component, html, use_state
from reactpy.types import Component, VdomDict

from frontend.components import Avatar, Button, Dialog, EmptyState, Notice, Skeleton
from frontend.errors import explain
from frontend.hooks import use_can, use_query
from frontend.locale import format_date, t
from frontend.operations import load
from frontend.pages.contact_parts.words import contact_name, field_label, status_words
from frontend.pages.duplicates.merging import merge_contacts
from frontend.pages.duplicates.words import reasons_words, score_words
from frontend.session import current_session

FIELDS = {
    "GIVEN_NAME": "givenName",
    "FAMILY_NAME": "familyName",
    "COMPANY": "company",
    "POSITION": "position",
}
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
        pair,
        kept["id"],
        other["id"],
        on_merged=on_merged,
        on_dismiss=on_dismiss,
        on_close=on_close,
        key=pair_id,
    )


@component
def Comparison(
    pair: Mapping[str, Any],
    kept_id: str,
    other_id: str,
    *,
    on_merged: Callable[[], None],
    on_dismiss: Callable[[], Awaitable[None]],
    on_close: Callable[[], None],
) -> VdomDict:
    """Both contacts' fields to choose from, and what is kept of both."""
    session, can_write = current_session(), use_can("WRITE_CONTACTS")
    asked = {"keptId": kept_id, "otherId": other_id}
    data, _, error, refetch = use_query(load("duplicates/preview_merge"), asked)
    chosen, set_chosen = use_state(UNTOUCHED)
    refused, set_refused = use_state(NO_WORDS)
    busy, set_busy = use_state(False)
    preview = (data or {}).get("mergePreview")

    async def merge() -> None:
        if preview is None or busy:
            return
        set_busy(True)
        taken = [f for f in (*FIELDS, "PHOTO") if chosen.get(f, f in preview["suggested"])]
        errors = await merge_contacts(
            session,
            {
                "keptId": kept_id,
                "keptVersion": preview["kept"]["version"],
                "otherId": other_id,
                "otherVersion": preview["other"]["version"],
                "takeFromOther": taken,
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
            _choices(preview, chosen, lambda f, take: set_chosen(lambda c: {**c, f: take})),
            _both(preview),
        ]
    return Dialog(
        t("Review duplicates"),
        Notice(*(html.p({"key": words}, words) for words in refused), kind="error")
        if refused
        else None,
        *body,
        text=f"{score_words(pair['score'])} — {reasons_words(pair['reasons'])}",
        on_close=on_close,
        id="review",
        size="large",
        actions=html.div(
            {"className": "dialog-actions"},
            Button(t("Not duplicates"), on_click=on_dismiss, keys="d"),
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


def _choices(
    preview: Mapping[str, Any],
    chosen: Mapping[str, bool],
    choose: Callable[[str, bool], None],
) -> VdomDict:
    sides = preview["kept"], preview["other"]
    values = {f: [side[name] for side in sides] for f, name in FIELDS.items()}
    given = {f: pair for f, pair in values.items() if any(pair)}
    photos = any(side["photoUrl"] for side in sides)
    return html.div(
        {"className": "merge-fields", "key": f"fields-{sides[0]['version']}-{sides[1]['version']}"},
        html.div(
            {"className": "merge-heads"},
            *(
                html.div(
                    {"className": "merge-head", "key": side["id"]},
                    html.bdi({"className": "merge-head-name"}, contact_name(side)),
                    html.span({"className": "merge-head-since"}, _since(side)),
                )
                for side in sides
            ),
        ),
        *(
            _same(f, pair[0])
            if pair[0] == pair[1]
            else _field(
                f,
                field_label(FIELDS[f]),
                [html.bdi(value or t("(empty)")) for value in pair],
                chosen.get(f, f in preview["suggested"]),
                choose,
            )
            for f, pair in given.items()
        ),
        _field(
            "PHOTO",
            field_label("photo"),
            [
                Avatar(contact_name(side), photo_url=side["photoUrl"], size=48)
                if side["photoUrl"]
                else html.span(t("(empty)"))
                for side in sides
            ],
            chosen.get("PHOTO", "PHOTO" in preview["suggested"]),
            choose,
        )
        if photos
        else None,
    )


def _since(side: Mapping[str, Any]) -> str:
    return t(
        "Added on {added}, edited on {edited}",
        added=format_date(datetime.fromisoformat(side["createdAt"])),
        edited=format_date(datetime.fromisoformat(side["updatedAt"])),
    )


def _same(field: str, value: str) -> VdomDict:
    """Draw what both say: there is nothing to choose."""
    return html.div(
        {"className": "merge-same", "key": field},
        html.span({"className": "field-label"}, field_label(FIELDS[field])),
        html.bdi({"className": "merge-value"}, value),
    )


def _field(
    field: str,
    label: str,
    values: Sequence[VdomDict],
    takes_other: bool,
    choose: Callable[[str, bool], None],
) -> VdomDict:
    def side(place: int) -> VdomDict:
        is_other = place == 1
        return html.label(
            {"className": "merge-side", "key": str(place)},
            html.input(
                {
                    "type": "radio",
                    "name": f"merge-{field}",
                    "value": "other" if is_other else "kept",
                    "defaultChecked": takes_other == is_other,
                    "data-transient": "",
                    "onChange": lambda event: choose(field, is_other),
                }
            ),
            html.span({"className": "merge-value"}, values[place]),
        )

    return html.fieldset(
        {"className": "merge-field", "key": field},
        html.legend({"className": "field-label"}, label),
        side(0),
        side(1),
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
