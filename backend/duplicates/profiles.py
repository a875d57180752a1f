"""What of a contact is compared with others: its names and what reaches it, made comparable."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from backend.contacts.names import NameWords, name_words
from backend.contacts.service.finding import Identity, PlaceIdentity
from backend.core.folding import fold

_LEGAL_FORMS = """
    sarl sas sasu sa eurl sci snc scop selarl srl srls spa sapa ss coop ltd limited llp llc lp plc
    inc corp co company cie gmbh ag ug kg ohg ev bv nv sl slu ab as oy aps
"""
LEGAL_FORMS = frozenset(_LEGAL_FORMS.split())
"""What stands after a company's name and is left out as often as not."""

# Of anybody who wants one; those of the last line are nobody's (RFC 2606).
_PUBLIC_DOMAINS = """
    gmail.com googlemail.com yahoo.com yahoo.fr yahoo.it yahoo.co.uk ymail.com hotmail.com
    hotmail.fr hotmail.it hotmail.co.uk outlook.com outlook.fr outlook.it live.com live.fr live.it
    live.co.uk msn.com icloud.com me.com mac.com aol.com gmx.com gmx.de gmx.net gmx.fr gmx.ch
    web.de t-online.de freenet.de orange.fr wanadoo.fr free.fr sfr.fr neuf.fr laposte.net bbox.fr
    numericable.fr libero.it virgilio.it alice.it tin.it tiscali.it fastwebnet.it inwind.it iol.it
    email.it pec.it bluewin.ch btinternet.com sky.com virginmedia.com talktalk.net comcast.net
    verizon.net att.net proton.me protonmail.com pm.me tutanota.com zoho.com fastmail.com hey.com
    yandex.com yandex.ru mail.ru mail.com qq.com 163.com 126.com naver.com uol.com.br
    terra.com.br telenet.be skynet.be ziggo.nl kpnmail.nl telefonica.net
    example.org example.com example.net
"""
PUBLIC_DOMAINS = frozenset(_PUBLIC_DOMAINS.split())
"""Domains of e-mail that say nothing of where somebody works."""


@dataclass(frozen=True, slots=True)
class Place:
    """A postal address: the words of its lines, its town, its code."""

    lines: NameWords
    town: str
    code: str


@dataclass(frozen=True, slots=True)
class Called:
    """What a contact is called. ``is_company``: it has no name but its company's."""

    words: NameWords
    is_company: bool


@dataclass(frozen=True, slots=True)
class Profile:
    """A contact as it is compared."""

    id: int
    called: Called
    company: str
    emails: frozenset[str]
    phones: frozenset[str]
    domains: frozenset[str]
    places: tuple[Place, ...]


def called(identity: Identity) -> Called:
    """Return what a contact is called."""
    own = name_words(identity.given_name, identity.family_name)
    return Called(own or company_words(identity.company or ""), is_company=not own)


def profile_of(identity: Identity) -> Profile:
    """Return what of a contact is compared."""
    domains = {address.rpartition("@")[2] for address in identity.emails}
    return Profile(
        identity.id,
        called(identity),
        company=" ".join(company_words(identity.company or "")),
        emails=frozenset(identity.emails),
        phones=frozenset(identity.phones),
        domains=frozenset(domains - PUBLIC_DOMAINS),
        places=tuple(_places(identity.places)),
    )


@lru_cache(maxsize=8192)
def company_words(company: str) -> NameWords:
    """Return the words of a company's name without its legal form, unless that is all of it."""
    # Dots are within the abbreviation: S.r.l. is one word.
    words = name_words(company.replace(".", "") if company.count(".") > 1 else company)
    return tuple(word for word in words if word not in LEGAL_FORMS) or words


def _places(given: Iterable[PlaceIdentity]) -> Iterable[Place]:
    for each in given:
        texts = chain((each.street,), (each.extended,))
        place = Place(
            name_words(*texts), fold(each.city or ""), "".join(fold(each.postal_code or "").split())
        )
        if place.town or place.code:
            yield place
