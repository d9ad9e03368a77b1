"""`chidao`, and `python -m chidao`: Ctrl-C while the program is still being read ends it quietly too."""

from __future__ import annotations

import sys


def run() -> int:
    """The command line with its exit status."""
    try:
        from chidao.cli import main  # noqa: PLC0415

        return main()
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(run())
