"""The columns that nothing is made of yet, and making custom fields of all of them at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.client import UserError
from frontend.components import Button, Link
from frontend.errors import explain
from frontend.hooks import use_can, use_store
from frontend.locale import t, tn
from frontend.pages.contact_import.mapping import Column, is_imported
from frontend.pages.contact_import.one_import import OneImport
from frontend.pages.contact_import.steps import step_url
from frontend.pages.contact_import.targets import LONGEST_NAME, asked_field

MOST_NAMED = 5
MOST_SAID = 3


def worth_keeping(columns: Sequence[Column]) -> list[Column]:
    """Return the columns that are left out though there is something in them and a name on them;
    of several with one name the first.
    """
    found: dict[str, Column] = {}
    for column in columns:
        name = column["header"].strip()
        if name and not column["isEmpty"] and not is_imported(column):
            found.setdefault(name.casefold(), column)
    return list(found.values())


def asked_columns(columns: Sequence[Column]) -> list[dict[str, Any]]:
    """Return what the API is asked to make fields of columns."""
    return [
        {
            "index": each["index"],
            "target": asked_field(each["header"].strip()[:LONGEST_NAME], each["guessedKind"]),
        }
        for each in columns
    ]


def LeftOut(import_id: str, columns: Sequence[Column]) -> VdomDict | None:
    """Name the columns that are left out with something in them, and lead to them."""
    kept = worth_keeping(columns)
    if not kept:
        return None
    names = ", ".join(each["header"].strip() for each in kept[:MOST_NAMED])
    more = len(kept) - MOST_NAMED
    return html.p(
        {"className": "import-text import-left-out", "key": "left-out"},
        t("Left out, though there is something in them: {names}", names=names),
        tn(" and {count} more", " and {count} more", more) if more > 0 else "",
        ". ",
        Link(t("Look at them"), href=f"{step_url(import_id, 'columns')}&show=skipped"),
    )


def _refused(columns: Sequence[Column], refusal: UserError) -> str:
    place = int(refusal["path"][1])
    header = next(each["header"] for each in columns if each["index"] == place)
    return t("“{name}”: {reason}", name=header.strip(), reason=explain(refusal))


@component
def KeepAll(one: OneImport) -> VdomDict | None:
    """The button that makes custom fields of them all."""
    columns: tuple[Column, ...] = use_store(
        one.shown, lambda found: tuple(found["columns"]) if found else ()
    )
    busy: bool = use_store(one.pending, lambda verbs: "configure_import" in verbs)
    can_define = use_can("MANAGE_CUSTOM_FIELDS")
    kept = worth_keeping(columns)
    if not can_define or len(kept) < 2:
        return None

    async def keep() -> None:
        refusals = await one.configure(columns=asked_columns(kept))
        if refusals:  # the names that no field may have; the others can be made
            refused = {refusal["path"][1] for refusal in refusals}
            others = [each for each in kept if str(each["index"]) not in refused]
            await one.configure(columns=asked_columns(others))
            for refusal in refusals[:MOST_SAID]:
                one.session.toasts.show(_refused(columns, refusal), kind="error")

    words = tn(
        "Make {count} of them a custom field", "Make {count} of them custom fields", len(kept)
    )
    return html.div(
        {"className": "import-keep"},
        html.p({"className": "import-text"}, t("There is something in these columns.")),
        Button(words, icon="list-plus", small=True, on_click=keep, busy=busy),
    )
