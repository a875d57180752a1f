"""How documents are numbered, and the fields of the seller's own at their head."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reactpy import component, html, use_ref
from reactpy.types import Component, VdomDict

from frontend.client import UserError
from frontend.components import FormErrors, Option, Panel, SelectField, TextField
from frontend.components.submit_form import SubmitForm
from frontend.hooks import Form, use_store
from frontend.locale import t
from frontend.pages.billing_parts.amounts import read_whole
from frontend.pages.billing_parts.words import kind_names
from frontend.pages.settings.billing.checking import CheckedField, Checks, use_checks
from frontend.pages.settings.billing.parts import Refetch, Settings
from frontend.pages.settings.billing.saving import SaveButton, use_part
from frontend.store import Store

KINDS = ("INVOICE", "QUOTE", "CREDIT_NOTE")
Previews = Mapping[str, Mapping[str, Any]]
"""By kind: the number that comes next, and whether any was given yet."""
NO_PREVIEWS: Previews = {}


def values_of(settings: Settings) -> dict[str, Any]:
    """Return what the fields begin with; `numbering` is in the order of `KINDS`."""
    known = {each["kind"]: each for each in settings["numbering"]}
    return {
        "numbering": [
            {
                "pattern": known[kind]["pattern"],
                "restart": known[kind]["restart"],
                "startAt": str(known[kind]["startAt"]),
            }
            for kind in KINDS
        ],
        "headerFields": "\n".join(settings["headerFields"]),
    }


def numbering_of(values: Mapping[str, Any]) -> tuple[list[dict[str, Any]], list[UserError]]:
    """Return the numbering as the API takes it, and what need not be sent to be refused."""
    given: list[dict[str, Any]] = []
    refused: list[UserError] = []
    for place, (kind, said) in enumerate(zip(KINDS, values["numbering"], strict=True)):
        start, problems = read_whole(said["startAt"], ("numbering", str(place), "startAt"))
        refused += problems
        given.append(
            {"kind": kind, "pattern": said["pattern"], "restart": said["restart"], "startAt": start}
        )
    return given, refused


def input_of(values: Mapping[str, Any]) -> tuple[dict[str, Any], list[UserError]]:
    """Return what is saved, and what need not be sent to be refused."""
    numbering, refused = numbering_of(values)
    fields = [line.strip() for line in values["headerFields"].splitlines() if line.strip()]
    return {"numbering": numbering, "headerFields": fields}, refused


def checked_input(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is checked: a start that is no number counts as 1 until it is one."""
    numbering, _ = numbering_of(values)
    return {"numbering": [{**each, "startAt": each["startAt"] or 1} for each in numbering]}


@component
def NumbersPart(settings: Settings, refetch: Refetch) -> VdomDict:
    """The form, with the number that comes next beside each pattern."""
    previews: Store[Previews] = use_ref(Store(NO_PREVIEWS)).current

    def heard(answer: Mapping[str, Any]) -> None:
        previews.set({each["kind"]: each for each in answer["numbers"]})

    def changed(name: str, value: Any) -> None:
        if name.startswith("numbering."):
            place = name.split(".")[1]
            checks.look((f"numbering.{place}.pattern", f"numbering.{place}.startAt"))

    checks = use_checks(checked_input, heard=heard, at_once=True)
    part = use_part(settings, refetch, values_of, input_of, on_change=changed)
    form = checks.form = part.form
    return Panel(
        t("Numbers and fields"),
        SubmitForm(
            form,
            FormErrors(form, key="errors"),
            part.conflict,
            *(
                _kind(form, checks, previews, place, kind, kind_names()[kind])
                for place, kind in enumerate(KINDS)
            ),
            html.fieldset(
                {"className": "billing-group", "key": "fields"},
                html.legend({"className": "billing-legend"}, t("Fields of your own")),
                TextField(
                    form,
                    "headerFields",
                    label=t("Names of the fields"),
                    hint=t(
                        "One a line, such as “Order number” or “Project”: new documents ask for "
                        "them at their head."
                    ),
                    lines=3,
                    attributes={"maxLength": 2000},
                    key=f"fields-{form.generation}",
                ),
            ),
            SaveButton(part),
            on_submit=part.submit,
            label=t("Numbers and fields"),
            id="billing-numbers",
            class_name="form settings-form billing-form",
            key="form",
        ),
        text=t(
            "A number is given when a document is issued: without gaps, in the order of the days. "
            "Drafts have none. In a pattern {year} stands for the year and {number} for the "
            "number, of four digits at least if it is written {four}.",
            year="{year}",
            number="{number}",
            four="{number:04}",
        ),
    )


def _kind(
    form: Form, checks: Checks, previews: Store[Previews], place: int, kind: str, title: str
) -> VdomDict:
    at, generation = f"numbering.{place}", form.generation
    return html.fieldset(
        {"className": "billing-group", "key": kind},
        html.legend({"className": "billing-legend"}, title),
        html.div(
            {"className": "fields-row"},
            CheckedField(
                form,
                f"{at}.pattern",
                checks,
                label=t("Pattern"),
                attributes={
                    "maxLength": 60,
                    "className": "billing-code",
                    "autocapitalize": "none",
                    "spellCheck": "false",
                },
                key=f"pattern-{generation}",
            ),
            SelectField(
                form,
                f"{at}.restart",
                [Option("YEARLY", t("Every year")), Option("NEVER", t("Never"))],
                label=t("Begins anew"),
                key=f"restart-{generation}",
            ),
            Start(form, f"{at}.startAt", previews, kind, key=f"start-{generation}"),
        ),
        Next(previews, kind, key="next"),
    )


@component
def Start(form: Form, name: str, previews: Store[Previews], kind: str) -> Component | VdomDict:
    """Where the first series begins, while there is none."""
    is_begun: bool = use_store(previews, lambda known: bool(known.get(kind, {}).get("isBegun")))
    if is_begun:
        return html.span()
    return TextField(
        form,
        name,
        label=t("First number"),
        attributes={"inputMode": "numeric", "maxLength": 7},
        key="start",
    )


@component
def Next(previews: Store[Previews], kind: str) -> VdomDict:
    """The number that comes next."""
    number: str = use_store(previews, lambda known: known.get(kind, {}).get("nextNumber") or "")
    return html.p(
        {"className": "billing-next", "aria-live": "polite"},
        html.span(t("Next number")),
        html.output({"className": "billing-next-number"}, number or "–"),
    )
