"""All that is wrong with what a seller says, not only what is found first: as a form wants it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, replace

from backend.billing.rules.numbering import Numbering, check_numbering
from backend.billing.rules.settings import (
    Bank,
    BillingSettings,
    Party,
    SettingsChanges,
    changed_settings,
    clean_party,
)
from backend.core.errors import Refusal


def party_refusals(party: Party, path: tuple[str, ...]) -> list[Refusal]:
    """Return what is wrong with the fields of a party, each by itself."""
    kind, country = type(party), party.country
    refused = list(_refusal(lambda: clean_party(kind(country=country), path)))
    known = None if refused else country
    for each in fields(party):
        value = getattr(party, each.name)
        if each.name != "country" and value is not None:
            alone = replace(kind(country=known), **{each.name: value})
            refused += _refusal(lambda alone=alone: clean_party(alone, path))
    return refused


def bank_refusals(bank: Bank, before: BillingSettings) -> list[Refusal]:
    """Return what is wrong with the fields of bank details, each by itself."""
    refused: list[Refusal] = []
    for each in fields(bank):
        alone = SettingsChanges(bank=Bank(**{each.name: getattr(bank, each.name)}))
        refused += _refusal(lambda alone=alone: changed_settings(before, alone))
    return refused


def numbering_refusals(numbering: Sequence[Numbering]) -> list[Refusal]:
    """Return what is wrong with each numbering."""
    refused: list[Refusal] = []
    for place, each in enumerate(numbering):
        refused += _refusal(
            lambda each=each, at=str(place): check_numbering(each, ("numbering", at))
        )
    return refused


def settings_refusals(before: BillingSettings, changes: SettingsChanges) -> list[Refusal]:
    """Return what is wrong with the seller, the bank and the numbering of changes."""
    return [
        *(party_refusals(changes.seller, ("seller",)) if changes.seller else ()),
        *(bank_refusals(changes.bank, before) if changes.bank else ()),
        *numbering_refusals(changes.numbering or ()),
    ]


def _refusal(check: Callable[..., object]) -> Iterator[Refusal]:
    try:
        check()
    except Refusal as refusal:
        yield refusal
