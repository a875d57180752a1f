"""The dialog that takes a period away: tables for the accountant, PDFs in one archive."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple
from urllib.parse import urlencode

from reactpy import component, html, use_state
from reactpy.core.vdom import Vdom
from reactpy.types import Component, VdomDict

from frontend.client import ErrorParameter, UserError
from frontend.components import Button, Dialog, Field, Notice, Option, Select, TextInput
from frontend.errors import explain
from frontend.events import Detail
from frontend.hooks import use_can, use_url_state
from frontend.locale import t
from frontend.pages.documents.periods import usual_periods
from frontend.pages.task_list.words import local_today

_download = Vdom("carnet-download")
OTHER = "other"


class _Asked(NamedTuple):
    """What is asked for: which file, of which days."""

    what: str = "documents.csv"
    period: str = "last-month"
    first: str = ""
    last: str = ""


class _Step(NamedTuple):
    """Where the dialog is; `words` say why it is there again."""

    name: str = "choosing"
    url: str = ""
    filename: str = ""
    words: str = ""


@component
def TakeAway(of_quotes: bool) -> Component | None:
    """The dialog while the URL asks for it, for those who may take files away."""
    asked, set_asked = use_url_state("export")
    can_export = use_can("EXPORT_CONTACTS")
    if asked != "1" or not can_export:
        return None
    return TakeAwayDialog(of_quotes, on_close=lambda: set_asked(None), key="dialog")


@component
def TakeAwayDialog(of_quotes: bool, *, on_close: Callable[[], None]) -> VdomDict:
    """Choose, wait while the file arrives, done."""
    step, set_step = use_state(_Step())
    asked, set_asked = use_state(_Asked())

    def start() -> None:
        first, last = _days(asked)
        if not first or not last:
            set_step(_Step(words=t("Choose a first and a last day.")))
            return
        kinds = ("quote",) if of_quotes else ("invoice", "credit_note")
        query = urlencode([("from", first), ("to", last), *(("kind", each) for each in kinds)])
        name, _, suffix = asked.what.partition(".")
        url = f"/files/{asked.what}?{query}"
        set_step(_Step("waiting", url, f"{name} {first} {last}.{suffix}"))

    def told(event: dict[str, Any]) -> None:
        detail = Detail(event)
        match detail.text("act"):
            case "done":
                set_step(lambda shown: shown._replace(name="done", url=""))
            case "refused":
                set_step(_Step(words=_why(detail)))
            case "failed":
                set_step(_Step(words=t("The connection was lost before the file was whole.")))

    return Dialog(
        t("Export quotes") if of_quotes else t("Export for the accountant"),
        _download(
            {
                "key": "download",
                "data-url": step.url or None,
                "data-filename": step.filename or None,
                "onact": told,
            },
            _body(step, asked, set_asked, of_quotes),
        ),
        on_close=on_close,
        id="documents-export",
        size="medium",
        actions=_actions(step, start),
    )


def refusal_of(detail: Detail) -> UserError:
    """Return what a download was refused by."""
    parameters = [
        ErrorParameter(name=name, value=value)
        for name, value in detail.fields(str, list).items()
        if isinstance(value, str)
    ]
    return {"code": detail.text("code"), "path": [], "parameters": parameters}


def _why(detail: Detail) -> str:
    if detail.text("code") == "NOT_FOUND":
        return t("Nothing was issued in these days.")
    return explain(refusal_of(detail))


def _days(asked: _Asked) -> tuple[str, str]:
    if asked.period == OTHER:
        return asked.first, asked.last
    for period in usual_periods(local_today()):
        if period.id == asked.period:
            return period.first.isoformat(), period.last.isoformat()
    return "", ""


def _body(step: _Step, asked: _Asked, set_asked: Any, of_quotes: bool) -> VdomDict:
    if step.name == "waiting":
        return html.p(
            {"key": "waiting", "role": "status", "className": "documents-waiting"},
            t("Writing {filename}…", filename=step.filename),
        )
    if step.name == "done":
        words = t("{filename} is in your downloads.", filename=step.filename)
        return html.div({"key": "done"}, Notice(html.p(words), kind="success"))
    return html.div(
        {"className": "form", "key": "choosing"},
        Notice(html.p(step.words), kind="error") if step.words else None,
        _choice("what", t("File"), _files(of_quotes), asked, set_asked),
        _choice("period", t("Days"), _periods(), asked, set_asked),
        html.div(
            {"className": "document-days"},
            _day("first", t("First day"), asked, set_asked),
            _day("last", t("Last day"), asked, set_asked),
        )
        if asked.period == OTHER
        else None,
    )


def _files(of_quotes: bool) -> list[Option]:
    if of_quotes:
        return [
            Option("documents.csv", t("Quotes as a table (CSV)")),
            Option("documents.zip", t("Their PDFs in one archive")),
        ]
    return [
        Option("documents.csv", t("Invoices and credit notes as a table (CSV)")),
        Option("payments.csv", t("Payments as a table (CSV)")),
        Option("documents.zip", t("Their PDFs in one archive")),
    ]


def _periods() -> list[Option]:
    usual = [Option(period.id, period.label) for period in usual_periods(local_today())]
    return [*usual, Option(OTHER, t("Other days…"))]


def _choice(
    name: str, label: str, options: list[Option], asked: _Asked, set_asked: Any
) -> VdomDict:
    def take(event: dict[str, Any]) -> None:
        value = event["target"]["value"]
        set_asked(lambda now: now._replace(**{name: value}))

    select = Select(options, value=getattr(asked, name), on_change=take)
    return Field(label, select, id=f"take-{name}")


def _day(name: str, label: str, asked: _Asked, set_asked: Any) -> VdomDict:
    def take(event: dict[str, Any]) -> None:
        value = event["target"]["value"]
        set_asked(lambda now: now._replace(**{name: value}))

    box = TextInput(type="date", value=getattr(asked, name), on_change=take)
    return Field(label, box, id=f"take-{name}")


def _actions(step: _Step, start: Callable[[], None]) -> VdomDict:
    if step.name == "done":
        only = Button(t("Done"), variant="primary", attributes={"data-close": "", "key": "done"})
        return html.div({"className": "dialog-actions"}, only)
    export = Button(
        t("Export"),
        icon="download",
        variant="primary",
        on_click=start,
        busy=step.name == "waiting",
        attributes={"key": "start"},
    )
    return html.div(
        {"className": "dialog-actions"},
        Button(t("Cancel"), attributes={"data-close": "", "key": "cancel"}),
        export,
    )
