"""What a card is worth, when it is due, whose it is, what labels it carries."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from babel.numbers import get_currency_precision
from reactpy import component, html, use_state
from reactpy.types import VdomDict

from frontend.components import Chip, Combobox, Option, Select, Time
from frontend.hooks import use_can, use_store, use_viewer
from frontend.locale import format_date, format_money, t
from frontend.locale.places import currencies
from frontend.locale.typed_numbers import read_number, write_number
from frontend.pages.card.inline import InlineField
from frontend.pages.card.row import property_row
from frontend.pages.card.state import Card, OpenCard, is_settled
from frontend.pages.contact_parts.labels import create_label, label_choices, use_labels
from frontend.pages.task_list.words import day_words, local_today

NOBODY = ""
MOST_MINOR = 10**15
NO_CHOICE: str | None = None


@component
def Value(card: OpenCard) -> VdomDict:
    """What the card is worth: an amount, and its currency."""
    shown: Card = use_store(card.card)
    can_write, viewer = use_can("WRITE_CONTACTS") and not is_settled(shown), use_viewer()
    chosen, choose = use_state(NO_CHOICE)
    value = shown["value"]
    usual = viewer.account.currency if viewer else "EUR"
    currency = chosen or (value["currency"] if value else usual)

    async def save(typed: str) -> tuple[str, ...]:
        if not typed:
            return await card.save("value", None)
        minor = read_minor(typed, currency)
        if minor is None:
            return (t("This is no amount."),)
        return await card.save("value", {"minor": minor, "currency": currency})

    async def recount(event: dict[str, Any]) -> None:
        wanted = event["target"]["value"]
        choose(wanted)
        if value is None:
            return
        amount = Decimal(value["minor"]).scaleb(-get_currency_precision(value["currency"]))
        minor = read_minor(write_number(amount), wanted)
        if minor is None:  # cents of a currency that has none
            minor = round(amount.scaleb(get_currency_precision(wanted)))
        for words in await card.save("value", {"minor": minor, "currency": wanted}):
            card.session.toasts.show(words, kind="error")

    if not can_write:
        words = format_money(value["minor"], value["currency"]) if value else t("None")
        return property_row(t("Value"), html.span({"className": "card-amount"}, words))
    return property_row(
        t("Value"),
        html.div(
            {"className": "card-value"},
            InlineField(
                card,
                save,
                id="card-value",
                label=t("Value"),
                value=_typed(value),
                placeholder=t("No value"),
                attributes={"inputMode": "decimal", "maxLength": 30},
                key="amount",
            ),
            Select(
                [Option(place.code, place.code) for place in currencies()],
                value=currency,
                label=t("Currency"),
                attributes={
                    "onChange": recount,
                    "key": currency,
                    "className": "card-currency",
                    "data-quiet": None if value else "",
                },
            ),
        ),
    )


def read_minor(typed: str, currency: str) -> int | None:
    """Return an amount as it is typed in minor units; None when it is none, finer than them, or
    below nothing.
    """
    amount = read_number(typed)
    if amount is None:
        return None
    minor = amount.scaleb(get_currency_precision(currency))
    whole = minor == minor.to_integral_value()
    return int(minor) if whole and 0 <= minor <= MOST_MINOR else None


def _typed(value: Any) -> str:
    if value is None:
        return ""
    digits = get_currency_precision(value["currency"])
    return write_number(Decimal(value["minor"]).scaleb(-digits))


@component
def Due(card: OpenCard) -> VdomDict:
    """The day that it is due."""
    shown: Card = use_store(card.card)
    can_write = use_can("WRITE_CONTACTS") and not is_settled(shown)
    day = date.fromisoformat(shown["dueOn"]) if shown["dueOn"] else None
    late = day is not None and day < local_today() and shown["step"]["kind"] == "OPEN"

    async def save(typed: str) -> tuple[str, ...]:
        return await card.save("dueOn", typed or None)

    if not can_write:
        return property_row(t("Due"), format_date(day) if day else t("Never"))
    return property_row(
        t("Due"),
        html.div(
            {"className": "card-due", "data-late": "" if late else None},
            InlineField(
                card,
                save,
                id="card-due",
                label=t("Due"),
                value=shown["dueOn"] or "",
                type="date",
                key="due",
            ),
            html.span({"className": "card-due-words"}, day_words(day, local_today()))
            if day
            else None,
        ),
    )


@component
def Assignee(card: OpenCard) -> VdomDict:
    """Whose card it is."""
    shown: Card = use_store(card.card)
    members = use_store(card.members)
    can_write = use_can("WRITE_CONTACTS") and not is_settled(shown)
    assignee = shown["assignee"]
    refusals, set_refusals = use_state(0)

    async def choose(event: dict[str, Any]) -> None:
        refused = await card.save("assigneeId", event["target"]["value"] or None)
        for words in refused:
            card.session.toasts.show(words, kind="error")
        if refused:
            set_refusals(refusals + 1)

    if not can_write:
        return property_row(t("Assignee"), assignee["name"] if assignee else t("Nobody"))
    people = [*members]
    if assignee and assignee["id"] not in {each["id"] for each in people}:
        people.append(assignee)  # somebody who left the team
    return property_row(
        t("Assignee"),
        Select(
            [
                Option(NOBODY, t("Nobody")),
                *(Option(each["id"], each["name"]) for each in people),
            ],
            value=assignee["id"] if assignee else NOBODY,
            label=t("Assignee"),
            attributes={
                "onChange": choose,
                "className": "card-assignee",
                "key": f"{assignee and assignee['id']}-{len(people)}-{refusals}",
            },
        ),
    )


@component
def Labels(card: OpenCard) -> VdomDict | None:
    """The labels: chosen, taken off and made on the spot."""
    shown: Card = use_store(card.card)
    known = use_labels()
    can_write, can_create = use_can("WRITE_CONTACTS"), use_can("MANAGE_LABELS")
    carried = shown["labels"]

    async def change(add: list[str], remove: list[str]) -> None:
        await card.act("label_cards", {"ids": [card.card_id], "add": add, "remove": remove})

    async def create(name: str) -> None:
        if label := await create_label(card.session, name):
            await change([label["id"]], [])

    if not can_write or is_settled(shown):
        if not carried:
            return None
        chips = [
            Chip(label["name"], color=label["color"], attributes={"key": label["id"]})
            for label in carried
        ]
        return property_row(t("Labels"), html.div({"className": "chips"}, *chips))
    return property_row(
        t("Labels"),
        html.div(
            {"className": "quick-labels"},
            Combobox(
                id="card-labels",
                label=t("Add labels"),
                choices=label_choices(known or carried),
                selected=label_choices(carried),
                multiple=True,
                on_select=lambda label_id: change([label_id], []),
                on_remove=lambda label_id: change([], [label_id]),
                on_create=create if can_create else None,
                create_label=lambda text: t("Create the label “{name}”", name=text),
                placeholder=t("Add labels"),
                key="labels",
            ),
        ),
    )


@component
def Standing(card: OpenCard) -> VdomDict:
    """Since when it stands in its step, and why it was lost."""
    shown: Card = use_store(card.card)
    reason = shown["lostReason"]
    return html.div(
        {"className": "card-standing"},
        html.p(
            {"className": "card-since", "data-stale": "" if shown["stale"] else None},
            t("Came to “{step}”", step=shown["step"]["name"]),
            " ",
            Time(shown["stepEnteredAt"]),
        ),
        html.p({"className": "card-reason"}, t("Lost: {reason}", reason=reason))
        if reason
        else None,
    )
