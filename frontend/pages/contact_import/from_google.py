"""The other way in: contacts that are at Google already."""

from __future__ import annotations

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import Button, Icon
from frontend.hooks import use_query
from frontend.locale import t
from frontend.operations import load
from frontend.pages.contact_import.fetching import GOOGLE


@component
def FromGoogle() -> VdomDict:
    """Say what it does, and lead there; where the server is not set up for it, say so."""
    data, _, _, _ = use_query(load("google/read_google_accounts"))
    found = data["googleContacts"] if data else None
    accounts = found["accounts"] if found else ()
    if found and not found["isConfigured"]:
        words = t("This server is not set up for Google yet.")
        action = Button(t("How to set it up"), href=GOOGLE)
    elif accounts:
        words = ", ".join(each["email"] for each in accounts)
        action = Button(t("Choose contacts"), href=GOOGLE)
    else:
        words = t("Choose an account and a label there. No file is needed.")
        action = Button(t("Connect Google"), href=GOOGLE)
    return html.section(
        {
            "className": "import-google",
            "aria-labelledby": "import-google",
            "aria-busy": None if data else "true",
        },
        Icon("cloud-download", size=24),
        html.div(
            {"className": "import-google-words"},
            html.h2({"className": "import-heading", "id": "import-google"}, t("Google Contacts")),
            html.p({"className": "import-text"}, words if data else ""),
        ),
        action if data else None,
    )
