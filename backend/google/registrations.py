"""What follows here from what other domains do."""

from __future__ import annotations

from backend.accounts.events import MemberRemoved
from backend.core.fact_listeners import on_fact
from backend.google.service.disconnect import disconnect_who_left

on_fact(MemberRemoved, disconnect_who_left)
