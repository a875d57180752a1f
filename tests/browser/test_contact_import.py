"""Contacts come in from a file: sent, understood, mapped, tried, imported, taken back."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Download, Locator, Page, Route, expect

from backend.core.jobs.worker import run_due_jobs
from backend.core.settings import settings
from frontend.pages.contact_import.steps import DOUBLE_CLICK_SECONDS
from tests.browser.axe import violations
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


OUTLOOK = (
    "Prénom;Nom;Société;Rue (bureau);Ville (bureau);Téléphone (bureau);"
    "Adresse de messagerie;Anniversaire;Catégories\r\n"
)


def outlook_file(count: int) -> bytes:
    """Return what a French Excel saves of an Outlook export: one e-mail of it is none."""
    rows = [
        f"Hélène {number};Noël;Café Été;{number} rue Bât;Orléans;04 78 00 {number:02} 11;"
        f"{f'helene{number}@example.org' if number else 'helene(at)example.org'};"
        f"{number + 1:02}/03/1980;Clients\r\n"
        for number in range(count)
    ]
    return (OUTLOOK + "".join(rows)).encode("cp1252")


async def test_a_french_outlook_export_comes_in_and_is_taken_back(
    product: Product, reader: Person, tmp_path: Path
) -> None:
    page = (await begin(product, reader, bypass_csp=True)).page
    await choose(page, tmp_path, "contacts.csv", outlook_file(12))
    await expect(page.get_by_label("Separator")).to_contain_text("Found: Semicolon")
    await expect(page.locator(".import-sheet")).to_contain_text("Hélène 0")
    await primary(page).click()
    await make_a_field(page, "Anniversaire")
    assert await violations(page) == []
    await primary(page).click()
    await say_who_agreed(page)
    assert await violations(page) == []
    await drop(page, "other.csv", "Name,E-mail\n")
    await page.get_by_role("dialog").get_by_role("button", name="Cancel").click()
    await primary(page).click()
    await expect(page.locator("#import-check")).to_have_text("Checking the file…")
    await run_due_jobs()
    await expect(page.locator(".import-problems tbody tr")).to_contain_text("helene(at)example.org")
    assert await counted(page) == {"New": "12", "Cells left out": "1"}
    await asyncio.sleep(DOUBLE_CLICK_SECONDS)  # the step takes no click that the last one was for
    await primary(page).click()
    await run_after_a_reload(page)
    assert await counted(page) == {"New": "12", "Cells left out": "1"}
    assert await violations(page) == []
    async with page.expect_download() as waiting:
        await page.get_by_role("link", name="Download these rows").click()
    assert "helene(at)example.org" in await text_of(await waiting.value)
    await page.get_by_role("link", name="Show the imported contacts").click()
    await expect(page.locator(".condition")).to_contain_text("Imported: contacts.csv")
    await expect(page.locator(".page-count")).to_have_text("12")
    await page.go_back()
    await take_back(page, 12)
    await drop(page, "more.csv", "Name,E-mail\nAnna,anna@example.org\n")
    await page.get_by_role("dialog").get_by_role("button", name="Import this file").click()
    await expect(page.locator(".import-sheet")).to_contain_text("anna@example.org")
    await page.get_by_role("link", name="Imports").click()
    await expect(page.locator(".import-history tbody tr").last).to_contain_text("Undone")


async def make_a_field(page: Page, name: str) -> None:
    """Make the one column that is left out a custom field, with the keyboard alone."""
    await expect(page.locator(".import-column-skipped")).to_have_count(0)
    await page.locator(".import-left-out").get_by_role("link").press("Enter")
    await expect(page.locator(".import-column")).to_have_count(1)
    await page.get_by_role("button", name=f"{name} becomes: Don’t import").press("Enter")
    await page.keyboard.type("create")
    await page.keyboard.press("Enter")
    dialog = page.locator("#import-new-field")
    await expect(dialog.get_by_label("Name of the field")).to_have_value(name)
    await expect(dialog.get_by_label("Type")).to_have_value("DATE")
    await dialog.get_by_label("Name of the field").fill("Prénom")
    await page.keyboard.press("Enter")
    await expect(dialog.locator(".field-error")).to_have_count(1)
    await dialog.get_by_label("Name of the field").fill(name)
    await page.keyboard.press("Enter")
    await expect(dialog).to_have_count(0)
    await expect(page.locator(".import-column:not(.import-column-skipped)")).to_have_count(1)


async def drop(page: Page, name: str, text: str) -> None:
    """Drop a file on the middle of the page."""
    await page.evaluate(
        """([name, text]) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([text], name, { type: "text/csv" }));
          const options = { dataTransfer, bubbles: true, cancelable: true };
          for (const type of ["dragenter", "dragover", "drop"])
            document.querySelector(".import-step").dispatchEvent(new DragEvent(type, options));
        }""",
        [name, text],
    )


async def say_who_agreed(page: Page) -> None:
    """Promise consent: where and when are asked for, and show in another window at once."""
    other = await page.context.new_page()
    await other.goto(page.url)
    await expect(other.locator("#import-options")).to_be_visible()
    await page.get_by_role("checkbox", name="Mark all as subscribed").check()
    await primary(page).click()
    await expect(page.locator(".field-error")).to_have_count(2)
    await page.get_by_label("Where they agreed").fill("our form")
    await page.get_by_label("When they agreed").fill("2025-03-01")
    await page.get_by_label("When they agreed").blur()
    await expect(page.locator(".field-error")).to_have_count(0)
    for window in (other, page):
        await expect(window.get_by_label("Where they agreed")).to_have_value("our form")
        await expect(window.get_by_label("When they agreed")).to_have_value("2025-03-01")
    await other.close()


async def run_after_a_reload(page: Page) -> None:
    """Let the import that was begun run while its page is loaded anew."""
    step = page.locator("#import-import")
    await expect(step).to_have_text("Importing…")
    await page.reload()
    await expect(step).to_have_text("Importing…")
    await run_due_jobs()
    await expect(step).to_have_text("The import is done")


async def take_back(page: Page, count: int) -> None:
    """Undo the import of the open report."""
    await page.get_by_role("button", name="Undo the import").click()
    dialog = page.locator("#import-undo")
    await expect(dialog).to_contain_text(f"{count} contacts go back")
    await dialog.get_by_role("button", name="Undo the import").click()
    await expect(page.locator("#import-import")).to_have_text("The import was undone")


async def text_of(file: Download) -> str:
    """Return what is in a downloaded file."""
    return await asyncio.to_thread(Path(await file.path()).read_text, "utf-8-sig")


async def counted(page: Page) -> dict[str, str]:
    """Return the numbers shown that are not zero, by what they count."""
    await expect(page.locator(".import-counts")).to_be_visible()
    shown: dict[str, str] = await page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll(".import-count")]
          .map((count) => [...count.children].map((part) => part.textContent))
          .filter(([, value]) => value !== "0"))"""
    )
    return shown
