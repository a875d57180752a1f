"""The numbers page of a board."""

from __future__ import annotations

import asyncio
from typing import Any
from urllib.parse import unquote

from reactpy import component, html, use_ref
from reactpy.types import Component, VdomDict

from frontend.components import Button, EmptyState, PageHeader, Skeleton
from frontend.hooks import use_live, use_params, use_query, use_store, use_task, use_title
from frontend.locale import t
from frontend.operations import load
from frontend.pages.board_numbers.months import outcome_panel, reasons_panel
from frontend.pages.board_numbers.steps import standing_panel, way_panel
from frontend.pages.boards.places import board_url
from frontend.routes import Page
from frontend.store import Store

PATTERN = "/boards/{board}/numbers"
SETTLE_SECONDS = 1.0


@component
def NumbersPage() -> Component | None:
    """The numbers of the board in the path; another board's are another component."""
    workflow_id = unquote(use_params(PATTERN).get("board", ""))
    return Numbers(workflow_id, key=workflow_id) if workflow_id else None


@component
def Numbers(workflow_id: str) -> VdomDict:
    """The charts and their tables, read again a moment after the board changed."""
    data, _, error, refetch = use_query(load("cards/read_numbers"), {"id": workflow_id})
    board, numbers = (data or {}).get("workflow"), (data or {}).get("workflowNumbers")
    use_title(t("Numbers of {board}", board=board["name"]) if board else t("Numbers"))
    return html.div(
        {"className": "board-numbers"},
        PageHeader(
            t("Numbers of {board}", board=board["name"]) if board else t("Numbers"),
            actions=Button(t("Go to the board"), href=board_url(workflow_id)) if board else None,
        ),
        html.div(
            {
                "className": "numbers-body",
                "role": "region",
                "aria-label": t("Numbers"),
                "tabIndex": 0,
            },
            *_body(board, numbers, gone=error is not None or (data is not None and not board)),
        ),
        Follow(workflow_id, refetch, key="follow"),
    )


def _body(board: Any, numbers: Any, *, gone: bool) -> list[Any]:
    if gone:
        return [
            EmptyState(
                t("This board is gone"),
                t("It was deleted, or belongs to another account."),
                action=Button(t("All boards"), href="/boards"),
                drawing="lost",
            )
        ]
    if not board or not numbers:
        return [Skeleton("list", lines=8)]
    steps, own = board["steps"], numbers["steps"]
    if [step["id"] for step in steps] != [each["stepId"] for each in own]:
        return [Skeleton("list", lines=8)]  # the board changed between two readings
    with_lost = any(step["kind"] == "LOST" for step in steps)
    return [
        standing_panel(steps, own),
        way_panel(steps, own),
        outcome_panel(numbers["months"], with_lost=with_lost),
        reasons_panel(numbers["months"]) if with_lost else None,
    ]


@component
def Follow(workflow_id: str, refetch: Any) -> None:
    """Nothing to see: reads the numbers again once the board has come to rest."""
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


PAGES = (Page(PATTERN, NumbersPage, title=lambda: t("Numbers"), skeleton="list"),)
