"""Contacts and labels to test with, made through the product's own verbs."""

from __future__ import annotations

from random import Random

from backend.contacts.drafts import AddressDraft, ContactDraft, EmailDraft, PhoneDraft
from backend.contacts.kinds import EmailKind, PhoneKind, SubscriptionStatus
from backend.contacts.queries.lookups import get_contact
from backend.contacts.rows import EVERYTHING, ContactRow
from backend.contacts.service import bulk_create_contacts, create_contact
from backend.core.permissions import Actor
from backend.labels.rules import LabelColor
from backend.labels.service import create_label

GIVEN = ("Élodie", "elodie", "Marco", "Àlex", "Anna", "Zoë", "Ørjan", "Ann", "安娜", "", "")
FAMILY = ("Ferrari", "FERRARI", "de la Tour", "O'Brien", "Œuvrard", "Ferrà", "Å", "Dupont", "", "")
COMPANIES = (
    "Studio Ferrari",
    "studio ferrari",
    "100% Pur",
    "Ünal & Söhne",
    "L’Atelier",
    "",
    "",
    "",
)

POSITIONS = ("Directeur", "directrice", "Chef de projet", "CEO", "安", "", "", "")
CITIES = ("Paris", "PARIS 11", "Besançon", "New York", "Roma", "", "")
_PLACES = (("FR", "75011"), ("FR", "25000"), ("IT", "00184"), ("GB", "SW1A 1AA"), (None, None))


async def new_contact(actor: Actor, **fields: object) -> ContactRow:
    """Make a contact and read it back with all its lists. Without fields it has a name."""
    draft = ContactDraft(**(fields or {"given_name": "Élodie", "family_name": "Ferrari"}))  # type: ignore[arg-type]
    return await read_contact(actor, (await create_contact(actor, draft)).contact_id)


async def read_contact(actor: Actor, contact_id: int) -> ContactRow:
    """Read a contact that must be there, with all its lists."""
    found = await get_contact(actor, contact_id, EVERYTHING)
    assert found is not None
    return found


async def new_label(actor: Actor, name: str = "client") -> int:
    """Make a label and return its primary key."""
    return (await create_label(actor, name, LabelColor.TEAL)).label.pk


def random_address(random: Random) -> AddressDraft:
    """Return an address that has at least a street."""
    country, postal_code = random.choice(_PLACES)
    return AddressDraft(
        street="1 rue de la Paix",
        city=random.choice(CITIES) or None,
        postal_code=random.choice((postal_code, None)),
        country_code=country,
    )


def random_draft(random: Random, labels: list[int]) -> ContactDraft:
    """Return a contact that has at least something to be called by, much of it shared by others."""
    given, family = random.choice(GIVEN) or None, random.choice(FAMILY) or None
    emails = [
        EmailDraft(
            f"{random.choice(('info', 'marie.dupont', 'o_brien'))}{random.randrange(40)}.{place}"
            "@example.org",
            random.choice(list(EmailKind)),
            random.choice(list(SubscriptionStatus)),
        )
        for place in range(random.randrange(3))
    ]
    phones = [
        PhoneDraft(f"+33 6 12 {random.randrange(100):02} 56 78", PhoneKind.MOBILE)
        for _ in range(random.randrange(2))
    ]
    company = random.choice(COMPANIES) or None
    if not (given or family or company or emails or phones):
        given = "Nemo"
    return ContactDraft(
        given_name=given,
        family_name=family,
        company=company,
        emails=emails,
        phones=phones,
        label_ids=random.sample(labels, random.randrange(len(labels) + 1)),
    )


async def many_contacts(
    actor: Actor, count: int, *, labels: list[int] | None = None, seed: int = 1
) -> list[int]:
    """Make contacts that agree in much, and return their ids."""
    random = Random(seed)
    made = await bulk_create_contacts(
        actor, [random_draft(random, labels or []) for _ in range(count)]
    )
    assert not made.refused
    return list(made.ids.values())
