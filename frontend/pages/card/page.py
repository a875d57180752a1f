"""A card by its id alone, as notifications know it: leads to it beside its board."""

from __future__ import annotations

from urllib.parse import unquote

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import Button, EmptyState, Skeleton
from frontend.hooks import use_params, use_query
from frontend.hooks.effect import use_effect
from frontend.hooks.navigation import go
from frontend.locale import t
from frontend.operations import load
from frontend.pages.boards.places import card_url
from frontend.routes import Page
from frontend.session import current_session

PATTERN = "/cards/{card}"


@component
def CardPage() -> VdomDict:
    """The way to a card's board."""
    session, card_id = current_session(), unquote(use_params(PATTERN).get("card", ""))
    data, _, error, _ = use_query(load("cards/find_card"), {"id": card_id}, skip=not card_id)
    found = (data or {}).get("node") or {}
    workflow_id = found.get("workflowId")

    @use_effect(dependencies=[workflow_id])
    def lead() -> None:
        if workflow_id:
            go(session, card_url(workflow_id, found["id"]), replace=True)

    if error is not None or (data is not None and not workflow_id):
        return html.div(
            EmptyState(
                t("This card is gone"),
                t("It was deleted, or belongs to another account."),
                action=Button(t("All boards"), href="/boards"),
                drawing="lost",
            )
        )
    return html.div(Skeleton("list", lines=6))


PAGES = (Page(PATTERN, CardPage, title=lambda: t("Card"), skeleton="list"),)
