"""What read_figures.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class ReadFiguresVariables(TypedDict):
    id: str


class ReadFiguresCampaignFiguresOverTime(TypedDict):
    at: str
    sent: int
    opened: int
    clicked: int


class ReadFiguresCampaignLinks(TypedDict):
    url: str
    clicks: int
    readers: int


class ReadFiguresCampaign(TypedDict):
    figuresOverTime: list[ReadFiguresCampaignFiguresOverTime]
    links: list[ReadFiguresCampaignLinks]


class ReadFigures(TypedDict):
    campaign: ReadFiguresCampaign | None


read_figures: Operation[ReadFigures] = load("campaigns/read_figures")
