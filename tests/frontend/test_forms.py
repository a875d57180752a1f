"""What pages keep with: the contracts of forms, drafts and stores."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from reactpy import component, html, use_state

from frontend.hooks import (
    Draft,
    Form,
    use_draft,
    use_form,
    use_store,
)
from frontend.operations import parse_operation
from frontend.store import Store
from tests.frontend.answering import Api
from tests.frontend.windows import session_of, window

READ = parse_operation("x/read", "query Read($n: Int) { answer(n: $n) }")
WRITE = parse_operation("x/write", "mutation Write($input: I!) { write(input: $input) { errors } }")
FOLLOW = parse_operation("x/follow", "subscription Follow($after: String) { event(after: $after) }")


async def test_a_form_knows_what_is_typed_without_rendering_again() -> None:
    forms: list[Form] = []
    drawn: list[int] = []

    @component
    def App() -> Any:
        form = use_form({"name": "a", "emails": [{"address": "x"}]})
        forms.append(form)
        drawn.append(1)
        return html.form(
            html.input(form.control("name")), html.input(form.control("emails.0.address"))
        )

    async with window(App()) as opened:
        await opened.send(opened.target("input", "onInput"), target={"value": "b"})
        await opened.send(opened.target("input", "onInput", 1), target={"value": "y"})
        form = forms[0]
        assert form.values == {"name": "b", "emails": [{"address": "y"}]}
        assert form.initial == {"name": "a", "emails": [{"address": "x"}]}
        assert form.dirty.value is True
        assert len(drawn) == 1
        form.reset({"name": "new", "emails": [{"address": "z"}]})
        await opened.settle()
        first = opened.find("input")[0]["attributes"]
        assert (first["defaultValue"], first["key"]) == ("new", "name#1")


async def test_refusals_stand_at_their_fields_until_those_change() -> None:
    forms: list[Form] = []

    @component
    def App() -> Any:
        form = use_form({"emails": [{"address": ""}]})
        forms.append(form)
        errors = use_store(form.errors)
        return html.p(str(sorted(errors)))

    async with window(App()) as opened:
        form = forms[0]
        form.show_errors(
            [
                {"code": "CONTACT_EMPTY", "path": [], "parameters": []},
                {"code": "EMAIL_INVALID", "path": ["emails", "0", "address"], "parameters": []},
            ]
        )
        await opened.settle()
        assert opened.text() == "['', 'emails.0.address']"
        assert opened.commands("focus")[0]["id"] == "field-emails-0-address"
        form.set("emails.0.address", "a@example.org")
        await opened.settle()
        assert opened.text() == "[]"


async def test_a_draft_is_saved_once_typing_pauses_and_when_the_window_goes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("frontend.hooks.draft.SAVE_AFTER_SECONDS", 0.02)
    api, drafts = Api(), []
    api.answers["ReadDraft"] = {"data": {"viewer": {"draft": None}}}
    api.answers["SaveDraft"] = {
        "data": {"saveDraft": {"draft": {"updatedAt": "now"}, "errors": []}}
    }

    @component
    def App() -> Any:
        draft: Draft = use_draft("note:1")
        drafts.append(draft)
        return html.p(str(use_store(draft.saved_at)))

    def saved() -> list[Any]:
        return [variables["input"]["value"] for name, variables in api.asked if name == "SaveDraft"]

    async with window(App(), session_of(api.execute)) as opened:
        for text in ("a", "ab", "abc"):
            drafts[0].save({"text": text})
        await opened.settle()
        assert saved() == [{"text": "abc"}]
        assert opened.text() == "now"
        drafts[0].save({"text": "last words"})
    await asyncio.sleep(0.01)
    assert saved() == [{"text": "abc"}, {"text": "last words"}]


async def test_a_store_tells_nobody_of_an_equal_value() -> None:
    told: list[int] = []
    first: tuple[int, ...] = (1, 2)
    store = Store(first)

    def listen(value: tuple[int, ...]) -> None:
        told.append(len(value))

    store.subscribe(listen)
    store.set((1, 2))
    store.set((1, 2, 3))
    store.unsubscribe(listen)
    store.unsubscribe(listen)
    store.set(())
    assert told == [3]


async def test_a_change_between_render_and_watching_is_not_missed() -> None:
    number = Store(0)

    @component
    def App() -> Any:
        shown = use_store(number)
        if shown == 0:
            asyncio.get_running_loop().call_soon(number.set, 1)
        set_nothing = use_state(0)[1]
        set_nothing(0)
        return html.p(str(shown))

    async with window(App()) as opened:
        assert opened.text() == "1"
