"""What stands in the place of a component that could not be drawn."""

from __future__ import annotations

from typing import Any

from reactpy import html

from frontend.components.icon import Icon
from frontend.errors import log_error
from frontend.fragments import wire_model
from frontend.locale import t
from frontend.session import Session


def error_panel(error: BaseException, session: Session) -> dict[str, Any]:
    """Log what a component raised and return the model that says so, with the request id and a way
    to try again.
    """
    request_id = log_error(error)
    model: dict[str, Any] = wire_model(
        html.div(
            {"className": "notice notice-error error-panel", "role": "alert"},
            Icon("circle-alert"),
            html.div(
                {"className": "notice-words"},
                html.p(t("This part could not be shown.")),
                html.p({"className": "error-panel-reference"}, t("Reference {id}", id=request_id)),
            ),
            html.a(
                {
                    "className": "button button-secondary button-small",
                    "href": session.location.value.url,
                    "data-reload": "",
                },
                t("Load again"),
            ),
        )
    )
    return model
