"""How many people are new, changed, repeated or left out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from reactpy import html
from reactpy.types import VdomDict

from frontend.components import classes
from frontend.locale import format_number, t


class Count(NamedTuple):
    """A number and what it counts."""

    name: str
    value: int
    label: str
    meaning: str


def counts_of(counts: Mapping[str, Any], existing: str, *, future: bool) -> list[Count]:
    """Return the numbers of an import, or with `future` of what it would do."""
    repeated = (
        t("Here already or twice in the file; skipped.")
        if existing == "SKIP"
        else t("Nothing in their rows is new.")
    )
    return [
        Count(
            "created",
            counts["created"],
            t("New", context="contacts"),
            t("Will be added.") if future else t("Were added."),
        ),
        Count(
            "updated",
            counts["updated"],
            t("Updated"),
            t("Are here already and get what the file adds.")
            if future
            else t("Were here already and got what the file adds."),
        ),
        Count("duplicates", counts["duplicates"], t("Skipped"), repeated),
        Count(
            "rejected",
            counts["rejected"],
            t("Rejected"),
            t("Rows with a mistake; they stay out.")
            if future
            else t("Rows with a mistake; they stayed out."),
        ),
        Count(
            "leftOut",
            counts["leftOut"],
            t("Cells left out"),
            t("Their people come in without them.")
            if future
            else t("Their people came in without them."),
        ),
    ]


def Counts(counts: list[Count]) -> VdomDict:
    """Draw the numbers beside each other; those that are nothing stand back."""
    return html.dl(
        {"className": "import-counts"},
        *(
            html.div(
                {
                    "key": count.name,
                    "className": classes(
                        "import-count",
                        f"import-count-{count.name}",
                        count.value == 0 and "import-count-none",
                    ),
                },
                html.dt({"className": "import-count-label"}, count.label),
                html.dd({"className": "import-count-value"}, format_number(count.value)),
                html.dd({"className": "field-hint"}, count.meaning),
            )
            for count in counts
        ),
    )
