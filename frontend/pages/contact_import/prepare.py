"""What to prepare before a file is sent, and a sample of one."""

from __future__ import annotations

from reactpy import html
from reactpy.types import VdomDict

from frontend import assets
from frontend.components import Icon
from frontend.locale import current_locale, t


def Prepare() -> VdomDict:
    """Draw the advice, and the sample in the reader's language."""
    return html.section(
        {"className": "import-prepare", "aria-labelledby": "import-prepare"},
        html.h2({"className": "import-heading", "id": "import-prepare"}, t("Prepare your file")),
        html.ul(
            {"className": "import-advice"},
            *(
                html.li({"key": str(place)}, Icon("check", size=14), html.span(words))
                for place, words in enumerate(_advice())
            ),
        ),
        html.a(
            {
                "className": "import-sample",
                "href": assets.url(f"imports/sample.{current_locale()}.csv"),
                "download": t("sample-contacts.csv"),
            },
            Icon("download", size=14),
            t("Download a sample file"),
        ),
    )


def _advice() -> list[str]:
    return [
        t("What Google Contacts, Outlook, an iPhone or Carnet exports comes in as it is."),
        t("In a table of your own, the first row names the columns and each person has a row."),
        t("Give everybody an e-mail or a phone: by them Carnet knows who is here already."),
        t("Nothing is written before you have seen what would happen, and you can undo it."),
    ]
