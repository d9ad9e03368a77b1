"""Which document can act on which: a decree amends a decree, and details a law."""

from __future__ import annotations

from collections.abc import Sequence

from loaders.citations.found import Found

_RANKS = {
    "Hiến pháp": 0,
    "Bộ luật": 1,
    "Luật": 1,
    "Pháp lệnh": 2,
    "Nghị định": 3,
    "Thông tư": 5,
    "Thông tư liên tịch": 5,
}
"""Order of the legal system. Types that several bodies use (Nghị quyết, Quyết định) have no fixed place."""


def below(lower: Found, higher: Found) -> bool:
    """Whether the first is known to rank below the second."""
    first, second = _RANKS.get(lower.type or ""), _RANKS.get(higher.type or "")
    return first is not None and second is not None and first > second


def amended(earlier: Sequence[Found], amending: Found) -> Found | None:
    """What "được sửa đổi, bổ sung bởi B" speaks of: the nearest document that B can amend.

    "Nghị định A quy định chi tiết Luật B được sửa đổi bởi Nghị định C": C amends A, no law.
    """
    same = (item for item in reversed(earlier) if item.type == amending.type)
    nearest = earlier[-1] if earlier else None
    if nearest is None or not below(amending, nearest):
        return nearest
    return next(same, None)
