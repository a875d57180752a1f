"""Every component: by keyboard and mouse, small events, no violation of axe or of the content
policy.
"""

from __future__ import annotations

import re

import pytest
from playwright.async_api import expect

from frontend.app import create_frontend
from tests.browser.axe import violations
from tests.browser.mechanism.api import MemoryApi
from tests.browser.mechanism.gallery import REGISTRY, Gallery
from tests.browser.windows import OpenWindow, Serve


@pytest.fixture
async def url(serve: Serve) -> str:
    api = MemoryApi()
    return await serve(create_frontend(api.execute, api.subscribe, root=Gallery, registry=REGISTRY))


@pytest.mark.parametrize(("width", "theme"), [(1440, "light"), (360, "dark")])
async def test_axe_finds_nothing(theme: str, width: int, url: str, open_window: OpenWindow) -> None:
    window = await open_window(
        url, color_scheme=theme, viewport={"width": width, "height": 900}, bypass_csp=True
    )
    assert await violations(window.page) == []


OPENED = {
    "#open-confirm": "dialog[open]",
    "#open-drawer": "dialog[open]",
    "#open-menu": "#menu",
    "#labels": ".combobox:has(#labels)",
    "#open-toast": ".toasts",
}
"""What opens each thing, and where it is then."""


@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_axe_finds_nothing_in_what_opens(
    theme: str, url: str, open_window: OpenWindow
) -> None:
    window = await open_window(url, color_scheme=theme, bypass_csp=True)
    for opener, opened in OPENED.items():
        await window.page.click(opener)
        await expect(window.page.locator(opened)).to_be_visible()
        assert await violations(window.page, opened) == [], opener
        await window.page.keyboard.press("Escape")
    await window.page.keyboard.press("Control+k")
    await expect(window.page.locator("#palette")).to_be_visible()
    assert await violations(window.page, "#palette") == []


async def test_events_of_every_control_are_small(url: str, open_window: OpenWindow) -> None:
    window = await open_window(url)
    page = window.page
    await page.click("#count")
    await page.fill("#field-email", "someone@example.org")
    await page.locator("#field-notes").press_sequentially("a few words")
    await page.check("#field-news", force=True)
    await page.select_option("#field-kind", "HOME")
    await page.click("#refuse")
    await page.locator("#secondary").drag_to(page.locator("#count"))
    await page.get_by_text("This is not an e-mail address.").wait_for()
    assert 0 < window.largest_frame < 700


async def test_a_refusal_stands_beside_its_field_and_takes_the_focus(
    url: str, open_window: OpenWindow
) -> None:
    page = (await open_window(url)).page
    await page.click("#refuse")
    await page.get_by_text("This is not an e-mail address.").wait_for()
    await page.wait_for_function("() => document.activeElement.id === 'field-email'")
    email = page.locator("#field-email")
    assert await email.get_attribute("aria-invalid") == "true"
    described = (await email.get_attribute("aria-describedby") or "").split()
    assert "field-email-error" in described
    await email.press_sequentially("a")
    await page.locator("#field-email-error").wait_for(state="detached")


async def test_a_dialog_keeps_the_focus_and_gives_it_back(
    url: str, open_window: OpenWindow
) -> None:
    page = (await open_window(url)).page
    await page.click("#open-drawer")
    await page.locator("dialog#drawer[open]").wait_for()
    await expect(page.locator("#drawer-given")).to_be_focused()
    for _ in range(8):
        await page.keyboard.press("Tab")
        inside = await page.evaluate(
            "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
        )
        assert inside
    await page.keyboard.press("Escape")
    await page.locator("dialog#drawer").wait_for(state="detached")
    await expect(page.locator("#open-drawer")).to_be_focused()


async def test_a_menu_is_driven_by_the_keyboard(url: str, open_window: OpenWindow) -> None:
    page = (await open_window(url)).page
    await page.focus("#open-menu")
    await page.keyboard.press("ArrowDown")
    focused = page.locator("[role^=menuitem]:focus")
    await expect(focused).to_have_text("Name")
    await page.keyboard.press("e")
    await expect(focused).to_contain_text("Edit")
    await page.keyboard.press("Enter")
    await page.locator(".toast", has_text="Edited").wait_for()
    await expect(page.locator("#open-menu")).to_be_focused()


async def test_a_combobox_finds_without_accents_and_makes_new_ones(
    url: str, open_window: OpenWindow
) -> None:
    page = (await open_window(url)).page
    await page.click("#labels")
    await page.keyboard.type("edit")
    await page.keyboard.press("Enter")
    await page.locator(".chip[data-value=l2]").wait_for()
    await page.keyboard.type("brand new")
    await page.get_by_role("option", name="Create “brand new”").wait_for()
    await page.keyboard.press("Enter")
    await page.locator(".chip", has_text="brand new").wait_for()
    await page.keyboard.press("Backspace")
    await page.locator(".chip", has_text="brand new").wait_for(state="detached")
    await page.keyboard.press("Escape")
    await page.click("#country")
    await page.keyboard.type("ita")
    await page.keyboard.press("Enter")
    await page.wait_for_function(
        "() => document.querySelector('#country-chosen').textContent === 'IT'"
    )
    assert await page.input_value("#country") == "Italy"


async def test_the_palette_goes_places_by_keyboard(url: str, open_window: OpenWindow) -> None:
    page = (await open_window(url)).page
    await page.keyboard.press("Control+k")
    await page.keyboard.type("new con")
    await page.keyboard.press("Enter")
    await page.wait_for_function("() => document.querySelector('#tab').textContent === 'notes'")
    await page.locator(".palette[open]").wait_for(state="detached")
    assert page.url.endswith("?tab=notes")


async def test_shortcuts_work_outside_fields_only_and_are_listed(
    url: str, open_window: OpenWindow
) -> None:
    page = (await open_window(url)).page
    await page.keyboard.press("/")
    await expect(page.locator("[type=search]")).to_be_focused()
    await page.keyboard.type("g n ?")
    await expect(page.locator("[type=search]")).to_have_value("g n ?")
    await page.evaluate("document.activeElement.blur()")
    await page.keyboard.press("g")
    await page.keyboard.press("n")
    await page.wait_for_function("() => document.querySelector('#tab').textContent === 'notes'")
    await page.keyboard.press("?")
    rows = await page.locator("#shortcuts .shortcuts-row").all_inner_texts()
    assert any(re.match(r"New contact\s+G\s*N", row) for row in rows), rows


async def test_links_and_the_back_button_move_without_loading(
    url: str, open_window: OpenWindow
) -> None:
    page = (await open_window(url)).page
    await page.evaluate("window.same = true")
    await page.get_by_role("link", name="Documents").click()
    await page.wait_for_function("() => document.querySelector('#tab').textContent === 'documents'")
    await page.go_back()
    await page.wait_for_function("() => document.querySelector('#tab').textContent === 'details'")
    assert await page.evaluate("window.same") is True


async def test_a_toast_offers_undo_and_leaves_by_itself(url: str, open_window: OpenWindow) -> None:
    window = await open_window(url)
    page, window.changed_for_good = window.page, True
    await page.clock.install()
    await page.click("#open-toast")
    await page.get_by_text("1 contact deleted").wait_for()
    await page.get_by_role("button", name="Undo").click()
    await page.get_by_text("Put back").wait_for()
    await page.mouse.move(600, 10)
    await page.evaluate("document.activeElement.blur()")
    await page.clock.fast_forward(13000)
    await page.get_by_text("Put back").wait_for(state="detached")


async def test_the_first_paint_needs_no_socket_and_no_inline_code(
    url: str, open_window: OpenWindow
) -> None:
    window = await open_window(java_script_enabled=False, color_scheme="dark", locale="fr-FR")
    response = await window.page.goto(url)
    assert response is not None
    policy = response.headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "script-src 'self';" in policy
    assert "frame-ancestors 'none'" in policy
    assert await window.page.locator(".sidebar").is_visible()
    assert await window.page.locator(".skeleton").is_visible()
    assert (
        await window.page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        == "rgb(17, 19, 20)"
    )
    html = await response.text()
    assert "<style" not in html
    assert " style=" not in html
    assert html.count("<script") == html.count('<script type="module" src=')


async def test_styles_set_by_the_server_pass_the_content_policy(
    url: str, open_window: OpenWindow
) -> None:
    page = (await open_window(url)).page
    justified = await page.evaluate(
        "document.querySelector('.dialog-actions').style.justifyContent"
    )
    assert justified == "flex-start"


async def test_files_are_kept_for_ever_under_a_hashed_address(
    url: str, open_window: OpenWindow
) -> None:
    window = await open_window(url)
    for address in await window.page.evaluate(
        "performance.getEntriesByType('resource').map(r => r.name)"
    ):
        assert re.match(rf"{url}/static/[0-9a-f]{{16}}/", address), address
    response = await window.page.request.get(f"{url}/static/0000000000000000/carnet.css")
    assert response.headers["cache-control"] == "no-cache"
    missing = await window.page.request.get(f"{url}/static/0000000000000000/../../app.py")
    assert missing.status == 404 or "text/html" in missing.headers["content-type"]
