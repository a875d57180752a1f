"""One entry of a story, and the heading of a day, as shared fragments.

What happened is said by the folder that knows it: see `ContactStory` in
frontend/pages/contact/parts.py.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from datetime import date
from hashlib import blake2b
from typing import Any

import orjson
from reactpy import html
from reactpy.types import VdomDict

from frontend.components import Icon
from frontend.fragments import fragment
from frontend.locale import format_date, format_datetime, format_time, t
from frontend.pages.contact.parts import ContactStory, Entry, contact_parts, who
from frontend.pages.contact_timeline.field_changes import Line, lines_of

OTHER_ICON = "history"


def _version(entry: Entry) -> Hashable:
    return blake2b(orjson.dumps(entry, default=dict), digest_size=16).digest()


@fragment(version=_version)
def entry_row(entry: Entry) -> VdomDict:
    """Draw what happened: in a sentence, with what it was about, and when."""
    story = contact_parts().story_of(entry["topic"])
    return html.li(
        {"key": entry["cursor"], "className": "story-entry"},
        html.span({"className": "story-icon"}, Icon(story.icon if story else OTHER_ICON)),
        html.div(
            {"className": "story-words"},
            html.p({"className": "story-said", "dir": "auto"}, said(entry, story)),
            html.p({"className": "story-title", "dir": "auto"}, _title(entry["title"], story))
            if entry["title"]
            else None,
            html.p({"className": "story-excerpt", "dir": "auto"}, entry["excerpt"])
            if entry["excerpt"]
            else None,
            _lines(lines_of(entry["changes"])),
        ),
        _clock(entry["at"]),
    )


def _title(title: str, story: ContactStory | None) -> str:
    return story.title(title) if story else title


@fragment(version=lambda day: day)
def day_heading(day: date) -> VdomDict:
    """Draw the heading of a day; the browser says "yesterday" of it while that is true."""
    return html.li(
        {"key": f"day-{day.isoformat()}", "className": "story-day"},
        html.h3(
            html.time(
                {
                    "dateTime": day.isoformat(),
                    "title": format_date(day, "full"),
                    "data-relative": "day",
                },
                format_date(day, "long"),
            )
        ),
    )


def said(entry: Entry, story: ContactStory | None) -> str:
    """Return an entry's sentence; a kind that nobody has words for is at least not hidden."""
    words = story.words.get(entry["kind"]) if story else None
    if words is not None:
        return words(entry)
    return t("{who} did something else: {kind}", who=who(entry), kind=entry["kind"])


def _lines(lines: list[Line]) -> VdomDict | None:
    if not lines:
        return None
    return html.ul(
        {"className": "story-changes"},
        *(
            html.li(
                {"key": str(place), "className": "story-change"},
                html.span({"className": "story-field"}, line.label),
                html.del_({"dir": "auto"}, line.before) if line.before else None,
                html.span({"aria-hidden": "true"}, "→") if line.before and line.after else None,
                html.ins({"dir": "auto"}, line.after) if line.after else None,
            )
            for place, line in enumerate(lines)
        ),
    )


def _clock(at: str) -> VdomDict:
    attributes: Mapping[str, Any] = {
        "dateTime": at,
        "title": format_datetime(at, "long"),
        "className": "story-clock",
    }
    return html.time(attributes, format_time(at))
