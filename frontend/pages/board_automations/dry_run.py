"""What an automation would do for the cards that are in its step now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import Button, Dialog, Icon, Skeleton
from frontend.errors import explain
from frontend.hooks import use_query
from frontend.locale import t, tn
from frontend.operations import load
from frontend.pages.board_automations.state import Automation
from frontend.pages.board_automations.words import tried_words
from frontend.pages.card.words import card_name


@component
def DryRun(automation: Automation, close: Callable[[], None]) -> VdomDict:
    """The cards, and for each of them whether anything would happen. Nothing does."""
    data, _, _, _ = use_query(load("cards/try_automation"), {"id": automation["id"]})
    found = (data or {}).get("automationDryRun")
    return Dialog(
        t("What would it do?"),
        html.p(
            {"className": "dialog-text"},
            tried_words(automation),
        ),
        _cards(found) if found else Skeleton("list", lines=3),
        on_close=close,
        id="dry-run",
        size="medium",
        actions=html.div(
            {"className": "dialog-actions"},
            Button(t("Close"), variant="primary", attributes={"data-close": ""}),
        ),
    )


def _cards(found: Mapping[str, Any]) -> VdomDict:
    previews = found["previews"]
    if not previews:
        return html.p({"className": "card-nothing"}, t("No cards are there now."))
    hidden = found["cardCount"] - len(previews)
    return html.div(
        html.ul(
            {"className": "dry-run"},
            *(
                html.li(
                    {"key": each["card"]["id"], "data-refused": "" if each["problem"] else None},
                    Icon("x" if each["problem"] else "check", size=14),
                    html.bdi(card_name(each["card"])),
                    html.span({"className": "dry-run-problem"}, _why(each["problem"]))
                    if each["problem"]
                    else None,
                )
                for each in previews
            ),
        ),
        html.p({"className": "card-nothing"}, tn("and {count} more", "and {count} more", hidden))
        if hidden > 0
        else None,
    )


def _why(code: str) -> str:
    return explain({"code": code, "path": [], "parameters": []})
