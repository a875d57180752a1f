"""What new documents say: notes and legal terms, language by language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reactpy import component, html
from reactpy.types import Component, VdomDict

from frontend.client import UserError
from frontend.components import FormErrors, Panel, TextField
from frontend.components.submit_form import SubmitForm
from frontend.hooks import Form, use_url_state, use_viewer
from frontend.locale import t
from frontend.locale.places import LANGUAGE_NAMES
from frontend.pages.billing_parts.places import settings_url
from frontend.pages.billing_parts.words import kind_names
from frontend.pages.settings.billing.parts import Refetch, Settings
from frontend.pages.settings.billing.saving import SaveButton, use_part

KINDS = ("INVOICE", "QUOTE", "CREDIT_NOTE")


def values_of(settings: Settings, locale: str) -> dict[str, Any]:
    """Return what the fields begin with; `texts` is in the order of `KINDS`."""
    known = {each["kind"]: each for each in settings["texts"] if each["locale"] == locale}
    return {
        "texts": [
            {
                "notes": known.get(kind, {}).get("notes") or "",
                "legalTerms": known.get(kind, {}).get("legalTerms") or "",
            }
            for kind in KINDS
        ]
    }


def input_of(values: Mapping[str, Any], locale: str) -> tuple[dict[str, Any], list[UserError]]:
    """Return what is saved."""
    texts = [
        {
            "locale": locale,
            "kind": kind,
            "notes": said["notes"].strip() or None,
            "legalTerms": said["legalTerms"].strip() or None,
        }
        for kind, said in zip(KINDS, values["texts"], strict=True)
    ]
    return {"texts": texts}, []


@component
def TextsPart(settings: Settings, refetch: Refetch) -> VdomDict:
    """The languages, and the texts of the chosen one."""
    viewer = use_viewer()
    chosen, _ = use_url_state("language")
    begun = viewer.account.locale if viewer else "en"
    locale = chosen if chosen in LANGUAGE_NAMES else begun
    return Panel(
        t("Texts"),
        html.nav(
            {"className": "billing-languages", "aria-label": t("Language")},
            *(
                html.a(
                    {
                        "key": code,
                        "className": "billing-language",
                        "href": f"{settings_url('texts')}&language={code}",
                        "lang": code,
                        **({"aria-current": "page"} if code == locale else {}),
                    },
                    name,
                )
                for code, name in LANGUAGE_NAMES.items()
            ),
        ),
        TextsForm(settings, locale, refetch, key=locale),
        text=t("New documents begin with these, in the client’s language; each can be changed."),
    )


@component
def TextsForm(settings: Settings, locale: str, refetch: Refetch) -> VdomDict | Component:
    """The form of one language."""
    part = use_part(
        settings,
        refetch,
        lambda found: values_of(found, locale),
        lambda values: input_of(values, locale),
    )
    form = part.form
    return SubmitForm(
        form,
        FormErrors(form, key="errors"),
        part.conflict,
        *(_kind(form, place, kind_names()[kind], locale, kind) for place, kind in enumerate(KINDS)),
        SaveButton(part),
        on_submit=part.submit,
        label=t("Texts"),
        id="billing-texts",
        class_name="form settings-form billing-form",
        key="form",
    )


def _kind(form: Form, place: int, title: str, locale: str, kind: str) -> VdomDict:
    fields = (
        ("notes", t("Notes"), t("Below the lines: a thank you, how the work goes on."), 3),
        ("legalTerms", t("Legal terms"), t("At the foot: late payment, warranty, courts."), 4),
    )
    return html.fieldset(
        {"className": "billing-group", "key": kind},
        html.legend({"className": "billing-legend"}, title),
        *(
            TextField(
                form,
                f"texts.{place}.{name}",
                label=label,
                hint=hint,
                lines=lines,
                attributes={"maxLength": 4000, "lang": locale},
                key=f"{name}-{form.generation}",
            )
            for name, label, hint, lines in fields
        ),
    )
