"""Sections, fields and values as English message ids; translated where they are shown.

What is not here is shown by its name, so that nothing is left out of a copy for want of a word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from backend.core.locale import colon, translate
from backend.timeline.topics import told_facts

SECTIONS = {
    "contact": "Contact details",
    "consents": "Consent to campaigns",
    "history": "Activity",
    "messages": "Messages",
    "notes": "Notes",
    "tasks": "Tasks",
    "cards": "Cards of boards",
    "projects": "Projects",
    "sites": "Websites",
    "documents": "Quotes, invoices and credit notes",
    "recurring": "Recurring invoices",
    "files": "Files",
    "campaigns": "Campaigns",
    "notifications": "Notifications to the team",
    "imports": "Imports",
    "duplicates": "Possible duplicates",
    "merges": "Merged contacts",
    "undo": "Earlier states that can be brought back",
    "privacy_requests": "Privacy requests",
}
"""In the order in which a reader sees them; others follow."""

FIELDS = {
    "google_key": "Name in Google’s programs",
    "of_contact": "Contact",
    "given_name": "Given name",
    "family_name": "Family name",
    "name": "Name",
    "company": "Company",
    "position": "Position",
    "emails": "E-mails",
    "phones": "Phones",
    "addresses": "Addresses",
    "labels": "Labels",
    "custom_fields": "Custom fields",
    "address": "Address",
    "email": "E-mail",
    "phone": "Phone",
    "number": "Number",
    "lines": "Lines",
    "field": "Field",
    "value": "Value",
    "kind": "Kind",
    "status": "Status",
    "state": "State",
    "stage": "State",
    "status_changed_at": "Since",
    "since": "Since",
    "source": "Source",
    "proof": "Proof",
    "at": "When",
    "by": "By",
    "payload": "Details",
    "direction": "Direction",
    "from": "From",
    "to": "To",
    "subject": "Subject",
    "text": "Text",
    "title": "Title",
    "description": "Description",
    "due_on": "Due",
    "due_at": "Due",
    "assignee": "Assigned to",
    "completed_at": "Done",
    "completed_by": "Done by",
    "created_at": "Created",
    "created_by": "Created by",
    "updated_at": "Changed",
    "edited_at": "Changed",
    "edited_by": "Changed by",
    "deleted": "Deleted",
    "deleted_at": "Deleted",
    "last_activity_at": "Last activity",
    "recorded_at": "Recorded",
    "issued_on": "Issued",
    "currency": "Currency",
    "total_minor": "Total",
    "paid_minor": "Paid",
    "amount_minor": "Amount",
    "value_minor": "Value",
    "budget_minor": "Budget",
    "paid_on": "Paid on",
    "payments": "Payments",
    "method": "Method",
    "reference": "Reference",
    "content": "Content",
    "sent_to": "Sent to",
    "sent_at": "Sent",
    "opened_at": "Opened",
    "clicked_at": "Clicked",
    "bounced_at": "Bounced",
    "unsubscribed_at": "Unsubscribed",
    "answer": "Answer",
    "checklist": "Checklist",
    "notes": "Notes",
    "steps": "Steps",
    "step": "Step",
    "files": "Files",
    "enclosed": "Files",
    "file": "File",
    "media_type": "Type",
    "size_bytes": "Size in bytes",
    "deadline": "Deadline",
    "finished_at": "Finished",
    "done": "Done",
    "frequency": "How often",
    "every": "Every",
    "start_date": "From",
    "after": "After",
    "before": "Before",
    "bank": "Bank",
    "buyer": "Client",
    "by_client": "By the client",
    "category": "Category",
    "city": "City",
    "client": "Internet address",
    "country": "Country",
    "delivery": "Delivery address",
    "discount_percent": "Discount in percent",
    "display_name": "Name",
    "document_kind": "Kind",
    "due": "Due",
    "due_date": "Due",
    "excerpt": "Excerpt",
    "extended": "Address, continued",
    "has_photo": "Photo",
    "holder": "Account holder",
    "iban": "IBAN",
    "bic": "BIC",
    "issue_date": "Issued",
    "legal_form": "Legal form",
    "legal_terms": "Legal terms",
    "locale": "Language",
    "lost_reason": "Reason",
    "message_kind": "Kind",
    "note_kind": "Kind",
    "paid": "Paid",
    "payment_days": "Days to pay",
    "postal_code": "Postal code",
    "program": "Program",
    "quantity": "Quantity",
    "rate": "Rate",
    "region": "Region",
    "registration_number": "Registration number",
    "seller": "Seller",
    "share_capital": "Share capital",
    "step_name": "Step",
    "street": "Street",
    "tax": "Tax",
    "unit": "Unit",
    "unit_price_minor": "Unit price",
    "vat_number": "VAT number",
    "website": "Website",
    "workflow": "Board",
    "bounce": "Came back",
    "campaign": "Campaign",
    "changes": "Changes",
    "day": "Day",
    "fields": "Changed",
    "from_step_name": "From step",
    "lead_id": "Number of the request",
    "letter_kind": "Kind",
    "never_reminded": "Never reminded",
    "next_date": "Next",
    "step_kind": "Kind",
    "merged_contact": "Merged contacts",
    "other_contact": "Contact",
    "id": "Number in Carnet",
    "quoted_html": "Quoted text (HTML)",
}
VALUES = {
    "subscribed": "Subscribed",
    "unsubscribed": "Unsubscribed",
    "never_subscribed": "Never subscribed",
    "in": "received",
    "out": "sent",
    "main": "Main",
    "home": "Personal",
    "work": "Work",
    "mobile": "Mobile",
    "other": "Other",
    "quote": "Quote",
    "invoice": "Invoice",
    "credit_note": "Credit note",
    "draft": "Draft",
    "issued": "Issued",
    "void": "Void",
    "copy": "Copy of their data",
    "erasure": "Erasure",
}
KINDS = {
    "billing": "Billing",
    "item": "Item",
    "call": "Call",
    "meeting": "Meeting",
    "letter": "Message",
}
"""What may also be a word of somebody: said so only where the field is a kind."""
METHODS = {
    "transfer": "Transfer",
    "card": "Card",
    "cash": "Cash",
    "check": "Cheque",
    "direct_debit": "Direct debit",
}
STAGES = {
    "accepted": "Accepted",
    "rejected": "Rejected",
    "revised": "Revised",
    "invoiced": "Invoiced",
    "queued": "To be sent",
    "sending": "Being sent",
    "sent": "Sent",
    "failed": "Failed",
    "skipped": "Left out",
    "unknown": "Not known",
    "new": "New",
    "contacted": "Contacted",
    "quoted": "Quote sent",
    "open": "Open",
    "won": "Won",
    "lost": "Lost",
    "matched": "Person confirmed",
    "waiting": "Waiting",
    "running": "Under way",
    "ready": "Ready",
    "done": "Done",
    "cancelled": "Cancelled",
}
FREQUENCIES = {"weekly": "Every week", "monthly": "Every month", "yearly": "Every year"}
BOUNCES = {"hard": "For good", "soft": "For now"}
LANGUAGES = {"en": "English", "fr": "French", "it": "Italian"}
SOURCES = {
    "hand": "By hand",
    "api": "By a program",
    "import": "Import of a file",
    "google": "Import from Google",
    "lead": "Lead from a marketplace",
    "form": "Choice on a campaign’s page",
    "bulk": "Change of many contacts",
    "link": "Link in a campaign",
    "merge": "Contacts merged",
    "undo": "Something undone",
    "system": "Carnet",
    "unknown": "Not known",
}
"""By what a subscription came to be; said so only where the field is its source."""
YES_NO = {True: "Yes", False: "No"}
_SUBJECTS = {
    "attachment": "File",
    "campaign": "Campaign",
    "card": "Card",
    "contact": "Contact",
    "document": "Document",
    "lead": "Request",
    "message": "Message",
    "note": "Note",
    "payment_request": "Payment request",
    "project": "Project",
    "recurring_invoice": "Recurring invoice",
    "site": "Website",
    "task": "Task",
}
_ACTS = {
    "added": "added",
    "answered": "answered",
    "archived": "archived",
    "automated": "changed by an automation",
    "bounced": "came back",
    "cancelled": "cancelled",
    "changed": "changed",
    "clicked": "link clicked",
    "completed": "done",
    "created": "created",
    "credited": "credited",
    "deleted": "deleted",
    "discarded": "discarded",
    "drafted": "drafted",
    "edited": "changed",
    "failed": "not sent",
    "held": "held back",
    "issued": "issued",
    "labelled": "labels changed",
    "link_revoked": "link revoked",
    "linked": "linked",
    "mail_sent": "sent",
    "made": "made",
    "merged": "merged",
    "merged_away": "merged",
    "moved": "moved",
    "opened": "opened",
    "paused": "paused",
    "payment": "payment",
    "pinned": "pinned",
    "received": "received",
    "renamed": "renamed",
    "reopened": "reopened",
    "restored": "restored",
    "resumed": "resumed",
    "sent": "sent",
    "skipped": "skipped",
    "status_changed": "status changed",
    "unarchived": "restored",
    "unlinked": "unlinked",
    "unmerged": "merge undone",
    "unpinned": "unpinned",
    "unskipped": "restored",
    "unsubscribed": "unsubscribed",
    "updated": "changed",
    "viewed": "viewed",
    "voided": "voided",
    "written": "written",
}
_PARTS = {"file": "File", "item": "Checklist", "note": "Note"}
"""What a card has: ``card.item_done``."""


def _kinds() -> Iterator[tuple[str, tuple[str, ...]]]:
    for fact in told_facts():
        subject, _, act = fact.kind.partition(".")
        part, _, rest = act.partition("_")
        if act in _ACTS and subject in _SUBJECTS:
            yield fact.kind, (_SUBJECTS[subject], _ACTS[act])
        elif part in _PARTS and subject in _SUBJECTS:
            told = _ACTS.get(rest) or {"done": "done", "reworded": "changed"}.get(rest, rest)
            yield fact.kind, (_SUBJECTS[subject], _PARTS[part], told)


@cache
def kinds() -> dict[str, tuple[str, ...]]:
    """Return what each kind of fact says; asked when every domain is loaded."""
    return dict(_kinds())


def history_words(locale: str, kind: str) -> str:
    """Return what happened, in a language: “Task: done”."""
    subject, *acts = (translate(locale, word) for word in kinds()[kind])
    return f"{subject}{colon(locale)} {', '.join(acts)}"


def section_words(locale: str, name: str) -> str:
    """Return what a section is called."""
    return translate(locale, SECTIONS[name]) if name in SECTIONS else _plain(name)


def field_words(locale: str, name: str) -> str:
    """Return what a field is called."""
    return translate(locale, FIELDS[name]) if name in FIELDS else _plain(name)


def column_words(locale: str, names: Sequence[str]) -> list[str]:
    """Return what the columns of a table are called, each by another name."""
    words = [field_words(locale, name) for name in names]
    return [
        f"{word} ({name})" if words.count(word) > 1 else word
        for word, name in zip(words, names, strict=True)
    ]


def _plain(name: str) -> str:
    return name.replace("_", " ").capitalize()
