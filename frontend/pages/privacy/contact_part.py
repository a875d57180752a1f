"""What can be asked for a contact, from its page."""

from __future__ import annotations

from frontend.locale import t
from frontend.pages.contact.parts import ContactAction
from frontend.pages.privacy.places import new_request_url

ACTIONS = (
    ContactAction(
        "privacy-copy",
        lambda: t("Copy of their data…"),
        "archive",
        order=80,
        href=lambda contact_id: new_request_url("COPY", contact_id),
        permission="MANAGE_PRIVACY",
    ),
    ContactAction(
        "privacy-erasure",
        lambda: t("Erase their data…"),
        "shield-user",
        order=81,
        href=lambda contact_id: new_request_url("ERASURE", contact_id),
        permission="MANAGE_PRIVACY",
    ),
)
