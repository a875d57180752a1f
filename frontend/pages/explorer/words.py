"""What the bench's own script says (static/explorer), in the reader's language."""

from __future__ import annotations

from frontend.locale import t


def bench_words() -> dict[str, str]:
    """Return the words by their names in the script; it fills in what is in braces."""
    return {
        "query": t("Operation"),
        "variables": t("Variables"),
        "headers": t("Headers"),
        "completion": t("Suggestions"),
        "answer": t("Answer"),
        "nothing": t("Run an operation, and its answer comes here."),
        "whole": t("The whole answer"),
        "waiting": t("Connected; waiting for events"),
        "events": t("Events: {count}"),
        "complete": t("ended by the server"),
        "stopped": t("stopped"),
        "refused": t("refused"),
        "reconnecting": t("Reconnecting…"),
        "closed": t("connection closed: {reason}"),
        "request": t("Reference"),
        "place": t("line {line}, column {column}"),
        "cost": t("cost {cost} of {maximum}"),
        "costLeft": t("cost {cost} of {maximum}, {remaining} left"),
        "copied": t("Copied"),
        "notAnObject": t("{name}: this is not a JSON object."),
        "unreachable": t("The server could not be reached."),
        "unnamed": t("Unnamed"),
    }
