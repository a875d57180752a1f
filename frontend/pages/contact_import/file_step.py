"""What was found in the file, and how it is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import Button, Child, Notice, Option, Select
from frontend.errors import explain
from frontend.hooks import use_store
from frontend.locale import format_bytes, format_number, t, tn
from frontend.pages.contact_import.fetching import fetch_facts, fetch_remarks
from frontend.pages.contact_import.gone import GoneThere
from frontend.pages.contact_import.one_import import Import, OneImport
from frontend.pages.contact_import.preview import Preview
from frontend.pages.contact_import.sending import DiscardButton
from frontend.pages.contact_import.steps import StepFrame, StepHeading, go_to
from frontend.pages.contact_import.words import (
    advice,
    encoding_words,
    encodings,
    format_words,
    notice_words,
    separators,
)


@component
def FileStep(one: OneImport) -> VdomDict:
    """The file as it is understood, with what can be changed about that, and its first rows."""
    found: Import = use_store(one.shown)
    busy: bool = use_store(one.pending, lambda verbs: "configure_import" in verbs)

    async def choose(name: str, value: str) -> None:
        chosen = {"yes": True, "no": False}.get(value, value or None)
        for refusal in await one.configure(**{name: chosen}):
            one.session.toasts.show(explain(refusal), kind="error")

    def go_on() -> None:
        go_to(one.session, one.id, "columns")

    source = found["source"]
    return StepFrame(
        found,
        "file",
        StepHeading("file", _title(found)),
        problem_notice(found["problem"], action=_again(one, busy) if source is None else None)
        if found["problem"]
        else None,
        *_remarks(found),
        GoneThere(one, key="gone"),
        html.div(
            {"className": "import-facts", "aria-busy": "true" if busy else None, "key": "facts"},
            *_facts(found, choose),
        ),
        Preview(found, key="preview") if source and found["preview"] else None,
        actions=DiscardButton(one, key="discard"),
        primary=Button(
            t("Continue"),
            variant="primary",
            on_click=go_on,
            disabled=source is None or _is_nobody(found),
            attributes={"key": "continue"},
        ),
    )


def _title(found: Import) -> str:
    if not found["fetch"]:
        return t("Is this how your file should be read?")
    if _is_nobody(found):
        return t("There is nobody to import")
    return t("These contacts came from Google")


def _is_nobody(found: Import) -> bool:
    """Whether another program answered that there is nobody, or nobody new."""
    return bool(found["fetch"]) and not found["fetch"]["people"]


def _facts(found: Import, choose: Any) -> list[VdomDict]:
    if found["fetch"]:
        return [_fact(label, words) for label, words in fetch_facts(found["fetch"])]
    return [_fact(t("File"), _file_words(found)), *_choices(found, choose)]


def _remarks(found: Import) -> list[VdomDict]:
    """Say what is odd about the file, or particular about what was fetched."""
    source, fetch = found["source"], found["fetch"]
    if not fetch:
        return [_oddity(notice) for notice in (source["notices"] if source else ())]
    words = fetch_remarks(fetch)
    if _is_nobody(found):
        words.insert(
            0,
            t("Nobody is new or changed at Google since the last import.")
            if fetch["onlyChanges"]
            else t("Nobody at Google has this label."),
        )
    return [html.div({"key": each}, Notice(html.p(each))) for each in words]


def _file_words(found: Import) -> str:
    size = format_bytes(found["sizeBytes"])
    return f"{format_words(found['source'])} · {size}" if found["source"] else size


def _fact(label: str, value: str) -> VdomDict:
    return html.div(
        {"className": "field", "key": label},
        html.span({"className": "field-label"}, label),
        html.span({"className": "import-fact"}, value),
    )


def _choices(found: Import, choose: Any) -> list[VdomDict]:
    """Draw what can be chosen about the kind of file this is."""
    source, options = found["source"], found["options"]
    kind = source["kind"] if source else _kind_of(found["filename"])
    if kind == "XLSX":
        sheets = source["sheets"] if source else []
        shown = [_sheet(source["sheet"], sheets, choose)] if len(sheets) > 1 else []
        return [*shown, _first_row(found, choose)]
    choices = [
        _choice(
            "encoding",
            t("Encoding (if accents look wrong)"),
            options["encoding"],
            encoding_words(source["encoding"]) if source and source["encoding"] else None,
            encodings(),
            choose,
        )
    ]
    if kind == "CSV":
        said = separators()
        choices.append(
            _choice(
                "separator",
                t("Separator (if cells run together)"),
                options["separator"],
                said.get(source["separator"], source["separator"])
                if source and source["separator"]
                else None,
                said,
                choose,
            )
        )
        choices.append(_first_row(found, choose))
    return choices


def _first_row(found: Import, choose: Any) -> VdomDict:
    """Draw whether the first row names the columns."""
    said = {"yes": t("Names the columns"), "no": t("Is a person already")}
    chosen = {True: "yes", False: "no"}.get(found["options"]["hasHeader"])
    source = found["source"]
    detected = said["yes" if source["hasHeader"] else "no"] if source else None
    return _choice("hasHeader", t("The first row"), chosen, detected, said, choose)


def _oddity(notice: Mapping[str, Any]) -> VdomDict:
    words = notice_words(notice)
    return html.div({"key": words}, Notice(html.p(words), kind="warning"))


def _kind_of(filename: str) -> str:
    """Guess the kind of a file that could not be read, by its name."""
    ending = filename.rsplit(".", 1)[-1].lower()
    return {"xlsx": "XLSX", "vcf": "VCARD", "vcard": "VCARD"}.get(ending, "CSV")


def _choice(
    name: str,
    label: str,
    chosen: str | None,
    detected: str | None,
    known: Mapping[str, str],
    choose: Any,
) -> VdomDict:
    by_itself = t("Found: {name}", name=detected) if detected and not chosen else t("Find out")
    options = [Option("", by_itself), *(Option(value, words) for value, words in known.items())]
    if chosen and chosen not in known:
        options.append(Option(chosen, chosen))
    return _select(name, label, options, chosen or "", choose)


def _sheet(chosen: str | None, sheets: Sequence[Mapping[str, Any]], choose: Any) -> VdomDict:
    options = [Option(each["name"], _sheet_words(each)) for each in sheets]
    return _select("sheet", t("Sheet"), options, chosen or "", choose)


def _sheet_words(sheet: Mapping[str, Any]) -> str:
    if sheet["rows"] is None:
        return str(sheet["name"])
    rows = tn("{count} row", "{count} rows", sheet["rows"])
    return f"{sheet['name']} ({rows})"


def _select(name: str, label: str, options: list[Option], chosen: str, choose: Any) -> VdomDict:
    async def changed(event: Mapping[str, Any]) -> None:
        await choose(name, event["target"]["value"])

    control = Select(
        options,
        value=chosen,
        on_change=changed,
        attributes={"id": f"import-{name}", "key": f"{name}={chosen}", "data-transient": ""},
    )
    return html.div(
        {"className": "field", "key": name},
        html.label({"className": "field-label", "htmlFor": f"import-{name}"}, label),
        control,
    )


def _again(one: OneImport, busy: bool) -> VdomDict:
    """Draw the button that has the file read once more: a server under load may have given up."""

    async def read_again() -> None:
        for refusal in await one.configure():
            one.session.toasts.show(explain(refusal), kind="error")

    return Button(t("Try again"), small=True, on_click=read_again, busy=busy)


def problem_notice(problem: Mapping[str, Any], action: Child = None) -> VdomDict:
    """Draw why the file cannot be read, where, and what to do."""
    where = _where(problem)
    what_to_do = advice(problem["code"])
    return Notice(
        html.p({"className": "import-problem"}, explain(_refusal(problem))),
        html.p(where) if where else None,
        html.p(what_to_do) if what_to_do else None,
        kind="error",
        action=action,
    )


def _refusal(problem: Mapping[str, Any]) -> Any:
    return {"code": problem["code"], "path": [], "parameters": problem["parameters"]}


def _where(problem: Mapping[str, Any]) -> str:
    row, column = problem["row"], problem["column"]
    if row and column:
        return t("In row {row}, column “{column}”.", row=format_number(row), column=column)
    if row:
        return t("In row {row}.", row=format_number(row))
    return t("In the column “{column}”.", column=column) if column else ""
