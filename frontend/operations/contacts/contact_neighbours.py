"""What contact_neighbours.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict

from frontend.operations import Operation, load
from frontend.operations.inputs import ContactFilter, ContactSort


class ContactNeighboursVariables(TypedDict):
    id: str
    filter: NotRequired[ContactFilter | None]
    sort: NotRequired[ContactSort | None]


class ContactNeighboursContactNeighbours(TypedDict):
    previousId: str | None
    nextId: str | None


class ContactNeighbours(TypedDict):
    contactNeighbours: ContactNeighboursContactNeighbours


contact_neighbours: Operation[ContactNeighbours] = load("contacts/contact_neighbours")
