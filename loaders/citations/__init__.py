"""Citations (viện dẫn): every mention of another document in one text, and the links between them."""

from loaders.citations.read import read_citations

__all__ = ["read_citations"]
