"""The kinds of file, by the names of the API, and the choice among them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from reactpy import html
from reactpy.types import VdomDict

from frontend.components import Select
from frontend.components.select import Option
from frontend.locale import t

VCARD = "VCARD"
DEFAULT = "CARNET_CSV"


class Format(NamedTuple):
    """One kind of file."""

    value: str
    name: str
    good_for: str


def formats() -> list[Format]:
    """Return the kinds of file, in the reader's language."""
    return [
        Format(
            DEFAULT,
            t("Carnet (CSV)"),
            t("Everything Carnet knows. Opens in Excel; imported back, nothing is lost."),
        ),
        Format(
            "GOOGLE_CSV",
            t("Google Contacts (CSV)"),
            t("To import into Google Contacts or an Android phone."),
        ),
        Format(
            "OUTLOOK_CSV",
            t("Outlook (CSV)"),
            t("To import into Outlook. Keeps three e-mails and three addresses of each contact."),
        ),
        Format(
            VCARD,
            t("vCard"),
            t("For iPhone, Mac and most address books: one file with a card for each contact."),
        ),
    ]


def FormatChoice(chosen: str, choose: Callable[[str], None]) -> VdomDict:
    """Draw the kinds of file as radio buttons."""

    def changed(event: dict[str, Any]) -> None:
        choose(event["target"]["value"])

    return html.fieldset(
        {"className": "export-formats"},
        html.legend({"className": "field-label"}, t("Format")),
        *(
            html.label(
                {"className": "export-format", "key": each.value},
                html.input(
                    {
                        "type": "radio",
                        "name": "export-format",
                        "value": each.value,
                        "defaultChecked": each.value == chosen,
                        "data-autofocus": "" if each.value == chosen else None,
                        "onChange": changed,
                    }
                ),
                html.span(
                    html.span({"className": "export-format-name"}, each.name),
                    html.span({"className": "field-hint"}, each.good_for),
                ),
            )
            for each in formats()
        ),
    )


def CsvOptions(take: Callable[[str, str], None]) -> VdomDict:
    """Draw what can be chosen about tables, folded away: what is usual is right for nearly all."""

    def taking(name: str) -> Callable[[dict[str, Any]], None]:
        return lambda event: take(name, event["target"]["value"])

    return html.details(
        {"className": "export-options", "key": "options"},
        html.summary(t("CSV options")),
        html.div(
            {"className": "export-options-fields"},
            _field(
                "export-separator",
                t("Separator"),
                [
                    Option("", t("As usual for format and language")),
                    Option("COMMA", t("Comma")),
                    Option("SEMICOLON", t("Semicolon")),
                    Option("TAB", t("Tab")),
                ],
                taking("separator"),
            ),
            _field(
                "export-mark",
                t("Byte order mark, by which Excel reads accents right"),
                [
                    Option("", t("As usual for the format")),
                    Option("yes", t("With the mark")),
                    Option("no", t("Without the mark")),
                ],
                taking("byteOrderMark"),
            ),
        ),
    )


def _field(
    id: str, label: str, options: list[Option], on_change: Callable[[dict[str, Any]], None]
) -> VdomDict:
    return html.div(
        {"className": "field", "key": id},
        html.label({"className": "field-label", "htmlFor": id}, label),
        Select(options, value="", on_change=on_change, attributes={"id": id}),
    )
