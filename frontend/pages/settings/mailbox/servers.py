"""The fields of a server for sending or reading."""

from __future__ import annotations

from typing import Any

from reactpy import component, html, use_state
from reactpy.types import Component, VdomDict

from frontend.components import Checkbox, Option, SelectField, TextField
from frontend.components.password_field import PasswordField
from frontend.hooks.form import Form
from frontend.locale import t
from frontend.pages.settings.mailbox.values import PORTS

_PLAIN = {"autocapitalize": "none", "spellCheck": "false"}


@component
def ServerFields(form: Form, way: str, *, has_password: bool) -> VdomDict:
    """Whether a server of one's own is used, and which; `way` is `smtp` or `imap`."""
    is_used, set_used = use_state(bool(form.get(f"{way}.isUsed", False)))
    port_turn, set_port_turn = use_state(0)

    def use_it(event: dict[str, Any]) -> None:
        form.set(f"{way}.isUsed", event["target"]["checked"])
        set_used(event["target"]["checked"])

    def protect(event: dict[str, Any]) -> None:
        """Follow with the port, unless it is one of the owner's own."""
        usual = PORTS[way]
        form.set(f"{way}.security", event["target"]["value"])
        if form.get(f"{way}.port").strip() in {"", *map(str, usual.values())}:
            form.set(f"{way}.port", str(usual[event["target"]["value"]]))
            set_port_turn(port_turn + 1)

    words, hint = _words(way)
    return html.fieldset(
        {"className": "mailbox-server"},
        html.legend({"className": "mailbox-legend"}, words),
        Checkbox(
            _use_words(way),
            hint=hint,
            look="switch",
            attributes={**form.checkbox(f"{way}.isUsed"), "onChange": use_it},
        ),
        html.div(
            {"className": "mailbox-fields", "key": "fields"},
            *_fields(form, way, protect, port_turn, has_password=has_password),
        )
        if is_used
        else None,
    )


def _fields(
    form: Form, way: str, protect: Any, port_turn: int, *, has_password: bool
) -> tuple[Component | VdomDict, ...]:
    folder = (
        TextField(
            form,
            "imapFolder",
            label=t("Folder"),
            hint=t("The one that answers arrive in; most often INBOX."),
            key="folder",
        ),
    )
    return (
        TextField(
            form,
            f"{way}.host",
            label=t("Server"),
            required=True,
            placeholder=f"{way}.example.org",
            attributes={**_PLAIN, "inputMode": "url"},
            key="host",
        ),
        html.div(
            {"className": "fields-row", "key": "way"},
            SelectField(
                form,
                f"{way}.security",
                [
                    Option("TLS", t("TLS from the start")),
                    Option("STARTTLS", t("STARTTLS")),
                    Option("NONE", t("None, on a network of one’s own")),
                ],
                label=t("Protection"),
                attributes={"onInput": protect},
                key="security",
            ),
            TextField(
                form,
                f"{way}.port",
                label=t("Port"),
                required=True,
                attributes={"inputMode": "numeric", "maxLength": 5},
                key=f"port-{port_turn}",
            ),
        ),
        TextField(
            form,
            f"{way}.user",
            label=t("User"),
            hint=t("Most often the whole e-mail address."),
            required=way == "imap",
            attributes=_PLAIN,
            key="user",
        ),
        PasswordField(
            form,
            f"{way}.password",
            label=t("Password"),
            required=False,
            foreign=True,
            hint=t("One is kept. Leave this empty to go on with it.")
            if has_password
            else t("Some providers ask for an app password, made in their own settings."),
            key="password",
        ),
        *(folder if way == "imap" else ()),
    )


def _words(way: str) -> tuple[str, str]:
    if way == "smtp":
        return t("Sending"), t(
            "Without one Carnet’s own server sends, and answers go to whoever wrote."
        )
    return t("Reading"), t(
        "Answers then appear in the inbox. Nothing is changed or deleted in the mailbox."
    )


def _use_words(way: str) -> str:
    return t("Send by a server of yours (SMTP)") if way == "smtp" else t("Read a mailbox (IMAP)")
