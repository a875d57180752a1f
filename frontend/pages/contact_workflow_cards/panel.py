"""The list of a contact's cards, followed."""

from __future__ import annotations

from typing import Any

from reactpy import component, html, use_ref, use_state
from reactpy.types import VdomDict

from frontend.components import Button, Skeleton
from frontend.fragments import FragmentList
from frontend.hooks import use_can, use_live, use_store, use_target, use_task, use_url_state
from frontend.locale import t, tn
from frontend.operations import load
from frontend.pages.contact.state import use_contact_page
from frontend.pages.contact_workflow_cards.adding import AddCard
from frontend.pages.contact_workflow_cards.line import OPEN, card_line
from frontend.pages.contact_workflow_cards.state import MOST, CardList, Listed
from frontend.pages.task_list.listing import use_today
from frontend.session import current_session

NOT_BEGUN: CardList | None = None


@component
def CardsPanel(contact_id: str) -> VdomDict:
    """The cards, the way to one more, and the drawer of the one that is open."""
    session, kept, page = current_session(), use_ref(NOT_BEGUN), use_contact_page()
    if kept.current is None:
        kept.current = CardList(session, contact_id)
        if (first := page.first("cards")) is not None:
            kept.current.take(first)
    cards = kept.current
    can_write = use_can("WRITE_CONTACTS")
    adding, set_adding = use_state(False)

    async def read_first() -> None:
        if cards.listed.value is None:
            await cards.read()

    async def follow(_: dict[str, Any]) -> None:
        await cards.read()

    use_task(read_first, [], loading=session)
    use_live(
        load("cards/contact_cards_changed"),
        {"contactId": contact_id},
        follow,
        after=page.cursor.value,
    )
    return html.div(
        {"className": "contact-cards"},
        Cards(cards, key="list"),
        Button(
            t("Add card"),
            icon="plus",
            small=True,
            variant="ghost",
            on_click=lambda: set_adding(True),
        )
        if can_write
        else None,
        AddCard(cards, lambda: set_adding(False), key="adding") if adding else None,
    )


@component
def Cards(cards: CardList) -> VdomDict | None:
    """The list, and the way to the others."""
    listed: Listed | None = use_store(cards.listed)
    today = use_today()
    _, open_card = use_url_state("card")

    def show(event: dict[str, Any]) -> None:
        open_card(event["currentTarget"]["dataset"].get("id"), push=True)

    use_target(OPEN, show)
    if listed is None:
        return Skeleton("list", lines=2)
    if not listed.cards:
        return html.p({"className": "contact-cards-none"}, t("On no board yet."))
    hidden = listed.total - len(listed.cards)

    async def more() -> None:
        await cards.read(more=True)

    return html.div(
        FragmentList(
            "ul",
            {"className": "contact-cards-list", "aria-label": t("Workflow cards")},
            [card_line(card, today) for card in listed.cards],
        ),
        Button(
            tn("Show {count} more", "Show {count} more", min(hidden, MOST - len(listed.cards))),
            small=True,
            variant="ghost",
            on_click=more,
        )
        if hidden > 0 and len(listed.cards) < MOST
        else None,
    )
