"""An account full of things that others must not see, and the ids of all of them.

Everything that its owner and members wrote carries MARK; what only the owner may see, HUSH.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from PIL import Image

from backend.api.app import Api
from backend.campaigns.service import SettingsChanges, delete_campaign, update_settings
from backend.contacts.acts import ActDetail, ActKind
from backend.contacts.drafts import ContactChanges, ContactDraft
from backend.contacts.photos.files import keep_upload
from backend.contacts.service import add_contacts, begin_act, update_contact
from backend.core.graphql.context import Credentials
from backend.core.ids import decode_id, encode_id
from backend.core.permissions import Role
from backend.core.unit_of_work import unit_of_work
from backend.duplicates.service import catch_up
from backend.files.service import add_attachments, create_upload, delete_attachments
from backend.imports.service.cancel import cancel_import
from backend.imports.service.start import check_import, start_import
from backend.inbox.service import MailboxDraft, delete_reply, save_mailbox
from backend.marketplace.drafts import LeadDraft, LeadPerson
from backend.marketplace.service import submit_lead
from backend.workflows.service import (
    archive_cards,
    delete_cards,
    delete_step,
    delete_workflow,
)
from tests.backend.api.access.billing_world import add_billing
from tests.backend.api.access.google_world import add_google
from tests.backend.api.access.privacy_world import add_requests
from tests.factories.accounts import Person, new_member, new_owner, new_session
from tests.factories.api import Asker
from tests.factories.campaigns import new_campaign, new_sent_campaign
from tests.factories.card_holdings import add_holdings
from tests.factories.files import new_upload
from tests.factories.imports import new_import
from tests.factories.inbox import (
    new_message,
    new_saved_reply,
    picture_message,
    stop_message,
    strange_thread,
)
from tests.factories.workflows import new_board, new_card

MARK = "kryptos"
HUSH = "hushhush"

CREATE_CONTACT = """mutation ($input: CreateContactInput!) { createContact(input: $input) {
  contact { id version emails { id } } errors { code path } cursor } }"""
CREATE_FIELD = """mutation ($input: CreateCustomFieldInput!) { createCustomField(input: $input) {
  customField { id } errors { code path } } }"""
DELETE_FIELD = """mutation ($input: DeleteCustomFieldInput!) {
  deleteCustomField(input: $input) { errors { code } } }"""
CREATE_LABEL = """mutation ($input: CreateLabelInput!) { createLabel(input: $input) {
  label { id version } errors { code path } } }"""
CREATE_SEGMENT = """mutation ($input: CreateSegmentInput!) { createSegment(input: $input) {
  segment { id } errors { code path } } }"""
DELETE_SEGMENT = """mutation ($input: DeleteSegmentInput!) {
  deleteSegment(input: $input) { errors { code } } }"""
CREATE_SITE = """mutation ($input: CreateSiteInput!) { createSite(input: $input) {
  site { id } errors { code path } } }"""
DELETE_SITE = """mutation ($input: DeleteSiteInput!) {
  deleteSite(input: $input) { errors { code } } }"""
CREATE_NOTE = """mutation ($input: CreateNoteInput!) { createNote(input: $input) {
  note { id } errors { code path } } }"""
DELETE_NOTE = """mutation ($input: DeleteNoteInput!) {
  deleteNote(input: $input) { errors { code } } }"""
INVITE = """mutation ($input: InviteMemberInput!) { inviteMember(input: $input) {
  invitation { id } errors { code path } } }"""
TOKEN = """mutation ($input: CreateTokenInput!) { createToken(input: $input) {
  token { id } secret errors { code path } } }"""
DRAFT = "mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { errors { code } } }"
PREFERENCE = """mutation ($input: SavePreferenceInput!) {
  savePreference(input: $input) { errors { code } } }"""
DELETE = """mutation ($input: DeleteContactsInput!) {
  deleteContacts(input: $input) { undo job { id } errors { code } } }"""
MERGE = """mutation ($input: MergeContactsInput!) {
  mergeContacts(input: $input) { undo errors { code path } } }"""
CREATE_TASK = """mutation ($input: CreateTaskInput!) { createTask(input: $input) {
  task { id } errors { code path } } }"""
COMPLETE_TASK = """mutation ($input: CompleteTaskInput!) {
  completeTask(input: $input) { errors { code } } }"""
DELETE_TASK = """mutation ($input: DeleteTaskInput!) {
  deleteTask(input: $input) { errors { code } } }"""
CREATE_FEED = "mutation { createCalendarFeed { errors { code } } }"
NOTIFICATIONS = "{ notifications { edges { node { id } } } }"
PAIRS = "{ duplicatePairs { edges { node { id } } } }"
SESSIONS = "{ viewer { cursor sessions { id current } } }"


@dataclass
class World:
    """Who is in it, and what."""

    owner: Person
    member: Person
    viewer: Person
    stranger: Person
    write_token: str = ""
    read_token: str = ""
    ids: dict[str, Any] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Any:
        return self.ids[name]


async def new_world(api: Api) -> World:
    """Make the account, its people and things, and a stranger with an account of their own."""
    owner = await new_owner(f"{MARK} Owner", account=f"{MARK} Studio")
    member = await new_member(owner, Role.MEMBER, f"{MARK} Member")
    viewer = await new_member(owner, Role.VIEWER, f"{MARK} Viewer")
    stranger = await new_owner("Sven Strand", account="Elsewhere")
    world = World(owner, member, viewer, stranger)
    ask = Asker(api, owner)
    await new_session(owner.user_id, owner.account_id)
    world.read_token = (await _token(ask, world, ["READ"]))["secret"]
    world.write_token = (await _token(ask, world, ["READ", "WRITE"]))["secret"]
    await _add_label(ask, world)
    await _add_fields(ask, world)
    await _add_contacts(ask, world)
    await _add_segments(ask, world)
    await _add_notes(ask, world)
    await _add_sites(ask, world)
    await _add_duplicates(ask, world)
    await _add_import(world)
    await _add_files(world)
    await _add_messages(world)
    await _add_rest(ask, world)
    await _add_tasks(ask, world)
    await _add_boards(world)
    await _add_campaigns(world)
    world.ids |= await add_billing(owner.actor, MARK, world["contact"])
    world.ids |= await add_requests(owner.actor, MARK, world["contact"])
    world.ids |= await add_google(owner.actor, MARK, HUSH)
    # What a token's first use writes is written before anybody looks.
    for token in (world.read_token, world.write_token):
        await api.pages.execute(Credentials(bearer=token), "{ viewer { role } }")
    return world


async def _token(ask: Asker, world: World, scopes: list[str]) -> Any:
    made = await ask.data(TOKEN, input={"name": f"{HUSH} token", "scopes": scopes})
    world.ids["token"] = made["createToken"]["token"]["id"]
    return made["createToken"]


async def _add_label(ask: Asker, world: World) -> None:
    made = await ask.data(CREATE_LABEL, input={"name": f"{MARK} label", "color": "TEAL"})
    world.ids["label"] = made["createLabel"]["label"]["id"]
    world.ids["label_version"] = made["createLabel"]["label"]["version"]


async def _add_fields(ask: Asker, world: World) -> None:
    for place, name in (
        ("custom_field", "first"),
        ("last_field", "last"),
        ("deleted_field", "old"),
    ):
        values = {"name": f"{MARK} {name}", "kind": "TEXT"}
        made = (await ask.data(CREATE_FIELD, input=values))["createCustomField"]
        assert made["errors"] == []
        world.ids[place] = made["customField"]["id"]
    await ask.data(DELETE_FIELD, input={"id": world["deleted_field"]})


async def _add_contacts(ask: Asker, world: World) -> None:
    values = {
        "givenName": f"{MARK} given",
        "familyName": f"{MARK} family",
        "company": f"{MARK} company",
        "emails": [{"address": f"{MARK}.contact@example.org", "status": "SUBSCRIBED"}],
        "phones": [{"number": "+39 347 123 4567", "kind": "MOBILE"}],
        "addresses": [{"street": f"{MARK} street 1", "city": "Torino", "countryCode": "IT"}],
        "labelIds": [world["label"]],
        "customValues": [{"fieldId": world["custom_field"], "value": {"text": f"{MARK} value"}}],
    }
    made = (await ask.data(CREATE_CONTACT, input=values))["createContact"]
    assert made["errors"] == []
    world.ids["contact"] = made["contact"]["id"]
    world.ids["contact_version"] = made["contact"]["version"]
    world.ids["contact_email"] = made["contact"]["emails"][0]["id"]
    gone = (await ask.data(CREATE_CONTACT, input={"givenName": f"{MARK} gone"}))["createContact"]
    world.ids["deleted"] = gone["contact"]["id"]
    selection = {"ids": [gone["contact"]["id"]]}
    removed = await ask.data(DELETE, input={"selection": selection})
    world.ids["undo"] = removed["deleteContacts"]["undo"]
    world.ids["job"] = removed["deleteContacts"]["job"]["id"]


async def _add_segments(ask: Asker, world: World) -> None:
    for place, name, visibility in (
        ("segment", f"{MARK} shared", "TEAM"),
        ("private_segment", f"{HUSH} private", "PRIVATE"),
        ("deleted_segment", f"{HUSH} deleted", "PRIVATE"),
    ):
        chosen = {"labels": {"anyOf": [world["label"]]}}
        values = {"name": name, "filter": chosen, "visibility": visibility}
        made = (await ask.data(CREATE_SEGMENT, input=values))["createSegment"]
        assert made["errors"] == []
        world.ids[place] = made["segment"]["id"]
    await ask.data(DELETE_SEGMENT, input={"id": world["deleted_segment"]})


async def _add_notes(ask: Asker, world: World) -> None:
    for place in ("note", "deleted_note"):
        values = {"contactId": world["contact"], "text": f"{MARK} *{place}*"}
        made = (await ask.data(CREATE_NOTE, input=values))["createNote"]
        assert made["errors"] == []
        world.ids[place] = made["note"]["id"]
    await ask.data(DELETE_NOTE, input={"id": world["deleted_note"]})


async def _add_sites(ask: Asker, world: World) -> None:
    for place in ("site", "deleted_site"):
        values = {"address": f"{MARK}.example.org", "contactId": world["contact"]}
        made = (await ask.data(CREATE_SITE, input=values))["createSite"]
        assert made["errors"] == []
        world.ids[place] = made["site"]["id"]
    await ask.data(DELETE_SITE, input={"id": world["deleted_site"]})


async def _add_duplicates(ask: Asker, world: World) -> None:
    values = {"company": f"{MARK} twin", "emails": [{"address": f"{MARK}.contact@example.org"}]}
    world.ids["twin"] = (await ask.data(CREATE_CONTACT, input=values))["createContact"]["contact"][
        "id"
    ]
    both = [
        (await ask.data(CREATE_CONTACT, input={"givenName": f"{MARK} {name}"}))["createContact"]
        for name in ("kept", "other")
    ]
    kept, other = (made["contact"] for made in both)
    merged = await ask.data(
        MERGE,
        input={
            "keptId": kept["id"],
            "keptVersion": kept["version"],
            "otherId": other["id"],
            "otherVersion": other["version"],
        },
    )
    world.ids["merge"] = merged["mergeContacts"]["undo"]
    async with unit_of_work(world.owner.actor) as unit:
        act = await begin_act(unit, ActKind.IMPORT, ActDetail(filename=f"{MARK}.csv"))
        made = await add_contacts(unit, [ContactDraft(given_name=f"{MARK} row")], act=act)
    await update_contact(world.owner.actor, made.ids[0], 1, ContactChanges(position="Baker"))
    world.ids["running_job"] = encode_id("Job", act)
    await catch_up(world.owner.account_id)
    found = (await ask.data(PAIRS))["duplicatePairs"]["edges"]
    world.ids["pair"] = found[0]["node"]["id"]


async def _add_import(world: World) -> None:
    people = f"Name,E-mail\n{MARK} Import,{MARK}.import@example.org\n"
    actor = world.owner.actor
    found = await new_import(actor, people, f"{MARK}.csv")
    await start_import(actor, found.pk)
    await cancel_import(actor, found.pk)
    world.ids["stopped_import"] = found.id
    world.ids["import"] = (await new_import(actor, people, f"{MARK}.csv")).id
    found = await new_import(actor, people, f"{MARK}.csv")
    await check_import(actor, found.pk)
    world.ids["checked_import"] = found.id


async def _add_files(world: World) -> None:
    actor, contact = world.owner.actor, decode_id(world["contact"], "Contact")
    world.ids["file_upload"] = (await create_upload(actor, f"{MARK}.pdf", 9)).upload_id
    whole = [await new_upload(actor, b"%PDF-1.7", f"{MARK} {n}.pdf") for n in range(3)]
    done = await add_attachments(actor, contact, [each.upload_id for each in whole[:2]])
    world.ids["attachment"], world.ids["deleted_attachment"] = (
        each.id for each in done.attachments
    )
    await delete_attachments(actor, [done.attachments[1].pk])
    lead = LeadDraft(
        f"{MARK} market", "1", f"{MARK} project", LeadPerson(email=f"{MARK}.contact@example.org")
    )
    world.ids["project"] = encode_id("Project", (await submit_lead(actor, lead)).project_id)
    world.ids["whole_upload"] = whole[2].upload_id


async def _add_messages(world: World) -> None:
    """Write to the contact, and keep what a mailbox has: more than one thread and one state."""
    actor, contact = world.owner.actor, decode_id(world["contact"], "Contact")
    draft = MailboxDraft(f"{MARK} Studio", f"{MARK}@example.org")
    mailbox = (await save_mailbox(actor, None, draft)).mailbox
    world.ids["mailbox"] = mailbox.id if mailbox else None
    kept = await new_message(actor, contact, f"<p>{MARK} letter</p>", amount_minor=1000)
    await picture_message(actor, kept.pk)
    world.ids["message"] = kept.id
    world.ids["thread"] = kept.thread_id
    failed = await new_message(actor, contact, f"<p>{MARK} failed</p>")
    await stop_message(actor, failed.pk, "failed")
    world.ids["failed_message"] = failed.id
    held = await new_message(actor, contact, f"<p>{MARK} held</p>")
    await stop_message(actor, held.pk, "held")
    world.ids["held_message"] = held.id
    address = f"{MARK}.stranger@example.org"
    world.ids["strange_thread"] = encode_id("Thread", await strange_thread(actor, address))
    reply = await new_saved_reply(actor, f"{MARK} reply", f"<p>{MARK} {{{{given_name}}}}</p>")
    world.ids["saved_reply"] = reply.id
    deleted = await new_saved_reply(actor, f"{MARK} deleted", "<p>Hello</p>")
    await delete_reply(actor, deleted.pk)
    world.ids["deleted_reply"] = deleted.id


async def _add_rest(ask: Asker, world: World) -> None:
    owner = world.owner
    invited = await ask.data(INVITE, input={"email": f"{HUSH}@example.org", "role": "MEMBER"})
    world.ids["invitation"] = invited["inviteMember"]["invitation"]["id"]
    await ask.data(DRAFT, input={"key": "contact:new", "value": {"name": HUSH}})
    await ask.data(PREFERENCE, input={"key": "grid", "value": {"columns": [HUSH]}})
    seen = (await ask.data(SESSIONS))["viewer"]
    world.ids["cursor"] = seen["cursor"]
    world.ids["session"] = next(row["id"] for row in seen["sessions"] if not row["current"])
    world.ids["account"] = encode_id("Account", owner.account_id)
    world.ids["user"] = encode_id("User", owner.user_id)
    world.ids["member"] = encode_id("Member", world.member.membership_id)
    picture = BytesIO()
    Image.new("RGB", (80, 80), "teal").save(picture, "PNG")
    world.ids["upload"] = await keep_upload(owner.account_id, "a" * 32, picture.getvalue())


async def _add_tasks(ask: Asker, world: World) -> None:
    """After the cursor: whoever follows from there is told of them."""
    ids = {
        who: encode_id("Member", getattr(world, who).membership_id) for who in ("owner", "viewer")
    }
    for place, who in (("task", "viewer"), ("completed_task", "owner"), ("deleted_task", "owner")):
        values = {
            "title": f"{MARK} {place}",
            "contactId": world["contact"],
            "due": {"on": "2026-12-24"},
            "assigneeId": ids[who],
        }
        made = (await ask.data(CREATE_TASK, input=values))["createTask"]
        assert made["errors"] == []
        world.ids[place] = made["task"]["id"]
    await ask.data(COMPLETE_TASK, input={"id": world["completed_task"]})
    await ask.data(DELETE_TASK, input={"id": world["deleted_task"]})
    await ask.data(CREATE_FEED)
    colleague = Asker(ask.api, world.member)
    given = {"title": f"{MARK} given", "assigneeId": ids["owner"]}
    assert (await colleague.data(CREATE_TASK, input=given))["createTask"]["errors"] == []
    found = (await ask.data(NOTIFICATIONS))["notifications"]["edges"]
    world.ids["notification"] = found[0]["node"]["id"]


async def _add_boards(world: World) -> None:
    """After the cursor: whoever follows from there is told of them."""
    actor, contact = world.owner.actor, decode_id(world["contact"], "Contact")
    board = await new_board(actor, name=f"{MARK} board")
    gone = await new_board(actor, name=f"{MARK} deleted board")
    await delete_workflow(actor, gone.workflow.pk)
    world.ids["workflow"], world.ids["deleted_workflow"] = board.workflow.id, gone.workflow.id
    step, other, last = board.steps[:3]
    world.ids["step"], world.ids["other_step"] = step.id, other.id
    world.ids["deleted_step"] = last.id
    await delete_step(actor, last.pk, 1)
    for place in ("card", "archived_card", "deleted_card"):
        card = await new_card(actor, board, f"{MARK} {place}", contact_id=contact)
        world.ids[place] = card.id
        world.ids[f"{place}_key"] = card.pk
    world.ids |= await add_holdings(actor, world["card_key"], MARK)
    await archive_cards(actor, [world["archived_card_key"]])
    await delete_cards(actor, [world["deleted_card_key"]])


async def _add_campaigns(world: World) -> None:
    """After the cursor: whoever follows from there is told of them."""
    actor, contact = world.owner.actor, decode_id(world["contact"], "Contact")
    world.ids["campaign"] = (await new_campaign(actor, f"{MARK} news")).id
    gone = await new_campaign(actor, f"{MARK} deleted news")
    await delete_campaign(actor, gone.pk)
    world.ids["deleted_campaign"] = gone.id
    address = f"{MARK}.contact@example.org"
    sent, recipient = await new_sent_campaign(actor, contact, address, f"{MARK} sent news")
    world.ids["sent_campaign"] = sent.id
    world.ids["campaign_recipient"] = encode_id("CampaignRecipient", recipient)
    under_way = await new_campaign(actor, f"{MARK} news under way")
    async with unit_of_work(actor) as unit:
        await unit.execute("UPDATE campaign SET state = 'sending' WHERE id = ?", (under_way.pk,))
    world.ids["sending_campaign"] = under_way.id
    await update_settings(actor, 0, SettingsChanges(footer=f"{MARK} Studio, Torino"))
