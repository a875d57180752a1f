"""Which media type a client wants its answer in.

Source: the GraphQL over HTTP specification, sections 5.1 and 6.4.
"""

from __future__ import annotations

JSON = "application/json"
GRAPHQL = "application/graphql-response+json"
EVENTS = "text/event-stream"
OFFERED = (JSON, GRAPHQL, EVENTS)
_WILDCARDS = {"*/*": JSON, "application/*": JSON, "text/*": EVENTS}


def choose_media_type(accept: str | None) -> str | None:
    """Return what to answer with, or None when the client takes nothing that there is.

    JSON for those who say nothing, as older clients do.
    """
    if accept in OFFERED:
        return accept
    if accept is None or not accept.strip():
        return JSON
    best: tuple[float, str] | None = None
    for part in accept.split(","):
        name, quality = _read(part)
        offered = name if name in OFFERED else _WILDCARDS.get(name)
        if offered is None or quality <= 0:
            continue
        # The first of equals wins, as clients write them in the order they prefer.
        if best is None or quality > best[0]:
            best = quality, offered
    return best[1] if best else None


def _read(part: str) -> tuple[str, float]:
    name, *parameters = (piece.strip().lower() for piece in part.split(";"))
    quality = 1.0
    for parameter in parameters:
        key, _, value = parameter.partition("=")
        if key == "q":
            try:
                quality = float(value)
            except ValueError:
                quality = 0.0
        elif key == "charset" and value.strip('"') not in ("utf-8", "utf8"):
            quality = 0.0
    return name, quality
