"""A lead becomes a project of the right contact, once, whoever hands it in how often."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date

import pytest

from backend.accounts.errors import CurrencyUnknown
from backend.accounts.service.tokens import create_token
from backend.contacts.drafts import EmailDraft, PhoneDraft
from backend.contacts.selections import SelectedIds
from backend.contacts.service import delete_contacts
from backend.core.change_log import changes_after
from backend.core.errors import Forbidden, NotFound, Refusals, Required, TooLong
from backend.core.paging import PageRequest
from backend.core.permissions import Permission, Role, Scope
from backend.core.registry import personal_data
from backend.core.unit_of_work import unit_of_work
from backend.duplicates.service import undo_merge
from backend.marketplace.drafts import Budget, LeadDraft, LeadPerson
from backend.marketplace.errors import BudgetInvalid, LeadUnreachable
from backend.marketplace.queries import projects_by_id, projects_page
from backend.marketplace.service import change_project_status, submit_lead
from backend.marketplace.statuses import ProjectStatus
from tests.backend.duplicates.merging import merge
from tests.factories.accounts import new_member
from tests.factories.contacts import new_contact, read_contact
from tests.factories.files import new_upload
from tests.factories.personal_data import gathered

LEAD = LeadDraft(
    source="Example Market",
    lead_id="4711",
    title="A new shop",
    person=LeadPerson(given_name="Elio", email="Elio@example.org", phone="+39 347 123 4567"),
    description="Three languages.\nSoon.",
    budget=Budget(350000, "eur"),
    deadline=date(2027, 3, 1),
)
SUBMIT = """mutation ($input: SubmitLeadInput!) { submitLead(input: $input) {
  projectId contactId created contactCreated errors { code path } } }"""
READ = """query ($id: ID!) { node(id: $id) { ... on Contact { projects { totalCount edges { node {
  title budget { amountMinor currency } deadline status source description
  attachments { name downloadUrl } } } } attachments { totalCount } } } }"""


async def titles(actor, contact_id):
    page = await projects_page(actor, contact_id, PageRequest.of())
    return [row.title for row in page.rows]


async def test_a_lead_of_nobody_known_makes_a_contact_and_its_project(owner):
    done = await submit_lead(owner.actor, LEAD)
    assert (done.created, done.contact_created) == (True, True)
    contact = await read_contact(owner.actor, done.contact_id)
    assert contact.given_name == "Elio"
    project = (await projects_by_id(owner.actor, (done.project_id,)))[done.project_id]
    assert project.budget == Budget(350000, "EUR")
    assert (project.deadline, project.status) == (date(2027, 3, 1), ProjectStatus.NEW)
    told = [each for each in await changes_after(owner.account_id, 0, limit=100)
            if each.kind == "lead.received"]  # fmt: skip
    assert told[0].payload["contact_id"] == done.contact_id
    assert told[0].payload["budget_minor"] == 350000
    assert told[0].payload["excerpt"] == "Three languages. Soon."


@pytest.mark.parametrize(
    "person",
    [
        LeadPerson(email="ANNA@example.org", phone="+39 02 1234 5678"),
        LeadPerson(email="other@example.org", phone="0039 347 1234567"),
        LeadPerson(phone="347 123 4567", given_name="Somebody"),
    ],
)
async def test_a_known_contact_is_found_and_stays_as_it_is(owner, clock, person):
    anna = await new_contact(
        owner.actor,
        given_name="Anna",
        emails=[EmailDraft("anna@example.org")],
        phones=[PhoneDraft("+393471234567")],
    )
    clock.advance(hours=1)
    done = await submit_lead(owner.actor, replace(LEAD, person=person))
    assert (done.contact_id, done.contact_created) == (anna.pk, False)
    now = await read_contact(owner.actor, anna.pk)
    assert (now.given_name, now.version) == ("Anna", anna.version)
    assert now.last_activity_at > anna.last_activity_at


async def test_the_same_lead_is_one_also_at_once(owner, stranger):
    first, second = await asyncio.gather(*(submit_lead(owner.actor, LEAD) for _ in range(2)))
    assert first.project_id == second.project_id
    assert {first.created, second.created} == {True, False}
    again = await submit_lead(owner.actor, replace(LEAD, title="Changed"))
    assert (again.project_id, again.created) == (first.project_id, False)
    assert await titles(owner.actor, first.contact_id) == ["A new shop"]
    other = await submit_lead(owner.actor, replace(LEAD, source="Another Market"))
    assert (other.created, other.contact_id) == (True, first.contact_id)
    assert (await submit_lead(stranger.actor, LEAD)).created
    assert await titles(stranger.actor, first.contact_id) == []


@pytest.mark.parametrize(
    ("change", "refusal", "path"),
    [
        ({"person": LeadPerson(given_name="Nobody")}, LeadUnreachable, ("contact",)),
        ({"title": " "}, Required, ("title",)),
        ({"lead_id": "x" * 201}, TooLong, ("leadId",)),
        ({"budget": Budget(-1, "EUR")}, BudgetInvalid, ("budget", "amountMinor")),
        ({"budget": Budget(1, "XYZ")}, CurrencyUnknown, ("budget", "currency")),
        ({"upload_ids": ("RmlsZVVwbG9hZDo5OTk=",)}, NotFound, ("uploadIds", "0")),
    ],
)
async def test_a_bad_lead_is_refused_and_writes_nothing(owner, change, refusal, path):
    with pytest.raises(refusal) as refused:
        await submit_lead(owner.actor, replace(LEAD, **change))
    assert refused.value.path == path
    assert (await submit_lead(owner.actor, LEAD)).contact_created


async def test_an_address_that_is_none_is_refused_as_the_contact_s(owner):
    with pytest.raises(Refusals) as refused:
        await submit_lead(owner.actor, replace(LEAD, person=LeadPerson(email="nowhere")))
    assert refused.value.refusals[0].path[0] == "contact"


async def test_a_token_of_leads_hands_in_with_files_and_reads_nothing(owner, ask_as):
    made = await create_token(owner.actor, "Market", {Scope.LEADS})
    assert made.row.scopes == (Scope.LEADS,)
    token = replace(owner.actor, token_id=made.row.id, scopes=frozenset({Scope.LEADS}))
    assert token.permissions == {Permission.SUBMIT_LEADS, Permission.UPLOAD_FILES}
    upload = await new_upload(token, b"%PDF-1.7", "brief.pdf")
    done = await submit_lead(token, replace(LEAD, upload_ids=(upload.upload_id,)))
    with pytest.raises(Forbidden):
        await change_project_status(token, done.project_id, ProjectStatus.WON)
    reading = replace(token, scopes=frozenset({Scope.READ}))
    with pytest.raises(Forbidden):
        await submit_lead(reading, LEAD)
    viewer = (await new_member(owner, Role.VIEWER)).actor
    with pytest.raises(Forbidden):
        await submit_lead(viewer, LEAD)
    (contact_id,) = [(await read_contact(owner.actor, done.contact_id)).id]
    found = (await ask_as(owner).data(READ, id=contact_id))["node"]
    (edge,) = found["projects"]["edges"]
    assert edge["node"]["budget"] == {"amountMinor": 350000, "currency": "EUR"}
    assert [each["name"] for each in edge["node"]["attachments"]] == ["brief.pdf"]
    assert found["attachments"]["totalCount"] == 1
    again = await ask_as(owner).data(
        SUBMIT,
        input={
            "source": "Example Market",
            "leadId": "4711",
            "title": "x",
            "contact": {"phone": "1"},
        },
    )
    assert (again["submitLead"]["created"], again["submitLead"]["errors"]) == (False, [])
    assert again["submitLead"]["contactId"] == contact_id


async def test_a_status_is_changed_and_told(owner, stranger):
    done = await submit_lead(owner.actor, LEAD)
    with pytest.raises(NotFound):
        await change_project_status(stranger.actor, done.project_id, ProjectStatus.WON)
    for _ in range(2):
        written = await change_project_status(owner.actor, done.project_id, ProjectStatus.WON)
        assert written.project.status is ProjectStatus.WON
    told = [each.payload for each in await changes_after(owner.account_id, 0, limit=100)
            if each.kind == "project.status_changed"]  # fmt: skip
    (change,) = [each["changes"][0] for each in told]
    assert (change["before"], change["after"]) == (["new"], ["won"])


async def test_projects_follow_their_contact_to_the_end(owner):
    done = await submit_lead(owner.actor, LEAD)
    anna = await new_contact(owner.actor, given_name="Anna")
    other = await read_contact(owner.actor, done.contact_id)
    merged = await merge(owner.actor, anna, other)
    assert await titles(owner.actor, anna.pk) == ["A new shop"]
    assert (await submit_lead(owner.actor, LEAD)).contact_id == anna.pk
    await undo_merge(owner.actor, merged.id)
    assert await titles(owner.actor, anna.pk) == []
    held = personal_data.entries["projects"]
    (found,) = await gathered(held, owner.actor, done.contact_id)
    assert (found["title"], found["budget_minor"]) == ("A new shop", 350000)
    await delete_contacts(owner.actor, SelectedIds((done.contact_id,)))
    assert await titles(owner.actor, done.contact_id) == []
    async with unit_of_work(owner.actor) as unit:
        await held.erase(unit, done.contact_id)
    assert await gathered(held, owner.actor, done.contact_id) == []
