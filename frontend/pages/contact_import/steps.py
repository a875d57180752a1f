"""The frame of an import: its name, the way through the steps, and one primary action."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import NamedTuple

from reactpy import html, use_ref
from reactpy.types import VdomDict

from frontend.components import Child, Icon, PageHeader, classes
from frontend.hooks.navigation import go
from frontend.locale import t
from frontend.pages.contact_import.one_import import BEING_PREPARED, Import
from frontend.session import Session

FIRST = "file"
DOUBLE_CLICK_SECONDS = 0.4


class Step(NamedTuple):
    """One step, as the URL and the reader call it."""

    id: str
    label: str


def steps(*, fetched: bool = False) -> list[Step]:
    """Return the steps in their order; the first is no file where contacts were `fetched`."""
    return [
        Step("file", t("Contacts") if fetched else t("File")),
        Step("columns", t("Columns")),
        Step("options", t("Options")),
        Step("check", t("Check", context="step")),
        Step("import", t("Import", context="step")),
    ]


def step_url(import_id: str, step: str) -> str:
    """Return where a step of an import is."""
    query = "" if step == FIRST else f"?step={step}"
    return f"/contacts/import/{import_id}{query}"


def go_to(session: Session, import_id: str, step: str) -> None:
    """Move the window to a step, and the reader's focus to its beginning."""
    go(session, step_url(import_id, step))
    session.command("focus", id=f"import-{step}")


def use_settled() -> Callable[[], bool]:
    """Return whether the step has been on screen long enough for a click to be meant for it: the
    second of a double click is not, though the button of the next step is where that of the last
    one was.
    """
    began: float = use_ref(monotonic()).current
    return lambda: monotonic() - began > DOUBLE_CLICK_SECONDS


def use_way_on(session: Session, import_id: str, step: str) -> Callable[[], None]:
    """Return what goes to the next step, once the present one has been on screen long enough."""
    is_settled = use_settled()

    def go_on() -> None:
        if is_settled():
            go_to(session, import_id, step)

    return go_on


def StepFrame(
    found: Import, step: str, *children: Child, actions: Child = None, primary: Child = None
) -> VdomDict:
    """Draw one step of an import. What can be gone to is a link."""
    return html.div(
        {"className": "import"},
        PageHeader(
            found["filename"],
            back=(t("Imports"), "/contacts/import"),
            actions=actions,
            primary=primary,
        ),
        html.div(
            {"className": "page-content import-content"},
            _way(found, step),
            html.div({"className": "import-step", "key": step}, *children),
        ),
    )


def _way(found: Import, here: str) -> VdomDict:
    known = steps(fetched=bool(found["fetch"]))
    at = [step.id for step in known].index(here)
    return html.nav(
        {"className": "import-way", "aria-label": t("Steps"), "key": "way"},
        html.ol(
            *(
                html.li(
                    {
                        "key": step.id,
                        "className": classes(
                            "import-mark", place < at and "import-mark-done", place == at and "here"
                        ),
                    },
                    _mark(found, step, place, at),
                )
                for place, step in enumerate(known)
            ),
        ),
    )


def _mark(found: Import, step: Step, place: int, at: int) -> VdomDict:
    parts = [
        html.span(
            {"className": "import-mark-number", "aria-hidden": "true"},
            Icon("check", size=12) if place < at else str(place + 1),
        ),
        html.span({"className": "import-mark-words"}, step.label),
    ]
    if place == at:
        return html.span({"aria-current": "step"}, *parts)
    is_open = found["state"] in BEING_PREPARED and found["source"] and step.id != "import"
    if not is_open:
        return html.span({"aria-disabled": "true"}, *parts)
    return html.a({"href": step_url(found["id"], step.id)}, *parts)


def StepHeading(step: str, title: str, text: Child = None) -> VdomDict:
    """Draw what a step is about."""
    return html.header(
        {"className": "import-step-head"},
        html.h2({"className": "import-heading", "id": f"import-{step}", "tabIndex": -1}, title),
        html.p({"className": "import-text"}, text) if text else None,
    )
