"""The tab of a contact's story: filtered by what it is about, older entries on scroll, live."""

from __future__ import annotations

from typing import Any

from reactpy import component, html, use_ref
from reactpy.core.vdom import Vdom
from reactpy.types import Component, VdomDict

from frontend.components import Button, EmptyState, Skeleton
from frontend.fragments import FragmentList
from frontend.hooks import use_live, use_store, use_task, use_url_state
from frontend.locale import t
from frontend.operations import load
from frontend.pages.contact.parts import contact_parts
from frontend.pages.contact.state import use_contact_page
from frontend.pages.contact_timeline.timeline import Shown, Timeline
from frontend.session import current_session

_reach = Vdom("carnet-reach")
TOPIC = "about"
"""The name of the chosen topic in the URL's query."""
NOT_BEGUN: Timeline | None = None


@component
def TimelineTab(contact_id: str) -> VdomDict:
    """The filter, and the story about what it chose."""
    wanted, _ = use_url_state(TOPIC)
    topic = wanted if contact_parts().story_of(wanted) else ""
    return html.div(
        {"className": "story"},
        Topics(topic, key="topics"),
        Story(contact_id, topic, key=f"story-{topic}"),
    )


@component
def Topics(topic: str) -> VdomDict | None:
    """The choice of what the story is about."""
    _, choose = use_url_state(TOPIC)
    stories = contact_parts().stories
    if len(stories) < 2:
        return None

    def chosen(event: dict[str, Any]) -> None:
        choose(event["currentTarget"]["dataset"].get("topic") or None)

    choices = [("", t("Everything")), *((story.topic, story.label()) for story in stories)]
    return html.div(
        {"className": "story-topics", "role": "group", "aria-label": t("Show in the timeline")},
        *(
            html.button(
                {
                    "key": each,
                    "type": "button",
                    "className": "story-topic",
                    "data-topic": each,
                    "aria-pressed": "true" if each == topic else "false",
                    "onClick": chosen,
                },
                words,
            )
            for each, words in choices
        ),
    )


@component
def Story(contact_id: str, topic: str) -> VdomDict | Component:
    """The entries; what the page read for them when it opened is shown at once."""
    kept = use_ref(NOT_BEGUN)
    if kept.current is None:
        kept.current = _begun(contact_id, topic)
    timeline = kept.current
    shown: Shown | None = use_store(timeline.shown)
    failed: bool = use_store(timeline.failed)
    use_task(timeline.begin, [], loading=timeline.session)
    return html.div(
        {"className": "story-body"},
        Follow(timeline, key="follow"),
        _entries(timeline, shown) if shown else _unread(timeline, failed),
    )


def _unread(timeline: Timeline, failed: bool) -> VdomDict:
    if not failed:
        return Skeleton("list", lines=6)
    return EmptyState(
        t("The timeline could not be read"),
        t("The server did not answer as it should. What you have is safe."),
        action=Button(t("Try again"), variant="primary", on_click=timeline.read),
        drawing="lost",
    )


def _begun(contact_id: str, topic: str) -> Timeline:
    page = use_contact_page()
    timeline = Timeline(current_session(), contact_id, topic)
    first = page.first("timeline")
    if first is not None and not topic:
        timeline.begin_with(first, page.cursor.value)
    return timeline


def _entries(timeline: Timeline, shown: Shown) -> VdomDict:
    async def reached(event: dict[str, Any]) -> None:
        await timeline.read_older()

    if not shown.rows:
        return EmptyState(
            t("Nothing yet"),
            t("What happens with this contact appears here, whoever does it."),
            drawing="page",
        )
    return html.div(
        {"className": "story-frame"},
        FragmentList(
            "ol", {"className": "story-list", "aria-label": t("Timeline")}, shown.fragments()
        ),
        _reach(
            {
                "key": "older",
                "className": "story-older",
                "data-at": shown.older,
                "onreach": reached,
            },
            Button(t("Show older"), small=True, variant="ghost", on_click=timeline.read_older),
        )
        if shown.older
        else None,
    )


@component
def Follow(timeline: Timeline) -> None:
    """Nothing to see: adds what happens while one looks."""
    cursor: str | None = use_store(timeline.cursor)
    use_live(
        load("timeline/follow_timeline"),
        timeline.variables,
        timeline.follow,
        after=cursor,
        skip=cursor is None,
    )
