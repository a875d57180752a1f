"""What other domains may ask about sites: personal data, and how links follow contacts."""

from __future__ import annotations

from backend.contacts.followers import ContactFollower, contact_followers
from backend.core.registry import PersonalData, personal_data
from backend.sites.service.links import move_links
from backend.sites.service.privacy import erase_links, gather_sites

personal_data.register(
    "sites",
    PersonalData(name="sites", tables=("contact_site",), gather=gather_sites, erase=erase_links),
)
contact_followers.register("sites", ContactFollower("sites", move_links))
