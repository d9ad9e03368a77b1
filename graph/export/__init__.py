"""The graph in formats that other programs read."""
