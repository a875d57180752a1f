"""The taxes: those that lines can have, those archived, and a country's usual ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from reactpy import component, html, use_state
from reactpy.types import Component, VdomDict

from frontend.components import (
    Button,
    Chip,
    IconButton,
    Menu,
    MenuItem,
    Notice,
    Panel,
    Skeleton,
)
from frontend.errors import explain
from frontend.hooks import use_changes, use_mutation, use_query, use_toast
from frontend.locale import t
from frontend.operations import load
from frontend.pages.billing_parts.words import Tax, rate_words
from frontend.pages.settings.billing.parts import Refetch, Settings
from frontend.pages.settings.billing.tax_dialog import TaxDialog, category_name

NO_TAX: Tax | None = None
NEW: Tax = {}


@component
def TaxesPart(settings: Settings, refetch: Refetch) -> VdomDict:
    """The list, and the dialog of one of them."""
    data, _, error, read_again = use_query(load("billing/list_taxes"), {"archived": True})
    use_changes(("TAX",), lambda event: read_again())
    edited, set_edited = use_state(NO_TAX)

    def changed() -> None:
        read_again()
        refetch()

    taxes: Sequence[Tax] = data["taxes"] if data else ()
    shown = [tax for tax in taxes if not tax["isArchived"]]
    archived = [tax for tax in taxes if tax["isArchived"]]
    return Panel(
        t("Taxes"),
        Notice(html.p(t("The taxes could not be read.")), kind="error") if error else None,
        Skeleton("list", lines=3) if data is None and not error else None,
        Presets(settings["suggestedTaxes"], not shown, changed, key="presets"),
        _list(shown, set_edited, changed, t("Taxes")) if shown else None,
        html.details(
            {"className": "billing-archived", "key": "archived"},
            html.summary(t("Archived taxes")),
            _list(archived, set_edited, changed, t("Archived taxes")),
        )
        if archived
        else None,
        TaxDialog(
            edited or None,
            on_saved=changed,
            on_close=lambda: set_edited(None),
            key=f"dialog-{edited.get('id', 'new')}",
        )
        if edited is not None
        else None,
        text=t("What lines can be taxed with. Changing one changes no document."),
        actions=Button(t("Add tax"), icon="plus", on_click=lambda: set_edited(NEW)),
    )


def _list(
    taxes: Sequence[Tax],
    edit: Callable[[Tax], None],
    changed: Callable[[], None],
    label: str,
) -> VdomDict:
    return html.ul(
        {"className": "settings-list billing-taxes", "aria-label": label},
        *(TaxRow(tax, edit, changed, key=tax["id"]) for tax in taxes),
    )


@component
def TaxRow(tax: Tax, edit: Callable[[Tax], None], changed: Callable[[], None]) -> VdomDict:
    """A tax, and what can be done with it."""
    archive, _ = use_mutation(load("billing/archive_tax"))
    restore, _ = use_mutation(load("billing/restore_tax"))
    update, _ = use_mutation(load("billing/update_tax"))
    toast = use_toast()

    async def bring_back() -> None:
        outcome = await restore({"id": tax["id"]})
        for error in outcome.errors:
            toast(explain(error), kind="error")
        changed()

    async def put_away() -> None:
        outcome = await archive({"id": tax["id"]})
        for error in outcome.errors:
            toast(explain(error), kind="error")
        if outcome.ok:
            words = t("{name} was archived", name=tax["name"])
            toast(words, kind="success", undo=bring_back)
        changed()

    async def make_usual() -> None:
        outcome = await update({**_kept(tax), "isDefault": True})
        for error in outcome.errors:
            toast(explain(error), kind="error")
        if outcome.ok:
            toast(t("New lines have {name} now", name=tax["name"]), kind="success")
        changed()

    if tax["isArchived"]:
        entries = [MenuItem(t("Use again"), icon="archive-restore", on_click=bring_back)]
    else:
        entries = [
            MenuItem(t("Edit"), icon="pencil", on_click=lambda: edit(tax)),
            *(
                []
                if tax["isDefault"]
                else [MenuItem(t("Use for new lines"), icon="check", on_click=make_usual)]
            ),
            MenuItem(t("Archive this tax"), icon="archive", on_click=put_away),
        ]
    return html.li(
        {"className": "settings-row billing-tax"},
        html.span({"className": "billing-tax-rate"}, rate_words(tax)),
        html.div(
            {"className": "settings-row-words"},
            html.p(
                {"className": "settings-row-title"},
                html.bdi(tax["name"]),
                Chip(t("New lines"), color="GREEN") if tax["isDefault"] else None,
            ),
            html.p({"className": "settings-row-text"}, _about(tax)),
        ),
        Menu(
            IconButton("ellipsis", t("Actions for {name}", name=tax["name"])),
            entries,
            id=f"tax-menu-{tax['id'].rstrip('=')}",
            align="end",
        ),
    )


def _about(tax: Tax) -> str:
    parts = (category_name(tax["category"]), tax["exemptionReason"], tax["exemptionCode"])
    return " · ".join(part for part in parts if part)


def _kept(tax: Tax) -> dict[str, Any]:
    names = ("id", "version", "name", "rate", "category", "exemptionReason", "exemptionCode")
    return {name: tax[name] for name in names}


@component
def Presets(suggested: str, is_empty: bool, changed: Callable[[], None]) -> VdomDict | Component:
    """The ways to a country's usual taxes: offered loudly while there is none."""
    add, adding = use_mutation(load("billing/add_tax_preset"))
    toast = use_toast()

    async def take(preset: str) -> None:
        outcome = await add({"preset": preset})
        for error in outcome.errors:
            toast(explain(error), kind="error")
        if outcome.ok:
            toast(t("The taxes were added"), kind="success")
        changed()

    names = preset_names()
    ordered = sorted(names, key=lambda preset: preset != suggested)

    def chosen(preset: str) -> Callable[[], Any]:
        return lambda: take(preset)

    if not is_empty:
        return Menu(
            Button(t("Add a country’s taxes"), small=True, opens=True, busy=adding.loading),
            [MenuItem(names[preset], on_click=chosen(preset)) for preset in ordered],
            id="tax-presets",
        )
    return html.div(
        {"className": "billing-presets", "key": "presets"},
        html.p(t("Begin with the taxes of your country; you can change them afterwards.")),
        html.div(
            {"className": "billing-preset-choices"},
            *(
                Button(
                    names[preset],
                    variant="primary" if preset == suggested else "secondary",
                    on_click=chosen(preset),
                    busy=adding.loading,
                    attributes={"key": preset},
                )
                for preset in ordered
            ),
        ),
    )


def preset_names() -> Mapping[str, str]:
    """Return whose taxes there are."""
    return {"FRANCE": t("France"), "ITALY": t("Italy"), "PLAIN": t("Without taxes")}
