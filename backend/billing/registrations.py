"""What other domains may ask about billing: personal data, and how documents follow contacts."""

from __future__ import annotations

from backend.billing.service.privacy import erase_documents, forget_documents, gather_documents
from backend.contacts.followers import ContactFollower, contact_followers, moving_rows
from backend.core.registry import PersonalData, personal_data

personal_data.register(
    "billing",
    PersonalData(
        name="billing",
        tables=("billing_document", "payment"),
        gather=gather_documents,
        erase=erase_documents,
    ),
)
contact_followers.register(
    "billing",
    ContactFollower("billing", moving_rows("billing_document"), forget=forget_documents),
)
