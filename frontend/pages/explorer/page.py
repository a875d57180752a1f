"""The explorer page."""

from __future__ import annotations

from dataclasses import asdict

import orjson
from reactpy import component, html
from reactpy.core.vdom import Vdom
from reactpy.types import VdomDict

from frontend.components import Button, PageHeader
from frontend.hooks import use_can, use_viewer
from frontend.locale import t
from frontend.pages.explorer.bench import AnswerPane, Desk
from frontend.pages.explorer.docs import Docs
from frontend.pages.explorer.examples import examples
from frontend.pages.explorer.words import bench_words
from frontend.routes import Page, Section

_explorer = Vdom("carnet-explorer")

API_URL = "/graphql"


@component
def ExplorerPage() -> VdomDict:
    """Lay the places out; static/explorer/bench.js furnishes those that are empty."""
    viewer = use_viewer()
    offered = examples()
    return _explorer(
        {
            "className": "explorer",
            "data-url": API_URL,
            "data-scope": f"{viewer.user.id}.{viewer.account.id}" if viewer else "",
            "data-words": orjson.dumps(bench_words()).decode(),
            "data-examples": orjson.dumps([asdict(example) for example in offered]).decode(),
        },
        PageHeader(
            t("API explorer"),
            actions=html.div(
                {"className": "page-actions"},
                Button(t("Tidy up"), icon="list-indent-increase", attributes={"data-act": "tidy"}),
                Button(
                    t("Stop"),
                    icon="square",
                    attributes={"data-act": "stop", "className": "explorer-stop"},
                ),
            ),
            primary=Button(
                t("Run"),
                icon="play",
                variant="primary",
                keys="Mod+Enter",
                attributes={"data-act": "run"},
            ),
        ),
        html.div(
            {"className": "explorer-columns"},
            html.aside(
                {"className": "explorer-reference", "aria-label": t("Reference")}, Docs(key="docs")
            ),
            Desk(use_can("MANAGE_TOKENS")),
            AnswerPane(offered),
        ),
    )


PAGES = (Page("/explorer", ExplorerPage, title=lambda: t("API explorer"), skeleton="detail"),)
SECTION = Section(
    "explorer",
    label=lambda: t("API explorer"),
    icon="braces",
    href="/explorer",
    order=80,
    place="end",
)
