"""What a browser knows of where it is: its time zone and its languages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from reactpy.core.vdom import Vdom
from reactpy.types import VdomDict

from frontend.events import Detail
from frontend.locale.places import guess_country

_whereabouts = Vdom("carnet-whereabouts")


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """A guess to begin with; `country` is empty when nothing tells it."""

    time_zone: str
    country: str


def AskWhereabouts(on_told: Callable[[Whereabouts], None]) -> VdomDict:
    """Ask the browser, unseen, as soon as this is on the page."""

    def told(event: dict[str, Any]) -> None:
        told_of = Detail(event)
        zone, tags = told_of.text("timeZone", "UTC"), told_of.texts("languages", [])
        on_told(Whereabouts(zone, guess_country(zone, tags)))

    return _whereabouts({"ontold": told, "hidden": True, "key": "whereabouts"})
