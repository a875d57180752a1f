"""The API explorer, used as somebody who writes a client app would."""

from __future__ import annotations

import asyncio
import os
import re
import sys
from pathlib import Path

import pytest
from playwright.async_api import Locator, Page, expect

from backend.accounts.service.profile import ProfileChange, update_profile
from tests.browser.axe import violations
from tests.browser.product import Product
from tests.browser.windows import Window
from tests.factories.accounts import Person
from tests.factories.api import new_token

pytestmark = pytest.mark.sqlite_only

WHO = "query Who { viewer { user { name } account { name } } }"


@pytest.fixture
async def window(product: Product, owner: Person) -> Window:
    await update_profile(owner.actor, ProfileChange(locale="en"))
    opened = await product.visit_as(owner, "/explorer", bypass_csp=False)
    await opened.page.wait_for_selector("[data-part=query] textarea")
    return opened


def query(page: Page) -> Locator:
    return page.get_by_label("Operation", exact=True).locator("textarea").first


async def run(page: Page, text: str) -> None:
    """Put an operation into the editor and run it with the keyboard."""
    await query(page).fill(text)
    await page.keyboard.press("Control+Enter")


async def runs_an_operation_and_says_what_it_cost(window: Window) -> None:
    page = window.page
    await run(page, WHO)
    await expect(page.locator(".explorer-json")).to_contain_text("Studio Rossi")
    status = page.locator("[data-part=status]")
    await expect(status).to_contain_text(" ms")
    await expect(status).to_contain_text("cost ")
    await page.get_by_text("The whole answer").click()
    await expect(page.locator(".explorer-whole .explorer-json")).to_contain_text("requestId")


async def every_example_runs(window: Window) -> None:
    page = window.page
    await page.get_by_role("tab", name="History").click()
    titles = await page.locator('[data-act^="example:"]').all_inner_texts()
    assert len(titles) == 5
    for title in titles:
        await page.get_by_role("tab", name="History").click()
        await page.get_by_role("button", name=title, exact=True).click()
        await page.get_by_role("button", name="Run").click()
        if "live" in title:
            await expect(page.locator("[data-part=status]")).to_contain_text("waiting")
            await page.get_by_role("button", name="Stop").click()
            await expect(page.locator("[data-part=status]")).to_contain_text("stopped")
        else:
            await expect(page.locator(".explorer-json").first).to_contain_text('"data"')
        await expect(page.locator(".explorer-errors")).to_have_count(0)


async def leads_from_an_error_to_its_place(window: Window) -> None:
    page = window.page
    await run(page, "query {\n  viewer {\n    nonsense\n  }\n}")
    await expect(page.locator(".explorer-error")).to_contain_text("nonsense")
    await expect(page.locator(".code-fault")).to_have_text("3")
    await page.get_by_role("button", name="line 3, column 5").click()
    await expect(query(page)).to_be_focused()
    assert await query(page).evaluate("area => area.value.slice(area.selectionStart)") == (
        "nonsense\n  }\n}"
    )


async def says_when_variables_are_no_object(window: Window) -> None:
    page = window.page
    await page.locator("[data-part=variables] textarea").fill("{ broken")
    await run(page, WHO)
    await expect(page.locator(".explorer-error")).to_contain_text("Variables: this is not a JSON")


async def types_for_one_and_completes_from_the_schema(window: Window) -> None:
    page = window.page
    await query(page).fill("")
    await query(page).press_sequentially("query Me {")
    await page.keyboard.press("Enter")
    await query(page).press_sequentially("view")
    options = page.locator("[data-part=query] [role=option]")
    await expect(options.first).to_contain_text("viewer")
    await page.keyboard.press("Enter")
    await query(page).press_sequentially(" {")
    await page.keyboard.press("Enter")
    await query(page).press_sequentially("rol")
    await page.keyboard.press("Tab")
    await expect(options).to_have_count(0)
    assert await query(page).input_value() == "query Me {\n  viewer {\n    role\n  }\n}"
    await page.keyboard.press("Control+Enter")
    await expect(page.locator(".explorer-json")).to_contain_text('"OWNER"')


async def completes_arguments_values_and_inputs(window: Window) -> None:
    page = window.page
    options = page.locator("[data-part=query] [role=option]")
    for text, offered in (
        ("{ contacts(fir", "first"),
        ("{ contacts(sort: { fie", "field"),
        ("{ contacts(sort: { field: LAST", "LAST_ACTIVITY"),
        ("{ contacts(first: 1) { edges { node { disp", "displayName"),
        ("query Q($input: CreateC", "CreateContactInput"),
        ("mutation { createLabel(input: { na", "name"),
        ("fragment F on Cont", "Contact"),
        ("{ node(id: 1) { ... on Lab", "Label"),
    ):
        await query(page).fill(text)
        await query(page).press("End")
        await page.keyboard.press("Control+Space")
        await expect(options.filter(has_text=re.compile(f"^{offered}")).first).to_be_visible()
        await page.keyboard.press("Escape")
        await expect(options).to_have_count(0)


async def tab_leaves_the_editor(window: Window) -> None:
    await query(window.page).focus()
    await window.page.keyboard.press("Tab")
    await expect(query(window.page)).not_to_be_focused()


async def marks_the_other_half_of_a_bracket(window: Window) -> None:
    page = window.page
    await query(page).fill("{ viewer { role } }")
    await query(page).press("End")
    await expect(page.locator("[data-part=query] .paint-pair")).to_have_text(["{", "}"])


async def tidies_up(window: Window) -> None:
    page = window.page
    await query(page).fill(
        "query A($first:Int){contacts(first:$first,sort:{field:CREATED}){totalCount edges{node{"
        "...Name}}}}  fragment Name on Contact{ id, given:givenName # the first one\nfamilyName}"
    )
    await page.get_by_role("button", name="Tidy up").click()
    assert (await query(page).input_value()) == (
        "query A($first: Int) {\n"
        "  contacts(first: $first, sort: {field: CREATED}) {\n"
        "    totalCount\n"
        "    edges {\n"
        "      node {\n"
        "        ...Name\n"
        "      }\n"
        "    }\n"
        "  }\n"
        "}\n"
        "\n"
        "fragment Name on Contact {\n"
        "  id\n"
        "  given: givenName # the first one\n"
        "  familyName\n"
        "}\n"
    )


async def test_streams_what_happens_and_stops(window: Window, owner: Person) -> None:
    page = window.page
    await shows_a_refused_subscription(window)
    await run(page, "subscription { changes { kind subjectType } }")
    await expect(page.locator("[data-part=status]")).to_contain_text("waiting")
    await asyncio.sleep(0.3)
    await update_profile(owner.actor, ProfileChange(name="Olga Bianchi"))
    await expect(page.locator(".explorer-event")).to_contain_text("member.updated")
    await page.get_by_role("button", name="Stop").click()
    await expect(page.locator("[data-part=status]")).to_contain_text("stopped")
    await update_profile(owner.actor, ProfileChange(name="Olga Verdi"))
    await asyncio.sleep(0.3)
    await expect(page.locator(".explorer-event")).to_have_count(1)


KEEP_SOCKETS = """
globalThis.sockets = [];
globalThis.WebSocket = class extends WebSocket {
  constructor(...given) { super(...given); globalThis.sockets.push(this); }
};
"""


async def test_a_lost_stream_goes_on_after_the_last_event(
    product: Product, window: Window, owner: Person
) -> None:
    page = window.page
    await page.add_init_script(KEEP_SOCKETS)
    window.changed_for_good = True
    await product.go(window, "/explorer")
    await page.wait_for_selector("[data-part=query] textarea")
    await run(
        page,
        "subscription Follow($after: String) {"
        " changes(after: $after, subjects: [MEMBER]) { kind cursor } }",
    )
    await expect(page.locator("[data-part=status]")).to_contain_text("waiting")
    await asyncio.sleep(0.3)
    await update_profile(owner.actor, ProfileChange(name="Olga Bianchi"))
    await expect(page.locator(".explorer-event")).to_have_count(1)
    await page.evaluate("sockets.findLast((socket) => socket.url.endsWith('/graphql')).close()")
    await expect(page.locator("[data-part=status]")).to_contain_text("Reconnecting")
    await update_profile(owner.actor, ProfileChange(name="Olga Verdi"))
    await expect(page.locator(".explorer-event")).to_have_count(2)
    await page.get_by_role("button", name="Stop").click()
    await expect(page.locator("[data-part=status]")).to_contain_text("stopped")


async def shows_a_refused_subscription(window: Window) -> None:
    await run(window.page, "subscription { changes { nonsense } }")
    await expect(window.page.locator(".explorer-error")).to_contain_text("nonsense")


async def runs_as_a_token_would(window: Window, token: str) -> None:
    page = window.page
    await page.get_by_role("tab", name="Access").click()
    await page.get_by_label("API token").fill(token)
    await run(page, "{ viewer { permissions sessions { id } } }")
    await expect(page.locator(".explorer-json").first).to_contain_text('"sessions": []')
    await run(page, "subscription { changes { kind } }")
    await expect(page.locator("[data-part=status]")).to_contain_text("waiting")
    await page.get_by_role("button", name="Stop").click()
    assert token not in await page.evaluate("JSON.stringify(localStorage)")


async def remembers_what_was_run_and_forgets_when_told(window: Window) -> None:
    page = window.page
    await page.get_by_role("tab", name="History").click()
    await page.get_by_role("button", name="Forget the history").click()
    await run(page, WHO)
    await expect(page.locator(".explorer-json")).to_contain_text("Studio Rossi")
    await run(page, "query Other { viewer { role } }")
    await expect(page.locator(".explorer-json")).to_contain_text("OWNER")
    await page.reload()
    await page.wait_for_selector("html[data-live]")
    await expect(query(page)).to_have_value("query Other { viewer { role } }")
    await page.get_by_role("tab", name="History").click()
    past = page.locator("[data-part=history] .explorer-past-name")
    await expect(past).to_have_text(["Other", "Who"])
    await past.last.click()
    await expect(query(page)).to_have_value(WHO)
    await page.get_by_role("button", name="Forget the history").click()
    await expect(past).to_have_count(0)


async def runs_the_operation_at_the_cursor(window: Window) -> None:
    page = window.page
    await query(page).fill("query A { viewer { role } }\nquery B { viewer { cursor } }")
    await query(page).press("Control+End")
    await page.keyboard.press("Control+Enter")
    await expect(page.locator(".explorer-json")).to_contain_text('"cursor"')


async def reads_the_schema_and_goes_back(window: Window) -> None:
    page = window.page
    docs = page.locator(".explorer-docs")
    await docs.get_by_role("link", name="Query", exact=True).click()
    await expect(docs.get_by_role("heading", name="Query")).to_be_visible()
    await docs.get_by_role("link", name="Viewer", exact=True).first.click()
    await expect(
        docs.get_by_text("Who is signed in, and the account they have open.")
    ).to_be_visible()
    await page.go_back()
    await expect(docs.get_by_role("heading", name="Query")).to_be_visible()
    await docs.get_by_role("searchbox").fill("primaryem")
    await docs.get_by_role("link", name="Contact.primaryEmail").click()
    await expect(docs.get_by_role("heading", name="Contact", exact=True)).to_be_visible()


async def test_operations_are_written_and_run(window: Window) -> None:
    """Opening a window takes longer than most of what is done in it."""
    for step in (
        runs_an_operation_and_says_what_it_cost,
        leads_from_an_error_to_its_place,
        runs_the_operation_at_the_cursor,
        every_example_runs,
        remembers_what_was_run_and_forgets_when_told,
        types_for_one_and_completes_from_the_schema,
        completes_arguments_values_and_inputs,
        marks_the_other_half_of_a_bracket,
        tidies_up,
        tab_leaves_the_editor,
        says_when_variables_are_no_object,
        reads_the_schema_and_goes_back,
    ):
        await step(window)


async def test_snippets_run_as_they_are_and_tokens_ask_for_themselves(
    window: Window, owner: Person, tmp_path: Path
) -> None:
    page = window.page
    await page.locator("[data-part=variables] textarea").fill(
        '{ "text": "it\'s \\"quoted\\" \\\\" }'
    )
    await query(page).fill(
        "query Find($text: String!) {\n  labels(search: $text) { id }\n  viewer { role }\n}"
    )
    await page.get_by_role("tab", name="Snippets").click()
    token = await new_token(owner)
    for choice in ("Python (httpx)", "JavaScript (fetch)"):
        await page.get_by_role("button", name=choice).click()
        code = await page.locator("[data-part=snippet]").inner_text()
        if "httpx" in choice:
            program = [sys.executable, "-c", code.replace("import httpx", "import httpx2 as httpx")]
        else:
            file = tmp_path / "snippet.mjs"
            file.write_text(code)
            program = ["node", str(file)]
        process = await asyncio.create_subprocess_exec(
            *program,
            env={**os.environ, "CARNET_TOKEN": token},
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        out, err = await process.communicate()
        assert process.returncode == 0, err.decode()
        assert "OWNER" in out.decode()
    await runs_as_a_token_would(window, token)


@pytest.mark.parametrize(("width", "theme"), [(1440, "light"), (360, "dark")])
async def test_axe_finds_nothing(theme: str, width: int, product: Product, owner: Person) -> None:
    window = await product.visit_as(
        owner,
        "/explorer?type=Contact",
        color_scheme=theme,
        viewport={"width": width, "height": 900},
        bypass_csp=True,
    )
    page = window.page
    await page.wait_for_selector(".docs-part")
    await page.locator("[data-part=query] textarea").fill("{ viewer { nonsense } }")
    await page.keyboard.press("Control+Enter")
    await page.wait_for_selector(".explorer-error")
    # The reference beside them is the same under every tab.
    for tab in ("result", "snippets", "history", "variables", "headers", "access"):
        await page.locator(f"#explorer-tab-{tab}").click()
        part = None if tab == "result" else ".explorer-columns > :not(.explorer-reference)"
        assert await violations(page, part) == [], tab
