"""Nothing that is typed and not saved is lost without a question, asked by the browser itself."""

from __future__ import annotations

from reactpy import component, html
from reactpy.core.vdom import Vdom
from reactpy.types import VdomDict

from frontend.components.button import Button, IconButton
from frontend.fragments import fragment
from frontend.hooks.form import Form
from frontend.hooks.state import use_store
from frontend.locale import t

_unsaved = Vdom("carnet-unsaved")
_leaving = Vdom("carnet-leaving")


@component
def Unsaved(form: Form) -> VdomDict:
    """Guard a form: whoever leaves by a link, Back or a closed window while something is typed in
    it is asked first; so is who closes the dialog around it, if it has more than one short field.

    It stands within the form's own element, `SubmitForm` draws it by itself. A form that was saved
    and stays on the page says so by `form.saved()` or `form.reset(…)`.
    """
    dirty, saves = use_store(form.dirty), use_store(form.saves)
    return _unsaved({"hidden": True, "data-dirty": "" if dirty else None, "data-saves": str(saves)})


@component
def LeaveQuestion() -> VdomDict:
    """The question of a window, closed until the browser asks it."""
    return _leaving({"key": "leaving"}, _dialog())


@fragment(version=lambda: ())
def _dialog() -> VdomDict:
    return html.dialog(
        {
            "className": "dialog dialog-small",
            "id": "unsaved",
            "aria-labelledby": "unsaved-title",
            "aria-describedby": "unsaved-text",
        },
        html.header(
            {"className": "dialog-header"},
            html.h2(
                {"className": "dialog-title", "id": "unsaved-title"}, t("Leave without saving?")
            ),
            IconButton("x", t("Close"), attributes={"data-stay": "", "className": "dialog-close"}),
        ),
        html.div(
            {"className": "dialog-body"},
            html.p(
                {"className": "dialog-text", "id": "unsaved-text"},
                t("What you typed here is lost then."),
            ),
        ),
        html.footer(
            {"className": "dialog-footer"},
            html.div(
                {"className": "dialog-actions"},
                Button(t("Go on editing"), attributes={"data-stay": "", "data-autofocus": ""}),
                Button(t("Discard"), variant="danger", attributes={"data-leave": ""}),
            ),
        ),
    )
