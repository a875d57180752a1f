"""Contacts come in from a file: sent, understood, mapped, tried, imported, taken back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Locator, Page, Route, expect

from backend.core.settings import settings
from tests.browser.book import reader
from tests.browser.product import Product
from tests.browser.windows import Window
from tests.factories.accounts import Person

__all__ = ["reader"]
pytestmark = pytest.mark.sqlite_only

PIECE_BYTES = 2 * 1024 * 1024


@pytest.fixture(autouse=True)
def data_dir(database: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings(), "data_dir", tmp_path / "data")


async def begin(product: Product, person: Person, **options: Any) -> Window:
    """Open the place where imports begin."""
    window = await product.visit_as(person, "/contacts/import", **options)
    await expect(window.page.locator(".import-drop")).to_be_visible()
    return window


async def choose(page: Page, folder: Path, name: str, content: bytes) -> None:
    """Choose a file of the visitor's computer."""
    (folder / name).write_bytes(content)
    await page.locator("input[type=file]").set_input_files(folder / name)


def primary(page: Page) -> Locator:
    return page.locator(".page-actions .button-primary")


async def test_an_upload_outlives_the_connection_and_the_page(
    product: Product, reader: Person, tmp_path: Path
) -> None:
    window = await begin(product, reader)
    window.tolerated.append("ERR_INTERNET_DISCONNECTED")
    page, begun_at = window.page, []
    row = "anna{0:07},anna{0:07}@example.org\r\n"
    lines = (row.format(number) for number in range(PIECE_BYTES // len(row.format(0)) + 100))
    content = ("Name,E-mail\r\n" + "".join(lines)).encode()
    cut = False

    async def pass_on(route: Route) -> None:
        offset = int(route.request.headers.get("upload-offset", "0"))
        if cut and offset:
            await route.abort("internetdisconnected")
            return
        if route.request.method == "PATCH":
            begun_at.append(offset)
        await route.continue_()

    await page.route("**/files/imports/*", pass_on)
    cut = True
    await choose(page, tmp_path, "book.csv", content)
    await expect(page.locator("[data-when=lost]")).to_be_visible()
    await page.reload()
    await expect(page.get_by_text("of book.csv is here")).to_be_visible()
    await choose(page, tmp_path, "other.csv", b"Name")
    await expect(page.get_by_role("alert")).to_contain_text("This is another file")
    await choose(page, tmp_path, "book.csv", content)
    await expect(page.locator("[data-when=lost]")).to_be_visible()
    cut = False
    await expect(page.locator("#import-file")).to_be_visible()
    assert begun_at == [0, PIECE_BYTES]
    await expect(page.locator(".import-sheet tbody tr")).to_have_count(10)


async def test_a_file_that_is_no_table_says_so_and_can_be_given_up(
    product: Product, reader: Person, tmp_path: Path
) -> None:
    window = await begin(product, reader)
    page = window.page
    await choose(page, tmp_path, "contacts.csv", b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    problem = page.get_by_role("alert")
    await expect(problem).to_contain_text("save it as CSV or Excel")
    await expect(primary(page)).to_be_disabled()
    await page.get_by_role("button", name="Cancel").click()
    await expect(page.locator(".import-drop")).to_be_visible()
    await expect(page.locator(".import-history")).to_have_count(0)
    await choose(page, tmp_path, "empty.csv", b"")
    await expect(page.get_by_role("alert")).to_contain_text("There is nothing in this file")
