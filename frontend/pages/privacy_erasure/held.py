"""What goes, what ends and what stays, as panels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from reactpy import html
from reactpy.types import VdomDict

from frontend.components import Icon, Panel
from frontend.locale import t
from frontend.pages.privacy_erasure.words import (
    Erasure,
    ending_words,
    in_order,
    kept_words,
    section_words,
    until_words,
)


def goes(shown: Erasure) -> VdomDict:
    """Draw what goes."""
    return Panel(
        t("What goes"),
        erased_list(shown["erased"]),
        text=t(
            "For good, wherever it is: in the trash, in the history, in the search, and in the "
            "files of the database. Texts about others that give their name, e-mail or phone lose "
            "these."
        ),
    )


def ends(shown: Erasure) -> VdomDict:
    """Draw what ends with it."""
    return Panel(
        t("What ends"),
        html.ul(
            {"className": "erasure-lines"},
            *(_line(words, place) for place, words in enumerate(ending_words(shown))),
        ),
    )


def stays(kept: Sequence[Mapping[str, Any]]) -> VdomDict:
    """Draw what stays, and why."""
    return Panel(t("What stays, and why"), *kept_lines(kept))


def erased_list(erased: Sequence[Mapping[str, Any]]) -> VdomDict:
    """Draw counts of what goes or went."""
    return html.ul(
        {"className": "erasure-counts"},
        *(
            html.li({"key": each["section"]}, section_words(each["section"], each["count"]))
            for each in in_order(erased)
        ),
    )


def kept_lines(
    kept: Sequence[Mapping[str, Any]], purged: VdomDict | None = None
) -> Sequence[VdomDict | None]:
    """Draw what is kept by law, and that it was ``purged``; by ourselves; and in backups."""
    documents = (
        [
            html.li(
                {"key": each["kind"]},
                html.strong(kept_words(each)),
                " ",
                html.span({"className": "erasure-until"}, until_words(each)),
            )
            for each in kept
        ]
        if kept
        else [html.li({"key": "none"}, t("No document was issued to this person."))]
    )
    return (
        html.ul({"className": "erasure-kept"}, *documents),
        html.p(
            {"className": "erasure-text"},
            t(
                "Issued documents name their buyer, as the law wants it. Nothing else leads from "
                "them to the person. After that day they are purged by themselves: their PDFs and "
                "all texts go; numbers, days, amounts and the proof that nothing was changed stay."
            ),
        )
        if kept
        else None,
        purged,
        html.p(
            {"className": "erasure-text"},
            t(
                "Fingerprints of e-mails and phone numbers, so that no imported file brings the "
                "person back. They tell nobody who it was."
            ),
        ),
        html.p({"className": "erasure-text"}, t("Backups expire on their own schedule.")),
    )


def _line(words: str, place: int) -> VdomDict:
    return html.li({"key": str(place)}, Icon("circle-x", size=16), html.span(words))
