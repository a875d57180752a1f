"""What create_campaign_image_upload.graphql takes and answers.

Written by `python -m frontend.operations.generate`.
"""

from __future__ import annotations

from typing import TypedDict

from frontend.operations import Operation, load


class CreateCampaignImageUploadVariables(TypedDict):
    pass


class CreateCampaignImageUploadCreateCampaignImageUploadErrorsParameters(TypedDict):
    name: str
    value: str


class CreateCampaignImageUploadCreateCampaignImageUploadErrors(TypedDict):
    code: str
    path: list[str]
    parameters: list[CreateCampaignImageUploadCreateCampaignImageUploadErrorsParameters]


class CreateCampaignImageUploadCreateCampaignImageUpload(TypedDict):
    url: str | None
    errors: list[CreateCampaignImageUploadCreateCampaignImageUploadErrors]


class CreateCampaignImageUpload(TypedDict):
    createCampaignImageUpload: CreateCampaignImageUploadCreateCampaignImageUpload | None


create_campaign_image_upload: Operation[CreateCampaignImageUpload] = load("campaigns/create_campaign_image_upload")
