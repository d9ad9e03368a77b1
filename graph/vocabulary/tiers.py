"""How high a body stands (cấp): 1 the Party centre … 6 a commune, as the tables number it."""

from __future__ import annotations

NATIONAL = 3
"""Up to this tier a body is one for the whole country, and so are the numbers that it signs."""
PROVINCE, DEPARTMENT, COMMUNE = 4, 5, 6
"""COMMUNE is also the tier of districts, which stood above communes until 30/6/2025."""
