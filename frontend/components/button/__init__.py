"""Buttons: what starts an action. One primary button per screen."""

from __future__ import annotations

from typing import Literal

from reactpy import html
from reactpy.types import VdomDict

from frontend.components.elements import Attributes, Handler, classes, listener, merged
from frontend.components.icon import Icon
from frontend.components.kbd import Kbd

Variant = Literal["secondary", "primary", "ghost", "danger"]


def Button(
    label: str,
    *,
    on_click: Handler | None = None,
    href: str | None = None,
    variant: Variant = "secondary",
    icon: str | None = None,
    type: Literal["button", "submit"] = "button",
    small: bool = False,
    wide: bool = False,
    disabled: bool = False,
    busy: bool = False,
    keys: str | None = None,
    opens: bool = False,
    attributes: Attributes | None = None,
) -> VdomDict:
    """Draw a button, or with `href` a link that looks like one.

    One that `opens` a list says so with an arrow. `keys` gives it a keyboard shortcut that works
    outside text fields (`c`, `g c`, `Mod+Enter`).
    `busy` shows that the action runs and keeps it from being started twice.
    """
    shown = merged(
        attributes,
        className=classes(
            "button", f"button-{variant}", small and "button-small", wide and "button-wide"
        ),
        onClick=listener(on_click),
        **{"data-keys": keys, "aria-busy": "true" if busy else None},
    )
    parts = [Icon(icon) if icon else None, html.span({"className": "button-label"}, label)]
    if opens:
        parts.append(Icon("chevron-down", size=14))
    if keys and not small:
        parts.append(Kbd(*keys.split(" ")))
    if href is not None:
        return html.a({**shown, "href": href}, *parts)
    return html.button({**shown, "type": type, "disabled": disabled or busy}, *parts)


def IconButton(
    icon: str,
    label: str,
    *,
    on_click: Handler | None = None,
    href: str | None = None,
    small: bool = False,
    pressed: bool | None = None,
    disabled: bool = False,
    keys: str | None = None,
    attributes: Attributes | None = None,
) -> VdomDict:
    """Draw a square button with an icon; `label` is its name for screen readers and its tooltip.

    `pressed` makes it a toggle that is on or off.
    """
    shown = merged(
        attributes,
        className=classes("icon-button", small and "icon-button-small"),
        title=label,
        onClick=listener(on_click),
        **{
            "aria-label": label,
            "data-keys": keys,
            "aria-pressed": None if pressed is None else str(pressed).lower(),
        },
    )
    drawing = Icon(icon, size=14 if small else 16)
    if href is not None:
        return html.a({**shown, "href": href}, drawing)
    return html.button({**shown, "type": "button", "disabled": disabled}, drawing)
