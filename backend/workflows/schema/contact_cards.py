"""``Contact.cards``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, cast

import strawberry

from backend.contacts.schema.types import Contact
from backend.core.added_fields import Reading
from backend.core.graphql import Connection, extend
from backend.core.graphql.connections import connection
from backend.core.paging import Page, PageRequest
from backend.workflows.queries.contact_cards import cards_of_contacts, count_cards_of_contacts
from backend.workflows.rows import NO_CARD_PARTS
from backend.workflows.schema.detail_types import After, First
from backend.workflows.schema.reading import card_wanted
from backend.workflows.schema.types import Card

Archived = Annotated[
    bool | None,
    strawberry.argument(description="True for the archived ones, and only those."),
]


@extend(
    Contact,
    description="The workflow cards that are about it, as the main contact or a further one, the "
    "newest first.",
)
async def cards(
    reading: Reading, first: First = None, after: After = None, archived: Archived = None
) -> Mapping[int, Connection[Card]]:
    """Read a page of the cards of each contact, and how many there are where that is asked for."""
    size, shelved = PageRequest.of(first).size, bool(archived)
    wanted = card_wanted(reading.inside.at("edges", "node")) if reading.inside else NO_CARD_PARTS
    found = await cards_of_contacts(
        reading.account_id, reading.ids, size + 1, after, shelved, wanted
    )
    counts: Mapping[int, int] = {}
    if "totalCount" in reading.below:
        counts = await count_cards_of_contacts(reading.account_id, reading.ids, shelved)
    return {
        key: cast(
            Connection[Card],
            connection(
                Page(
                    rows[:size],
                    [(row.pk,) for row in rows[:size]],
                    has_next=len(rows) > size,
                    has_previous=after is not None,
                ),
                total_count=counts.get(key, 0),
            ),
        )
        for key, rows in found.items()
    }
