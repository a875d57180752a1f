"""Cards as a mutation or a subscription answers them: with what is asked below the field."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from backend.core.graphql import Info, Selection
from backend.workflows.queries.cards import cards_by_id
from backend.workflows.schema.reading import card_wanted
from backend.workflows.schema.types import Card


async def shown_card(info: Info, key: int) -> Card | None:
    """Return a card for the field `card`; None when it is gone, or nobody asks."""
    selection = Selection.of(info)
    if "card" not in selection:
        return None
    found = await cards_by_id(info.context.actor, (key,), card_wanted(selection.at("card")))
    return cast(Card | None, found.get(key))


async def shown_cards(info: Info, keys: Sequence[int]) -> list[Card]:
    """Return cards for the field `cards`, in the order of their keys; none when nobody asks."""
    selection = Selection.of(info)
    if "cards" not in selection:
        return []
    found = await cards_by_id(info.context.actor, keys, card_wanted(selection.at("cards")))
    return cast(list[Card], [found[key] for key in dict.fromkeys(keys) if key in found])
