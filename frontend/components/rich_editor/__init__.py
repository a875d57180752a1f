"""A field of a form for rich text kept simple: bold, italic, links, lists, quotes, emoji.

The browser keeps what is pasted to that (static/shared/rich_text.js); what counts is what the API
makes of the markup.
"""

from __future__ import annotations

from functools import cache

import orjson
from reactpy import component, html
from reactpy.core.vdom import Vdom
from reactpy.types import VdomDict

from frontend.components.button import Button
from frontend.components.elements import Child
from frontend.components.field import FieldErrors
from frontend.components.icon import Icon
from frontend.components.rich_editor.emoji import emoji_in
from frontend.fragments import Fragment, constant
from frontend.hooks.form import Form
from frontend.hooks.state import use_store
from frontend.locale import current_locale, t

_editor, _emoji_search = Vdom("carnet-rich-editor"), Vdom("carnet-emoji")
Insertion = tuple[int, str]
"""A number that tells it from the one before, and markup."""


@component
def RichEditor(
    form: Form,
    name: str,
    *,
    label: str,
    placeholder: str = "",
    insertion: Insertion | None = None,
    tools: Child = None,
    under: Child = None,
) -> VdomDict:
    """A field that holds markup. `insertion` is put where the caret is when it changes. `tools`
    stand behind the buttons that format; buttons with `data-put` among what is `under` them put
    that text where the caret is.
    """
    errors: tuple[str, ...] = use_store(form.errors, lambda shown: shown.get(name, ()))
    field_id = form.element_id(name)
    control = form.control(name)
    del control["id"]
    return _editor(
        {
            "className": "rich-editor",
            "data-turn": str(form.generation),
            "data-insert": insertion
            and orjson.dumps({"n": insertion[0], "html": insertion[1]}).decode(),
        },
        html.div(
            {
                "key": "text",
                "id": field_id,
                "className": "rich-text rich-editor-text",
                "contentEditable": "true",
                "role": "textbox",
                "aria-multiline": "true",
                "aria-label": label,
                "aria-invalid": "true" if errors else None,
                "aria-describedby": f"{field_id}-error" if errors else None,
                "data-placeholder": placeholder,
                "dir": "auto",
                "spellcheck": "true",
                "tabIndex": 0,
            }
        ),
        html.textarea({**control, "hidden": True, "aria-hidden": "true", "tabIndex": -1}),
        FieldErrors(field_id, errors),
        html.div(
            {"className": "rich-editor-foot", "key": "foot"},
            html.div(
                {"className": "rich-editor-tools", "role": "toolbar", "aria-label": t("Format")},
                _tool("bold", "bold", t("Bold (Ctrl+B)"), first=True),
                _tool("italic", "italic", t("Italic (Ctrl+I)")),
                _tool("link", "link", t("Link (Ctrl+K)")),
                _tool("list", "bullets", t("Bulleted list")),
                _tool("list-ordered", "numbers", t("Numbered list")),
                _tool("text-quote", "quote", t("Quote")),
                html.button(
                    {
                        "type": "button",
                        "className": "icon-button icon-button-small",
                        "data-opens": f"{field_id}-emoji",
                        "title": t("Emoji"),
                        "aria-label": t("Emoji"),
                        "aria-haspopup": "dialog",
                        "tabIndex": -1,
                    },
                    Icon("smile"),
                ),
            ),
            tools,
        ),
        under,
        _link(field_id),
        html.div(
            {
                "className": "popover rich-editor-emoji",
                "id": f"{field_id}-emoji",
                "popover": "auto",
                "role": "dialog",
                "aria-label": t("Emoji"),
                "key": "emoji",
            },
            _emoji(field_id),
        ),
    )


def _tool(icon: str, does: str, label: str, *, first: bool = False) -> VdomDict:
    return html.button(
        {
            "type": "button",
            "className": "icon-button icon-button-small",
            "data-format": does,
            "title": label,
            "aria-label": label,
            "aria-pressed": "false",
            "tabIndex": 0 if first else -1,
        },
        Icon(icon),
    )


def _link(field_id: str) -> VdomDict:
    return html.div(
        {
            "className": "popover rich-editor-link",
            "popover": "auto",
            "role": "dialog",
            "aria-label": t("Link"),
            "data-link": "",
            "key": "link",
        },
        html.input(
            {
                "id": f"{field_id}-link",
                "className": "input",
                "type": "text",
                "inputMode": "url",
                "autocomplete": "off",
                "placeholder": "https://",
                "aria-label": t("Address of the link"),
                "data-transient": "",
            }
        ),
        html.p({"className": "rich-editor-unlike"}, t("This is no address of a page.")),
        html.div(
            {"className": "dialog-actions"},
            Button(t("Remove link"), small=True, attributes={"data-link-act": "remove"}),
            Button(
                t("Set link"), small=True, variant="primary", attributes={"data-link-act": "set"}
            ),
        ),
    )


def _emoji(field_id: str) -> VdomDict:
    return _emoji_search(
        html.input(
            {
                "id": f"{field_id}-emoji-search",
                "className": "input",
                "type": "text",
                "autocomplete": "off",
                "placeholder": t("Search emoji"),
                "aria-label": t("Search emoji"),
                "data-transient": "",
                "key": "search",
            }
        ),
        html.p({"className": "rich-editor-none", "key": "none"}, t("No emoji of this name.")),
        _all_emoji(current_locale()),
    )


@cache
def _all_emoji(locale: str) -> Fragment:
    """Return the emoji to choose from; they are their own names for screen readers."""
    return constant(
        html.div(
            {"className": "rich-editor-emoji-all", "role": "toolbar", "key": "all"},
            *(
                html.button(
                    {
                        "key": each.text,
                        "type": "button",
                        "className": "rich-editor-one",
                        "data-put": each.text,
                        "title": each.name,
                        **({"data-others": each.others} if each.others else {}),
                        "tabIndex": -1 if place else 0,
                    },
                    each.text,
                )
                for place, each in enumerate(emoji_in(locale))
            ),
        )
    )
