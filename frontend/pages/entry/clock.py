"""What a browser knows of where it is: its time zone and its languages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import orjson
from reactpy.core.vdom import Vdom
from reactpy.types import VdomDict

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
        detail = orjson.loads(event["detail"])
        zone, tags = str(detail["timeZone"] or "UTC"), [str(tag) for tag in detail["languages"]]
        on_told(Whereabouts(zone, guess_country(zone, tags)))

    return _whereabouts({"ontold": told, "hidden": True, "key": "whereabouts"})
