"""Language, time zone and colours: each takes effect as it is chosen."""

from __future__ import annotations

from typing import Any

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import FormErrors, Icon, Panel, SelectField
from frontend.components.place_fields import TimeZoneField, language_options
from frontend.hooks import refresh_viewer, use_browser, use_form, use_mutation, use_toast
from frontend.locale import t
from frontend.operations import load
from frontend.viewer import Viewer

THEMES = ("SYSTEM", "LIGHT", "DARK")


@component
def LanguagePanel(viewer: Viewer) -> VdomDict:
    """The language of the interface and the reader's clock."""
    form = use_form({"locale": viewer.user.locale, "timeZone": viewer.user.time_zone})
    update, _ = use_mutation(load("accounts/update_profile"), in_turn=True)
    browser, toast = use_browser(), use_toast()

    async def save(name: str, value: str) -> bool:
        outcome = await update({name: value})
        form.show_errors(outcome.errors)
        if outcome.ok:
            await refresh_viewer()
        return outcome.ok

    async def choose_language(event: dict[str, Any]) -> None:
        if await save("locale", event["target"]["value"]):
            browser.set_locale(event["target"]["value"])

    async def choose_time_zone(zone: str) -> None:
        if await save("timeZone", zone):
            toast(t("Saved"), kind="success")

    return Panel(
        t("Language and time"),
        html.div(
            {"className": "fields settings-form"},
            FormErrors(form, key="errors"),
            SelectField(
                form,
                "locale",
                language_options(),
                label=t("Language"),
                attributes={"onInput": choose_language},
                key="locale",
            ),
            TimeZoneField(
                form,
                hint=t("Hours and days are shown by this clock."),
                on_choose=choose_time_zone,
                key="zone",
            ),
        ),
        text=t("Of the interface as you see it; your colleagues choose for themselves."),
    )


@component
def AppearancePanel(viewer: Viewer) -> VdomDict:
    """Light, dark, or as the device says."""
    update, _ = use_mutation(load("accounts/update_profile"), in_turn=True)
    browser = use_browser()

    async def choose(event: dict[str, Any]) -> None:
        theme = event["target"]["value"]
        browser.set_theme(theme.lower())
        if (await update({"theme": theme})).ok:
            await refresh_viewer()

    return Panel(
        t("Appearance"),
        html.div(
            {"className": "theme-choices", "role": "radiogroup", "aria-label": t("Appearance")},
            *(
                html.label(
                    {"key": theme, "className": "theme-choice"},
                    html.input(
                        {
                            "type": "radio",
                            "name": "theme",
                            "value": theme,
                            "className": "theme-input",
                            "defaultChecked": theme == viewer.user.theme,
                            "onChange": choose,
                        }
                    ),
                    html.span(
                        {
                            "className": f"theme-preview theme-preview-{theme.lower()}",
                            "aria-hidden": "true",
                        },
                        *(html.span({"className": "theme-line"}) for _ in range(3)),
                    ),
                    html.span(
                        {"className": "theme-name"}, Icon(_ICONS[theme], size=14), theme_name(theme)
                    ),
                )
                for theme in THEMES
            ),
        ),
    )


_ICONS = {"SYSTEM": "sun-moon", "LIGHT": "sun", "DARK": "moon"}


def theme_name(theme: str) -> str:
    """Return what a theme is called."""
    return {"SYSTEM": t("As the device"), "LIGHT": t("Light"), "DARK": t("Dark")}[theme]
