"""What root fields of boards and cards are asked."""

from __future__ import annotations

from tests.backend.api.access.case import Case, mutation

QUERIES = {
    "workflows": Case(),
    "workflow": Case(lambda w: {"id": w["workflow"]}),
    "deletedCard": Case(lambda w: {"id": w["deleted_card"]}),
    "workflowNumbers": Case(lambda w: {"id": w["workflow"]}),
    "automations": Case(lambda w: {"workflowId": w["workflow"]}),
    "automationDryRun": Case(lambda w: {"id": w["automation"]}),
    "cardTimeline": Case(lambda w: {"cardId": w["card"], "first": 50}),
}
MUTATIONS = {
    "createWorkflow": mutation(lambda _: {"template": "SALES", "name": "Another"}),
    "updateWorkflow": mutation(lambda w: {"id": w["workflow"], "version": 1, "name": "Another"}),
    "deleteWorkflow": mutation(lambda w: {"id": w["workflow"]}),
    "restoreWorkflow": mutation(lambda w: {"id": w["deleted_workflow"]}),
    "addStep": mutation(lambda w: {"workflowId": w["workflow"], "name": "Another"}),
    "updateStep": mutation(lambda w: {"id": w["step"], "version": 1, "name": "Another"}),
    "moveStep": mutation(lambda w: {"id": w["step"], "version": 1, "position": 2}),
    "deleteStep": mutation(
        lambda w: {"id": w["step"], "version": 1, "moveCardsTo": w["other_step"]}
    ),
    "restoreStep": mutation(lambda w: {"id": w["deleted_step"]}),
    "addCard": mutation(
        lambda w: {"stepId": w["step"], "title": "Another", "contactId": w["contact"]}
    ),
    "updateCard": mutation(
        lambda w: {
            "id": w["card"],
            "version": 1,
            "title": "Another",
            "contactId": w["twin"],
            "assigneeId": w["member"],
        }
    ),
    "moveCard": mutation(lambda w: {"id": w["card"], "version": 1, "stepId": w["other_step"]}),
    "holdCard": mutation(lambda w: {"workflowId": w["workflow"], "cardId": w["card"]}),
    "archiveCards": mutation(lambda w: {"ids": [w["card"]]}),
    "unarchiveCards": mutation(lambda w: {"ids": [w["archived_card"]]}),
    "deleteCards": mutation(lambda w: {"ids": [w["card"]]}),
    "restoreCards": mutation(lambda w: {"ids": [w["deleted_card"]]}),
    "addChecklistItem": mutation(lambda w: {"cardId": w["card"], "text": "Another"}),
    "updateChecklistItem": mutation(lambda w: {"id": w["checklist_item"], "done": True}),
    "moveChecklistItem": mutation(lambda w: {"id": w["checklist_item"]}),
    "deleteChecklistItem": mutation(lambda w: {"id": w["checklist_item"]}),
    "restoreChecklistItem": mutation(lambda w: {"id": w["deleted_checklist_item"]}),
    "addCardNote": mutation(lambda w: {"cardId": w["card"], "text": "Another"}),
    "updateCardNote": mutation(lambda w: {"id": w["card_note"], "version": 1, "text": "Another"}),
    "deleteCardNote": mutation(lambda w: {"id": w["card_note"]}),
    "restoreCardNote": mutation(lambda w: {"id": w["deleted_card_note"]}),
    "addCardFiles": mutation(lambda w: {"cardId": w["card"], "uploadIds": [w["whole_upload"]]}),
    "deleteCardFiles": mutation(lambda w: {"cardId": w["card"], "ids": [w["card_file"]]}),
    "restoreCardFiles": mutation(lambda w: {"cardId": w["card"], "ids": [w["deleted_card_file"]]}),
    "linkCardContacts": mutation(lambda w: {"id": w["card"], "contactIds": [w["twin"]]}),
    "unlinkCardContact": mutation(lambda w: {"id": w["card"], "contactId": w["twin"]}),
    "linkCardDocuments": mutation(lambda w: {"id": w["card"], "documentIds": [w["quote"]]}),
    "unlinkCardDocument": mutation(lambda w: {"id": w["card"], "documentId": w["invoice"]}),
    "labelCards": mutation(lambda w: {"ids": [w["card"]], "add": [w["label"]], "remove": []}),
    "createAutomation": mutation(
        lambda w: {"stepId": w["step"], "action": {"addTask": {"title": "Another"}}}
    ),
    "updateAutomation": mutation(
        lambda w: {
            "id": w["automation"],
            "version": 1,
            "stepId": w["step"],
            "action": {"addLabel": {"labelId": w["label"]}},
            "enabled": False,
        }
    ),
    "deleteAutomation": mutation(lambda w: {"id": w["automation"]}),
    "restoreAutomation": mutation(lambda w: {"id": w["deleted_automation"]}),
}
SUBSCRIPTIONS = {
    "boardPresence": Case(lambda w: {"workflowId": w["workflow"]}),
    "lookAtBoard": Case(lambda w: {"workflowId": w["workflow"]}),
    "cardChanged": Case(lambda w: {"id": w["card"], "after": w["cursor"]}),
    "contactCardsChanged": Case(lambda w: {"contactId": w["contact"], "after": w["cursor"]}),
    "boardChanged": Case(lambda w: {"workflowId": w["workflow"], "after": w["cursor"]}),
}
