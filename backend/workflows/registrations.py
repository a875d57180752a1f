"""What other domains may ask about cards: personal data, how they follow contacts and documents."""

from __future__ import annotations

from backend.billing.events import PaymentRecorded, QuoteAnswered
from backend.contacts.followers import contact_followers
from backend.contacts.mentions import MentionedIn, mentions
from backend.core.fact_listeners import on_fact
from backend.core.registry import PersonalData, personal_data
from backend.workflows.service.erasing import erase_cards_of, gather_cards
from backend.workflows.service.following import CARD_LINKS, CARDS
from backend.workflows.service.retitling import find_by_new_titles
from backend.workflows.service.settling import hear_answer, hear_payment

personal_data.register(
    "cards",
    PersonalData(
        name="cards",
        tables=(
            *("card", "card_contact", "card_item", "card_note", "card_file", "card_stay"),
            "card_document",
        ),
        gather=gather_cards,
        erase=erase_cards_of,
    ),
)
contact_followers.register(CARDS.name, CARDS)
contact_followers.register(CARD_LINKS.name, CARD_LINKS)
_ON_CARDS = "card_id IN (SELECT id FROM card WHERE account_id = ?)"
mentions.register(
    "cards", MentionedIn("card", ("title", "lost_reason"), rewritten=find_by_new_titles)
)
mentions.register("card_items", MentionedIn("card_item", ("text",), _ON_CARDS))
mentions.register("card_notes", MentionedIn("card_note", ("text",), _ON_CARDS))
on_fact(PaymentRecorded, hear_payment)
on_fact(QuoteAnswered, hear_answer)
