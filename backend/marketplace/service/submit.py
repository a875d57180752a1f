"""A lead becomes a project of a contact, new or known."""

from __future__ import annotations

from dataclasses import dataclass, replace

from backend.accounts.rules.places import check_currency
from backend.contacts.consent import ConsentOrigin
from backend.contacts.drafts import ContactDraft, EmailDraft, PhoneDraft
from backend.contacts.emails import normalize_email
from backend.contacts.kinds import ConsentSource
from backend.contacts.phones import parse_phone
from backend.contacts.service import add_contacts, touched_contact
from backend.contacts.service.finding import (
    account_country,
    contacts_by_email,
    contacts_by_phone,
)
from backend.core.clock import now_micros
from backend.core.errors import Refusals, Required, TooMany
from backend.core.permissions import Actor, Permission, Scope
from backend.core.text import clean_line, clean_lines
from backend.core.unit_of_work import UnitOfWork, unit_of_work
from backend.files.service import attach_uploads
from backend.marketplace.drafts import Budget, LeadDraft, LeadPerson
from backend.marketplace.errors import BudgetInvalid, LeadUnreachable
from backend.marketplace.events import LeadReceived
from backend.marketplace.limits import (
    DESCRIPTION_LENGTH,
    EXCERPT_LENGTH,
    LEAD_ID_LENGTH,
    MAX_FILES,
    MAX_MINOR,
    SOURCE_LENGTH,
    TITLE_LENGTH,
)
from backend.marketplace.queries import project_of_lead


@dataclass(frozen=True, slots=True)
class LeadSubmitted:
    """The project that a lead is, and its contact. ``created`` and ``contact_created``: now."""

    project_id: int
    contact_id: int
    created: bool
    contact_created: bool
    cursor: str


async def submit_lead(actor: Actor, draft: LeadDraft) -> LeadSubmitted:
    """Keep a lead as a project of who asks: of the contact that has the e-mail, else the phone,
    else of a new one. A known contact stays as it is.

    The same lead of the same source again, also at once, is the first one, whatever it says now.

    Raises:
        LeadUnreachable: neither an e-mail nor a phone.
        BudgetInvalid, CurrencyUnknown
        NotFound, UploadUnfinished: of an upload.
        Required, TooLong, TooMany, InvalidCharacters
        Refusals: the contact cannot be made.
        Forbidden
    """
    actor.require(Permission.SUBMIT_LEADS)
    lead = _clean(draft)
    # What follows is done for the lead: a token that may only hand leads in can ask for nothing
    # else, and is told nothing of the contact.
    async with unit_of_work(replace(actor, scopes=frozenset(Scope))) as unit:
        await unit.take_turn()
        known = await project_of_lead(actor.account_id, lead.source, lead.lead_id)
        if known is not None:
            return LeadSubmitted(*known, created=False, contact_created=False, cursor="")
        contact_id = await _find(unit.actor, lead.person)
        is_new = contact_id is None
        if contact_id is None:
            contact_id = await _add(unit, lead.person)
        project_id = await _insert(unit, contact_id, lead)
        await _attach(unit, contact_id, project_id, lead)
        unit.record(_fact(project_id, contact_id, lead))
        await touched_contact(unit, contact_id)
    return LeadSubmitted(
        project_id, contact_id, created=True, contact_created=is_new, cursor=unit.cursor
    )


def _clean(draft: LeadDraft) -> LeadDraft:
    person = draft.person
    if not (person.email or "").strip() and not (person.phone or "").strip():
        raise LeadUnreachable(("contact",))
    if len(draft.upload_ids) > MAX_FILES:
        raise TooMany(("uploadIds",), maximum=MAX_FILES)
    return replace(
        draft,
        source=_line(draft.source, "source", SOURCE_LENGTH),
        lead_id=_line(draft.lead_id, "leadId", LEAD_ID_LENGTH),
        title=_line(draft.title, "title", TITLE_LENGTH),
        description=clean_lines(draft.description, ("description",), maximum=DESCRIPTION_LENGTH),
        budget=None if draft.budget is None else _budget(draft.budget),
    )


def _line(value: str, name: str, maximum: int) -> str:
    clean = clean_line(value, (name,), maximum=maximum)
    if clean is None:
        raise Required((name,))
    return clean


def _budget(budget: Budget) -> Budget:
    if not 0 <= budget.amount_minor <= MAX_MINOR:
        raise BudgetInvalid(("budget", "amountMinor"), maximum=MAX_MINOR)
    return replace(budget, currency=check_currency(budget.currency, ("budget", "currency")))


async def _find(actor: Actor, person: LeadPerson) -> int | None:
    """Return the contact that somebody is: of several with the same e-mail, the first made."""
    email = normalize_email((person.email or "").strip())
    if email:
        holders = (await contacts_by_email(actor, (email,))).get(email)
        if holders:
            return min(holders)
    phone = parse_phone(person.phone or "", await account_country(actor.account_id))
    if phone is not None and phone.e164:
        holders = (await contacts_by_phone(actor, (phone.digits,))).get(phone.digits)
        if holders:
            return min(holders)
    return None


async def _add(unit: UnitOfWork, person: LeadPerson) -> int:
    email, phone = (person.email or "").strip(), (person.phone or "").strip()
    made = await add_contacts(
        unit,
        (
            ContactDraft(
                given_name=person.given_name,
                family_name=person.family_name,
                company=person.company,
                emails=(EmailDraft(email),) if email else (),
                phones=(PhoneDraft(phone),) if phone else (),
            ),
        ),
        origin=ConsentOrigin(ConsentSource.LEAD),
    )
    if made.refused:
        raise Refusals([each.at("contact") for each in made.refused[0]])
    return made.ids[0]


async def _insert(unit: UnitOfWork, contact_id: int, lead: LeadDraft) -> int:
    now = now_micros()
    rows = await unit.fetch(
        "INSERT INTO project (account_id, contact_id, source, lead_id, title, description, "
        "budget_minor, currency, deadline, status, created_at, updated_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
        (
            unit.actor.account_id,
            contact_id,
            lead.source,
            lead.lead_id,
            lead.title,
            lead.description,
            lead.budget and lead.budget.amount_minor,
            lead.budget and lead.budget.currency,
            lead.deadline and lead.deadline.isoformat(),
            lead.status.value,
            now,
            now,
        ),
    )
    return int(rows[0][0])


async def _attach(unit: UnitOfWork, contact_id: int, project_id: int, lead: LeadDraft) -> None:
    keys = await attach_uploads(unit, contact_id, lead.upload_ids)
    await unit.execute_many(
        "INSERT INTO project_file (project_id, attachment_id) VALUES (?, ?)",
        [(project_id, key) for key in dict.fromkeys(keys)],
    )


def _fact(project_id: int, contact_id: int, lead: LeadDraft) -> LeadReceived:
    return LeadReceived(
        project_id,
        contact_id,
        lead.title,
        lead.source,
        excerpt=" ".join((lead.description or "").split())[:EXCERPT_LENGTH] or None,
        budget_minor=lead.budget.amount_minor if lead.budget else None,
        currency=lead.budget.currency if lead.budget else None,
    )
