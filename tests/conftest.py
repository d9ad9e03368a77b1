"""What every test may ask for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def samples_dir() -> Path:
    """The sample story that ships with the product."""
    return ROOT / "samples"


@pytest.fixture(scope="session")
def shared_dir() -> Path:
    """Real documents with labels, kept beside the checkout and not part of the project."""
    shared = ROOT.parent / "shared"
    if not (shared / "gold" / "dev").is_dir():
        if os.environ.get("CI") == "true":
            pytest.fail(f"CI measures on real documents, and {shared.name}/ does not lie beside the checkout")
        pytest.skip(
            "needs the real documents in shared/ beside the checkout: they are not part of the project"
        )
    return shared
