"""The dialog of a new board: a template, and a name."""

from __future__ import annotations

from typing import Any, NamedTuple

from reactpy import component, html, use_state
from reactpy.types import VdomDict

from frontend.client import OperationFailed
from frontend.components import Button, Dialog, FormErrors, Icon, TextField
from frontend.components.submit_form import SubmitForm
from frontend.errors import report
from frontend.hooks import Form, use_form, use_navigate, use_url_state
from frontend.locale import t
from frontend.pages.boards.acts import create_board
from frontend.pages.boards.places import board_url
from frontend.session import current_session

NAME_LENGTH = 80


class Template(NamedTuple):
    """What a board can begin with."""

    id: str
    name: str
    text: str
    icon: str


def templates() -> list[Template]:
    """Return the templates in the reader's language."""
    return [
        Template("SALES", t("Sales"), t("From the first word to the signature"), "briefcase"),
        Template("WEB_PROJECT", t("Web project"), t("From the brief to the launch"), "globe"),
        Template("SUPPORT", t("Support"), t("From the question to the answer"), "mail"),
        Template("EMPTY", t("Empty"), t("One step, won and lost: yours to shape"), "square"),
    ]


@component
def NewBoardSlot() -> VdomDict | None:
    """The dialog, while the URL asks for it."""
    new, set_new = use_url_state("new")
    if not new:
        return None
    return html.div(NewBoard(lambda: set_new(None), key="new"))


@component
def NewBoard(close: Any) -> VdomDict:
    """The form."""
    session, navigate = current_session(), use_navigate()
    form = use_form({"name": "", "template": "SALES"})

    async def save(values: dict[str, Any]) -> None:
        given = {"template": values["template"], "name": values["name"].strip() or None}
        try:
            board_id, refused = await create_board(session, given)
        except OperationFailed as error:
            report(error)
            return
        if board_id is None:
            form.show_errors(refused)
        else:
            navigate(board_url(board_id))

    return html.div(
        Dialog(
            t("New board"),
            SubmitForm(
                form,
                FormErrors(form, key="errors"),
                Choice(form, key="template"),
                TextField(
                    form,
                    "name",
                    label=t("Name"),
                    placeholder=t("As the template is called"),
                    attributes={"maxLength": NAME_LENGTH},
                    key="name",
                ),
                html.div(
                    {"className": "dialog-actions", "key": "actions"},
                    Button(t("Cancel"), attributes={"data-close": ""}),
                    Button(t("Create board"), variant="primary", type="submit"),
                ),
                on_submit=save,
                label=t("New board"),
                id="new-board-form",
                key="form",
            ),
            on_close=close,
            size="medium",
            id="new-board",
        )
    )


@component
def Choice(form: Form) -> VdomDict:
    """The templates."""
    chosen, set_chosen = use_state("SALES")

    def choose(event: dict[str, Any]) -> None:
        form.set("template", event["target"]["value"])
        set_chosen(event["target"]["value"])

    return html.fieldset(
        {"className": "field board-fieldset"},
        html.legend({"className": "field-label"}, t("Begin with")),
        html.div(
            {"className": "board-templates"},
            *(
                html.label(
                    {"key": each.id, "className": "board-template"},
                    html.input(
                        {
                            "type": "radio",
                            "name": "template",
                            "value": each.id,
                            "defaultChecked": each.id == chosen,
                            "onChange": choose,
                        }
                    ),
                    Icon(each.icon, size=20),
                    html.span(
                        {"className": "board-template-words"},
                        html.strong(each.name),
                        html.span(each.text),
                    ),
                )
                for each in templates()
            ),
        ),
    )
