"""Mutations of the team: invitations, roles, leaving."""

from __future__ import annotations

import strawberry

from backend.accounts.schema.inputs import (
    ChangeMemberRoleInput,
    InviteMemberInput,
    RemoveMemberInput,
    ResendInvitationInput,
    RevokeInvitationInput,
    TransferOwnershipInput,
)
from backend.accounts.schema.types import Invitation, Member
from backend.accounts.service import invitations, team
from backend.core.graphql import Info, Payload, mutation
from backend.core.ids import decode_id
from backend.core.mail import Delivery, delivery
from backend.core.permissions import Permission


@strawberry.type
class InviteMemberPayload(Payload):
    """What inviting somebody answers."""

    invitation: Invitation | None = strawberry.field(default=None, description="The invitation.")
    delivery: Delivery = strawberry.field(
        default_factory=delivery, description="Where this server's letters go."
    )


@strawberry.type
class ResendInvitationPayload(Payload):
    """What sending an invitation again answers."""

    invitation: Invitation | None = strawberry.field(
        default=None, description="The invitation with its new end."
    )
    delivery: Delivery = strawberry.field(
        default_factory=delivery, description="Where this server's letters go."
    )


@strawberry.type
class RevokeInvitationPayload(Payload):
    """What taking an invitation back answers."""

    revoked_id: strawberry.ID | None = strawberry.field(
        default=None, description="The invitation that opens nothing any more."
    )


@strawberry.type
class ChangeMemberRolePayload(Payload):
    """What changing a role answers."""

    member: Member | None = strawberry.field(default=None, description="The member as it is now.")


@strawberry.type
class RemoveMemberPayload(Payload):
    """What removing a member answers."""

    removed_id: strawberry.ID | None = strawberry.field(
        default=None, description="The member who is gone."
    )


@strawberry.type
class LeaveAccountPayload(Payload):
    """What leaving answers."""

    ok: bool = strawberry.field(
        default=False, description="Whether the viewer has left; their session is over then."
    )


@strawberry.type
class TransferOwnershipPayload(Payload):
    """What giving the account away answers."""

    member: Member | None = strawberry.field(default=None, description="The new owner.")


@strawberry.type
class TeamMutation:
    """The team."""

    @mutation(
        Permission.MANAGE_TEAM,
        description="Write to somebody to join the account, within seven days. Only owners invite "
        "owners, and never through an API token.",
    )
    async def invite_member(self, info: Info, input: InviteMemberInput) -> InviteMemberPayload:
        row = await invitations.invite_member(info.context.actor, input.email, input.role)
        return InviteMemberPayload(invitation=Invitation.of(row))

    @mutation(
        Permission.MANAGE_TEAM,
        description="Write again, with a new link and seven more days. The earlier link stops "
        "working.",
    )
    async def resend_invitation(
        self, info: Info, input: ResendInvitationInput
    ) -> ResendInvitationPayload:
        key = decode_id(input.id, "Invitation", ("id",))
        row = await invitations.resend_invitation(info.context.actor, key)
        return ResendInvitationPayload(invitation=Invitation.of(row))

    @mutation(Permission.MANAGE_TEAM, description="Take an invitation back.")
    async def revoke_invitation(
        self, info: Info, input: RevokeInvitationInput
    ) -> RevokeInvitationPayload:
        key = decode_id(input.id, "Invitation", ("id",))
        await invitations.revoke_invitation(info.context.actor, key)
        return RevokeInvitationPayload(revoked_id=input.id)

    @mutation(
        Permission.MANAGE_TEAM,
        description="Give a member another role. An admin cannot touch an owner, nor make one; an "
        "account always keeps an owner.",
    )
    async def change_member_role(
        self, info: Info, input: ChangeMemberRoleInput
    ) -> ChangeMemberRolePayload:
        actor = info.context.actor
        key = decode_id(input.id, "Member", ("id",))
        row = await team.change_member_role(actor, key, input.role)
        return ChangeMemberRolePayload(member=Member.of(row, actor))

    @mutation(
        Permission.MANAGE_TEAM,
        description="Remove a member. Their sessions and tokens in the account end at once.",
    )
    async def remove_member(self, info: Info, input: RemoveMemberInput) -> RemoveMemberPayload:
        key = decode_id(input.id, "Member", ("id",))
        await team.remove_member(info.context.actor, key)
        return RemoveMemberPayload(removed_id=input.id)

    @mutation(
        Permission.MANAGE_OWN_USER,
        description="Leave the account that is open. The session that asks ends too.",
    )
    async def leave_account(self, info: Info) -> LeaveAccountPayload:
        await team.leave_account(info.context.actor)
        return LeaveAccountPayload(ok=True)

    @mutation(
        Permission.OWN_ACCOUNT,
        description="Make another member an owner and become an admin oneself.",
    )
    async def transfer_ownership(
        self, info: Info, input: TransferOwnershipInput
    ) -> TransferOwnershipPayload:
        actor = info.context.actor
        key = decode_id(input.id, "Member", ("id",))
        row = await team.transfer_ownership(actor, key, input.password)
        return TransferOwnershipPayload(member=Member.of(row, actor))
