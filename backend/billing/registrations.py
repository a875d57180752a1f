"""What other domains may ask about billing: personal data, and how documents follow contacts."""

from __future__ import annotations

from backend.billing.events import AboutDocument
from backend.billing.service.asked_for import Invoices
from backend.billing.service.letters import closing_of
from backend.billing.service.payment_way import bank_transfer
from backend.billing.service.privacy import (
    erase_documents,
    erase_recurring,
    forget_documents,
    forget_recurring,
    gather_documents,
    gather_recurring,
)
from backend.contacts.followers import ContactFollower, contact_followers, moving_rows
from backend.core.registry import PersonalData, personal_data
from backend.inbox.closings import letter_closings
from backend.inbox.payable import payables
from backend.inbox.payment_ways import payment_ways

personal_data.register(
    "billing",
    PersonalData(
        name="billing",
        tables=("billing_document", "payment", "document_delivery", "quote_answer"),
        gather=gather_documents,
        erase=erase_documents,
    ),
)
contact_followers.register(
    "billing",
    ContactFollower(
        "billing",
        moving_rows("billing_document"),
        forget=forget_documents,
        keeps_history_of=(AboutDocument.subject_type,),
    ),
)
personal_data.register(
    "recurring",
    PersonalData(
        name="recurring",
        tables=("recurring_invoice", "reminder_exception"),
        gather=gather_recurring,
        erase=erase_recurring,
    ),
)
contact_followers.register(
    "recurring",
    ContactFollower("recurring", moving_rows("recurring_invoice"), forget=forget_recurring),
)
contact_followers.register(
    "reminders", ContactFollower("reminders", moving_rows("reminder_exception"))
)
letter_closings.register("billing", closing_of)
payment_ways.register("billing", bank_transfer)
payables.register("billing", Invoices())
