"""The dialog: choose, wait while the file arrives, done. The page stays where it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from reactpy import component, html, use_state
from reactpy.core.vdom import Vdom
from reactpy.types import VdomDict

from frontend.client import ErrorParameter
from frontend.components import Button, Dialog, Notice
from frontend.errors import explain
from frontend.events import Detail
from frontend.hooks import use_mutation
from frontend.locale import t, tn
from frontend.operations import load
from frontend.pages.contact_export.formats import DEFAULT, VCARD, CsvOptions, FormatChoice

_download = Vdom("carnet-download")


class Scope(NamedTuple):
    """What is exported: the API's selection and sort, and how many that are; None for all."""

    selection: Mapping[str, Any]
    sort: Mapping[str, Any]
    total: int | None


class _Step(NamedTuple):
    """Where the dialog is: `choosing`, `waiting`, `done`; `words` say why it is there again."""

    name: str = "choosing"
    url: str = ""
    filename: str = ""
    total: int = 0
    words: str = ""


class _Choice(NamedTuple):
    format: str = DEFAULT
    separator: str = ""
    byteOrderMark: str = ""  # noqa: N815 - the name in the API

    def values(self) -> dict[str, Any]:
        """Return what the API is asked for; what was not chosen is its own to choose."""
        asked: dict[str, Any] = {"format": self.format}
        if self.format != VCARD:
            if self.separator:
                asked["separator"] = self.separator
            if self.byteOrderMark:
                asked["byteOrderMark"] = self.byteOrderMark == "yes"
        return asked


_SetChoice = Callable[[Callable[[_Choice], _Choice]], None]


@component
def ExportDialog(scope: Scope, *, on_close: Callable[[], None]) -> VdomDict:
    """Everything about one export of the contacts in `scope`."""
    step, set_step = use_state(_Step())
    choice, set_choice = use_state(_Choice())
    export, state = use_mutation(load("contacts/export_contacts"))

    async def start() -> None:
        asked = {"selection": scope.selection, "sort": scope.sort, **choice.values()}
        outcome = await export(asked)
        if outcome.errors:
            set_step(_Step(words=explain(outcome.errors[0])))
        elif outcome.payload:
            found = outcome.payload
            set_step(_Step("waiting", found["url"], found["filename"], found["contactCount"]))

    def told(event: dict[str, Any]) -> None:
        detail = Detail(event)
        match detail.text("act"):
            case "done":
                set_step(lambda shown: shown._replace(name="done", url=""))
            case "refused":
                set_step(_Step(words=_refusal(detail)))
            case "failed":
                set_step(_Step(words=t("The connection was lost before the file was whole.")))

    return Dialog(
        t("Export all contacts")
        if scope.total is None
        else tn("Export {count} contact", "Export {count} contacts", scope.total),
        _download(
            {
                "className": "export",
                "key": "download",
                "data-url": step.url or None,
                "data-filename": step.filename or None,
                "onact": told,
            },
            _body(step, choice, set_choice),
        ),
        on_close=on_close,
        id="export",
        size="medium",
        actions=_actions(step, start, busy=state.loading),
    )


def _refusal(detail: Detail) -> str:
    said = detail.fields(str)
    parameters = [ErrorParameter(name=name, value=value) for name, value in said.items()]
    return explain({"code": detail.text("code"), "path": [], "parameters": parameters})


def _body(step: _Step, choice: _Choice, set_choice: _SetChoice) -> VdomDict:
    if step.name == "waiting":
        return _waiting(step)
    return _done(step) if step.name == "done" else _choosing(step, choice, set_choice)


def _choosing(step: _Step, choice: _Choice, set_choice: _SetChoice) -> VdomDict:
    return html.div(
        {"className": "form", "key": "choosing"},
        Notice(html.p(step.words), kind="error") if step.words else None,
        FormatChoice(
            choice.format, lambda value: set_choice(lambda shown: shown._replace(format=value))
        ),
        CsvOptions(lambda name, value: set_choice(lambda shown: shown._replace(**{name: value})))
        if choice.format != VCARD
        else None,
    )


def _waiting(step: _Step) -> VdomDict:
    return html.div(
        {"className": "export-waiting", "key": "waiting", "role": "status"},
        html.p(
            tn(
                "Writing {count} contact into {filename}…",
                "Writing {count} contacts into {filename}…",
                step.total,
                filename=step.filename,
            )
        ),
        html.div({"className": "export-bar", "aria-hidden": "true"}),
    )


def _done(step: _Step) -> VdomDict:
    return html.div(
        {"key": "done"},
        Notice(
            html.p(t("{filename} is in your downloads.", filename=step.filename)), kind="success"
        ),
    )


def _actions(step: _Step, start: Callable[[], Any], *, busy: bool) -> VdomDict:
    if step.name == "done":
        only = Button(t("Done"), variant="primary", attributes={"data-close": "", "key": "done"})
        return html.div({"className": "dialog-actions"}, only)
    export = Button(
        t("Export"),
        icon="download",
        variant="primary",
        on_click=start,
        busy=busy,
        attributes={"key": "start"},
    )
    return html.div(
        {"className": "dialog-actions"},
        Button(t("Cancel"), attributes={"data-close": "", "key": "cancel"}),
        export if step.name == "choosing" else None,
    )
