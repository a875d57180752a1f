"""The contacts that an undo left alone, since somebody had changed them."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote

from reactpy import component, html
from reactpy.types import VdomDict

from frontend.components import Dialog, Link, Skeleton
from frontend.hooks import use_query
from frontend.locale import t, tn
from frontend.operations import load
from frontend.pages.contact_parts.words import contact_name

MOST_SHOWN = 100


def kept_url(job_id: str) -> str:
    """Return the place where the list is."""
    return f"/contacts?kept={quote(job_id, safe='')}"


@component
def KeptContacts(job_id: str, *, on_close: Callable[[], None]) -> VdomDict:
    """Their names, each a way to the contact."""
    found, loading, _, _ = use_query(
        load("jobs/list_kept_contacts"), {"id": job_id, "first": MOST_SHOWN}
    )
    contacts = (found or {}).get("jobKeptContacts") or ()
    job, _, _, _ = use_query(load("jobs/read_job"), {"id": job_id})
    count = ((job or {}).get("job") or {}).get("keptCount", 0)
    more = count - len(contacts)
    return Dialog(
        t("Left as they are"),
        html.div(
            {"className": "kept-contacts"},
            html.p(t("They were changed after what was undone: undoing would lose that.")),
            Skeleton("list", lines=4)
            if loading
            else html.ul(
                {"className": "kept-contacts-list"},
                *(
                    html.li(
                        {"key": contact["id"]},
                        Link(
                            contact_name(contact),
                            href=f"/contacts?open={quote(contact['id'], safe='')}",
                        ),
                    )
                    for contact in contacts
                ),
            ),
            html.p(tn("and {count} more", "and {count} more", more)) if more > 0 else None,
        ),
        on_close=on_close,
        id="kept-contacts",
    )
