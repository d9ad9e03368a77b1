"""The lot of a node: which ones stay where a limit cuts an answer.

A fixed number for each id, as if drawn: so every store keeps the same nodes, whatever came into it first,
and a store that has it in an index reads no more than it gives.
"""

from __future__ import annotations

from hashlib import blake2b

from graph.model import NodeId


def lot(id: NodeId) -> int:
    """From 0 to 2**63 - 1; two ids with the same lot are not to be expected in 10 million (1 in 100,000)."""
    return int.from_bytes(blake2b(id.encode(), digest_size=8).digest(), "big") >> 1
