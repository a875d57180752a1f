"""Requests of people about their data, written down in an account."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from backend.core.ids import decode_id, encode_id
from backend.core.permissions import Actor
from backend.privacy.details import Details
from backend.privacy.rules import RequestKind
from backend.privacy.service.copying import make_copy
from backend.privacy.service.create import create_request
from backend.privacy.service.preview import preview_erasure

EMAIL = "kryptos.contact@example.org"


async def add_requests(actor: Actor, mark: str, contact: str) -> dict[str, Any]:
    """Write an erasure and a copy down; return their ids. The copy is ready."""
    key = decode_id(contact, "Contact", ())
    details = Details(f"{mark} person", EMAIL)
    made = await create_request(actor, RequestKind.ERASURE, details, (key,))
    copied = await create_request(actor, RequestKind.COPY, replace(details, phone="12"), (key,))
    await make_copy({"account_id": actor.account_id, "request_id": copied.request_id, "task": 1})
    return {
        "privacy_copy": encode_id("PrivacyRequest", copied.request_id),
        "privacy_request": encode_id("PrivacyRequest", made.request_id),
        "erasure_words": (await preview_erasure(actor, made.request_id)).words,
    }
