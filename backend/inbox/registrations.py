"""What other domains may ask about the inbox: personal data, and how messages follow contacts."""

from __future__ import annotations

from backend.contacts.followers import Belongings, ContactFollower, contact_followers, counting_rows
from backend.contacts.kinds import Belonging
from backend.contacts.mentions import MentionedIn, mentions
from backend.core.registry import PersonalData, personal_data
from backend.inbox.service.following import forget_contacts, move_to_contact
from backend.inbox.service.holding import hold_messages
from backend.inbox.service.indexing_anew import index_anew
from backend.inbox.service.privacy import erase_messages, gather_messages

personal_data.register(
    "inbox",
    PersonalData(
        name="inbox",
        tables=("thread", "message", "message_search", "message_file", "payment_request"),
        gather=gather_messages,
        erase=erase_messages,
    ),
)
mentions.register("threads", MentionedIn("thread", ("subject", "excerpt")))
mentions.register(
    "messages",
    MentionedIn(
        "message",
        (
            *("subject", "from_name", "from_address", "recipients", "copy_to", "text", "excerpt"),
            *("html", "pictured_html", "quoted_html", "failure_detail"),
        ),
        rewritten=index_anew,
    ),
)
contact_followers.register(
    "inbox",
    ContactFollower(
        name="inbox",
        move=move_to_contact,
        forget=forget_contacts,
        hide=hold_messages,
        belongs=Belongings(
            Belonging.MESSAGE,
            counting_rows("thread JOIN message ON message.thread_id = thread.id"),
        ),
    ),
)
