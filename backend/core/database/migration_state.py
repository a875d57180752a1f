"""What Tortoise knows of the models while it migrates, built only where it is asked for.

Tortoise renders every model again before each operation and once more after it: the time of a
fresh database grew with the square of the number of tables (ten seconds for fifty). Operations ask
for one model, and that one needs the models that its foreign keys lead to.
"""

from __future__ import annotations

from collections.abc import Iterable

from tortoise.fields.relational import (
    ForeignKeyFieldInstance,
    ManyToManyFieldInstance,
    OneToOneFieldInstance,
)
from tortoise.migrations.executor import MigrationExecutor
from tortoise.migrations.graph import MigrationKey
from tortoise.migrations.schema_generator.state import ModelState, State
from tortoise.migrations.schema_generator.state_apps import StateApps
from tortoise.models import Model

Key = tuple[str, str]
"""A domain and the name of a model."""
RELATIONS = (ForeignKeyFieldInstance, OneToOneFieldInstance, ManyToManyFieldInstance)


class LazyApps(StateApps):
    """Models that are made when somebody asks for them."""

    def __init__(self, states: dict[Key, ModelState], default_connections: dict[str, str]) -> None:
        super().__init__(default_connections)
        self._states = states

    def get_model(self, app_label: str, model_name: str | None = None) -> type[Model]:
        """Return a model, made with those that its foreign keys lead to.

        Raises:
            KeyError: there is none of that name at this point of the migrations.
        """
        if model_name is None:
            app_label, model_name = self.split_reference(app_label)
        if model_name not in self.apps.get(app_label, {}):
            for key in reached(self._states, (app_label, model_name)):
                if key[1] not in self.apps.get(key[0], {}):
                    self.register_model(key[0], self._states[key].render(self))
            self._init_relations()
            self._build_initial_querysets()
        return self.apps[app_label][model_name]

    def forget(self) -> None:
        """Make everything anew when it is next asked for: some model has changed."""
        self.apps.clear()


class LazyState(State):
    """The models' states; of the models themselves only those that an operation looks at."""

    apps: LazyApps

    def __init__(self, models: dict[Key, ModelState], default_connections: dict[str, str]) -> None:
        self._default_connections = default_connections
        super().__init__(models, LazyApps(models, default_connections))

    def reload_model(self, app_label: str, model_name: str) -> None:
        """Have a model made anew when it is next asked for.

        Raises:
            LookupError: there is none.
        """
        if (app_label, model_name) not in self.models:
            raise LookupError(f"Model state {app_label}.{model_name} is unknown")
        self.apps.forget()

    def reload_models(self, model_tuples: Iterable[Key]) -> None:  # noqa: ARG002
        """Have models made anew when they are next asked for."""
        self.apps.forget()

    def validate_relations_initialized(self) -> None:
        """Hold that every foreign key leads to a model.

        Raises:
            RuntimeError: one does not.
        """
        for key, state in self.models.items():
            missing = [target for target in targets(state) if target not in self.models]
            if missing:
                raise RuntimeError(f"{key} refers to {missing}, which no migration has created")

    def clone(self) -> LazyState:
        """Return a copy that later operations leave alone."""
        models = {key: model.clone() for key, model in self.models.items()}
        return LazyState(models, self._default_connections)


class Executor(MigrationExecutor):
    """Tortoise's executor on states that are cheap."""

    async def _project_state(
        self, applied: set[MigrationKey], *, upto: MigrationKey | None = None
    ) -> State:
        connections = {
            label: config.get("default_connection", "default")
            for label, config in self.loader.apps_config.items()
        }
        state = LazyState({}, connections)
        for key in self._full_plan():
            if key == upto:
                break
            migration = self.loader.graph.nodes[key]
            if key in applied and migration is not None:
                await migration.apply(state, dry_run=True, schema_editor=None)
        return state


def targets(state: ModelState) -> list[Key]:
    """Return the models that a model's relations lead to."""
    names = [f.model_name for f in state.fields.values() if isinstance(f, RELATIONS)]
    return [(app, model) for app, _, model in (str(name).partition(".") for name in names)]


def reached(states: dict[Key, ModelState], start: Key) -> list[Key]:
    """Return a model and all that its relations lead to, however far."""
    found, todo = dict.fromkeys([start]), [start]
    while todo:
        for key in targets(states[todo.pop()]):
            if key in states and key not in found:
                found[key] = None
                todo.append(key)
    return list(found)
