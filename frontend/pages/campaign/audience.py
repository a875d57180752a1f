"""Whom a campaign goes to: chosen, counted as one chooses, with who is left out and why."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reactpy import component, html, use_state
from reactpy.types import Component, VdomDict

from frontend.components import Choice, Combobox, Dialog, Icon, Notice
from frontend.hooks import use_query, use_store, use_task
from frontend.locale import t, tn
from frontend.operations import load
from frontend.pages.campaign.composer import Composer
from frontend.pages.campaign_parts.words import counted_reason, reason_words
from frontend.pages.contact_filters.names import use_names
from frontend.pages.contact_filters.reading import group_of
from frontend.pages.contact_filters.segments import Segments, read_segments, segments_of
from frontend.pages.contact_filters.words import sentence
from frontend.pages.contact_parts.labels import Labels, labels_of, read_labels
from frontend.pages.contact_parts.places import contact_url
from frontend.session import current_session

Filter = Mapping[str, Any]
EVERYBODY: Filter = {"and": []}
ALL = "all"
NO_REASON = ""


@component
def Audience(composer: Composer) -> VdomDict:
    """The choice, and how many it is."""
    segments, labels = _use_known()
    filter, set_filter = use_state(composer.audience)

    def choose(value: str) -> None:
        chosen = _filter_of(value)
        composer.choose(chosen)
        set_filter(chosen)

    choices = [
        Choice(ALL, t("All contacts"), hint=t("who are subscribed")),
        *(Choice(f"segment:{s['id']}", s["name"], hint=t("saved filter")) for s in segments or ()),
        *(
            Choice(f"label:{each['id']}", each["name"], color=each["color"], hint=t("label"))
            for each in labels or ()
        ),
    ]
    return html.section(
        {"className": "campaign-section", "aria-labelledby": "campaign-audience"},
        html.h2({"id": "campaign-audience", "className": "campaign-heading"}, t("Recipients")),
        html.div(
            {"className": "field"},
            html.label(
                {"className": "field-label", "htmlFor": "campaign-filter"}, t("Who gets it")
            ),
            Combobox(
                id="campaign-filter",
                label=t("Who gets it"),
                choices=choices,
                on_select=choose,
                placeholder=t("Everybody, a saved filter or a label"),
            ),
        ),
        Chosen(filter, key="chosen") if filter is not None else None,
        Counted(filter, key="counted")
        if filter is not None
        else html.p(
            {"className": "field-hint"},
            t("For a finer choice filter your contacts, and begin a campaign from there."),
        ),
    )


def _use_known() -> tuple[Segments | None, Labels | None]:
    """Follow the saved filters and labels, which are read where nobody did yet."""
    session = current_session()
    segments: Segments | None = use_store(segments_of(session))
    labels: Labels | None = use_store(labels_of(session))

    async def read() -> None:
        if segments is None:
            await read_segments(session)
        if labels is None:
            await read_labels(session)

    use_task(read, [])
    return segments, labels


def _filter_of(value: str) -> Filter:
    kind, _, key = value.partition(":")
    if kind == "segment":
        return {"segment": key}
    return {"labels": {"anyOf": [key]}} if kind == "label" else EVERYBODY


@component
def Planned(filter: Filter) -> VdomDict:
    """To whom it is to go, as they are counted now."""
    _use_known()
    return html.section(
        {"className": "campaign-section", "aria-labelledby": "campaign-audience"},
        html.h2({"id": "campaign-audience", "className": "campaign-heading"}, t("Recipients")),
        Chosen(filter, key="chosen"),
        Counted(filter, key="counted"),
    )


@component
def Chosen(filter: Filter) -> VdomDict:
    """The choice in words."""
    names = use_names()
    said = [sentence(part, names) for part in group_of(dict(filter)).parts]
    words = " · ".join(said) if said else t("All contacts")
    return html.p({"className": "campaign-chosen", "dir": "auto"}, Icon("users-round"), words)


@component
def Counted(filter: Filter) -> VdomDict | Component:
    """How many get it, and who does not; counted again whenever the choice changes."""
    shown, set_shown = use_state(NO_REASON)
    read = use_query(load("campaigns/count_audience"), {"filter": dict(filter)})
    if read.error is not None:
        return Notice(html.p(t("This could not be counted.")), kind="error")
    if read.data is None or read.loading:
        return html.p({"className": "field-hint", "role": "status"}, t("Counting …"))
    audience = read.data["campaignAudience"]
    chosen = next((each for each in audience["excluded"] if each["reason"] == shown), None)
    return html.div(
        {"className": "campaign-counted"},
        html.p({"role": "status"}, _count_words(audience["recipientCount"])),
        html.ul(
            {"className": "campaign-excluded"},
            *(
                html.li(
                    {"key": each["reason"]},
                    html.button(
                        {
                            "type": "button",
                            "className": "campaign-why",
                            "onClick": lambda _, reason=each["reason"]: set_shown(reason),
                        },
                        counted_reason(each["reason"], each["count"]),
                    ),
                )
                for each in audience["excluded"]
            ),
        )
        if audience["excluded"]
        else None,
        _names(chosen, on_close=lambda: set_shown(NO_REASON)) if chosen else None,
    )


def _count_words(count: int) -> VdomDict:
    if not count:
        return html.strong(t("Nobody of them can be written to."))
    return html.strong(tn("{count} contact gets it", "{count} contacts get it", count))


def _names(excluded: Mapping[str, Any], *, on_close: Any) -> VdomDict:
    people = excluded["contacts"]
    more = excluded["count"] - len(people)
    return Dialog(
        reason_words(excluded["reason"]),
        html.ul(
            {"className": "campaign-people"},
            *(
                html.li(
                    {"key": each["contactId"], "dir": "auto"},
                    html.a({"href": contact_url(each["contactId"])}, each["name"]),
                )
                for each in people
            ),
        ),
        html.p({"className": "field-hint"}, tn("and {count} more", "and {count} more", more))
        if more > 0
        else None,
        on_close=on_close,
        text=t("They do not get this campaign."),
        id="excluded",
    )
