"""The inputs of a condition's values, and what stands in them when they are sent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from reactpy import html
from reactpy.types import VdomDict

from frontend.components import (
    Checkbox,
    Child,
    Choice,
    Combobox,
    Option,
    Select,
    Suggest,
    TextInput,
)
from frontend.locale import t, territory_name
from frontend.locale.places import countries
from frontend.locale.typed_numbers import read_number, write_number
from frontend.pages.contact_filters.conditions import Condition
from frontend.pages.contact_filters.fields import (
    HEALTH,
    STATUSES,
    Shape,
    kind_of,
    operators_of,
)
from frontend.pages.contact_filters.names import Names
from frontend.pages.contact_filters.words import field_words, health_words
from frontend.pages.contact_parts.labels import label_choices
from frontend.pages.contact_parts.suggesting import suggesting
from frontend.pages.contact_parts.words import status_words

FIRST, SECOND = "first", "second"
USUAL_DAYS = "30"
ERROR_ID = "condition"
SUGGESTED_ID = "condition-value"

Chosen = tuple[str, ...]
Choose = Callable[[Chosen], None]


def value_inputs(
    condition: Condition,
    shape: Shape,
    names: Names,
    chosen: Chosen,
    choose: Choose,
    refused: tuple[str, ...],
) -> Child:
    """Return the inputs that an operator needs, filled with what the condition says by now."""
    if shape == "nothing":
        return None
    if shape in ("choices", "choice"):
        return html.div({"key": "choices"}, _choices(condition.field, names, chosen, choose))
    start = [_shown(shape, value) for value in _kept(condition, shape)]
    first = start[0] if start else USUAL_DAYS if shape == "span" else ""
    describe = {"aria-describedby": f"{ERROR_ID}-error", "aria-invalid": "true"} if refused else {}
    if shape == "span":
        return html.div(
            {"key": "span", "className": "condition-span"},
            _input(FIRST, first, t("Days"), "number", {"min": 1, "max": 36_500, **describe}),
            html.span(t("days")),
        )
    types = {"day": "date", "days": "date"}
    input_type = types.get(shape, "text")
    limits = {"inputMode": "decimal"} if shape in ("number", "numbers") else {"maxLength": 200}
    extra = {} if input_type == "date" else limits
    if shape not in ("numbers", "days"):
        more = {**extra, **describe, "id": SUGGESTED_ID}
        one: Child = _input(FIRST, first, t("Value"), input_type, more)
        if suggest := suggesting(condition.field):
            one = Suggest(one, suggest, id=SUGGESTED_ID, key="value")
        return html.div({"key": input_type}, one)
    second = start[-1] if len(start) > 1 else ""
    return html.div(
        {"key": f"two-{input_type}", "className": "condition-range"},
        _input(FIRST, first, t("From"), input_type, {**extra, **describe}),
        html.span(t("and")),
        _input(SECOND, second, t("To"), input_type, extra),
    )


def typed_values(shape: Shape, values: Mapping[str, str], chosen: Chosen) -> Chosen | None:
    """Return the values that a sent form holds, None when they cannot be understood."""
    if shape == "nothing":
        return ()
    if shape == "choices":
        boxes = tuple(name for name, value in values.items() if name.isupper() and value == "on")
        return boxes or chosen or None
    names = (FIRST, SECOND) if shape in ("numbers", "days") else (FIRST,)
    typed = [values.get(name, "").strip() for name in names]
    if not all(typed):
        return None
    if shape == "span":
        return (f"{int(typed[0])}d",) if typed[0].isascii() and typed[0].isdigit() else None
    if shape in ("number", "numbers"):
        numbers = [read_number(text) for text in typed]
        known = [number for number in numbers if number is not None]
        kept = sorted(known) if len(known) == len(numbers) else None
        return None if kept is None else tuple(format(number, "f") for number in kept)
    return tuple(sorted(typed)) if shape == "days" else tuple(typed)


def _input(
    name: str, value: str, label: str, type: str, attributes: Mapping[str, object]
) -> VdomDict:
    focus = name == FIRST
    return TextInput(
        name=name, value=value, type=type, label=label, autofocus=focus, attributes=attributes
    )


def _kept(condition: Condition, shape: Shape) -> Chosen:
    """Return the values that can stand in the inputs of another operator too."""
    before = operators_of(condition.field)[condition.operator]
    return condition.values if before.rstrip("s") == shape.rstrip("s") else ()


def _shown(shape: Shape, value: str) -> str:
    if shape == "span":
        return value.removesuffix("d")
    return write_number(Decimal(value)) if shape in ("number", "numbers") else value


def _choices(field: str, names: Names, chosen: Chosen, choose: Choose) -> VdomDict:
    kind = kind_of(field)
    if kind in ("statuses", "health"):
        words = status_words if kind == "statuses" else health_words
        return html.div(
            {"className": "condition-boxes"},
            *(
                Checkbox(
                    words(value),
                    name=value,
                    checked=value in chosen,
                    attributes={"key": value, "data-autofocus": "" if place == 0 else None},
                )
                for place, value in enumerate(STATUSES if kind == "statuses" else HEALTH)
            ),
        )
    if kind in ("segment", "job"):
        return _one_of(field, names, chosen)
    return _combobox(field, names, chosen, choose)


def _one_of(field: str, names: Names, chosen: Chosen) -> VdomDict:
    options = [Option(s["id"], s["name"]) for s in names.segments.values()]
    if field == "job":
        options = [Option(key, names.job(key)) for key in names.jobs]
    first = chosen[0] if chosen else None
    return Select(options, value=first, name=FIRST, label=field_words(field, names))


def _combobox(field: str, names: Names, chosen: Chosen, choose: Choose) -> VdomDict:
    def select(value: str) -> None:
        choose((*chosen, value))

    def remove(value: str) -> None:
        choose(tuple(other for other in chosen if other != value))

    given = {"on_select": select, "on_remove": remove, "multiple": True, "autofocus": True}
    if field == "country":
        return html.div(
            Combobox(
                id="condition-countries",
                label=t("Countries"),
                choices=[Choice(place.code, place.name) for place in countries()],
                selected=[Choice(code, territory_name(code)) for code in chosen],
                placeholder="" if chosen else t("Choose countries"),
                key="countries",
                **given,
            )
        )
    known = [
        names.labels.get(value) or {"id": value, "name": names.label(value), "color": "GRAY"}
        for value in chosen
    ]
    return html.div(
        Combobox(
            id="condition-labels",
            label=t("Labels"),
            choices=label_choices(tuple(names.labels.values())),
            selected=label_choices(known),
            placeholder="" if chosen else t("Choose labels"),
            key="labels",
            **given,
        )
    )
