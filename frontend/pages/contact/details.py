"""The left column: who it is, every field edited in place."""

from __future__ import annotations

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.locale import t
from frontend.pages.contact.state import PageState
from frontend.pages.contact_card.addresses import Addresses
from frontend.pages.contact_card.channels import Emails, Phones
from frontend.pages.contact_card.custom_values import CustomValues
from frontend.pages.contact_card.facts import Facts
from frontend.pages.contact_card.following import Deleted
from frontend.pages.contact_card.identity import Identity


@component
def Details(state: PageState) -> VdomDict:
    """The fields of the contact."""
    return html.section(
        {"className": "contact-details", "aria-label": t("Details")},
        Deleted(state, key="deleted"),
        Identity(state, whole=True, key="identity"),
        Emails(state, whole=True, key="emails"),
        Phones(state, whole=True, key="phones"),
        Addresses(state, whole=True, key="addresses"),
        CustomValues(state, whole=True, key="custom"),
        Facts(state, key="facts"),
    )
