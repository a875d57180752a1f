"""Contacts leave as a file, without leaving the page."""

from __future__ import annotations

import asyncio
import csv
import io
from pathlib import Path

import pytest
from playwright.async_api import Download, Locator, expect

from backend.accounts.service.profile import ProfileChange, update_profile
from backend.core.permissions import Role
from backend.core.settings import settings
from backend.exports import http as door
from tests.browser.axe import OVERLAY, violations
from tests.browser.book import Book, fill_book, open_book, reader
from tests.browser.product import Product
from tests.factories.accounts import Person, new_member
from tests.factories.contacts import new_label

__all__ = ["reader"]
pytestmark = pytest.mark.sqlite_only

COUNT = 40


@pytest.fixture(autouse=True)
def data_dir(database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings(), "data_dir", tmp_path / "data")


@pytest.fixture
async def book(product: Product, reader: Person) -> Book:
    await new_label(reader.actor, "Client")
    await fill_book(reader.actor, COUNT)
    return await open_book(product, reader)


def dialog(book: Book) -> Locator:
    return book.page.locator("#export")


async def download(book: Book, button: str = "Export") -> tuple[str, bytes]:
    """Start the export of the open dialog; return the file's name and content."""
    async with book.page.expect_download() as waiting:
        await dialog(book).get_by_role("button", name=button, exact=True).click()
    file = await waiting.value
    return file.suggested_filename, await content_of(file)


async def content_of(file: Download) -> bytes:
    return await asyncio.to_thread(Path(await file.path()).read_bytes)


def rows_of(content: bytes, delimiter: str = ",") -> list[dict[str, str]]:
    text = io.StringIO(content.decode("utf-8-sig"), newline="")
    return list(csv.DictReader(text, delimiter=delimiter))


async def test_everything_is_exported_from_the_menu(book: Book) -> None:
    await book.page.get_by_role("button", name="More actions").click()
    await book.page.get_by_role("menuitem", name="Export all contacts").click()
    await expect(dialog(book).get_by_role("heading")).to_have_text(f"Export {COUNT} contacts")
    await expect(dialog(book).get_by_role("radio", name="Carnet (CSV)")).to_be_focused()
    place = book.page.url
    name, content = await download(book)
    assert name.startswith("contacts-")
    assert len(rows_of(content)) == COUNT
    assert content.startswith(b"\xef\xbb\xbf")
    await expect(dialog(book).get_by_role("status")).to_have_text(f"{name} is in your downloads.")
    assert book.page.url == place
    await dialog(book).get_by_role("button", name="Done").click()
    await expect(dialog(book)).to_have_count(0)
    assert "export" not in book.page.url


async def test_the_result_of_a_search_is_exported_in_its_order(
    product: Product, book: Book
) -> None:
    await product.go(book.window, "/contacts?q=0001&sort=-given")
    await book.page.get_by_role("button", name="More actions").click()
    await book.page.get_by_role("menuitem", name="Export these 11 contacts").click()
    await dialog(book).get_by_role("radio", name="Google Contacts (CSV)").check()
    name, content = await download(book)
    assert name.startswith("contacts-google-")
    assert [row["Last Name"] for row in rows_of(content)] == [
        f"{number:05}" for number in (*range(19, 9, -1), 1)
    ]


async def test_the_ticked_are_exported_with_the_keyboard_alone(book: Book) -> None:
    await book.tick("00003").check()
    await book.tick("00005").check()
    await expect(book.selected).to_have_text("2 selected")
    await book.page.get_by_role("button", name="Export", exact=True).focus()
    await book.page.keyboard.press("Enter")
    await expect(dialog(book).get_by_role("radio", name="Carnet (CSV)")).to_be_focused()
    for _ in range(3):
        await book.page.keyboard.press("ArrowDown")
    await expect(dialog(book).get_by_role("radio", name="vCard")).to_be_checked()
    await expect(dialog(book).get_by_text("CSV options")).to_have_count(0)
    await book.page.keyboard.press("Tab")
    await book.page.keyboard.press("Tab")
    async with book.page.expect_download() as waiting:
        await book.page.keyboard.press("Enter")
    content = await content_of(await waiting.value)
    assert content.count(b"BEGIN:VCARD") == 2
    await expect(dialog(book).get_by_role("button", name="Done")).to_be_visible()
    await book.page.keyboard.press("Escape")
    await expect(dialog(book)).to_have_count(0)
    await expect(book.selected).to_have_text("2 selected")


async def test_the_options_of_a_table_are_folded_away(product: Product, book: Book) -> None:
    await product.go(book.window, "/contacts?export=all")
    await expect(dialog(book).get_by_label("Separator")).to_be_hidden()
    await dialog(book).get_by_text("CSV options").click()
    await dialog(book).get_by_label("Separator").select_option("Tab")
    await dialog(book).get_by_label("Byte order mark").select_option("Without the mark")
    _, content = await download(book)
    assert content.startswith(b"Carnet ID\tGiven name\t")


async def test_a_refused_download_is_explained(
    product: Product, book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    book.window.tolerated.append("429")
    monkeypatch.setattr(door, "MOST_OF_A_PERSON", 0)
    await product.go(book.window, "/contacts?export=all")
    await dialog(book).get_by_role("button", name="Export", exact=True).click()
    await expect(dialog(book).get_by_role("alert")).to_contain_text("Too many tries")
    monkeypatch.setattr(door, "MOST_OF_A_PERSON", 3)
    _, content = await download(book)
    assert len(rows_of(content)) == COUNT


async def test_a_viewer_is_offered_none(product: Product, book: Book, reader: Person) -> None:
    viewer = await new_member(reader, Role.VIEWER)
    await update_profile(viewer.actor, ProfileChange(locale="en"))
    window = await product.visit_as(viewer, "/contacts?export=all")
    await expect(window.page.locator(".grid-tick").first).to_be_attached()
    await expect(window.page.locator("#export")).to_have_count(0)
    await window.page.get_by_role("button", name="More actions").click()
    offered = ["Recent actions", "Duplicates", "Trash"]
    await expect(window.page.get_by_role("menuitem")).to_have_text(offered)


@pytest.mark.parametrize("locale", ["fr", "it"])
async def test_a_reader_of_french_or_italian_gets_semicolons(
    locale: str, product: Product, owner: Person
) -> None:
    await update_profile(owner.actor, ProfileChange(locale=locale))
    await fill_book(owner.actor, 3)
    book = await open_book(product, owner, "?export=all")
    button = {"fr": "Exporter", "it": "Esporta"}[locale]
    _, content = await download(book, button)
    assert len(rows_of(content, ";")) == 3


@pytest.mark.parametrize(("width", "theme"), [(1440, "light"), (360, "dark")])
async def test_axe_finds_nothing(width: int, theme: str, product: Product, reader: Person) -> None:
    await fill_book(reader.actor, 3)
    options = {"color_scheme": theme, "viewport": {"width": width, "height": 800}}
    book = await open_book(product, reader, "?export=all", bypass_csp=True, **options)
    await dialog(book).get_by_text("CSV options").click()
    assert await violations(book.page, OVERLAY) == []
    await download(book)
    await expect(dialog(book).get_by_role("status")).to_be_visible()
    assert await violations(book.page, OVERLAY) == []
    wider = await book.page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wider <= 0
