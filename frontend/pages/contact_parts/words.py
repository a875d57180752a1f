"""The words of contacts that several places say: names, kinds, subscription statuses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from frontend.components import Option
from frontend.locale import t


def contact_name(contact: Mapping[str, Any]) -> str:
    """Return what a contact is called; one that has nothing at all is called unnamed."""
    return contact.get("displayName") or t("Unnamed contact")


def statuses() -> dict[str, str]:
    """Return the words of the subscription statuses."""
    return {
        "NEVER_SUBSCRIBED": t("Never subscribed"),
        "SUBSCRIBED": t("Subscribed"),
        "UNSUBSCRIBED": t("Unsubscribed"),
    }


def status_words(status: str) -> str:
    """Return the words of a subscription status."""
    return statuses()[status]


def status_options() -> list[Option]:
    """Return the statuses as the options of a select."""
    return options(statuses())


def email_kinds() -> dict[str, str]:
    """Return the words for what an e-mail is for."""
    return {
        "MAIN": t("Main", context="e-mail"),
        "HOME": t("Home", context="e-mail"),
        "WORK": t("Work", context="e-mail"),
        "OTHER": t("Other", context="e-mail"),
    }


def phone_kinds() -> dict[str, str]:
    """Return the words for what a phone is for."""
    return {
        "MAIN": t("Main", context="phone"),
        "HOME": t("Home", context="phone"),
        "WORK": t("Work", context="phone"),
        "MOBILE": t("Mobile", context="phone"),
        "FAX": t("Fax", context="phone"),
        "OTHER": t("Other", context="phone"),
    }


def address_kinds() -> dict[str, str]:
    """Return the words for what an address is for."""
    return {
        "HOME": t("Home", context="address"),
        "WORK": t("Work", context="address"),
        "BILLING": t("Billing", context="address"),
        "SHIPPING": t("Shipping", context="address"),
        "OTHER": t("Other", context="address"),
    }


def options(words: Mapping[str, str]) -> list[Option]:
    """Return kinds as the options of a select."""
    return [Option(value, label) for value, label in words.items()]


def field_label(field: str) -> str:
    """Return the label of a field of a contact, by its name in the API."""
    return {
        "givenName": t("Given name"),
        "familyName": t("Family name"),
        "company": t("Company"),
        "position": t("Position"),
        "emails": t("E-mails"),
        "phones": t("Phones"),
        "addresses": t("Addresses"),
        "labels": t("Labels"),
        "photo": t("Photo"),
    }.get(field, field)
