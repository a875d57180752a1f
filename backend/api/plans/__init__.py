"""Queries answered by a plan that is made once per operation, instead of by graphql-core.

tally   how often each operation was answered by its plan, and how often and why it was not
"""

from backend.api.plans.plans import Plans

__all__ = ["Plans"]
