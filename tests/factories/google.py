"""Google accounts of the stand-in, connected through the product's own verbs."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

from backend.core.jobs.worker import run_due_jobs
from backend.core.permissions import Actor
from backend.google.service.connect import begin_sign_in, end_sign_in
from backend.google.service.read_labels import read_labels
from backend.google.service.start import create_google_import
from backend.imports.rows import ImportRow
from tests.factories.imports import read_import
from tests.fixtures.google_stand_in import CONTACTS, GoogleStandIn

ANN = "ann@example.org"
ALL = f"openid email {CONTACTS}"


def agree(google: GoogleStandIn, url: str, email: str = ANN, scope: str = ALL) -> tuple[str, str]:
    """Sign in and agree where somebody was sent; return the state and the code they come with."""
    asked = dict(parse_qsl(urlsplit(url).query))
    return asked["state"], google.code_for(email, {**asked, "scope": scope})


async def connect(google: GoogleStandIn, actor: Actor, email: str = ANN) -> int:
    """Connect a Google account, and read its labels."""
    state, code = agree(google, await begin_sign_in(actor), email)
    key = await end_sign_in(actor, state, code=code)
    await read_labels(actor, key)
    return key


async def fetched(
    actor: Actor, key: int, label: str = "", *, only_changes: bool = False
) -> ImportRow:
    """Fetch contacts with all that is due, and return the import."""
    made = await create_google_import(actor, key, label, only_changes=only_changes)
    await run_due_jobs()
    return await read_import(actor, made.import_id)
