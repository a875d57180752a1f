"""The bench: the places that static/explorer/bench.js furnishes, and the controls it answers."""

from __future__ import annotations

from typing import Any

from reactpy import html
from reactpy.types import VdomDict

from frontend.components import Button, Link
from frontend.locale import t
from frontend.pages.explorer.examples import Example

SNIPPETS = (
    ("curl", "curl"),
    ("python", "Python (httpx)"),
    ("fetch", "JavaScript (fetch)"),
    ("graphql-ws", "JavaScript (graphql-ws)"),
)
"""Ids and names as static/explorer/snippets.js writes them."""


def Desk(may_make_tokens: bool) -> VdomDict:
    """Draw the places of the operation and of what goes with it."""
    return html.section(
        {"className": "explorer-desk", "aria-label": t("Operation")},
        html.div({"className": "explorer-query", "data-part": "query"}),
        html.p(
            {"className": "explorer-hint", "id": "explorer-hint", "data-part": "hint"},
            t("Ctrl+Space suggests, Ctrl+Enter runs the operation at the cursor."),
        ),
        _tabs(
            "below",
            t("What goes with it"),
            (
                (
                    "variables",
                    t("Variables"),
                    html.div({"className": "explorer-small", "data-part": "variables"}),
                ),
                (
                    "headers",
                    t("Headers"),
                    html.div({"className": "explorer-small", "data-part": "headers"}),
                ),
                ("access", t("Access"), _access(may_make_tokens)),
            ),
        ),
    )


def _access(may_make_tokens: bool) -> VdomDict:
    return html.div(
        {"className": "explorer-access"},
        html.label({"htmlFor": "explorer-token", "className": "field-label"}, t("API token")),
        html.input(
            {
                "id": "explorer-token",
                "className": "input explorer-token",
                "type": "text",
                "spellCheck": "false",
                "autocomplete": "off",
                "data-part": "token",
                "placeholder": t("Empty: you, by your session"),
                "aria-describedby": "explorer-token-hint",
            }
        ),
        html.p(
            {"className": "field-hint", "id": "explorer-token-hint"},
            t("With a token, operations run as your app would run them. It is not kept."),
        ),
        html.p(Link(t("Make an API token"), href="/settings/tokens?new=1"))
        if may_make_tokens
        else None,
    )


def AnswerPane(offered: list[Example]) -> VdomDict:
    """Draw the places of the answer, the snippets, the examples and the history."""
    return html.section(
        {"className": "explorer-answer", "aria-label": t("Answer")},
        _tabs(
            "answer",
            t("Answer"),
            (
                ("result", t("Result"), _result()),
                ("snippets", t("Snippets"), _snippets()),
                ("history", t("History"), _history(offered)),
            ),
        ),
    )


def _result() -> VdomDict:
    return html.div(
        {"className": "explorer-result"},
        html.p({"className": "explorer-status", "data-part": "status", "role": "status"}),
        html.div(
            {"className": "explorer-shown", "data-part": "result"},
        ),
    )


def _snippets() -> VdomDict:
    return html.div(
        {"className": "explorer-snippets"},
        html.div(
            {"className": "explorer-choices", "role": "group", "aria-label": t("Language")},
            *(
                html.button(
                    {
                        "key": id,
                        "type": "button",
                        "className": "explorer-choice",
                        "data-act": f"snippet:{id}",
                        "aria-pressed": str(id == SNIPPETS[0][0]).lower(),
                    },
                    label,
                )
                for id, label in SNIPPETS
            ),
            Button(t("Copy"), icon="copy", small=True, attributes={"data-act": "copy"}),
        ),
        html.pre(
            {
                "className": "explorer-code",
                "data-part": "snippet",
                "tabIndex": 0,
                "role": "region",
                "aria-label": t("Snippets"),
            }
        ),
    )


def _history(offered: list[Example]) -> VdomDict:
    return html.div(
        {"className": "explorer-memory"},
        html.h2({"className": "docs-heading"}, t("Examples")),
        html.ul(
            {"className": "explorer-past-list"},
            *(
                html.li(
                    {"key": str(place)},
                    html.button(
                        {
                            "type": "button",
                            "className": "explorer-past-button",
                            "data-act": f"example:{place}",
                        },
                        html.span({"className": "explorer-past-name"}, example.title),
                    ),
                )
                for place, example in enumerate(offered)
            ),
        ),
        html.h2({"className": "docs-heading"}, t("History")),
        html.p(
            {"className": "docs-quiet", "data-part": "no-history"},
            t("What you run is listed here, in this browser."),
        ),
        html.ul({"className": "explorer-past-list", "data-part": "history"}),
        html.p(
            {"data-part": "history-actions", "hidden": True},
            Button(t("Forget the history"), small=True, attributes={"data-act": "forget"}),
        ),
    )


def _tabs(group: str, label: str, tabs: tuple[tuple[str, str, Any], ...]) -> VdomDict:
    """Draw tabs that the browser alone moves among."""
    return html.div(
        {"className": f"explorer-{group}"},
        html.div(
            {"className": "tabs explorer-tabs", "role": "tablist", "aria-label": label},
            *(
                html.button(
                    {
                        "key": name,
                        "type": "button",
                        "role": "tab",
                        "id": f"explorer-tab-{name}",
                        "className": "tab",
                        "aria-controls": f"explorer-panel-{name}",
                        "aria-selected": str(name == tabs[0][0]).lower(),
                        "data-group": group,
                        "data-act": f"tab:{name}",
                    },
                    words,
                )
                for name, words, _ in tabs
            ),
        ),
        *(
            html.div(
                {
                    "key": name,
                    "role": "tabpanel",
                    "id": f"explorer-panel-{name}",
                    "className": "explorer-panel",
                    "aria-labelledby": f"explorer-tab-{name}",
                    "hidden": name != tabs[0][0],
                },
                content,
            )
            for name, _, content in tabs
        ),
    )
