"""Verbs of marketplaces.

submit   a lead becomes a project of a contact, new or known
status   where a project stands
privacy  what is held about a contact, and its end
"""

from backend.marketplace.service.status import change_project_status
from backend.marketplace.service.submit import LeadSubmitted, submit_lead

__all__ = ["LeadSubmitted", "change_project_status", "submit_lead"]
