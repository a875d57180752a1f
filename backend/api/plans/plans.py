"""Queries answered by their plans, and by graphql-core where there is none, or a value is unusual.

Whether somebody may ask, and what it costs, was decided before; what is answered is the same either
way, with the same errors at the same paths, which differential tests hold.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graphql import ExecutionResult, GraphQLError, GraphQLSchema, OperationType
from graphql.execution.values import VariableValues

from backend.api.documents import Operation
from backend.api.executor import AnswerEvent, build_executor, run_once
from backend.api.introspection import Introspection
from backend.api.kept_documents import Keeper
from backend.api.plans.planner import Plan
from backend.api.plans.selected import Unplanned
from backend.api.plans.sites import Execution
from backend.api.plans.tally import Tally
from backend.core.graphql.context import Context

Given = Mapping[str, Any]
NOT_KEPT = "a document that is not kept"


class Plans:
    """Answers by plans while ``on``; without, every operation is graphql-core's."""

    def __init__(self, schema: GraphQLSchema, *, on: bool = True) -> None:
        self.on = on
        self.tally = Tally()
        self.schema = schema
        self._introspection = Introspection()

    @property
    def planned(self) -> Mapping[str, int]:
        """How many answers plans gave, by the operation's name."""
        return self.tally.planned

    @property
    def fallbacks(self) -> Mapping[tuple[str, str], int]:
        """How many queries graphql-core answered while plans were on, by (operation, reason)."""
        return self.tally.fallbacks

    async def run(
        self, operation: Operation, given: Given, context: Context, keeper: Keeper = None
    ) -> ExecutionResult:
        """Run a query or mutation. A plan that has to be made is kept for ``keeper``.

        Raises:
            RequestRefused: a variable is missing or not of its type.
        """
        if self.on and operation.kind is OperationType.QUERY:
            if (known := self._introspection.answer(operation)) is not None:
                self.tally.count_planned(operation.name)
                return known
            try:
                plan, execution = self._planned(operation, given, context, keeper)
            except (Unplanned, GraphQLError) as reason:
                self.tally.count_fallback(operation.name, _words(reason))
            else:
                return await self._run(plan, execution, operation, given)
        result = await run_once(build_executor(self.schema, operation, given, context))
        self._introspection.keep(operation, result)
        return result

    def answer_events(
        self,
        operation: Operation,
        context: Context,
        variables: VariableValues,
        keeper: Keeper = None,
    ) -> AnswerEvent | None:
        """Return what answers each event of a subscription, or None where graphql-core must.

        It returns None for an event that graphql-core must answer itself.
        """
        if not self.on:
            return None
        try:
            if operation.event_plans is None:
                raise Unplanned(NOT_KEPT)
            plan = operation.event_plans.of(variables, keeper)
        except Unplanned as reason:
            self.tally.count_fallback(operation.name, str(reason))
            return None

        async def answer(event: Any) -> ExecutionResult | None:
            try:
                data = await plan.complete(event, Execution(context, variables))
            except Exception as error:
                self.tally.count_fallback(operation.name, _unusual(error))
                return None
            self.tally.count_planned(operation.name)
            return ExecutionResult(data, None)

        return answer

    def _planned(
        self, operation: Operation, given: Given, context: Context, keeper: Keeper
    ) -> tuple[Plan, Execution]:
        if operation.plans is None:
            raise Unplanned(NOT_KEPT)
        variables = operation.plans.coerce(given)
        plan, execution = operation.plans.of(variables, keeper), Execution(context, variables)
        for root in plan.roots:
            execution.at(root.site)
        return plan, execution

    async def _run(
        self, plan: Plan, execution: Execution, operation: Operation, given: Given
    ) -> ExecutionResult:
        resolved = await plan.resolve(execution)
        try:
            data = await plan.complete(resolved, execution)
        except Exception as error:
            reason = plan.refused(resolved) or _unusual(error)
        else:
            self.tally.count_planned(operation.name)
            return ExecutionResult(data, None)
        self.tally.count_fallback(operation.name, reason)
        context = execution.context
        return await run_once(
            build_executor(self.schema, operation, given, context, resolved=resolved)
        )


def _unusual(error: Exception) -> str:
    return f"an unusual value ({type(error).__name__})"


def _words(reason: Unplanned | GraphQLError) -> str:
    return str(reason) if isinstance(reason, Unplanned) else "an argument is refused"
