"""Password fields: shown, hidden and judged by the browser; not sent before the submit."""

from __future__ import annotations

import orjson
from reactpy import component, html
from reactpy.core.vdom import Vdom
from reactpy.types import VdomDict

from frontend.components.elements import Child
from frontend.components.field import Field
from frontend.components.icon import Icon
from frontend.components.text_input import TextInput
from frontend.hooks.form import Form
from frontend.hooks.state import use_store
from frontend.locale import t

_password = Vdom("carnet-password")

MINIMUM_CHARACTERS = 10
"""What the API asks for; said before it is refused."""


@component
def PasswordField(
    form: Form,
    name: str,
    *,
    label: str,
    new: bool = False,
    required: bool = True,
    foreign: bool = False,
    hint: str | None = None,
    autofocus: bool = False,
    aside: Child = None,
) -> VdomDict:
    """Draw a password field of a `SubmitForm`; a `new` one tells the strength of what is typed.

    A `foreign` one is of another service: the browser must not fill in the password of ours.
    `aside`, a link, is seen at the end of the label's line and reached after the field: who types
    an e-mail, Tab and a password must not type it into a link.
    """
    errors = use_store(form.errors, lambda shown: shown.get(name, ()))
    id = form.element_id(name)
    field = Field(
        label,
        TextInput(
            name=name,
            type="password",
            autocomplete="new-password" if new or foreign else "current-password",
            autofocus=autofocus,
            attributes={
                "key": f"{name}#{form.generation}",
                "spellCheck": "false",
                "autocapitalize": "none",
            },
        ),
        id=id,
        hint=hint
        or (
            t("At least {count} characters. A short sentence is good.", count=MINIMUM_CHARACTERS)
            if new
            else None
        ),
        errors=errors,
        required=required,
    )
    return _password(
        {"className": "password-field", "data-words": orjson.dumps(_words()).decode()},
        field,
        html.button(
            {
                "type": "button",
                "className": "password-reveal",
                "aria-controls": id,
                "aria-pressed": "false",
                "aria-label": t("Show the password"),
                "title": t("Show the password"),
            },
            Icon("eye", class_name="password-eye"),
            Icon("eye-off", class_name="password-eye-off"),
        ),
        _strength() if new else None,
        aside,
    )


def _strength() -> VdomDict:
    return html.div(
        {"className": "password-strength", "data-level": "0"},
        html.div(
            {"className": "password-bars", "aria-hidden": "true"},
            *(html.span({"className": "password-bar"}) for _ in range(4)),
        ),
        html.p({"className": "password-verdict", "role": "status"}),
    )


def _words() -> dict[str, object]:
    return {
        "show": t("Show the password"),
        "hide": t("Hide the password"),
        "levels": ["", t("Too easy to guess"), t("Could be longer"), t("Good"), t("Strong")],
        "short": t("Too short"),
        "minimum": MINIMUM_CHARACTERS,
    }
