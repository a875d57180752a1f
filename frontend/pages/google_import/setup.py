"""How a server gets its client at Google: once, by whoever runs it."""

from __future__ import annotations

from reactpy import html
from reactpy.types import VdomDict

from frontend.components import Child, Notice
from frontend.components.copy_button import CopyButton
from frontend.locale import t

CONSOLE = "https://console.cloud.google.com/"
PEOPLE_API = f"{CONSOLE}apis/library/people.googleapis.com"
CONSENT = f"{CONSOLE}auth/overview"
CLIENTS = f"{CONSOLE}auth/clients"
SCOPE = "https://www.googleapis.com/auth/contacts.readonly"
SETTINGS = "CARNET_GOOGLE_CLIENT_ID=…\nCARNET_GOOGLE_CLIENT_SECRET=…"


def Setup(redirect_uri: str) -> VdomDict:
    """Draw the steps, with what is to be copied at each."""
    return html.div(
        {"className": "google-setup"},
        Notice(
            html.p(
                t(
                    "This server is not set up for Google yet. Whoever runs it does that once, in "
                    "about ten minutes; then everybody here can connect their own account."
                )
            )
        ),
        html.h2({"className": "google-heading"}, t("How to set it up")),
        html.ol(
            {"className": "google-steps"},
            _step(
                t("Make a project"),
                t("Open Google’s console, sign in, and make a project, such as “Carnet”."),
                _link(CONSOLE, t("Open Google’s console")),
            ),
            _step(
                t("Switch on the People API"),
                t("It is what contacts are read by. Choose your project there, then “Enable”."),
                _link(PEOPLE_API, t("Open the People API")),
            ),
            _step(
                t("Say who asks"),
                t(
                    "Under “Google Auth Platform” fill in the name of your app and an e-mail. "
                    "Choose “Internal” if everybody is in your Google Workspace, else “External”. "
                    "Under “Data access” add this scope:"
                ),
                _copied(SCOPE),
                html.p(
                    {"className": "google-text"},
                    t(
                        "An “External” app that is only being tested lets in those whom you name "
                        "as test users, and asks them again after seven days. “Publish app” ends "
                        "both."
                    ),
                ),
                _link(CONSENT, t("Open the consent screen")),
            ),
            _step(
                t("Make the client"),
                t(
                    "Under “Clients” create a client of the type “Web application”, with this "
                    "authorized redirect URI, letter for letter:"
                ),
                _copied(redirect_uri),
                _link(CLIENTS, t("Open the clients")),
            ),
            _step(
                t("Give both to Carnet"),
                t(
                    "Put the client ID and the client secret that Google shows into the "
                    "environment of this server, or its .env file, and start it again:"
                ),
                _copied(SETTINGS),
            ),
        ),
    )


def _step(title: str, text: str, *more: Child) -> VdomDict:
    return html.li(
        {"key": title, "className": "google-step"},
        html.h3({"className": "google-step-title"}, title),
        html.p({"className": "google-text"}, text),
        *more,
    )


def _copied(text: str) -> VdomDict:
    return html.div(
        {"className": "google-copied"},
        html.code({"className": "google-code"}, text),
        CopyButton(text, small=True),
    )


def _link(url: str, words: str) -> VdomDict:
    return html.a(
        {"href": url, "target": "_blank", "rel": "noreferrer", "className": "google-link"}, words
    )
