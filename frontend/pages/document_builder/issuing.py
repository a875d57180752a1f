"""Issuing: all that is missing, each with the way to mend it, or one last question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reactpy import component, html, use_state
from reactpy.types import Component, VdomDict

from frontend.client import OperationFailed, UserError
from frontend.components import Button, Dialog, Notice, Skeleton
from frontend.components.icon import Icon
from frontend.errors import explain, report
from frontend.hooks import use_store, use_task
from frontend.hooks.effect import use_effect
from frontend.hooks.navigation import go
from frontend.locale import format_date, format_money, t
from frontend.operations import load
from frontend.pages.document_builder.desk import Desk
from frontend.pages.document_builder.head import NAMES
from frontend.pages.document_builder.head_fields import element_id
from frontend.pages.document_builder.line_rows import field_words
from frontend.pages.document_builder.lines import read_line, read_percent
from frontend.pages.document_builder.places import document_url
from frontend.pages.document_builder.words import action_words, issued_words, question_words

SETTINGS_URL = "/settings/billing"
KEEPS, SENDS = "keeps", "sends"
FIRST_ACT = "issue-and-send"
FIRST_MISSING = "missing-0"
_HEAD = {api: name for name, api in NAMES.items()}
_LINE_FIELDS = {"taxId": "tax_id", "unitPriceMinor": "price", "discountPercent": "discount"}


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that stands in the way: where it is, in words, why, and how to get there."""

    where: str
    words: str
    href: str = ""
    buyer_field: str = ""
    element: str = ""


@component
def Issuing(desk: Desk) -> Component | None:
    """The dialog, while it is open."""
    is_open: bool = use_store(desk.issuing)
    return IssueDialog(desk, key="issue") if is_open else None


@component
def IssueDialog(desk: Desk) -> VdomDict:
    """Save what is typed, look for what is missing, then ask."""
    draft = desk.draft
    missing, set_missing = use_state(_UNKNOWN)
    busy, set_busy = use_state("")

    async def check() -> None:
        unread = _unread(desk)
        if unread or not await desk.saver.save():
            refused = [_refusal(desk, path, words) for path, words in draft.refused.value.items()]
            set_missing((*unread, *refused) or (_not_saved(desk),))
            return
        if not draft.document_id:
            set_missing((_empty(),))
            return
        data = await draft.session.client.run(
            load("billing/read_issue_errors"), {"id": draft.document_id}
        )
        found = _listed(desk, data["billingIssueErrors"])
        set_missing(found)
        if not found:
            draft.session.command("focus", id=FIRST_ACT)

    use_task(check, [])

    async def issue(way: str) -> None:
        set_busy(way)
        try:
            if (left := await _issue(desk, sends=way == SENDS)) is not None:
                set_missing(left)
        finally:
            set_busy("")

    def close() -> None:
        desk.issuing.set(False)

    if missing is _UNKNOWN:
        return Dialog(
            action_words(draft.kind),
            Skeleton("list", lines=2),
            on_close=close,
            id="issuing",
            size="medium",
        )
    if missing:
        return html.div(MissingDialog(desk, missing, close, key="missing"))
    head, amounts = draft.head.value, draft.amounts.value
    facts = [
        (t("Client"), head.buyer["name"]),
        (t("Total"), format_money(amounts.total_minor, amounts.currency or head.currency)),
    ]
    if draft.kind != "CREDIT_NOTE":
        label = t("Holds until") if draft.kind == "QUOTE" else t("Due")
        facts.append((label, format_date(head.due(draft.today))))
    return Dialog(
        question_words(draft.kind),
        html.dl(
            {"className": "builder-facts"},
            *(
                html.div({"key": label}, html.dt(label), html.dd(html.bdi(value)))
                for label, value in facts
            ),
        ),
        text=t("It takes its number now, and can never be changed after that."),
        on_close=close,
        id="issuing",
        size="medium",
        actions=html.div(
            {"className": "dialog-actions"},
            Button(t("Cancel"), attributes={"data-close": ""}),
            Button(
                action_words(draft.kind),
                on_click=lambda: issue(KEEPS),
                busy=busy == KEEPS,
                disabled=bool(busy),
            ),
            Button(
                t("Issue and send …"),
                icon="send",
                variant="primary",
                on_click=lambda: issue(SENDS),
                busy=busy == SENDS,
                disabled=bool(busy),
                attributes={"id": FIRST_ACT},
            ),
        ),
    )


_UNKNOWN: tuple[Missing, ...] = (Missing("", ""),)


async def _issue(desk: Desk, *, sends: bool) -> tuple[Missing, ...] | None:
    """Issue the draft, and go on to its letter; return what is missing after all."""
    draft = desk.draft
    values = {"id": draft.document_id, "version": draft.version}
    try:
        data = await draft.session.client.run(load("billing/issue_document"), {"input": values})
    except OperationFailed as error:
        report(error, draft.session)
        return None
    payload = data["issueBillingDocument"]
    if payload["errors"]:
        await draft.read()
        return _listed(desk, payload["errors"])
    desk.issuing.set(False)
    number = payload["document"]["number"]
    draft.session.toasts.show(issued_words(draft.kind, number), kind="success")
    if sends:
        go(draft.session, f"{document_url(draft.kind, draft.document_id)}?send=1", replace=True)
    await draft.read()
    return None


@component
def MissingDialog(desk: Desk, missing: Sequence[Missing], close: Any) -> VdomDict:
    """What is missing; the first of it has the focus: Enter goes there."""

    @use_effect(dependencies=[])
    def begin_with_the_first() -> None:
        desk.draft.session.command("focus", id=FIRST_MISSING)

    return Dialog(
        t("Something is missing"),
        html.ul(
            {"className": "builder-missing"},
            *(_entry(desk, each, str(place)) for place, each in enumerate(missing)),
        ),
        on_close=close,
        id="issuing",
        size="medium",
        actions=html.div(
            {"className": "dialog-actions"}, Button(t("Close"), attributes={"data-close": ""})
        ),
    )


def _entry(desk: Desk, missing: Missing, key: str) -> VdomDict:
    def mend() -> None:
        desk.issuing.set(False)
        if missing.buyer_field:
            desk.buyer.set(missing.buyer_field)
        elif missing.element:
            desk.focus(missing.element)

    words = (
        Icon("circle-alert", size=16),
        html.span(
            {"className": "builder-missing-words"},
            html.strong(missing.where),
            html.span(missing.words),
        ),
    )
    if missing.href:
        link = html.a(
            {"className": "builder-missing-link", "href": missing.href, "id": f"missing-{key}"},
            *words,
        )
    else:
        link = html.button(
            {
                "type": "button",
                "className": "builder-missing-link",
                "id": f"missing-{key}",
                "onClick": lambda _: mend(),
            },
            *words,
        )
    return html.li({"key": key}, link)


def _listed(desk: Desk, errors: Sequence[UserError]) -> tuple[Missing, ...]:
    return tuple(_missing(desk, error["path"], explain(error), error) for error in errors)


def _missing(desk: Desk, path: Sequence[str], words: str, error: UserError) -> Missing:
    first = path[0] if path else ""
    if error["code"] == "SELLER_INCOMPLETE":
        return Missing(_seller_field(path), words, href=SETTINGS_URL)
    if error["code"] == "BUYER_INCOMPLETE" and _has_buyer(desk):
        return Missing(_buyer_field(path), words, buyer_field=path[-1])
    if first == "lines" and len(path) > 2 and path[1].isdigit():
        saved = desk.draft.base.lines
        key = saved[int(path[1])]["key"] if int(path[1]) < len(saved) else ""
        return _refusal(desk, f"lines.{key}.{path[2]}", words)
    return _refusal(desk, ".".join(path), words)


def _has_buyer(desk: Desk) -> bool:
    head = desk.draft.head.value
    return bool(head.buyer["name"] or head.contact_id)


def _buyer_field(path: Sequence[str]) -> str:
    names = {
        "street": t("The client’s street"),
        "city": t("The client’s city"),
        "country": t("The client’s country"),
        "vatNumber": t("The client’s VAT number"),
    }
    return names.get(path[-1], t("Client"))


def _refusal(desk: Desk, path: str, words: str) -> Missing:
    """Return where a refused path is in the form."""
    draft = desk.draft
    first, *rest = path.split(".")
    if first == "buyer" and not _has_buyer(desk):
        return Missing(t("Client"), t("Choose who buys."), element="draft-client")
    if first == "buyer":
        return Missing(t("Client"), words, buyer_field=rest[0] if rest else "name")
    if first == "lines" and len(rest) == 2 and rest[0] in draft.lines:
        number = draft.order.value.index(rest[0]) + 1
        field = _LINE_FIELDS.get(rest[1], rest[1])
        return Missing(_line_words(number, rest[1]), words, element=f"line-{rest[0]}-{field}")
    if first == "lines":
        key = draft.order.value[0] if draft.order.value else ""
        return Missing(t("Lines"), words, element=f"line-{key}-name")
    if first in ("deliveredFrom", "deliveredUntil", "supply"):
        desk.more.set(True)
    labels = {
        "issueDate": t("Issued on"),
        "dueDate": t("Due"),
        "deliveredUntil": t("Delivered until"),
    }
    name = _HEAD.get(first, first)
    by_terms = name == "due_date" and not draft.head.value.due_date
    element = "draft-terms" if by_terms else element_id(name)
    return Missing(labels.get(first, t("Document")), words, element=element)


def _line_words(number: int, field: str) -> str:
    return f"{t('Line {number}', number=number)} · {field_words().get(field, t('Item'))}"


def _unread(desk: Desk) -> tuple[Missing, ...]:
    """Return the numbers that cannot be read: they would be issued as nought."""
    draft = desk.draft
    currency = draft.head.value.currency
    found = [
        Missing(_line_words(place, name), words, element=f"line-{key}-{name}")
        for place, key in enumerate(draft.order.value, 1)
        for name, words in read_line(draft.lines[key].value, currency).problems.items()
    ]
    if words := read_percent(draft.head.value.discount)[1]:
        found.append(Missing(t("Discount in %"), words, element=element_id("discount")))
    return tuple(found)


def _empty() -> Missing:
    return Missing(t("Client"), t("Choose who buys."), element="draft-client")


def _not_saved(desk: Desk) -> Missing:
    return Missing(t("Document"), t("It could not be saved yet. Try again in a moment."))


def _seller_field(path: Sequence[str]) -> str:
    if list(path) == ["taxes"]:
        return t("Taxes")
    names = {
        "name": t("Your name"),
        "street": t("Your street"),
        "city": t("Your city"),
        "country": t("Your country"),
        "registration_number": t("Your SIREN or SIRET"),
        "registrationNumber": t("Your SIREN or SIRET"),
        "vat_number": t("Your VAT number"),
        "vatNumber": t("Your VAT number"),
    }
    return names.get(path[-1] if path else "", t("Your details"))


@component
def SettingsNotice(desk: Desk) -> VdomDict | None:
    """What of the seller's own is missing, said before anybody tries to issue."""
    is_read: str = use_store(desk.draft.status)
    missing = desk.draft.drafting.get("billingSettings", {}).get("missing", ()) if is_read else ()
    if not missing:
        return None
    return Notice(
        html.p(t("Before the first document can be issued, complete your own details.")),
        kind="warning",
        action=Button(t("Settings"), href=SETTINGS_URL, small=True),
    )
