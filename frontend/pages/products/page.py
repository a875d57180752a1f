"""The page of products."""

from __future__ import annotations

import asyncio
from typing import Any
from urllib.parse import unquote

from reactpy import component, html, use_ref
from reactpy.types import Component, VdomDict

from frontend.components import Button, Drawer, Notice, PageHeader, SearchInput, Skeleton
from frontend.hooks import use_can, use_query, use_store, use_task, use_toast, use_url_state
from frontend.hooks.changes import use_changes
from frontend.locale import format_number, t
from frontend.operations import load
from frontend.pages.products.acts import delete_product
from frontend.pages.products.drawer import ProductDrawer
from frontend.pages.products.listing import NEW, Products
from frontend.pages.products.state import Catalogue, Product
from frontend.routes import Command, Page, Section
from frontend.session import current_session
from frontend.store import Store

PAUSE_SECONDS = 0.12
SETTLE_SECONDS = 0.25
NOT_BEGUN: Catalogue | None = None


@component
def ProductsPage() -> VdomDict:
    """The whole page; what it holds watches the list and the URL by itself."""
    session, kept = current_session(), use_ref(NOT_BEGUN)
    if kept.current is None:
        kept.current = Catalogue(session, session.location.value.query.get("q", ""))
    catalogue = kept.current
    use_task(catalogue.read, [], loading=session)
    return html.div(
        {"className": "product-page"},
        Header(catalogue, key="header"),
        Products(catalogue, key="products"),
        Editing(catalogue, key="editing"),
        Follow(catalogue, key="follow"),
    )


@component
def Header(catalogue: Catalogue) -> VdomDict:
    """The name, how many, the search and the one thing to do."""
    can_write = use_can("WRITE_BILLING")
    total = use_store(catalogue.shown, lambda shown: shown.total if shown else 0)
    _, open_product = use_url_state("product")
    return PageHeader(
        t("Products"),
        count=format_number(total) if total else "",
        search=Search(catalogue, key="search"),
        primary=Button(
            t("Product"),
            icon="plus",
            variant="primary",
            keys="c",
            on_click=lambda: open_product(NEW, push=True),
        )
        if can_write
        else None,
    )


@component
def Search(catalogue: Catalogue) -> VdomDict:
    """Search as one types; the URL keeps it."""
    begun, set_query = use_url_state("q")
    typed = use_ref(begun or "")
    runner = use_task(_nothing, [])

    async def find() -> None:
        await asyncio.sleep(PAUSE_SECONDS)
        set_query(typed.current or None)
        await catalogue.find(typed.current)

    def take(event: dict[str, Any]) -> None:
        typed.current = event["target"]["value"]
        runner.start(find)

    return SearchInput(
        label=t("Search products"),
        value=catalogue.search,
        placeholder=t("Name or description"),
        on_input=take,
        attributes={"id": "products-search", "maxLength": 100},
    )


async def _nothing() -> None:
    """Nothing has been typed yet."""


@component
def Follow(catalogue: Catalogue) -> None:
    """Nothing to see: reads the list again a moment after something changed."""
    news: Store[int] = use_ref(Store(0)).current
    count: int = use_store(news)

    async def settle() -> None:
        if count:
            await asyncio.sleep(SETTLE_SECONDS)
            await catalogue.read()

    use_task(settle, [count])
    use_changes(("PRODUCT", "TAX"), lambda event: news.update(lambda seen: seen + 1))


@component
def Editing(catalogue: Catalogue) -> Component | None:
    """The drawer of the product in `?product=`, if any."""
    given, set_product = use_url_state("product")
    can_write = use_can("WRITE_BILLING")
    product_id = unquote(given)
    if not product_id or not can_write:
        return None
    return OpenProduct(
        catalogue, product_id, lambda: set_product(None, push=True), key=f"drawer-{product_id}"
    )


@component
def OpenProduct(catalogue: Catalogue, product_id: str, on_close: Any) -> VdomDict | Component:
    """A product from the list, or read by its id where the list does not show it."""
    toast = use_toast()
    begun = use_ref(catalogue.product(product_id)).current
    is_new = product_id == NEW
    taxes = use_query(load("billing/list_taxes"), {"archived": False}).data
    settings = use_query(load("billing/read_billing_settings"), skip=not is_new).data
    read = use_query(
        load("billing/read_product"), {"id": product_id}, skip=is_new or begun is not None
    )
    product: Product | None = begun or (read.data or {}).get("node")
    if not is_new and product is None and not read.loading:
        return Drawer(
            t("Product"),
            Notice(html.p(t("This product is not in the catalogue any more."))),
            on_close=on_close,
            id="product",
        )
    if taxes is None or (is_new and settings is None) or (not is_new and product is None):
        return Drawer(t("Product"), Skeleton("form"), on_close=on_close, id="product-waits")

    async def saved(written: Product) -> None:
        on_close()
        words = t("{name} was added", name=written["name"]) if is_new else t("Saved")
        toast(words, kind="success")
        await catalogue.read()

    async def delete() -> None:
        if product is not None and await delete_product(catalogue.session, product):
            on_close()
            await catalogue.read()

    currency = settings["billingSettings"]["currency"] if settings else ""
    return ProductDrawer(
        product,
        taxes["taxes"],
        currency,
        on_saved=saved,
        on_close=on_close,
        on_delete=None if is_new else delete,
        key="drawer",
    )


PAGES = (Page("/products", ProductsPage, title=lambda: t("Products"), skeleton="list"),)
SECTION = Section(
    "products", label=lambda: t("Products"), icon="package", href="/products", order=56
)
COMMANDS = (
    Command("products", label=lambda: t("Products"), icon="package", href="/products"),
    Command(
        "product.new",
        label=lambda: t("New product"),
        icon="plus",
        href="/products?product=new",
        permission="WRITE_BILLING",
    ),
)
