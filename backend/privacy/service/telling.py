"""Telling whoever wrote a request down: in the interface, and by a letter that names nobody."""

from __future__ import annotations

from backend.accounts.service.people import member_of_user, whereabouts
from backend.core.mail import queue_letter
from backend.core.permissions import Actor, Permission
from backend.core.unit_of_work import UnitOfWork
from backend.notifications.rules import NotificationKind
from backend.notifications.service import Notice, notify
from backend.privacy.letters import letter_about
from backend.privacy.rows import RequestRow


async def tell_ready(unit: UnitOfWork, request: RequestRow) -> None:
    """Tell that the copy can be fetched."""
    await _tell(unit, request, NotificationKind.PRIVACY_COPY_READY, "ready")


async def tell_erased(unit: UnitOfWork, request: RequestRow) -> None:
    """Tell that a person is erased; the request's contacts are gone."""
    await _tell(unit, request, NotificationKind.PRIVACY_ERASURE_DONE, "erased")


async def tell_failed(unit: UnitOfWork, request: RequestRow) -> None:
    """Tell that a request could not be done."""
    await _tell(unit, request, NotificationKind.PRIVACY_REQUEST_FAILED, "failed")


async def tell_near(unit: UnitOfWork, request: RequestRow) -> None:
    """Tell that a day is left."""
    await _tell(unit, request, NotificationKind.PRIVACY_REQUEST_DUE, "near")


async def tell_overdue(unit: UnitOfWork, request: RequestRow) -> None:
    """Tell that the deadline is over."""
    await _tell(unit, request, NotificationKind.PRIVACY_REQUEST_OVERDUE, "overdue")


async def _tell(unit: UnitOfWork, request: RequestRow, kind: NotificationKind, what: str) -> None:
    """Tell it, unless they have left the account or may not see requests any more."""
    if request.user_id is None:
        return
    member = await member_of_user(request.account_id, request.user_id)
    if member is None:
        return
    actor = Actor(account_id=request.account_id, role=member.role, user_id=request.user_id)
    if not actor.can(Permission.MANAGE_PRIVACY):
        return
    contact = request.contact_keys[0] if request.contact_keys else None
    # Nobody's name: a notification without a contact would outlive an erasure.
    await notify(unit, Notice(request.user_id, kind, request.id, "", contact))
    queue_letter(unit, letter_about(await whereabouts(actor), request, what))
