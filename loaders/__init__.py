"""From a file to a ParsedDocument: one module for each step of reading a directive."""
