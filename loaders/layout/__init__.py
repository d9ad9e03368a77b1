"""The shape of a document: its lines, its parts, its list items, as spans of the raw text."""
