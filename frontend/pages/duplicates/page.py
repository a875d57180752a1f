"""The page of likely duplicates."""

from __future__ import annotations

import asyncio
from typing import Any

from reactpy import component, html, use_ref
from reactpy.core.vdom import Vdom
from reactpy.types import Component, VdomDict

from frontend.components import Button, EmptyState, PageHeader, Skeleton
from frontend.fragments import FragmentList
from frontend.hooks import use_can, use_live, use_store, use_target, use_task, use_url_state
from frontend.hooks.navigation import go
from frontend.locale import format_number, t
from frontend.operations import load
from frontend.pages.duplicates.count import DuplicatesCount
from frontend.pages.duplicates.merging import dismiss_pair
from frontend.pages.duplicates.pairs import PairList, Shown
from frontend.pages.duplicates.review import Review
from frontend.pages.duplicates.row import DISMISS, pair_row
from frontend.routes import Command, Page, Section
from frontend.session import current_session
from frontend.store import Store

SETTLE_SECONDS = 0.25
_pair_list = Vdom("carnet-pairs")


@component
def DuplicatesPage() -> VdomDict:
    """The whole page; what it holds watches the list and the URL by itself."""
    pairs: PairList = use_ref(PairList(current_session())).current
    use_task(pairs.read, [], loading=pairs.session)
    return html.div(
        {"className": "duplicate-page"},
        PageHeader(
            t("Duplicates"),
            count=Total(pairs, key="total"),
            back=(t("Contacts"), "/contacts"),
        ),
        Pairs(pairs, key="pairs"),
        ReviewSlot(pairs, key="review"),
        Follow(pairs, key="follow"),
    )


@component
def Total(pairs: PairList) -> str:
    """How many pairs there are."""
    shown: Shown | None = use_store(pairs.shown)
    return format_number(shown.total) if shown and shown.total else ""


@component
def Follow(pairs: PairList) -> None:
    """Nothing to see: reads the list again a moment after something changed."""
    cursor: str | None = use_store(pairs.cursor)
    news: Store[int] = use_ref(Store(0)).current
    count: int = use_store(news)

    async def settle() -> None:
        if count:
            await asyncio.sleep(SETTLE_SECONDS)
            await pairs.read()

    use_task(settle, [count])
    use_live(
        load("accounts/follow_changes"),
        {"subjects": ["DUPLICATE_PAIR", "CONTACT"]},
        lambda event: news.update(lambda seen: seen + 1),
        after=cursor,
        skip=cursor is None,
    )


@component
def Pairs(pairs: PairList) -> VdomDict | Component:
    """The list, or what stands instead of it."""
    session, can_write = current_session(), use_can("WRITE_CONTACTS")
    shown: Shown | None = use_store(pairs.shown)
    failed: bool = use_store(pairs.failed)

    async def dismiss(event: dict[str, Any]) -> None:
        pair_id = event["currentTarget"]["dataset"]["id"]
        if await dismiss_pair(session, pair_id):
            pairs.take_off(pair_id)

    use_target(DISMISS, dismiss)
    if shown is None:
        if failed:
            return EmptyState(
                t("The duplicates could not be read"),
                t("The server did not answer as it should. What you have is safe."),
                action=Button(t("Try again"), variant="primary", on_click=pairs.read),
                drawing="lost",
            )
        return Skeleton("list", lines=6)
    if not shown.pairs:
        return EmptyState(
            t("No duplicates"),
            t("Contacts that look like the same person appear here, also while you import."),
            drawing="cards",
        )
    return html.div(
        {"className": "pairs-frame"},
        _pair_list(
            {"key": "list"},
            FragmentList(
                "ul",
                {"className": "pairs", "id": "pairs", "aria-label": t("Likely duplicates")},
                [pair_row(pair, can_write) for pair in shown.pairs],
            ),
        ),
        html.p(
            {"className": "pairs-keys"},
            t("Arrows move, Enter reviews, D says they are not duplicates."),
        )
        if can_write
        else None,
        Button(t("Show more"), on_click=pairs.read_more, attributes={"id": "more-pairs"})
        if shown.end
        else None,
    )


@component
def ReviewSlot(pairs: PairList) -> Component | None:
    """The dialog of the pair in `?pair=`, if any."""
    session = current_session()
    pair_id, set_pair_id = use_url_state("pair")
    if not pair_id:
        return None

    def close() -> None:
        set_pair_id(None)

    def merged() -> None:
        pairs.take_off(pair_id)
        go(session, session.location.value.with_query({"pair": None}).url, replace=True)

    async def dismiss() -> None:
        if await dismiss_pair(session, pair_id):
            merged()

    return Review(pair_id, on_merged=merged, on_dismiss=dismiss, on_close=close, key=pair_id)


PAGES = (Page("/duplicates", DuplicatesPage, title=lambda: t("Duplicates"), skeleton="list"),)
SECTION = Section(
    "duplicates",
    label=lambda: t("Duplicates"),
    icon="copy",
    href="/duplicates",
    order=15,
    count=lambda: DuplicatesCount(key="count"),
)
COMMANDS = (Command("duplicates", label=lambda: t("Duplicates"), icon="copy", href="/duplicates"),)
