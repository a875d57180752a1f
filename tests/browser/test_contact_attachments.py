"""Files of a contact's page, from the drop to the undo, followed by a second window."""

from __future__ import annotations

import wave
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from tests.browser.book import reader
from tests.browser.product import Product
from tests.factories.accounts import Person
from tests.factories.contacts import new_contact

__all__ = ["reader"]
pytestmark = pytest.mark.sqlite_only
EVIL = '<script>document.title = "run"</script>'
DROP = """([...files]) => {
  const data = new DataTransfer();
  for (const [name, text] of files) data.items.add(new File([text], name));
  const zone = document.querySelector("#contact-panel-attachments");
  for (const type of ["dragenter", "dragover", "drop"]) {
    const event = { dataTransfer: data, bubbles: true, cancelable: true };
    zone.dispatchEvent(new DragEvent(type, event));
  }
}"""


def lines(page: Page):
    return page.locator(".attachments-files .attachment")


async def escape_twice(page: Page) -> None:
    """Leave what is open, once more out of impatience: the page stays."""
    await page.keyboard.press("Escape")
    await page.keyboard.press("Escape")


async def test_files_are_sent_looked_at_and_deleted_in_every_window(
    product: Product, reader: Person, tmp_path: Path
) -> None:
    contact = await new_contact(reader.actor, given_name="Anna")
    first = await product.visit_as(reader, f"/contacts/{contact.id}")
    second = await product.visit_as(reader, f"/contacts/{contact.id}")
    page = first.page
    sound = tmp_path / "call.wav"
    with wave.open(str(sound), "wb") as file:
        file.setparams((1, 2, 8000, 0, "NONE", ""))
        file.writeframes(bytes(16_000))
    huge = tmp_path / "huge.bin"
    with huge.open("wb") as empty:
        empty.truncate(200_000_000)

    await page.locator(".attachments-choose input").set_input_files([sound, huge])
    await expect(lines(page)).to_have_count(1)
    await expect(page.locator(".attachment-problem")).to_have_text(
        "This file is too large: at most 100 MB."
    )
    await page.get_by_role("button", name="Dismiss huge.bin").click()
    await page.evaluate(DROP, [["../../page.html", EVIL], ["empty.txt", ""]])
    await expect(page.locator(".attachment-problem")).to_have_text("There is nothing in this file.")
    for window in (page, second.page):
        await expect(lines(window).locator(".attachment-title")).to_have_text(
            ["page.html", "call.wav"]
        )

    await lines(page).get_by_text("page.html").click()
    await expect(page.locator("carnet-text-view")).to_have_text(EVIL)
    await expect(page).not_to_have_title("run")
    await page.keyboard.press("Escape")
    await lines(page).get_by_text("call.wav").click()
    await expect(page.locator("audio")).to_have_js_property("duration", 1)
    await escape_twice(page)

    await page.get_by_role("button", name="Rename page.html").click()
    await page.get_by_label("Name", exact=True).fill("offer.html")
    await page.keyboard.press("Enter")
    await expect(lines(second.page).first).to_contain_text("offer.html")
    await page.get_by_role("button", name="Delete offer.html").click()
    await page.get_by_role("button", name="Delete", exact=True).click()
    await expect(lines(second.page)).to_have_count(1)
    await page.get_by_role("button", name="Undo").click()
    await expect(lines(second.page)).to_have_count(2)
    async with page.expect_download() as saving:
        await page.get_by_role("button", name="Download offer.html").click()
    saved = await saving.value
    assert saved.suggested_filename == "offer.html"
    await saved.save_as(tmp_path / "saved")
    assert (tmp_path / "saved").read_bytes() == EVIL.encode()
