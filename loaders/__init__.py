"""From a file to a ParsedDocument: one module for each step of reading a directive."""

RULES_VERSION = "3"
"""Version of the rules that read a text: it goes up with every change that may change what they find."""
