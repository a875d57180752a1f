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
    use_store,
    use_task,
    use_title,
    use_url_state,
)
from frontend.locale import format_money, format_number, t, tn
from frontend.operations import load
from frontend.pages.board.filter_bar import Search
from frontend.pages.board.filters import LONGEST_TEXT
from frontend.pages.board_archive.state import Archive, Archived, ArchivedStep
from frontend.pages.boards.places import board_url, card_url
from frontend.pages.card.acts import bring_back
from frontend.pages.card.words import card_name
from frontend.routes import Page
from frontend.session import current_session
from frontend.store import Store

PATTERN = "/boards/{board}/archive"
SETTLE_SECONDS = 0.3
Restore = Callable[[Mapping[str, Any]], Awaitable[None]]


@component
def ArchivePage() -> Component | None:
    """The archive of the board in the path; another board's is another component."""
    workflow_id = unquote(use_params(PATTERN).get("board", ""))
    return OpenArchive(workflow_id, key=workflow_id) if workflow_id else None


@component
def OpenArchive(workflow_id: str) -> VdomDict:
    """The archived cards, and the way back for each."""
    archive: Archive = use_ref(Archive(current_session(), workflow_id)).current
    shown: Archived | None = use_store(archive.shown)
    missing: bool = use_store(archive.missing)
    text, _ = use_url_state("q")
    wanted = text.strip()[:LONGEST_TEXT]
    noun = t("Archive", context="cards put away")
    title = t("Archive of {board}", board=shown.name) if shown else noun
    use_title(title)

    async def read() -> None:
        await archive.search(wanted)

    use_task(read, [wanted], loading=archive.session)
    return html.div(
        {"className": "board-archive"},
        PageHeader(
            title,
            actions=Button(t("Go to the board"), href=board_url(workflow_id)) if shown else None,
        ),
        None if missing else html.div({"className": "archive-tools"}, Search(key="search")),
        html.div(
            {"className": "board-archive-body"}, _body(archive, shown, wanted, missing=missing)
        ),
        Follow(archive, key="follow"),
    )


def _body(archive: Archive, shown: Archived | None, text: str, *, missing: bool) -> VdomDict:
    if missing:
        return EmptyState(
            t("This board is gone"),
            t("It was deleted, or belongs to another account."),
            action=Button(t("All boards"), href="/boards"),
            drawing="lost",
        )
    if shown is None:
        return Skeleton("list", lines=6)
    if not shown.count and text:
        return html.p({"className": "card-nothing"}, t("Nothing found"))
    if not shown.count:
        return EmptyState(
            t("Nothing is archived"),
            t("Cards that are over and done with can be archived from their menu; here they stay."),
            drawing="cards",
        )
    return html.div(*(Step(archive, step, key=step.id) for step in shown.steps))


@component
def Step(archive: Archive, step: ArchivedStep) -> VdomDict:
    """The archived cards of a step, and the way to more of them."""
    can_write = use_can("WRITE_CONTACTS")
    heading = f"archive-{step.id}"

    async def restore(card: Mapping[str, Any]) -> None:
        if await bring_back(archive.session, card):
            words = t("{card} is on the board again", card=card_name(card))
            archive.session.toasts.show(words, kind="success")
        await archive.read()

    async def more() -> None:
        await archive.more(step.id)

    lines = [
        _line(archive.workflow_id, each, restore if can_write else None) for each in step.cards
    ]
    hidden = step.count - len(step.cards)
    return html.section(
        {"className": "archive-step", "aria-labelledby": heading},
        html.h2(
            {"id": heading, "className": "archive-step-title"},
            ColorDot(step.color),
            html.bdi(step.name),
            html.span({"className": "card-section-count"}, format_number(step.count)),
        ),
        html.ul({"className": "archive-list"}, *lines),
        Button(
            tn("Show more ({count} left)", "Show more ({count} left)", hidden),
            variant="ghost",
            small=True,
            on_click=more,
        )
        if step.more_after
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
def Follow(archive: Archive) -> None:
    """Nothing to see: reads the archive again once the board has come to rest."""
    news: Store[int] = use_ref(Store(0)).current
    count: int = use_store(news)

    async def settle() -> None:
        if count:
            await asyncio.sleep(SETTLE_SECONDS)
            await archive.read()

    use_task(settle, [count])
    use_live(
        load("cards/board_stirred"),
        {"id": archive.workflow_id},
        lambda event: news.update(lambda seen: seen + 1),
    )


PAGES = (
    Page(
        PATTERN, ArchivePage, title=lambda: t("Archive", context="cards put away"), skeleton="list"
    ),
)
