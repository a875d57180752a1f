"""Fields for countries, languages, time zones and currencies, by their names."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components.combobox import Choice, Combobox
from frontend.components.field import FieldErrors
from frontend.components.select import Option
from frontend.hooks.form import Form
from frontend.hooks.state import use_store
from frontend.locale import t
from frontend.locale.places import (
    Place,
    countries,
    currencies,
    languages,
    matching,
    time_zone,
    time_zones,
)


def country_options(*, blank: bool = False) -> list[Option]:
    """Return the options of a country select; `blank` begins with nothing chosen."""
    first = [Option("", t("Choose a country"), disabled=True)] if blank else []
    return first + [Option(place.code, place.name) for place in countries()]


def language_options() -> list[Option]:
    """Return the options of a language select."""
    return [Option(place.code, place.name) for place in languages()]


OnChoose = Callable[[str], Awaitable[None]]


@component
def TimeZoneField(
    form: Form,
    name: str = "timeZone",
    *,
    hint: str | None = None,
    on_choose: OnChoose | None = None,
) -> VdomDict:
    """A time zone, found by city, country or distance from UTC. `on_choose` gets its code."""
    chosen = time_zone(form.get(name, "UTC"))
    return _place_field(form, name, t("Time zone"), time_zones(), chosen, hint, on_choose)


@component
def CurrencyField(form: Form, name: str = "currency", *, hint: str | None = None) -> VdomDict:
    """A currency, found by its name or code."""
    offered = currencies()
    code = form.get(name, "EUR")
    chosen = next((place for place in offered if place.code == code), Place(code, code))
    return _place_field(form, name, t("Currency"), offered, chosen, hint)


def _place_field(
    form: Form,
    name: str,
    label: str,
    offered: tuple[Place, ...],
    chosen: Place,
    hint: str | None,
    on_choose: OnChoose | None = None,
) -> VdomDict:
    errors: Sequence[str] = use_store(form.errors, lambda shown: shown.get(name, ()))
    id = form.element_id(name)

    async def choose(code: str) -> None:
        form.set(name, code)
        if on_choose is not None:
            await on_choose(code)

    async def search(text: str) -> list[Choice]:
        wanted = "" if text == chosen.name else text
        return [_choice(place) for place in matching(offered, wanted, limit=30)]

    return html.div(
        {"className": "field"},
        html.div(
            {"className": "field-heading"},
            html.label({"htmlFor": id, "className": "field-label"}, label),
        ),
        Combobox(
            id=id,
            label=label,
            search=search,
            selected=[_choice(chosen)],
            on_select=choose,
            key=f"{name}#{form.generation}",
        ),
        html.p({"className": "field-hint"}, hint) if hint else None,
        FieldErrors(id, errors),
    )


def _choice(place: Place) -> Choice:
    return Choice(place.code, place.name, hint=place.hint or None)
