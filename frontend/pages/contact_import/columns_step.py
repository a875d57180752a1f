"""What each column of the file becomes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from reactpy import component, html, use_ref, use_state
from reactpy.core.vdom import Vdom
from reactpy.types import VdomDict

from frontend.components import Button, Notice
from frontend.errors import explain
from frontend.events import Detail
from frontend.hooks import use_can, use_store, use_target, use_url_state
from frontend.locale import t, tn
from frontend.pages.contact_import.column_list import ColumnList, Touched, filter_tabs
from frontend.pages.contact_import.column_row import KIND, NUMBER
from frontend.pages.contact_import.left_out import KeepAll, LeftOut
from frontend.pages.contact_import.mapping import (
    Column,
    Doubt,
    Show,
    chosen_columns,
    doubts_of,
    first_shown,
    is_imported,
)
from frontend.pages.contact_import.new_field import NewImportField
from frontend.pages.contact_import.one_import import Import, OneImport, Refusals
from frontend.pages.contact_import.picker import picker_list
from frontend.pages.contact_import.steps import StepFrame, StepHeading, go_to, use_way_on
from frontend.pages.contact_import.targets import (
    NEW,
    STANDARD,
    asked_field,
    asked_target,
    family_of,
)
from frontend.pages.contact_parts.fields import FollowFields, use_fields

_picker = Vdom("carnet-import-picker")


class Naming(NamedTuple):
    """A custom field that is being made: of which column."""

    column: Column | None = None


@component
def ColumnsStep(one: OneImport) -> VdomDict:
    """The columns, each with its target, and what looks wrong with them."""
    found: Import = use_store(one.shown)
    columns: Sequence[Column] = found["columns"]
    first: Show = use_ref(first_shown(columns)).current
    show, _ = use_url_state("show", first)
    touched, set_touched = use_state(Touched(show))
    naming, set_naming = use_state(Naming())
    go_on = use_way_on(one.session, one.id, "options")
    doubts = doubts_of(columns)
    blocked = any(doubt.blocks for doubt in doubts)

    async def choose(place: int, target: Mapping[str, Any]) -> Refusals:
        set_touched(lambda before: before.with_place(show, place))
        return await one.configure(columns=[{"index": place, "target": target}])

    async def picked(event: dict[str, Any]) -> None:
        told = Detail(event)
        place, key = told.whole("index"), told.text("value")
        if not 0 <= place < len(columns):
            return
        if key == NEW:
            set_naming(Naming(columns[place]))
        else:
            target = asked_target(key, number=_number(columns, place, key))
            _say(one, await choose(place, target))

    async def detailed(event: dict[str, Any]) -> None:
        place = int(event["currentTarget"]["dataset"].get("index", "-1"))
        if not 0 <= place < len(columns):
            return
        goal, value = columns[place]["target"], event["target"]["value"]
        kind, number = goal["kind"], goal["number"]
        if value.isdigit():
            number = int(value)
        else:
            kind = value or None
        target = asked_target(STANDARD + goal["field"], kind=kind, number=number)
        _say(one, await choose(place, target))

    async def name(field_name: str, kind: str) -> Refusals:
        if naming.column is None:
            return ()
        refusals = await choose(naming.column["index"], asked_field(field_name, kind))
        if not refusals:
            set_naming(Naming())
        return refusals

    use_target(KIND, detailed)
    use_target(NUMBER, detailed)
    shown = chosen_columns(columns, show, touched.places if touched.show == show else ())
    return StepFrame(
        found,
        "columns",
        StepHeading("columns", t("What is in each column?"), _summary(columns)),
        _doubts(doubts),
        filter_tabs(one.id, columns, show, first),
        KeepAll(one, key="keep") if show == "skipped" else None,
        _picker(
            {"className": "import-columns", "onact": picked, "key": "columns"},
            ColumnList(columns, shown, doubts, key=show),
            html.p({"className": "import-text"}, t("There is none here.")) if not shown else None,
            Picker(key="picker"),
        ),
        LeftOut(one.id, columns) if show == "imported" else None,
        NewImportField(
            naming.column, on_named=name, on_close=lambda: set_naming(Naming()), key="naming"
        )
        if naming.column is not None
        else None,
        FollowFields(key="follow"),
        actions=Button(
            t("Back"), on_click=lambda: go_to(one.session, one.id, "file"), attributes={"key": "b"}
        ),
        primary=Button(
            t("Continue"),
            variant="primary",
            disabled=blocked,
            on_click=go_on,
            attributes={"key": "continue"},
        ),
    )


def _say(one: OneImport, refusals: Refusals) -> None:
    for refusal in refusals:
        one.session.toasts.show(explain(refusal), kind="error")


@component
def Picker() -> VdomDict:
    """The list of targets, with the account's own fields in it."""
    fields, can_define = use_fields(), use_can("MANAGE_CUSTOM_FIELDS")
    return html.div({"className": "import-picker-frame"}, picker_list(fields, can_define))


def _number(columns: Sequence[Column], place: int, key: str) -> int:
    """Return which of several a column becomes that was something else before: its own number when
    it stays an e-mail, phone or address, else the first.
    """
    family = family_of(key.removeprefix(STANDARD))
    before = columns[place]["target"]
    stays = family is not None and family == family_of(before["field"])
    return int(before["number"]) if stays else 1


def _summary(columns: Sequence[Column]) -> str:
    count = sum(is_imported(each) for each in columns)
    left = len(columns) - count
    words = tn("{count} column is imported", "{count} columns are imported", count)
    if not left:
        return words + "."
    return f"{words}, {tn('{count} is left out.', '{count} are left out.', left)}"


def _doubts(doubts: Sequence[Doubt]) -> VdomDict:
    return html.div(
        {"className": "import-doubts", "key": "doubts"},
        *(
            Notice(html.p(each.words), kind="error" if each.blocks else "warning")
            for each in doubts
        ),
    )
