"""How a copy is fetched: by one person of the team, or by a link that a scanner does not use up."""

from __future__ import annotations

from datetime import timedelta

import pytest

from backend.contacts.drafts import EmailDraft
from backend.core.clock import frozen, now
from backend.core.database import read
from backend.core.jobs.worker import run_due_jobs
from backend.core.permissions import Role
from backend.domains import load_jobs
from backend.privacy.details import Details
from backend.privacy.queries import find_request
from backend.privacy.rules import RequestKind, RequestState
from backend.privacy.service.create import create_request
from backend.privacy.service.expiring import forget_expired_copies
from tests.factories.accounts import new_member
from tests.factories.api import Asker
from tests.factories.contacts import new_contact

load_jobs()

COPY = """query ($id: ID!) { privacyRequest(id: $id) { state copy { downloadUrl downloadCount
  downloads { byLink downloadedBy } letters { sentBy } link { url } } } }"""
LINK = """mutation ($input: CreatePrivacyLinkInput!) { createPrivacyLink(input: $input) {
  request { copy { link { url } } } errors { code } } }"""
REVOKE = "mutation ($i: RevokePrivacyLinkInput!) { revokePrivacyLink(input: $i) { cursor } }"
SEND = """mutation ($input: SendPrivacyCopyInput!) { sendPrivacyCopy(input: $input) {
  request { id } errors { code path } } }"""


@pytest.fixture
async def ready(owner):
    """A copy that is ready."""
    anna = await new_contact(
        owner.actor, given_name="Anna", emails=[EmailDraft("anna@example.org")]
    )
    details = Details(email="anna@example.org")
    made = await create_request(owner.actor, RequestKind.COPY, details, (anna.pk,))
    await run_due_jobs()
    found = await find_request(owner.account_id, made.request_id)
    assert found is not None
    assert found.state is RequestState.READY
    return found


def signed_in(person):
    return {"cookie": f"carnet_session={person.cookie}"}


async def shown(api, person, request):
    return (await Asker(api, person).data(COPY, id=request.id))["privacyRequest"]["copy"]


async def test_the_team_s_path_is_for_who_was_given_it_and_for_an_hour(
    api, http, owner, stranger, ready
):
    path = (await shown(api, owner, ready))["downloadUrl"]
    admin = await new_member(owner, Role.ADMIN, "Marc Petit")
    for person, status in ((None, 401), (stranger, 410), (admin, 410)):
        refused = await http.get(path, headers=signed_in(person) if person else {})
        assert refused.status_code == status, (person, refused.text)
    answer = await http.get(path, headers=signed_in(owner))
    assert answer.content.startswith(b"PK")
    assert answer.headers["content-disposition"].startswith("attachment")
    forged = await http.get(f"{path[:-2]}xx", headers=signed_in(owner))
    assert forged.status_code == 410
    with frozen(now() + timedelta(minutes=61)):
        late = await http.get(path, headers=signed_in(owner))
    assert late.status_code == 410
    copy = await shown(api, owner, ready)
    assert copy["downloads"] == [{"byLink": False, "downloadedBy": owner.actor.name}]


async def test_a_link_is_fetched_by_its_button_until_it_is_revoked_or_over(api, http, owner, ready):
    ask = Asker(api, owner)
    made = await ask.data(LINK, input={"id": ready.id})
    url = made["createPrivacyLink"]["request"]["copy"]["link"]["url"]
    path = url[url.index("/p/") :]
    page = await http.get(path)
    assert page.status_code == 200
    assert "<script" not in page.text
    assert "form-action 'self'" in page.headers["content-security-policy"]
    assert "Anna" not in page.text
    assert (await shown(api, owner, ready))["downloadCount"] == 0
    elsewhere = await http.post(path, headers={"sec-fetch-site": "cross-site"})
    assert elsewhere.status_code == 403
    fetched = await http.post(path)
    assert fetched.content.startswith(b"PK")
    assert (await shown(api, owner, ready))["downloads"] == [{"byLink": True, "downloadedBy": ""}]
    assert (await http.get(f"{path}x")).status_code == 404
    await ask.data(REVOKE, i={"id": ready.id})
    assert (await http.post(path)).status_code == 404
    again = await ask.data(LINK, input={"id": ready.id})
    other = again["createPrivacyLink"]["request"]["copy"]["link"]["url"]
    assert other != url
    with frozen(now() + timedelta(days=8)):
        assert (await http.post(other[other.index("/p/") :])).status_code == 404
        assert await forget_expired_copies() == 1
    gone = await find_request(owner.account_id, ready.pk)
    assert gone is not None
    assert (gone.state, gone.file_key) == (RequestState.DONE, None)


async def test_a_letter_takes_the_link_along_and_keeps_none(api, owner, ready):
    ask = Asker(api, owner)
    sent = await ask.data(SEND, input={"id": ready.id, "message": "Here it is.\n\nBye"})
    assert sent["sendPrivacyCopy"]["errors"] == []
    refused = await ask.data(SEND, input={"id": ready.id, "to": "nobody"})
    assert refused["sendPrivacyCopy"]["errors"] == [{"code": "EMAIL_INVALID", "path": ["to"]}]
    url = (await shown(api, owner, ready))["link"]["url"]
    token = url.rpartition("/")[2]
    (kept,) = await read.fetch("SELECT html, text, recipients FROM message")
    assert "Here it is." in kept[0]
    assert "anna@example.org" in kept[2]
    assert token not in "".join(kept)
    assert token not in str(await read.fetch("SELECT payload FROM change"))
