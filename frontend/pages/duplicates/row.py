"""A pair as a shared fragment: who, why, how likely. The browser moves among them with the arrows
(static/islands/pair_list.js).
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from hashlib import blake2b
from typing import Any

import orjson
from reactpy import html
from reactpy.types import VdomDict

from frontend.components import Avatar, Icon
from frontend.fragments import fragment, target
from frontend.locale import t
from frontend.pages.contact_parts.words import contact_name
from frontend.pages.duplicates.pairs import Pair
from frontend.pages.duplicates.words import CERTAIN, LIKELY, reasons_words, score_words

DISMISS = "duplicates:dismiss"


def _version(pair: Pair, can_write: bool) -> Hashable:
    return can_write, blake2b(orjson.dumps(pair, default=dict), digest_size=16).digest()


@fragment(version=_version)
def pair_row(pair: Pair, can_write: bool) -> VdomDict:
    """Draw a pair; `can_write` is whether it can be dismissed here."""
    names = contact_name(pair["first"]), contact_name(pair["second"])
    return html.li(
        {"key": pair["id"], "className": "pair"},
        html.a(
            {
                "className": "pair-link",
                "href": f"/duplicates?pair={pair['id']}",
                "aria-label": t("Review {first} and {second}", first=names[0], second=names[1]),
            },
            _who(pair["first"], names[0]),
            _who(pair["second"], names[1]),
            html.span(
                {"className": "pair-why"},
                html.span(
                    {"className": f"pair-score pair-score-{_strength(pair['score'])}"},
                    score_words(pair["score"]),
                ),
                html.span({"className": "pair-reasons"}, reasons_words(pair["reasons"])),
            ),
        ),
        html.button(
            {
                "type": "button",
                "className": "icon-button pair-dismiss",
                "data-id": pair["id"],
                "title": t("Not duplicates"),
                "aria-label": t(
                    "{first} and {second} are not duplicates", first=names[0], second=names[1]
                ),
                "onClick": target(DISMISS),
            },
            Icon("x"),
        )
        if can_write
        else None,
    )


def _who(contact: Mapping[str, Any], name: str) -> VdomDict:
    email, phone = contact["primaryEmail"], contact["primaryPhone"]
    known = (contact["company"], email and email["address"], phone and phone["display"])
    more = [text for text in known if text and text != name]
    return html.span(
        {"className": "pair-who"},
        Avatar(name, photo_url=contact["photoUrl"], size=32),
        html.span(
            {"className": "pair-words"},
            html.bdi({"className": "pair-name"}, name),
            html.span({"className": "pair-more"}, " · ".join(more)),
        ),
    )


def _strength(score: int) -> str:
    if score >= CERTAIN:
        return "certain"
    return "likely" if score >= LIKELY else "possible"
