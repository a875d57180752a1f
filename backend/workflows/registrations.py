"""What other domains may ask about cards: personal data, and how they follow contacts."""

from __future__ import annotations

from backend.contacts.followers import contact_followers
from backend.core.registry import PersonalData, personal_data
from backend.workflows.service.erasing import erase_cards_of, gather_cards
from backend.workflows.service.following import CARD_LINKS, CARDS

personal_data.register(
    "cards",
    PersonalData(
        name="cards",
        tables=("card", "card_contact", "card_item", "card_note", "card_file", "card_stay"),
        gather=gather_cards,
        erase=erase_cards_of,
    ),
)
contact_followers.register(CARDS.name, CARDS)
contact_followers.register(CARD_LINKS.name, CARD_LINKS)
