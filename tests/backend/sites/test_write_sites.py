"""Sites made, found, changed, deleted, and whose they are."""

from __future__ import annotations

import pytest

from backend.contacts.selections import SelectedIds
from backend.contacts.service import delete_contacts
from backend.core.database import read
from backend.core.errors import (
    Forbidden,
    NotFound,
    Refusals,
    Required,
    StaleVersion,
    TooLong,
)
from backend.core.paging import PageRequest
from backend.core.registry import personal_data
from backend.core.unit_of_work import unit_of_work
from backend.domains import load_jobs
from backend.duplicates.service import undo_merge
from backend.sites.errors import InvalidWebAddress, TooManySites
from backend.sites.jobs import purge_deleted_sites
from backend.sites.queries import (
    count_contacts_of,
    count_sites,
    sites_by_id,
    sites_of_contacts,
    sites_page,
)
from backend.sites.service import (
    SiteChanges,
    SiteDraft,
    create_site,
    delete_site,
    link_sites,
    links,
    restore_site,
    unlink_site,
    update_site,
)
from tests.backend.duplicates.merging import merge
from tests.factories.contacts import new_contact
from tests.factories.personal_data import gathered

load_jobs()
DECLARED = personal_data.entries["sites"]


async def make(actor, address="example.org", name=None, **options):
    return (await create_site(actor, SiteDraft(address, name), **options)).site


async def names(actor, search="", **page):
    return [site.name for site in (await sites_page(actor, PageRequest.of(**page), search)).rows]


async def own(actor, contact):
    return [
        site.name for site in (await sites_of_contacts(actor.account_id, (contact.pk,)))[contact.pk]
    ]


async def test_comes_by_name_and_is_found_by_words_of_name_and_host(owner, stranger):
    actor = owner.actor
    for address, name in (
        ("https://www.zoo.example.org/a", "Zoo"),
        ("elodie.example.org", "Élodie 100%"),
        ("http://abc.example.org:8080", None),
    ):
        await make(actor, address, name)
    assert await names(actor) == ["abc.example.org", "Élodie 100%", "Zoo"]
    assert await names(actor, "ELODIE") == await names(actor, "100%") == ["Élodie 100%"]
    assert await names(actor, "zoo example") == ["Zoo"]
    assert await names(actor, "_") == await names(actor, "www.zoo") == []
    assert await count_sites(actor, "example") == 3
    first = await sites_page(actor, PageRequest.of(first=2))
    assert (len(first.rows), first.has_next) == (2, True)
    back = await sites_page(actor, PageRequest.of(last=2))
    assert [site.name for site in back.rows] == ["Élodie 100%", "Zoo"]
    assert await names(stranger.actor) == []


@pytest.mark.parametrize(
    ("address", "refusal"),
    [
        ("  ", Required),
        ("javascript:alert(1)", InvalidWebAddress),
        ("ftp://example.org", InvalidWebAddress),
        ("mailto:us@example.org", InvalidWebAddress),
        ("https://user:secret@example.org", InvalidWebAddress),
        ("https://", InvalidWebAddress),
        ("https://exa mple.org", InvalidWebAddress),
        (f"https://example.org/{'x' * 2000}", TooLong),
    ],
)
async def test_refuses_what_no_click_may_follow(owner, address, refusal):
    with pytest.raises(refusal) as caught:
        await make(owner.actor, address)
    assert caught.value.path == ("address",)


async def test_is_changed_from_the_version_that_was_seen(owner, viewer, stranger):
    actor = owner.actor
    site = await make(actor, "example.org", "Shop")
    assert site.address == "https://example.org"
    changes = SiteChanges(name="The shop", dashboard_url="host.example.org/panel")
    after = (await update_site(actor, site.pk, 1, changes)).site
    assert (after.name, after.dashboard_url) == ("The shop", "https://host.example.org/panel")
    with pytest.raises(StaleVersion):
        await update_site(actor, site.pk, 1, changes)
    cleared = await update_site(actor, site.pk, 2, SiteChanges(name=None, dashboard_url=None))
    assert (cleared.site.name, cleared.site.dashboard_url) == ("example.org", None)
    with pytest.raises(Forbidden):
        await make(viewer.actor)
    with pytest.raises(NotFound):
        await update_site(stranger.actor, site.pk, 3, changes)


async def test_is_deleted_with_its_links_brought_back_and_erased(owner, clock):
    actor = owner.actor
    anna = await new_contact(actor, given_name="Anna")
    site = await make(actor, contact_id=anna.pk)
    await delete_site(actor, site.pk)
    assert await names(actor) == await own(actor, anna) == []
    for _ in range(2):
        await restore_site(actor, site.pk)
    assert await own(actor, anna) == ["example.org"]
    await delete_site(actor, site.pk)
    clock.advance(days=30)
    await purge_deleted_sites()
    with pytest.raises(NotFound):
        await restore_site(actor, site.pk)
    assert await read.fetch_value("SELECT COUNT(*) FROM contact_site") == 0


async def test_belongs_to_contacts_until_it_is_unlinked(owner, stranger, monkeypatch):
    actor = owner.actor
    anna, bob = [await new_contact(actor, given_name=name) for name in ("Anna", "Bob")]
    one, two = [await make(actor, f"{name}.example.org") for name in ("one", "two")]
    for _ in range(2):
        await link_sites(actor, anna.pk, [one.pk, two.pk])
    await link_sites(actor, bob.pk, [one.pk])
    assert await own(actor, anna) == ["one.example.org", "two.example.org"]
    (shared,) = (await sites_by_id(actor, (one.pk,))).values()
    await count_contacts_of(actor.account_id, [shared])
    assert shared.contact_count == 2
    await delete_contacts(actor, SelectedIds((bob.pk,)))
    await count_contacts_of(actor.account_id, [shared])
    assert shared.contact_count == 1
    for _ in range(2):
        await unlink_site(actor, anna.pk, one.pk)
    assert await own(actor, anna) == ["two.example.org"]
    theirs = await make(stranger.actor, "theirs.example.org")
    with pytest.raises(Refusals):
        await link_sites(actor, anna.pk, [one.pk, theirs.pk])
    with pytest.raises(NotFound):
        await link_sites(stranger.actor, anna.pk, [theirs.pk])
    monkeypatch.setattr(links, "MAX_LINKS", 1)
    with pytest.raises(TooManySites):
        await link_sites(actor, anna.pk, [one.pk])
    story = await read.fetch(
        "SELECT kind FROM change WHERE about_id = ? ORDER BY sequence", (anna.pk,)
    )
    assert [kind for (kind,) in story] == ["site.linked", "site.linked", "site.unlinked"]


async def test_goes_with_a_merge_and_comes_back_with_its_undoing(owner, stranger):
    actor = owner.actor
    anna, ana = [await new_contact(actor, given_name=name) for name in ("Anna", "Ana")]
    both, hers = [await make(actor, f"{name}.example.org") for name in ("both", "hers")]
    await link_sites(actor, anna.pk, [both.pk])
    await link_sites(actor, ana.pk, [both.pk, hers.pk])
    done = await merge(actor, anna, ana)
    assert await own(actor, anna) == ["both.example.org", "hers.example.org"]
    await undo_merge(actor, done.id)
    assert await own(actor, anna) == ["both.example.org"]
    assert await own(actor, ana) == ["both.example.org", "hers.example.org"]
    assert [each["name"] for each in await gathered(DECLARED, actor, ana.pk)] == [
        "both.example.org",
        "hers.example.org",
    ]
    for person, left in ((stranger, 2), (owner, 0)):
        async with unit_of_work(person.actor) as unit:
            await DECLARED.erase(unit, ana.pk)
        assert len(await own(actor, ana)) == left
    assert await count_sites(actor) == 2
