"""`chidao tasks`: who must do what by when."""

from __future__ import annotations

from datetime import date

import click

from chidao import messages, output, views
from chidao.json_answers import tasks_object
from chidao.opened import opened
from chidao.options import command_named, day, given, option
from graph.errors import NotFound, UsageError
from graph.model import Modality
from queries.start import start
from queries.tasks import Role, tasks


@command_named("tasks")
@option("--owner", metavar="NAME")
@option("--role", type=click.Choice(["lead", "coordinate", "any"]), default="lead")
@option("--due-before", metavar="DATE")
@option("--overdue", is_flag=True)
@option("--today", metavar="DATE")
@option("--document", metavar="SYMBOL|FILE")
@option("--modality", type=click.Choice([str(each) for each in Modality]))
def command(
    *,
    owner: str | None,
    role: str,
    due_before: str | None,
    overdue: bool,
    today: str | None,
    document: str | None,
    modality: str | None,
) -> None:
    """Tasks by owner, deadline, document and modality."""
    late, due = _late(overdue=overdue, today=day(today)), day(due_before)
    with opened() as store:
        answer = tasks(
            store,
            owner=owner,
            role=Role(role),
            due_before=due,
            overdue_on=late,
            document=start(store, document) if document else None,
            modality=Modality(modality) if modality else None,
        )
    if owner and not answer.owners:
        raise NotFound(messages.text("tasks.no_owner", name=owner), name=owner)
    if given().as_json:
        output.emit_json(tasks_object(answer))
    else:
        views.tasks(answer)


def _late(*, overdue: bool, today: str | None) -> str | None:
    """The day on which tasks are overdue: the given one, else today."""
    if today and not overdue:
        raise UsageError("--today says on which day tasks are --overdue; give both", code="today_alone")
    if not overdue:
        return None
    return today or date.today().isoformat()
