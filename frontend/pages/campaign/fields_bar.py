"""What can be filled in: a press puts it where the caret is."""

from __future__ import annotations

from reactpy import component, html
from reactpy.core.vdom import Vdom
from reactpy.types import VdomDict

from frontend.hooks import use_store, use_task
from frontend.locale import t
from frontend.pages.contact_parts.fields import Fields, fields_of, read_fields
from frontend.session import current_session

_bar = Vdom("carnet-campaign-fields")


@component
def FieldsBar() -> VdomDict:
    """The fields of contacts, the account's own too, as buttons."""
    session = current_session()
    fields: Fields | None = use_store(fields_of(session))

    async def read() -> None:
        if fields is None:
            await read_fields(session)

    use_task(read, [])
    places = [
        (f"{{{{given_name|{t('there')}}}}}", t("First name")),
        ("{{family_name}}", t("Last name")),
        (f"{{{{full_name|{t('there')}}}}}", t("Full name")),
        ("{{company}}", t("Company")),
        ("{{position}}", t("Position")),
        ("{{email}}", t("E-mail")),
        *((f"{{{{field:{each['name']}|}}}}", each["name"]) for each in fields or ()),
    ]
    return _bar(
        {"className": "campaign-fields", "role": "group", "aria-label": t("Insert a field")},
        html.span({"className": "field-hint", "key": "hint"}, t("Insert where you write:")),
        *(
            html.button(
                {"key": place, "type": "button", "className": "placeholder", "data-put": place},
                words,
            )
            for place, words in places
        ),
        html.span(
            {"className": "field-hint", "key": "how"},
            t("What stands behind | is said where nothing is known."),
        ),
    )
