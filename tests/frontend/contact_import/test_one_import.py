"""An import as a window sees it."""

from __future__ import annotations

import asyncio
from typing import Any

from frontend.hooks import Form
from frontend.pages.contact_import.consent import ConsentForm, kept_values, missing
from frontend.pages.contact_import.one_import import OneImport
from tests.frontend.answering import Api
from tests.frontend.windows import session_of

READ: dict[str, Any] = {"id": "i", "version": 1, "state": "READY", "progress": None, "columns": []}


def one_import() -> tuple[Api, OneImport]:
    api = Api()
    api.answers["ReadImport"] = lambda _: {"data": {"contactImport": dict(READ)}}
    return api, OneImport(session_of(api.execute), "i")


def asked(api: Api) -> list[str]:
    return [name for name, _ in api.asked]


async def test_progress_is_taken_without_reading_everything_again() -> None:
    api, one = one_import()
    await one.read()
    await one.hear({"contactImport": {"id": "i", "version": 1, "progress": {"rows": 7}}})
    assert asked(api) == ["ReadImport"]
    assert one.shown.value == {**READ, "progress": {"rows": 7}}


async def test_a_choice_made_in_another_window_is_read() -> None:
    api, one = one_import()
    await one.read()
    await one.hear({"contactImport": {"id": "i", "version": 2}})
    assert asked(api) == ["ReadImport", "ReadImport"]


async def test_an_import_that_is_discarded_elsewhere_is_gone() -> None:
    _, one = one_import()
    await one.read()
    await one.hear({"contactImport": None})
    assert one.gone.value


async def test_an_import_that_never_was_is_gone() -> None:
    api, one = one_import()
    api.answers["ReadImport"] = {"data": {"contactImport": None}}
    await one.read()
    assert one.gone.value


async def test_choices_are_given_with_the_id_and_refusals_come_back() -> None:
    api, one = one_import()
    refusal = {"code": "TOO_LONG", "path": ["consentSource"], "parameters": []}
    api.answers["ConfigureImport"] = {"data": {"configureContactImport": {"errors": [refusal]}}}
    assert [each["code"] for each in await one.configure(consentSource="x")] == ["TOO_LONG"]
    assert api.asked[0][1] == {"input": {"id": "i", "consentSource": "x"}}
    assert asked(api) == ["ConfigureImport", "ReadImport"]
    assert one.pending.value == frozenset()


async def test_a_verb_that_is_refused_says_so_and_was_not_done() -> None:
    api, one = one_import()
    refusal = {"code": "IMPORT_RUNNING", "path": [], "parameters": []}
    api.answers["StartImport"] = {"data": {"startContactImport": {"errors": [refusal]}}}
    assert not await one.do("start_import")
    assert len(one.session.toasts.shown.value) == 1


def test_consent_needs_its_source_and_its_date() -> None:
    values = kept_values(None)
    assert missing(values) == []
    assert missing({**values, "subscribed": True}) == ["consentSource", "consentDate"]
    told = {"subscribed": True, "consentSource": "form", "consentDate": "2026-01-02"}
    assert missing(told) == []
    assert missing({**told, "consentSource": "  "}) == ["consentSource"]


async def test_what_another_window_promises_shows_unless_one_types_here() -> None:
    _, one = one_import()
    here, there = kept_values(None), {**kept_values(None), "consentSource": "there"}
    consent = ConsentForm(one, Form(here, one.session), dict(here))
    consent.take(there)
    assert consent.form.values == there
    consent.form.set("consentSource", "typed here")
    consent.take({**there, "consentSource": "elsewhere"})
    assert consent.form.values["consentSource"] == "typed here"


async def test_an_answer_that_comes_late_takes_nothing_away() -> None:
    _, one = one_import()
    gate = asyncio.Event()

    async def configure(**values: Any) -> tuple[()]:
        await gate.wait()
        return ()

    one.configure = configure  # type: ignore[method-assign]
    consent = ConsentForm(one, Form(kept_values(None), one.session), kept_values(None))
    consent.form.values |= {"subscribed": True, "consentSource": "form"}
    saving = asyncio.ensure_future(consent.keep())
    await asyncio.sleep(0)
    consent.take(kept_values(None))
    assert consent.form.values["consentSource"] == "form"
    gate.set()
    await saving
