"""The card in the middle of a page that is shown to who is not signed in."""

from __future__ import annotations

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import Child, Icon
from frontend.hooks import use_browser
from frontend.locale import t, use_locale
from frontend.locale.places import languages
from frontend.pages.entry.clock import AskWhereabouts, Whereabouts
from frontend.session import current_session


def EntryCard(title: str, *children: Child, text: Child = None, footer: Child = None) -> VdomDict:
    """Draw the card: our name, what this page is for, its form; `footer` leads to other doors."""
    return html.div(
        {"className": "entry"},
        html.p(
            {"className": "entry-brand"},
            html.span({"className": "brand-mark", "aria-hidden": "true"}),
            "Carnet",
        ),
        html.section(
            {"className": "entry-card", "aria-labelledby": "entry-title"},
            html.h1({"className": "entry-title", "id": "entry-title"}, title),
            html.p({"className": "entry-text"}, text) if text else None,
            *children,
        ),
        html.p({"className": "entry-footer"}, footer) if footer else None,
        LanguagePicker(key="languages"),
    )


def EntryAnswer(icon: str, title: str, *children: Child, action: Child = None) -> VdomDict:
    """Draw the card of something done or something that cannot be done, with the way on."""
    return EntryCard(
        title,
        html.div({"className": "entry-answer"}, *children),
        html.div({"className": "entry-actions"}, action) if action else None,
        text=html.span({"className": "entry-mark", "aria-hidden": "true"}, Icon(icon, size=20)),
    )


@component
def LanguagePicker() -> VdomDict:
    """The languages, each by its own name."""
    browser = use_browser()
    chosen, session = use_locale(), current_session()

    def told(found: Whereabouts) -> None:
        session.time_zone = found.time_zone

    def choose(event: dict[str, dict[str, str]]) -> None:
        browser.set_locale(event["currentTarget"]["value"])

    return html.div(
        {"className": "entry-languages", "role": "group", "aria-label": t("Language")},
        AskWhereabouts(told),
        *(
            html.button(
                {
                    "key": language.code,
                    "type": "button",
                    "className": "entry-language",
                    "lang": language.code,
                    "value": language.code,
                    "aria-pressed": str(language.code == chosen).lower(),
                    "onClick": choose,
                },
                language.name,
            )
            for language in languages()
        ),
    )
