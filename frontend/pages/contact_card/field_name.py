"""The name of a custom field, changed where it stands: for all contacts at once."""

from __future__ import annotations

from typing import Any

from reactpy import component, html, use_state
from reactpy.core.vdom import Vdom
from reactpy.types import VdomDict

from frontend.components.field import FieldErrors
from frontend.errors import explain
from frontend.events import Detail
from frontend.locale import t
from frontend.pages.contact_parts.fields import Field, rename_field
from frontend.session import current_session

_inline = Vdom("carnet-inline")
NO_WORDS: tuple[str, ...] = ()


@component
def FieldName(field: Field) -> VdomDict:
    """Draw the name; Enter renames the field, an empty name leaves it as it is."""
    session = current_session()
    refused, set_refused = use_state(NO_WORDS)
    answers, set_answers = use_state(0)
    element_id = f"quick-field-{field['id']}"

    async def commit(event: dict[str, Any]) -> None:
        wanted = Detail(event).text("value")
        errors = await rename_field(session, field, wanted) if wanted else ()
        set_refused(tuple(explain(error) for error in errors))
        set_answers(answers + 1)

    return _inline(
        {
            "className": "inline quick-field-name",
            "data-value": field["name"],
            "data-answers": answers,
            "data-transient": "",
            "oncommit": commit,
            "oncorrect": lambda event: set_refused(NO_WORDS),
        },
        html.input(
            {
                "id": element_id,
                "className": "inline-input",
                "type": "text",
                "defaultValue": field["name"],
                "aria-label": t("Name of the field"),
                "title": t("Rename this field for all contacts"),
                "aria-invalid": "true" if refused else None,
                "aria-describedby": f"{element_id}-error" if refused else None,
                "autocomplete": "off",
                "maxLength": 100,
                "dir": "auto",
            }
        ),
        FieldErrors(element_id, refused),
    )
