"""How fast files are read: the parts of `benchmarks/speed.py`."""
