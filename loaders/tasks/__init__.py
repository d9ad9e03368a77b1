"""Duties (nhiệm vụ) of a document: who leads, with whom, by when, reporting to whom, ordered or asked."""

from loaders.tasks.read import read_tasks

__all__ = ["read_tasks"]
