"""What happens to people of the file who are in the book already."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from reactpy import html
from reactpy.types import VdomDict

from frontend.errors import explain
from frontend.locale import t
from frontend.pages.contact_import.one_import import OneImport


class Way(NamedTuple):
    """One way to treat them, with a sentence on what it does."""

    value: str
    name: str
    meaning: str


def ways() -> list[Way]:
    """Return the ways, the one that changes least first."""
    return [
        Way(
            "SKIP",
            t("Skip them"),
            t("Who is here already stays exactly as they are. Only new people come in."),
        ),
        Way(
            "FILL",
            t("Fill the gaps"),
            t("What is empty here is filled from the file; nothing that is here changes."),
        ),
        Way(
            "OVERWRITE",
            t("Overwrite"),
            t("What the file says replaces what is here. What the file leaves empty stays."),
        ),
    ]


def PeopleHere(one: OneImport, chosen: str) -> VdomDict:
    """Draw the ways as radio buttons, kept as soon as one is chosen."""

    async def changed(event: Mapping[str, Any]) -> None:
        for refusal in await one.configure(existing=event["target"]["value"]):
            one.session.toasts.show(explain(refusal), kind="error")

    return html.fieldset(
        {"className": "import-option import-ways", "key": f"existing={chosen}"},
        html.legend({"className": "import-subheading"}, t("People who are here already")),
        html.p(
            {"className": "import-text"},
            t("They are recognised by their e-mail, then by phone and name."),
        ),
        *(
            html.label(
                {"className": "import-choice", "key": way.value},
                html.input(
                    {
                        "type": "radio",
                        "name": "import-existing",
                        "id": f"import-existing-{way.value.lower()}",
                        "value": way.value,
                        "defaultChecked": way.value == chosen,
                        "data-transient": "",
                        "onChange": changed,
                    }
                ),
                html.span(
                    html.span({"className": "import-choice-name"}, way.name),
                    html.span({"className": "field-hint"}, way.meaning),
                ),
            )
            for way in ways()
        ),
    )
