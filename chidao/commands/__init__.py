"""One module for each command, named after it; `command` is what runs."""
