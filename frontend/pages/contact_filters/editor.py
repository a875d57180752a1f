"""The popover in which a condition is made or changed: what is asked, and the value."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from reactpy import component, event, html, use_state
from reactpy.types import VdomDict

from frontend.components import Button, Child, Option, Popover, Select
from frontend.components.field import FieldErrors
from frontend.locale import current_time_zone, t, tn
from frontend.pages.contact_filters.conditions import Condition
from frontend.pages.contact_filters.fields import is_possible, kind_of, operators_of
from frontend.pages.contact_filters.names import Names
from frontend.pages.contact_filters.values import ERROR_ID, Chosen, typed_values, value_inputs
from frontend.pages.contact_filters.words import field_words, operator_words

NO_WORDS: tuple[str, ...] = ()
USUAL_SPANS = (7, 30, 90)


@component
def ConditionEditor(
    condition: Condition,
    names: Names,
    *,
    anchor: str,
    on_apply: Callable[[Condition], None],
    on_close: Callable[[], None],
) -> VdomDict:
    """Change one condition; nothing changes before it is applied. A new one has no values yet."""
    field, operators = condition.field, operators_of(condition.field)
    operator, set_operator = use_state(condition.operator)
    chosen, set_chosen = use_state(condition.values)
    refused, set_refused = use_state(NO_WORDS)
    shape = operators[operator]

    def apply(sent: dict[str, Any]) -> None:
        values = typed_values(shape, sent["values"], chosen)
        wanted = Condition(field, operator, values or ())
        if values is None or not is_possible(wanted):
            set_refused((_refusal(shape),))
        else:
            on_apply(wanted)

    def ask(changed: dict[str, Any]) -> None:
        wanted = changed["target"]["value"]
        if wanted in operators:
            set_refused(NO_WORDS)
            set_operator(wanted)

    def choose(values: Chosen) -> None:
        set_refused(NO_WORDS)
        set_chosen(values)

    name = field_words(field, names)
    return Popover(
        html.form(
            {"className": "condition-form", "onSubmit": event(apply, prevent_default=True)},
            html.h2({"className": "condition-title"}, name),
            _presets(field, on_apply),
            Select(
                [Option(each, operator_words(field, each)) for each in operators],
                value=operator,
                label=t("Condition"),
                on_change=ask,
            )
            if len(operators) > 1
            else None,
            value_inputs(condition, shape, names, chosen, choose, refused),
            FieldErrors(ERROR_ID, refused),
            html.div(
                {"className": "condition-actions"},
                Button(t("Apply"), type="submit", variant="primary", small=True),
            ),
        ),
        label=name,
        anchor=anchor,
        on_close=on_close,
        id="condition-editor",
    )


def _refusal(shape: str) -> str:
    if shape in ("choices", "choice"):
        return t("Choose at least one.")
    if shape in ("number", "numbers"):
        return t("This is not a number.")
    if shape in ("day", "days"):
        return t("Choose a day.")
    return t("Fill this in first.") if shape == "text" else t("Between 1 and 36,500 days.")


def _presets(field: str, apply: Callable[[Condition], None]) -> Child:
    """Return buttons for what is asked of dates most."""
    kind = kind_of(field)
    if kind not in ("date", "moment"):
        return None
    today = datetime.now(current_time_zone()).date()
    return html.div(
        {"key": "presets", "className": "condition-presets"},
        *(
            html.button(
                {
                    "key": words,
                    "type": "button",
                    "className": "condition-preset",
                    "onClick": _applying(apply, Condition(field, operator, values)),
                },
                words,
            )
            for words, operator, values in preset_dates(today, ahead=kind == "date")
        ),
    )


def _applying(apply: Callable[[Condition], None], condition: Condition) -> Callable[..., None]:
    return lambda _: apply(condition)


def preset_dates(today: date, *, ahead: bool) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return the words, operators and values of the usual spans; with `ahead`, of days to come
    too.
    """
    month = today.replace(day=1)
    next_month = (month + timedelta(days=32)).replace(day=1)
    year = str(today.year)
    return [
        *(
            (tn("Last {count} day", "Last {count} days", days), "last", (f"{days}d",))
            for days in USUAL_SPANS
        ),
        *([(tn("Next {count} day", "Next {count} days", 30), "next", ("30d",))] if ahead else ()),
        (
            t("This month"),
            "between",
            (month.isoformat(), (next_month - timedelta(days=1)).isoformat()),
        ),
        (t("This year"), "between", (f"{year}-01-01", f"{year}-12-31")),
    ]
