"""The place of the drawer; the URL says which card is in it."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import unquote

from reactpy import component, use_ref
from reactpy.types import Component

from frontend.hooks import use_params, use_url_state
from frontend.hooks.navigation import go
from frontend.location import Location
from frontend.pages.boards.places import CARD_PATTERN, board_url
from frontend.pages.card.drawer import CardDrawer
from frontend.pages.card.state import OpenCard
from frontend.session import current_session


@component
def CardSlot() -> Component | None:
    """The drawer beside a board: of the card in the path, if any. Closed, the board stays, with its
    filters.
    """
    session, parameters = current_session(), use_params(CARD_PATTERN)
    board_id, card_id = (unquote(parameters.get(name, "")) for name in ("board", "card"))
    if not card_id:
        return None

    def close() -> None:
        here = session.location.value
        go(session, Location(board_url(board_id), here.query).url)

    return Drawn(card_id, beside_board=True, close=close, key=card_id)


@component
def CardBeside() -> Component | None:
    """The drawer beside another page, such as a contact's: of the card in `?card=`, if any."""
    card_id, set_card_id = use_url_state("card")
    if not card_id:
        return None

    def close() -> None:
        set_card_id(None, push=True)

    return Drawn(card_id, beside_board=False, close=close, key=card_id)


@component
def Drawn(card_id: str, *, beside_board: bool, close: Callable[[], None]) -> Component:
    """One card's drawer; another card's is another component."""
    card: OpenCard = use_ref(OpenCard(current_session(), card_id)).current
    return CardDrawer(card, beside_board=beside_board, on_close=close, key="card")
