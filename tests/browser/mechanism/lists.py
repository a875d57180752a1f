"""Rows as shared fragments: a list that the tests alter at random, shown in several windows."""

from __future__ import annotations

from reactpy import component, html, use_state
from reactpy.types import VdomDict

from frontend.components import ToastRegion
from frontend.fragments import FragmentList, fragment, target
from frontend.hooks import use_store, use_target
from frontend.store import Store

Rows = tuple[tuple[str, int], ...]
"""Key and version of each row, in order."""


def start(size: int) -> Rows:
    return tuple((f"r{number}", 0) for number in range(size))


rows: Store[Rows] = Store(start(100))


@fragment(version=lambda key, version: (key, version))
def row(key: str, version: int) -> VdomDict:
    cells = [html.span({"className": "cell"}, f"{key} column {column}") for column in range(6)]
    return html.li(
        {"key": key, "id": key, "data-id": key, "className": "row", "onClick": target("rows:open")},
        html.b(f"{key}@{version}"),
        *cells,
    )


@component
def ListApp() -> VdomDict:
    return html.main(Opened(), Rows_(), ToastRegion())


@component
def Rows_() -> VdomDict:
    shown: Rows = use_store(rows)
    return html.section(
        html.p({"id": "length"}, str(len(shown))) if len(shown) % 2 else None,
        FragmentList("ul", {"id": "rows"}, [row(key, version) for key, version in shown]),
    )


@component
def Opened() -> VdomDict:
    opened, set_opened = use_state("none")
    use_target("rows:open", lambda event: set_opened(event["currentTarget"]["dataset"]["id"]))
    return html.p({"id": "opened"}, opened)
