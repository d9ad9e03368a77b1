"""Reading raw text: clean copies with the way back to raw offsets, and patterns to match on them."""
