"""What contact_cards_changed.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load


class ContactCardsChangedVariables(TypedDict):
    contactId: str
    after: NotRequired[str | None]


class ContactCardsChangedContactCardsChanged(TypedDict):
    cursor: str


class ContactCardsChanged(TypedDict):
    contactCardsChanged: ContactCardsChangedContactCardsChanged


contact_cards_changed: Operation[ContactCardsChanged] = load("cards/contact_cards_changed")
