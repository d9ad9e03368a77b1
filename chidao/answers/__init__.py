"""Answers of the later questions: for each its JSON object and its table, side by side."""
