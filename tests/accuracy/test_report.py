"""The report sees what a change gains and loses."""

from __future__ import annotations

import report

BEFORE = {"001": {"task F1": (8, 10), "task.lead": (4, 4)}, "002": {"task F1": (6, 10), "task.lead": (3, 4)}}


def test_equal_figures_are_no_change() -> None:
    assert report.changes(BEFORE, BEFORE) == []
    assert report.falls(BEFORE, BEFORE) == []


def test_a_loss_in_one_document_is_shown_though_another_gains_more() -> None:
    now = {
        "001": {"task F1": (6, 10), "task.lead": (4, 4)},
        "002": {"task F1": (10, 10), "task.lead": (3, 4)},
    }
    shown = [(name, figure, round(difference, 2)) for name, figure, difference in report.changes(now, BEFORE)]
    assert shown == [("001", "task F1", -0.2), ("002", "task F1", 0.4)]
    assert report.falls(now, BEFORE) == []


def test_a_figure_that_falls_is_a_fault_and_a_doubtful_label_is_none() -> None:
    large = {"001": {"task F1": (999, 1000)}}
    assert report.falls({"001": {"task F1": (998, 1000)}}, large) == []
    assert report.falls({"001": {"task F1": (990, 1000)}}, large) == [("task F1", 0.999, 0.99)]


def test_a_document_that_is_new_neither_gains_nor_loses() -> None:
    assert report.falls(BEFORE | {"003": {"task F1": (0, 10)}}, BEFORE) == []
