"""`chidao tasks`: who must do what by when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import click

from chidao import messages, output, views
from chidao.answers import tasks_sheet
from chidao.json_answers import tasks_object
from chidao.opened import opened
from chidao.options import command_named, day, given, option
from chidao.outcomes_file import read_outcomes
from graph.errors import NotFound, UsageError
from graph.model import Modality, NodeId
from queries.outcomes import Outcome, latest, orphaned
from queries.start import start
from queries.tasks import SOON_DAYS, Due, Role, Tasks, counts, in_state, states, tasks


@command_named("tasks")
@option("--owner", metavar="NAME")
@option("--role", type=click.Choice(["lead", "coordinate", "any"]), default="lead")
@option("--through", is_flag=True)
@option("--topic", metavar="NAME")
@option("--document", metavar="SYMBOL|FILE")
@option("--modality", type=click.Choice([str(each) for each in Modality]))
@option("--due-before", metavar="DATE")
@option("--overdue", is_flag=True)
@option("--state", type=click.Choice([str(each) for each in Due]))
@option("--within", type=click.IntRange(0, 3650), default=SOON_DAYS)
@option("--today", metavar="DATE")
@option("--outcomes", "outcomes_path", metavar="FILE")
@option("--counts", "counted", is_flag=True)
@option("--csv", "as_csv", is_flag=True)
def command(
    *,
    owner: str | None,
    role: str,
    through: bool,
    topic: str | None,
    document: str | None,
    modality: str | None,
    due_before: str | None,
    overdue: bool,
    state: str | None,
    within: int,
    today: str | None,
    outcomes_path: str | None,
    counted: bool,
    as_csv: bool,
) -> None:
    """Tasks that meet every given condition."""
    now = _today(day(today), dated=overdue or state is not None or counted or as_csv or given().as_json)
    due = day(due_before)
    outcomes = latest(read_outcomes(outcomes_path)) if outcomes_path else {}
    with opened() as store:
        answer = tasks(
            store,
            owner=owner,
            role=Role(role),
            due_before=due,
            overdue_on=now if overdue else None,
            document=start(store, document) if document else None,
            modality=Modality(modality) if modality else None,
            topic=topic,
            through=through,
        )
        lost = orphaned(store, outcomes)
    if owner and not answer.owners:
        raise NotFound(messages.text("tasks.no_owner", name=owner), name=owner)
    found = states(answer, today=now, within=within, outcomes=outcomes)
    if overdue and outcomes:
        answer = in_state(answer, found, Due.OVERDUE)
    if state:
        answer = in_state(answer, found, Due(state))
    _tell(answer, found, outcomes, lost, counted=counted, as_csv=as_csv)


def _tell(
    answer: Tasks,
    found: Mapping[NodeId, Due],
    outcomes: Mapping[NodeId, Outcome],
    lost: tuple[Outcome, ...],
    *,
    counted: bool,
    as_csv: bool,
) -> None:
    """The answer as it was asked for; outcomes whose task is gone are named to people."""
    if given().as_json:
        value = tasks_object(answer)
        for task in value["tasks"]:
            outcome = outcomes.get(task["id"])
            task["state"] = found[task["id"]]
            task["outcome"] = tasks_sheet.outcome_object(outcome) if outcome else None
        value["counts"] = tasks_sheet.count_objects(counts(answer, found))
        value["orphaned_outcomes"] = [tasks_sheet.outcome_object(outcome) for outcome in lost]
        output.emit_json(value)
    elif as_csv:
        output.emit_exactly(tasks_sheet.sheet(answer, found, outcomes))
    elif counted:
        tasks_sheet.show_counts(counts(answer, found))
    else:
        views.tasks(answer)
    for outcome in lost:
        output.say("tasks.orphaned", task=outcome.task, status=outcome.status)


def _today(typed: str | None, *, dated: bool) -> str:
    """The day on which states are told: the given one, else today."""
    if typed and not dated:
        raise UsageError(
            "--today says on which day states are told; give --overdue, --state, --counts or --csv too",
            code="today_alone",
        )
    return typed or date.today().isoformat()
