"""What follows here from what other domains do, and what is held of contacts."""

from __future__ import annotations

from backend.accounts.events import MemberRemoved
from backend.contacts.followers import ContactFollower, contact_followers, moving_rows
from backend.core.fact_listeners import on_fact
from backend.core.registry import PersonalData, personal_data
from backend.google.service.came import erase_people, gather_people, rows_came
from backend.google.service.disconnect import disconnect_who_left
from backend.imports.service.fetched import fetch_followers
from backend.imports.states import FetchSource

on_fact(MemberRemoved, disconnect_who_left)
fetch_followers.register(FetchSource.GOOGLE.value, rows_came)
contact_followers.register("google", ContactFollower("google", moving_rows("google_person")))
personal_data.register(
    "google",
    PersonalData(
        name="google",
        tables=("google_person",),
        gather=gather_people,
        erase=erase_people,
    ),
)
