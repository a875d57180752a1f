"""A column of the file as a shared fragment: what it is called, what is in it, what it becomes."""

from __future__ import annotations

from collections.abc import Hashable
from hashlib import blake2b
from typing import Any

import orjson
from reactpy import html
from reactpy.types import VdomDict

from frontend.components import Icon, classes
from frontend.fragments import fragment, target
from frontend.locale import t
from frontend.pages.contact_import.mapping import Column, is_imported
from frontend.pages.contact_import.targets import (
    family_of,
    kinds_of,
    number_words,
    target_hint,
    target_key,
    target_words,
)

KIND = "import:kind"
NUMBER = "import:number"
MOST_NUMBERS = 9


def digest(value: Any) -> bytes:
    """Return what tells two contents apart."""
    return blake2b(orjson.dumps(value, default=dict), digest_size=16).digest()


def _version(column: Column, most: int, doubtful: bool) -> Hashable:
    return digest(column), most, doubtful


@fragment(version=_version)
def column_row(column: Column, most: int, doubtful: bool) -> VdomDict:
    """Draw a column; `most` is how many e-mails, phones or addresses the file has at least."""
    return html.li(
        {
            "key": str(column["index"]),
            "className": classes(
                "import-column",
                not is_imported(column) and "import-column-skipped",
                doubtful and "import-column-doubtful",
            ),
        },
        html.div(
            {"className": "import-column-name"},
            html.bdi({"className": "import-column-header"}, _header(column)),
            _samples(column),
        ),
        html.div(
            {"className": "import-column-target"},
            _button(column),
            _kind(column),
            _number(column, most),
        ),
    )


def _header(column: Column) -> str:
    return column["header"].strip() or t("Column {letters}", letters=letters(column["index"]))


def letters(place: int) -> str:
    """Return the letters that spreadsheets give a column: 0 is A, 26 is AA."""
    text, rest = "", place + 1
    while rest:
        rest, digit = divmod(rest - 1, 26)
        text = chr(65 + digit) + text
    return text


def _samples(column: Column) -> VdomDict:
    if column["isEmpty"]:
        return html.span({"className": "import-column-samples"}, t("(nothing in the first rows)"))
    return html.span(
        {"className": "import-column-samples"},
        *(
            html.bdi({"key": str(place), "className": "import-sample-value"}, text)
            for place, text in enumerate(column["samples"])
        ),
    )


def _button(column: Column) -> VdomDict:
    goal = column["target"]
    words, hint = target_words(goal), target_hint(goal)
    return html.button(
        {
            "type": "button",
            "className": "import-target",
            "id": f"import-target-{column['index']}",
            "data-index": str(column["index"]),
            "data-value": target_key(goal),
            "aria-haspopup": "listbox",
            "aria-label": t("{column} becomes: {target}", column=_header(column), target=words),
        },
        html.span({"className": "import-target-words"}, words),
        html.span({"className": "import-target-hint"}, hint) if hint else None,
        Icon("chevron-down", size=14),
    )


def _kind(column: Column) -> VdomDict | None:
    goal = column["target"]
    words = kinds_of(goal["field"])
    if not words:
        return None
    return _select(
        column,
        KIND,
        t("What for"),
        [("", t("Any", context="kind")), *words.items()],
        goal["kind"] or "",
    )


def _number(column: Column, most: int) -> VdomDict | None:
    goal = column["target"]
    family = family_of(goal["field"])
    if family is None or most == 0:
        return None
    numbers = range(1, max(min(most + 1, MOST_NUMBERS), goal["number"]) + 1)
    choices = [(str(number), number_words(family, number)) for number in numbers]
    return _select(column, NUMBER, t("Which of several"), choices, str(goal["number"]))


def _select(
    column: Column, answer: str, label: str, choices: list[tuple[str, str]], chosen: str
) -> VdomDict:
    return html.select(
        {
            "key": f"{answer}={chosen}",
            "className": "input select import-detail",
            "data-index": str(column["index"]),
            "data-transient": "",
            "aria-label": f"{_header(column)}: {label}",
            "onChange": target(answer),
        },
        *(
            html.option({"key": value, "value": value, "selected": value == chosen}, words)
            for value, words in choices
        ),
    )
