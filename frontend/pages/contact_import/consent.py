"""The promise that everybody in the file agreed to be written to: since when, and where they did.

Typed here, kept by the server; what another window types meanwhile arrives here too.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from reactpy import component, html, use_ref, use_state
from reactpy.types import VdomDict

from frontend.components import Checkbox, TextField
from frontend.hooks import Form, use_form, use_store
from frontend.hooks.effect import use_effect
from frontend.locale import t
from frontend.pages.contact_import.one_import import Import, OneImport

NAMES = ("subscribed", "consentSource", "consentDate")


def kept_values(found: Import | None) -> dict[str, Any]:
    """Return what the server keeps, as the form holds it."""
    options = (found or {}).get("options") or {}
    return {
        "subscribed": bool(options.get("subscribed")),
        "consentSource": options.get("consentSource") or "",
        "consentDate": options.get("consentDate") or "",
    }


def missing(values: Mapping[str, Any]) -> list[str]:
    """Return the names of what must be said before anybody counts as subscribed."""
    if not values["subscribed"]:
        return []
    return [name for name in NAMES[1:] if not str(values[name]).strip()]


@dataclass(eq=False)
class ConsentForm:
    """The form, and the last values that were given to the server."""

    one: OneImport
    form: Form
    given: dict[str, Any]
    _saving: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def save(self) -> bool:
        """Give what is typed to the server; say beside the fields what is missing or refused."""
        values = dict(self.form.values)
        if lacking := missing(values):
            self.form.show_errors(
                [{"code": "REQUIRED", "path": [name], "parameters": []} for name in lacking]
            )
            return False
        return await self._give(values)

    async def keep(self) -> None:
        """Give what is typed to the server, also when the window is left right after."""
        keeping = asyncio.ensure_future(self._give(dict(self.form.values), quietly=True))
        _keeping.add(keeping)
        keeping.add_done_callback(_keeping.discard)
        await asyncio.shield(keeping)

    def take(self, kept: dict[str, Any]) -> None:
        """Show what another window chose, unless something here is on its way or being typed."""
        typed = {**self.form.values, "consentSource": self.form.values["consentSource"].strip()}
        if not self._saving.locked() and typed == self.given and kept != self.given:
            self.given = dict(kept)
            self.form.reset(kept)

    async def _give(self, values: dict[str, Any], *, quietly: bool = False) -> bool:
        values["consentSource"] = values["consentSource"].strip()
        async with self._saving:
            if values == self.given:
                return True
            self.given = values
            refused = await self.one.configure(
                **{**values, "consentDate": values["consentDate"] or None}
            )
        if refused and not quietly:
            self.form.show_errors(refused)
        return not refused


_keeping: set[asyncio.Future[bool]] = set()
"""What outlives its window: the event loop itself only holds tasks weakly."""


def use_consent(one: OneImport) -> ConsentForm:
    """Return the form, filled anew when another window changed what it shows."""
    form = use_form(kept_values(one.shown.value))
    consent: ConsentForm = use_ref(ConsentForm(one, form, dict(form.values))).current
    kept = use_store(one.shown, kept_values)

    @use_effect(dependencies=[tuple(kept.values())])
    def take_over() -> None:
        consent.take(kept)

    return consent


@component
def Consent(consent: ConsentForm) -> VdomDict:
    """The switch, and what it asks for when it is on."""
    form = consent.form
    _, redraw = use_state(0)
    subscribed, given = bool(form.values["subscribed"]), form.checkbox("subscribed")

    async def switched(event: Mapping[str, Any]) -> None:
        form.set("subscribed", event["target"]["checked"])
        redraw(lambda turn: turn + 1)
        await consent.keep()

    return html.section(
        {"className": "import-option", "aria-labelledby": "import-consent-title"},
        html.h3({"className": "import-subheading", "id": "import-consent-title"}, t("Consent")),
        Checkbox(
            t("Mark all as subscribed"),
            hint=t("Only if everybody in the file agreed to receive your campaigns."),
            checked=subscribed,
            attributes={**given, "onChange": switched},
        ),
        _details(consent) if subscribed else None,
    )


def _details(consent: ConsentForm) -> VdomDict:
    async def left(event: Mapping[str, Any]) -> None:
        # Events of several kinds are answered side by side: the last key may still be on its way.
        control = event["target"]
        consent.form.set(control["name"], control["value"])
        await consent.keep()

    return html.div(
        {"className": "import-consent", "key": "details"},
        TextField(
            consent.form,
            "consentSource",
            label=t("Where they agreed"),
            hint=t("Such as “newsletter form of our site” or “signed at the fair in Lyon”."),
            required=True,
            attributes={"onChange": left, "maxLength": 200},
            key="source",
        ),
        TextField(
            consent.form,
            "consentDate",
            label=t("When they agreed"),
            type="date",
            required=True,
            attributes={"onChange": left},
            key="date",
        ),
    )
