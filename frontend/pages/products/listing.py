"""The list on screen, or what stands instead of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reactpy import component, html
from reactpy.core.vdom import Vdom
from reactpy.types import VdomDict

from frontend.components import Button, EmptyState, Skeleton
from frontend.fragments import FragmentList
from frontend.hooks import use_can, use_store, use_target, use_url_state
from frontend.locale import t
from frontend.pages.products.acts import delete_product
from frontend.pages.products.row import DELETE, product_row
from frontend.pages.products.state import Catalogue, Shown

_rows, _reach = Vdom("carnet-rows"), Vdom("carnet-reach")
NEW = "new"


@component
def Products(catalogue: Catalogue) -> VdomDict:
    """The products that were found, by name."""
    can_write = use_can("WRITE_BILLING")
    shown: Shown | None = use_store(catalogue.shown)
    failed: bool = use_store(catalogue.failed)
    _, open_product = use_url_state("product")

    async def delete(event: dict[str, Any]) -> None:
        product = catalogue.product(event["currentTarget"]["dataset"]["id"])
        if product is not None and await delete_product(catalogue.session, product):
            await catalogue.read()

    use_target(DELETE, delete)
    if shown is None:
        return _unread(catalogue, failed)
    if not shown.products:
        return _nothing(shown, can_write, lambda: open_product(NEW, push=True))
    return html.div(
        {"className": "products-frame"},
        html.div(
            {"className": "products-heading", "aria-hidden": "true"},
            html.span(t("Name")),
            html.span({"className": "product-tax"}, t("Tax")),
            html.span({"className": "product-price"}, t("Price")),
        ),
        _rows(
            {"key": "rows"},
            FragmentList(
                "ul",
                {"className": "products", "aria-label": t("Products")},
                [product_row(each, shown.search, can_write) for each in shown.products],
            ),
        ),
        _more(catalogue, shown),
    )


def _more(catalogue: Catalogue, shown: Shown) -> VdomDict | None:
    async def reached(event: dict[str, Any]) -> None:
        await catalogue.read_more()

    if shown.end is None:
        return None
    return _reach(
        {"key": "more", "className": "products-more", "data-at": shown.end, "onreach": reached},
        Button(t("Show more"), small=True, variant="ghost", on_click=catalogue.read_more),
    )


def _unread(catalogue: Catalogue, failed: bool) -> VdomDict:
    if not failed:
        return Skeleton("list", lines=6)
    return EmptyState(
        t("The products could not be read"),
        t("The server did not answer as it should. What you have is safe."),
        action=Button(t("Try again"), variant="primary", on_click=catalogue.read),
        drawing="lost",
    )


def _nothing(shown: Shown, can_write: bool, add: Callable[[], None]) -> VdomDict:
    if shown.search:
        return EmptyState(
            t("No product found"),
            t("No name or description holds these words."),
            drawing="search",
        )
    return EmptyState(
        t("No products yet"),
        t("What you sell again and again: pick it on a line, and its price and tax are filled in."),
        action=Button(t("Add product"), icon="plus", variant="primary", on_click=add)
        if can_write
        else None,
        drawing="list",
    )
