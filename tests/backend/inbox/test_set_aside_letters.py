"""A letter that cannot be kept: tried again, set aside, told, and holding up none behind it."""

from __future__ import annotations

import pytest
from tortoise.exceptions import IntegrityError

from backend.core.errors import Forbidden, NotFound
from backend.core.uploads.errors import DiskFull
from backend.inbox.queries.mailboxes import own_mailbox
from backend.inbox.service import dismiss_set_aside, reading, setting_aside
from backend.inbox.service.receive import receive_letter
from tests.backend.inbox.test_read_mailboxes import letter, new_mailbox, own, subjects


@pytest.fixture
def refuse(monkeypatch):
    """Return what lets letters with a subject fail as given."""

    def refuse_with(error):
        async def receive(mailbox, received, place):
            if received.subject.startswith("Bad"):
                raise error
            await receive_letter(mailbox, received, place)

        monkeypatch.setattr(setting_aside, "receive_letter", receive)

    return refuse_with


async def set_aside(person):
    """Return the letters that somebody is told of."""
    found = await own_mailbox(person.actor)
    assert found is not None
    return found.set_aside


async def test_is_set_aside_after_three_tries_and_those_behind_it_are_read(
    owner, viewer, stranger, dovecot, private_servers, refuse
):
    user, key = await new_mailbox(owner, dovecot)
    await reading.read_mailbox(key, once=True)
    dovecot.deliver(user, letter(subject="Bad one"))
    dovecot.deliver(user, letter(subject="Good"))
    refuse(DiskFull())
    for _ in range(setting_aside.TRIES + 1):
        with pytest.raises(DiskFull):
            await reading.read_mailbox(key, once=True)
    refuse(IntegrityError("refused"))
    for _ in range(setting_aside.TRIES - 1):
        with pytest.raises(IntegrityError):
            await reading.read_mailbox(key, once=True)
    assert await subjects(owner) == []
    await reading.read_mailbox(key, once=True)
    await reading.read_mailbox(key, once=True)
    assert await subjects(owner) == ["Good"]
    assert (await own(owner)).read_problem is None

    told = await set_aside(owner)
    assert [each.from_address for each in told] == ["client@example.org"]
    assert told[0].subject.startswith("Bad")
    assert await set_aside(viewer) == []
    with pytest.raises(Forbidden):
        await dismiss_set_aside(viewer.actor, key)
    with pytest.raises(NotFound):
        await dismiss_set_aside(stranger.actor, key)
    await dismiss_set_aside(owner.actor, key)
    assert await set_aside(owner) == []
