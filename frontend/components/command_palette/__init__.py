"""The command palette (Ctrl-K): go anywhere, do anything, find anyone, without the mouse.

Entries are the sections and the `COMMANDS` of the page folders; what is found by text comes from
providers that page folders register with `search_provider`.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from inspect import isawaitable
from typing import Any

from reactpy import component, html, use_ref, use_state
from reactpy.core.vdom import Vdom
from reactpy.types import VdomDict

from frontend.components.icon import Icon
from frontend.components.kbd import Kbd
from frontend.events import Detail
from frontend.fragments import Fragment, FragmentList, fragment
from frontend.hooks.state import use_task
from frontend.hooks.viewer import use_viewer
from frontend.locale import current_locale, t
from frontend.routes import Command, Registry
from frontend.session import Session, current_session
from frontend.viewer import Viewer

LONGEST_SEARCH = 200
_palette = Vdom("carnet-palette")


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that a search found."""

    id: str
    label: str
    href: str
    icon: str
    hint: str = ""


Provider = Callable[[Session, str], Awaitable[Sequence[Found]]]
_providers: list[tuple[Callable[[], str], Provider]] = []


def search_provider(group: Callable[[], str]) -> Callable[[Provider], Provider]:
    """Register a function that finds things for the palette, under the heading `group()`.

    @search_provider(lambda: t("Contacts"))
    async def find_contacts(session: Session, text: str) -> list[Found]: …
    """

    def register(provider: Provider) -> Provider:
        _providers.append((group, provider))
        return provider

    return register


@component
def CommandPalette() -> VdomDict:
    """The palette of a window, closed until Ctrl-K; the browser opens it and filters the commands
    by itself.
    """
    session, viewer = current_session(), use_viewer()
    nothing: tuple[tuple[str, tuple[Found, ...]], ...] = ()
    groups, set_groups = use_state(nothing)
    wanted = use_ref("")

    async def look_up() -> None:
        text = wanted.current
        if text:
            answer = [
                (group(), tuple(await provider(session, text))) for group, provider in _providers
            ]
        else:
            answer = []
        if text == wanted.current:
            set_groups(tuple((group, found) for group, found in answer if found))

    runner = use_task(look_up, [])

    def typed(event: dict[str, Any]) -> None:
        wanted.current = event["target"]["value"].strip()[:LONGEST_SEARCH]
        runner.start(look_up)

    async def act(event: dict[str, Any]) -> None:
        wanted_id = Detail(event).text("run")
        command = next((c for c in session.registry.commands if c.id == wanted_id), None)
        outcome = command.run() if command and command.run else None
        if isawaitable(outcome):
            await outcome

    entries: list[Fragment] = [
        *(part for group, found in groups for part in _found(group, found)),
        *_standing(session.reader, current_locale(), session.registry, _rights(viewer)),
    ]
    return _palette(
        {"onrun": act, "key": "palette", "data-transient": ""},
        html.dialog(
            {"className": "palette", "id": "palette", "aria-label": t("Search and commands")},
            html.div(
                {"className": "palette-box"},
                Icon("search"),
                html.input(
                    {
                        "className": "palette-input",
                        "type": "text",
                        "role": "combobox",
                        "aria-expanded": "true",
                        "aria-controls": "palette-list",
                        "aria-label": t("Search and commands"),
                        "placeholder": t("Type a name or a command"),
                        "autocomplete": "off",
                        "maxLength": LONGEST_SEARCH,
                        "onInput": typed,
                    }
                ),
                Kbd("Escape"),
            ),
            FragmentList(
                "div",
                {
                    "className": "palette-list",
                    "id": "palette-list",
                    "role": "listbox",
                    "aria-label": t("Results"),
                },
                entries,
            ),
            html.p({"className": "palette-none", "hidden": True}, t("Nothing found")),
        ),
    )


def _rights(viewer: Viewer | None) -> frozenset[str]:
    return viewer.permissions if viewer else frozenset()


@lru_cache(maxsize=256)
def _standing(
    _reader: tuple[str, str], _locale: str, registry: Registry, rights: frozenset[str]
) -> tuple[Fragment, ...]:
    """Return what the palette holds for everybody of an account who has the same rights."""
    sections = [s for s in registry.sections if s.permission is None or s.permission in rights]
    commands = [c for c in registry.commands if c.permission is None or c.permission in rights]
    return (
        *([_heading("go", t("Go to"))] if sections else ()),
        *(_entry(f"go-{s.id}", s.label(), s.icon, href=s.href) for s in sections),
        *([_heading("do", t("Do"))] if commands else ()),
        *(_command(command) for command in commands),
    )


def _found(group: str, found: Sequence[Found]) -> list[Fragment]:
    return [
        _heading(f"found-{group}", group, found=True),
        *(
            _entry(
                f"found-{item.id}",
                item.label,
                item.icon,
                href=item.href,
                hint=item.hint,
                found=True,
            )
            for item in found
        ),
    ]


@fragment(version=lambda key, label, found=False: (key, label, found))
def _heading(key: str, label: str, found: bool = False) -> VdomDict:
    return html.div(
        {
            "key": f"heading-{key}",
            "className": "palette-heading",
            "role": "presentation",
            "data-found": "" if found else None,
        },
        label,
    )


def _command(command: Command) -> Fragment:
    return _entry(
        f"command-{command.id}",
        command.label(),
        command.icon,
        href=command.href,
        run=command.id,
        keys=command.keys,
    )


@fragment(version=lambda *given, **named: (given, tuple(named.items())))
def _entry(
    key: str,
    label: str,
    icon: str,
    *,
    href: str | None = None,
    run: str | None = None,
    hint: str = "",
    keys: str | None = None,
    found: bool = False,
) -> VdomDict:
    return html.a(
        {
            "key": key,
            "id": f"palette-{key}",
            "className": "palette-entry",
            "role": "option",
            "aria-selected": "false",
            "tabIndex": -1,
            "href": href or "#",
            "data-run": None if href else run,
            "data-label": label,
            "data-found": "" if found else None,
            "data-keys": keys,
        },
        Icon(icon),
        html.span({"className": "palette-label"}, label),
        html.span({"className": "palette-hint"}, hint) if hint else None,
        Kbd(*keys.split(" ")) if keys else None,
    )
