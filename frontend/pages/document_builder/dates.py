"""When a document is issued and due, in which language and currency."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reactpy import component, html
from reactpy.types import Component, VdomDict

from frontend.components import Field, Option, Select, TextInput
from frontend.components.place_fields import language_options
from frontend.hooks import use_store
from frontend.locale import format_date, t, tn
from frontend.locale.places import currencies
from frontend.pages.document_builder.head import Head, texts_of
from frontend.pages.document_builder.head_fields import (
    HeadSelect,
    HeadText,
    element_id,
    field_state,
)
from frontend.pages.document_builder.state import OpenDraft

TERMS = {"INVOICE": (0, 15, 30, 45, 60), "QUOTE": (15, 30, 60, 90), "CREDIT_NOTE": (0,)}
ON_A_DAY = "day"
USUAL_CURRENCIES = ("EUR", "USD", "GBP", "CHF")


@component
def Dates(draft: OpenDraft) -> VdomDict:
    """The row of days, and beside it language and currency."""
    return html.div(
        {"className": "builder-dates"},
        HeadText(
            draft,
            "issue_date",
            t("Issued on"),
            type="date",
            hint=t("Empty: the day of issue"),
            key="issue",
        ),
        DueField(draft, key="due") if draft.kind != "CREDIT_NOTE" else None,
        LanguageField(draft, key="language"),
        CurrencyField(draft, key="currency") if draft.kind != "CREDIT_NOTE" else None,
    )


def _terms(draft: OpenDraft, head: Head) -> list[Option]:
    days = sorted({*TERMS[draft.kind], head.payment_days})
    return [
        *(Option(str(each), _term(each)) for each in days),
        Option(ON_A_DAY, t("On a day …")),
    ]


def _days(head: Head) -> Head:
    """Return only what the due day follows from."""
    return Head("", "", head.payment_days, issue_date=head.issue_date, due_date=head.due_date)


def _term(days: int) -> str:
    return tn("After {count} day", "After {count} days", days) if days else t("On receipt")


@component
def DueField(draft: OpenDraft) -> VdomDict:
    """The terms, and the day that follows from them or is chosen."""
    head: Head = use_store(draft.head, _days)
    key, errors = field_state(draft, "due_date")
    day = head.due(draft.today)

    def choose(event: Mapping[str, Any]) -> None:
        chosen = event["target"]["value"]
        if chosen == ON_A_DAY:
            draft.set_head("due_date", draft.head.value.due(draft.today).isoformat())
        elif chosen.isascii() and chosen.isdigit() and int(chosen) <= 3650:
            draft.set_head("due_date", "")
            draft.set_head("payment_days", int(chosen))

    def take(event: Mapping[str, Any]) -> None:
        draft.set_head("due_date", event["target"]["value"])

    terms = Select(
        _terms(draft, head),
        value=ON_A_DAY if head.due_date else str(head.payment_days),
        on_change=choose,
        attributes={"key": f"terms-{key}"},
    )
    label = t("Holds") if draft.kind == "QUOTE" else t("Due")
    if not head.due_date:
        return Field(label, terms, id="draft-terms", errors=errors, hint=format_date(day))
    limits = {"min": "2000-01-01", "max": "2199-12-31"}
    return html.div(
        {"className": "builder-due"},
        Field(label, terms, id="draft-terms"),
        Field(
            t("Day"),
            TextInput(
                type="date",
                value=head.due_date,
                on_input=take,
                attributes={"key": f"day-{key}", "name": "due_date", **limits},
            ),
            id=element_id("due_date"),
            errors=errors,
            label_hidden=True,
        ),
    )


@component
def LanguageField(draft: OpenDraft) -> Component:
    """The document's language; texts that were left as the settings have them change along."""

    async def choose(locale: str) -> None:
        head = draft.head.value
        before = texts_of(draft.drafting, draft.kind, head.locale)
        after = texts_of(draft.drafting, draft.kind, locale)
        draft.set_head("locale", locale)
        for name, old, new in zip(("notes", "legal_terms"), before, after, strict=True):
            if getattr(head, name) == old != new:
                draft.set_head(name, new, redraw=True)

    return HeadSelect(draft, "locale", t("Language"), language_options(), on_choose=choose)


@component
def CurrencyField(draft: OpenDraft) -> Component:
    """The currency; prices stay as they are typed."""
    offered = {place.code: place.name for place in currencies()}
    present = draft.head.value.currency
    usual = list(dict.fromkeys((present, *USUAL_CURRENCIES)))
    options = [
        Option(code, f"{code} · {offered.get(code, code)}")
        for code in (*usual, *(code for code in sorted(offered) if code not in usual))
    ]
    return HeadSelect(draft, "currency", t("Currency"), options)
