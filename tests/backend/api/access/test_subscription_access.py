"""Every subscription: the account's own people are told, and nobody else.

A subscription without its case in ``cases`` fails the first test.
"""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from typing import Any

from backend.core.graphql.context import Credentials
from backend.core.ids import decode_id
from backend.core.permissions import Permission
from backend.files.service import rename_attachment
from backend.marketplace.service import change_project_status
from backend.marketplace.statuses import ProjectStatus
from backend.privacy.details import Details
from backend.privacy.rules import RequestKind
from backend.privacy.service.create import create_request
from backend.workflows.presence import looking
from tests.backend.api.access.asking import ROOTS, SCHEMA, permission, text
from tests.backend.api.access.cases import SUBSCRIPTIONS
from tests.backend.api.access.selections import document
from tests.backend.api.access.world import CREATE_CONTACT, CREATE_NOTE, CREATE_TASK, MARK
from tests.factories.api import Asker, credentials
from tests.factories.inbox import new_message

UPDATE = """mutation ($input: UpdateContactInput!) {
  updateContact(input: $input) { contact { version } errors { code } } }"""


def test_every_subscription_has_its_case():
    assert set(SUBSCRIPTIONS) == set(ROOTS["Subscription"].fields)


async def listen(api, who, name, variables, found):
    """Keep what somebody is told, until it is about the account."""
    async with aclosing(
        api.pages.subscribe(who, document(SCHEMA, "Subscription", name), variables)
    ) as stream:
        async for body in stream:
            found.append(body)
            if MARK in text(body):
                return


async def test_a_subscription_tells_only_the_account_s_own_people(api, world):
    followers = {
        "viewer": credentials(world.viewer),
        "read token": Credentials(bearer=world.read_token),
        "owner": credentials(world.owner),
        "stranger": credentials(world.stranger),
        "signed out": credentials(None),
    }
    heard: dict[tuple[str, str], list[Any]] = {
        (name, who): [] for name in SUBSCRIPTIONS for who in followers
    }
    listening = {
        (name, who): asyncio.create_task(
            listen(api, followers[who], name, SUBSCRIPTIONS[name].variables(world), found)
        )
        for (name, who), found in heard.items()
    }
    told = {
        name: ("viewer", "read token")
        if permission("Subscription", name) is Permission.READ
        else ("owner",)
        for name in SUBSCRIPTIONS
    }
    own = [task for (name, who), task in listening.items() if who in told[name]]
    await asyncio.sleep(0.3)
    for number in range(15):  # a busy machine takes a while to begin listening
        await work(api, world, number)
        _, waiting = await asyncio.wait(own, timeout=1)
        if not waiting:
            break
    await asyncio.sleep(0.3)  # what a stranger were told comes no later
    for task in listening.values():
        task.cancel()
    await asyncio.gather(*listening.values(), return_exceptions=True)
    for name in SUBSCRIPTIONS:
        for who in told[name]:
            assert MARK in text(heard[name, who]), (name, who)
        if told[name] == ("owner",):
            for who in ("viewer", "read token"):
                assert MARK not in text(heard[name, who]), (name, who)
        for who in ("stranger", "signed out"):
            assert MARK not in text(heard[name, who]), (name, who)
            assert world["contact"] not in text(heard[name, who]), (name, who)
        (refused,) = heard[name, "signed out"]
        assert refused["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED", name


async def work(api, world, number):
    """Do something to everything that a subscription tells of."""
    actor, contact = world.owner.actor, decode_id(world["contact"], "Contact")
    attachment = decode_id(world["attachment"], "Attachment")
    await rename_attachment(actor, attachment, f"{MARK} renamed {number}.pdf")
    project = decode_id(world["project"], "Project")
    await change_project_status(actor, project, list(ProjectStatus)[number % 2 + 1])
    owner = Asker(api, world.owner)
    await owner.data(CREATE_TASK, input={"title": f"{MARK} do", "contactId": world["contact"]})
    if number % 2 == 0:  # lists of tasks are read again then, and name none
        change = {
            "id": world["contact"],
            "version": world["contact_version"],
            "company": f"{MARK} renamed {number}",
        }
        changed = (await owner.data(UPDATE, input=change))["updateContact"]
        assert changed["errors"] == []
        world.ids["contact_version"] = changed["contact"]["version"]
    await owner.data(CREATE_CONTACT, input={"givenName": f"{MARK} new {number}"})
    await new_message(actor, contact, f"<p>{MARK}</p>")
    await owner.data(CREATE_NOTE, input={"contactId": world["contact"], "text": f"{MARK} noted"})
    details = Details(f"{MARK} person {number}")
    await create_request(actor, RequestKind.COPY, details)
    async with looking(world.owner.actor, decode_id(world["workflow"], "Workflow")):
        await asyncio.sleep(0.4)
