"""What happened to a contact's quotes, invoices and credit notes, in words."""

from __future__ import annotations

from frontend.locale import format_date, format_money, t
from frontend.pages.contact.parts import ContactStory, Entry, who


def document(entry: Entry) -> str:
    """Return what a document is called: its number, or what it is."""
    payload = entry["payload"]
    return payload.get("number") or {
        "quote": t("a quote"),
        "invoice": t("an invoice"),
        "credit_note": t("a credit note"),
    }.get(payload.get("documentKind") or "", t("a document"))


def amount(entry: Entry, name: str) -> str:
    """Return an amount that a fact tells, "" where it tells none."""
    minor, currency = entry["payload"].get(name), entry["payload"].get("currency")
    return format_money(abs(minor), currency) if minor is not None and currency else ""


def _drafted(entry: Entry) -> str:
    return {
        "quote": t("{who} began a quote", who=who(entry)),
        "invoice": t("{who} began an invoice", who=who(entry)),
        "credit_note": t("{who} began a credit note", who=who(entry)),
    }.get(entry["payload"].get("documentKind") or "", t("{who} began a document", who=who(entry)))


def _issued(entry: Entry) -> str:
    total = amount(entry, "totalMinor")
    if not total:
        return t("{who} issued {document}", who=who(entry), document=document(entry))
    return t(
        "{who} issued {document}, {amount}",
        who=who(entry),
        document=document(entry),
        amount=total,
    )


def _answered(entry: Entry) -> str:
    payload, called = entry["payload"], document(entry)
    if payload.get("byClient"):
        if payload.get("stage") == "rejected":
            return t("The client rejected {document}", document=called)
        return t("The client accepted {document}", document=called)
    answered = t("{who} answered {document}", who=who(entry), document=called)
    return {
        "accepted": t("{who} marked {document} as accepted", who=who(entry), document=called),
        "rejected": t("{who} marked {document} as rejected", who=who(entry), document=called),
        "invoiced": t("{who} made an invoice of {document}", who=who(entry), document=called),
        "revised": t("{who} issued a new version of {document}", who=who(entry), document=called),
    }.get(payload.get("stage") or "", answered)


def _sent(entry: Entry) -> str:
    called = document(entry)
    if entry["payload"].get("letterKind") in ("reminder", "overdue"):
        return t("{who} sent a reminder of {document}", who=who(entry), document=called)
    return t("{who} sent {document}", who=who(entry), document=called)


def _paid(entry: Entry) -> str:
    payload, paid = entry["payload"], amount(entry, "amountMinor")
    if not paid:
        return t("{who} recorded a payment", who=who(entry))
    if payload["amountMinor"] < 0:
        return t("{who} took back a payment of {amount}", who=who(entry), amount=paid)
    if payload.get("paid"):
        return t(
            "{who} recorded a payment of {amount}: {document} is paid",
            who=who(entry),
            amount=paid,
            document=document(entry),
        )
    return t(
        "{who} recorded a payment of {amount} for {document}",
        who=who(entry),
        amount=paid,
        document=document(entry),
    )


def _recurring(entry: Entry) -> str:
    begins = entry["payload"].get("nextDate")
    if not begins:
        return t("{who} set up a recurring invoice", who=who(entry))
    day = format_date(begins)
    return t("{who} set up a recurring invoice from {day} on", who=who(entry), day=day)


def _made(entry: Entry) -> str:
    day = entry["payload"].get("day")
    if not day:
        return t("An invoice was made by itself")
    return t("The invoice of {day} was made by itself", day=format_date(day))


def _skipped(entry: Entry) -> str:
    day = entry["payload"].get("day")
    if not day:
        return t("{who} skipped a day of a recurring invoice", who=who(entry))
    return t("{who} skipped the recurring invoice of {day}", who=who(entry), day=format_date(day))


def _unskipped(entry: Entry) -> str:
    day = entry["payload"].get("day")
    if not day:
        return t("{who} brought back a day of a recurring invoice", who=who(entry))
    return t(
        "{who} brought back the recurring invoice of {day}", who=who(entry), day=format_date(day)
    )


STORIES = (
    ContactStory(
        "BILLING_DOCUMENT",
        label=lambda: t("Quotes and invoices"),
        icon="receipt",
        order=35,
        with_topics=("RECURRING_INVOICE",),
        words={
            "document.drafted": _drafted,
            "document.deleted": lambda entry: t("{who} deleted a draft", who=who(entry)),
            "document.restored": lambda entry: t("{who} brought back a draft", who=who(entry)),
            "document.purged": lambda entry: t(
                "The time to keep {document} was over: it no longer says for whom it was",
                document=document(entry),
            ),
            "document.issued": _issued,
            "document.voided": lambda entry: t(
                "{who} voided {document}", who=who(entry), document=document(entry)
            ),
            "document.credited": lambda entry: t(
                "{who} issued a credit note for {document}",
                who=who(entry),
                document=document(entry),
            ),
            "document.answered": _answered,
            "document.sent": _sent,
            "document.viewed": lambda entry: t(
                "The client looked at {document}", document=document(entry)
            ),
            "document.link_revoked": lambda entry: t(
                "{who} closed the client’s page of {document}",
                who=who(entry),
                document=document(entry),
            ),
            "document.payment": _paid,
            "recurring_invoice.created": _recurring,
            "recurring_invoice.changed": lambda entry: t(
                "{who} changed a recurring invoice", who=who(entry)
            ),
            "recurring_invoice.made": _made,
            "recurring_invoice.deleted": lambda entry: t(
                "{who} deleted a recurring invoice", who=who(entry)
            ),
            "recurring_invoice.restored": lambda entry: t(
                "{who} brought back a recurring invoice", who=who(entry)
            ),
            "recurring_invoice.paused": lambda entry: t(
                "{who} paused a recurring invoice", who=who(entry)
            ),
            "recurring_invoice.resumed": lambda entry: t(
                "{who} resumed a recurring invoice", who=who(entry)
            ),
            "recurring_invoice.skipped": _skipped,
            "recurring_invoice.unskipped": _unskipped,
        },
    ),
)
