"""The settings of letters, language by language, and of quotes that are accepted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from reactpy import component, html, use_ref
from reactpy.types import Component, VdomDict

from frontend.components import Button, FormErrors, Option, Panel, SelectField, TextField
from frontend.components.submit_form import SubmitForm
from frontend.hooks import (
    Form,
    use_changes,
    use_form,
    use_mutation,
    use_query,
    use_toast,
    use_url_state,
    use_viewer,
)
from frontend.hooks.effect import use_effect
from frontend.locale import t
from frontend.locale.places import LANGUAGE_NAMES
from frontend.operations import load
from frontend.pages.billing_parts.places import settings_url
from frontend.pages.document_send.words import letter_names
from frontend.pages.settings.billing.parts import Refetch, Settings
from frontend.pages.settings.layout import Waiting

KINDS = ("QUOTE", "INVOICE", "REMINDER", "OVERDUE", "CREDIT_NOTE")
Delivery = Mapping[str, Any]


@component
def LettersPart(settings: Settings, refetch: Refetch) -> VdomDict | Component:
    """What follows from accepted quotes, and the letters of the chosen language."""
    data, _, error, read_again = use_query(load("billing/read_delivery_settings"))
    use_changes(("ACCOUNT",), lambda event: read_again())
    viewer = use_viewer()
    chosen, _ = use_url_state("language")
    begun = viewer.account.locale if viewer else "en"
    locale = chosen if chosen in LANGUAGE_NAMES else begun
    if data is None:
        return Waiting("form", error, read_again)
    found = data["deliverySettings"]
    return html.div(
        {"className": "document-letters-part"},
        AcceptedPart(found, read_again, key="accepted"),
        Panel(
            t("Letters"),
            _languages(locale),
            html.p(
                {"className": "document-places", "key": "places"},
                t("Filled in as a letter is written:"),
                *(html.code({"key": each}, "{{" + each + "}}") for each in found["places"]),
            ),
            LettersForm(found, locale, read_again, key=locale),
            text=t(
                "Documents go with these, in the client’s language; each can be changed before "
                "it leaves."
            ),
        ),
    )


def _languages(locale: str) -> VdomDict:
    return html.nav(
        {"className": "billing-languages", "aria-label": t("Language"), "key": "languages"},
        *(
            html.a(
                {
                    "key": code,
                    "className": "billing-language",
                    "href": f"{settings_url('letters')}&language={code}",
                    "lang": code,
                    **({"aria-current": "page"} if code == locale else {}),
                },
                name,
            )
            for code, name in LANGUAGE_NAMES.items()
        ),
    )


@component
def AcceptedPart(found: Delivery, read_again: Callable[[], None]) -> VdomDict:
    """What becomes of a quote that is accepted."""
    kept = {"acceptedQuotes": found["acceptedQuotes"]}
    form = use_form(kept)
    save, busy = _use_save(found, form, kept, read_again)
    options = [
        Option("STAY", t("Nothing: I make the invoice")),
        Option("DRAFT_INVOICE", t("Its invoice is begun, as a draft")),
        Option("SEND_INVOICE", t("Its invoice is issued and sent")),
    ]
    return Panel(
        t("Accepted quotes"),
        SubmitForm(
            form,
            FormErrors(form, key="errors"),
            SelectField(
                form,
                "acceptedQuotes",
                options,
                label=t("When a quote is accepted"),
                key=f"accepted-{form.generation}",
            ),
            _save_button(busy),
            on_submit=save,
            label=t("Accepted quotes"),
            id="accepted-quotes",
            class_name="form settings-form billing-form",
        ),
    )


@component
def LettersForm(found: Delivery, locale: str, read_again: Callable[[], None]) -> Component:
    """The letters of one language."""
    known = {each["kind"]: each for each in found["letters"] if each["locale"] == locale}
    kept = {
        "letters": [
            {name: known[kind][name] for name in ("locale", "kind", "subject", "message")}
            for kind in KINDS
        ]
    }
    form = use_form(kept)
    save, busy = _use_save(found, form, kept, read_again)
    names = letter_names()
    return SubmitForm(
        form,
        FormErrors(form, key="errors"),
        *(_letter(form, place, names[kind], locale) for place, kind in enumerate(KINDS)),
        _save_button(busy),
        on_submit=save,
        label=t("Letters"),
        id="document-letters",
        class_name="form settings-form billing-form",
    )


def _letter(form: Form, place: int, title: str, locale: str) -> VdomDict:
    return html.fieldset(
        {"className": "billing-group", "key": title},
        html.legend({"className": "billing-legend"}, title),
        TextField(
            form,
            f"letters.{place}.subject",
            label=t("Subject"),
            hint=t("Leave it empty for the usual one."),
            attributes={"maxLength": 300, "lang": locale},
        ),
        TextField(
            form,
            f"letters.{place}.message",
            label=t("Message"),
            lines=7,
            attributes={"maxLength": 10_000, "lang": locale},
        ),
    )


def _save_button(busy: bool) -> VdomDict:
    return html.div(
        {"className": "billing-save", "key": "save"},
        Button(t("Save"), type="submit", variant="primary", busy=busy),
    )


def _use_save(
    found: Delivery, form: Form, kept: dict[str, Any], read_again: Callable[[], None]
) -> tuple[Callable[[dict[str, Any]], Any], bool]:
    """Return what saves a form, and whether it is at it. What is `kept` anew, by this window or a
    colleague's, appears in it, unless something was typed.
    """
    update, state = use_mutation(load("billing/update_delivery_settings"))
    toast, shown = use_toast(), use_ref(kept)

    def warn() -> None:
        toast(t("Somebody changed this meanwhile. Saving again keeps yours."), kind="error")

    @use_effect(dependencies=[found["version"]])
    def follow() -> None:
        if kept == shown.current:
            return
        shown.current = kept
        if form.dirty.value:
            warn()
        else:
            form.reset(kept)

    async def save(values: dict[str, Any]) -> None:
        outcome = await update({"version": found["version"], **values})
        if (outcome.payload or {}).get("conflict"):
            warn()
            read_again()
            return
        form.show_errors(outcome.errors)
        if outcome.ok:
            form.saved()
            toast(t("Saved"), kind="success")
            read_again()

    return save, state.loading
