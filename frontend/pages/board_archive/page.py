"""The archive of a board."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from urllib.parse import unquote

from reactpy import component, html, use_ref
from reactpy.types import Component, VdomDict

from frontend.components import Button, ColorDot, EmptyState, PageHeader, Skeleton, Time
from frontend.hooks import (
    use_can,
    use_live,
    use_params,
    use_query,
    use_store,
    use_task,
    use_title,
)
from frontend.locale import format_money, format_number, t, tn
from frontend.operations import load
from frontend.pages.boards.places import board_url, card_url
from frontend.pages.card.acts import bring_back
from frontend.pages.card.words import card_name
from frontend.routes import Page
from frontend.session import current_session
from frontend.store import Store

PATTERN = "/boards/{board}/archive"
MOST = 200
SETTLE_SECONDS = 0.3
Restore = Callable[[Mapping[str, Any]], Awaitable[None]]


@component
def ArchivePage() -> Component | None:
    """The archive of the board in the path; another board's is another component."""
    workflow_id = unquote(use_params(PATTERN).get("board", ""))
    return Archive(workflow_id, key=workflow_id) if workflow_id else None


@component
def Archive(workflow_id: str) -> VdomDict:
    """The archived cards, and the way back for each."""
    session, can_write = current_session(), use_can("WRITE_CONTACTS")
    data, _, error, refetch = use_query(
        load("cards/list_archive"), {"id": workflow_id, "first": MOST}
    )
    board = (data or {}).get("workflow")
    title = t("Archive of {board}", board=board["name"]) if board else t("Archive")
    use_title(title)

    async def restore(card: Mapping[str, Any]) -> None:
        if await bring_back(session, card):
            words = t("{card} is on the board again", card=card_name(card))
            session.toasts.show(words, kind="success")
        refetch()

    return html.div(
        {"className": "board-archive"},
        PageHeader(
            title,
            actions=Button(t("Go to the board"), href=board_url(workflow_id)) if board else None,
        ),
        html.div(
            {"className": "board-archive-body"},
            _body(
                workflow_id,
                board,
                restore if can_write else None,
                gone=error is not None or (data is not None and not board),
            ),
        ),
        Follow(workflow_id, refetch, key="follow"),
    )


def _body(workflow_id: str, board: Any, restore: Restore | None, *, gone: bool) -> VdomDict:
    if gone:
        return EmptyState(
            t("This board is gone"),
            t("It was deleted, or belongs to another account."),
            action=Button(t("All boards"), href="/boards"),
            drawing="lost",
        )
    if not board:
        return Skeleton("list", lines=6)
    if not board["cardCount"]:
        return EmptyState(
            t("Nothing is archived"),
            t("Cards that are over and done with can be archived from their menu; here they stay."),
            drawing="cards",
        )
    return html.div(
        *(
            _step(workflow_id, step, restore)
            for step in board["steps"]
            if step["cards"]["totalCount"]
        )
    )


def _step(workflow_id: str, step: Mapping[str, Any], restore: Restore | None) -> VdomDict:
    found = step["cards"]
    hidden = found["totalCount"] - len(found["edges"])
    heading = f"archive-{step['id']}"
    return html.section(
        {"key": step["id"], "className": "archive-step", "aria-labelledby": heading},
        html.h2(
            {"id": heading, "className": "archive-step-title"},
            ColorDot(step["color"]),
            html.bdi(step["name"]),
            html.span({"className": "card-section-count"}, format_number(found["totalCount"])),
        ),
        html.ul(
            {"className": "archive-list"},
            *(_line(workflow_id, edge["node"], restore) for edge in found["edges"]),
        ),
        html.p({"className": "card-nothing"}, tn("and {count} more", "and {count} more", hidden))
        if hidden > 0
        else None,
    )


def _line(workflow_id: str, card: Mapping[str, Any], restore: Restore | None) -> VdomDict:
    value = card["value"]

    async def back() -> None:
        if restore is not None:
            await restore(card)

    return html.li(
        {"key": card["id"], "className": "archive-line"},
        html.a({"href": card_url(workflow_id, card["id"])}, html.bdi(card_name(card))),
        html.span({"className": "archive-value"}, format_money(value["minor"], value["currency"]))
        if value
        else None,
        html.span({"className": "archive-at"}, Time(card["archivedAt"])),
        Button(t("Restore"), small=True, on_click=back) if restore else None,
    )


@component
def Follow(workflow_id: str, refetch: Callable[[], None]) -> None:
    """Nothing to see: reads the archive again once the board has come to rest."""
    news: Store[int] = use_ref(Store(0)).current
    count: int = use_store(news)

    async def settle() -> None:
        if count:
            await asyncio.sleep(SETTLE_SECONDS)
            refetch()

    use_task(settle, [count])
    use_live(
        load("cards/board_stirred"),
        {"id": workflow_id},
        lambda event: news.update(lambda seen: seen + 1),
    )


PAGES = (Page(PATTERN, ArchivePage, title=lambda: t("Archive"), skeleton="list"),)
