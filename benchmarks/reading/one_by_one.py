"""A process of its own that reads files one after the other and prints its peak memory in KB on the way.

    python benchmarks/reading/one_by_one.py FOLDER COUNT …

The first line is the interpreter, the second after the import, then one line for each count.
"""

import resource
import sys
from pathlib import Path


def peak() -> int:
    """Peak resident memory of this process in KB."""
    status = Path("/proc/self/status")
    if status.exists():  # what getrusage says begins with the peak of the process that started this one
        return next(int(line.split()[1]) for line in status.read_text().splitlines() if "VmHWM" in line)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most // 1024 if sys.platform == "darwin" else most


def main() -> None:
    """Read, and print after each count."""
    folder, counts = Path(sys.argv[1]), [int(count) for count in sys.argv[2:]]
    print(peak())
    from loaders.base import load  # noqa: PLC0415
    from loaders.read import read_text  # noqa: PLC0415

    print(peak())
    for number, path in enumerate(sorted(folder.rglob("*.txt")), 1):
        read_text(load(path).text)
        if number in counts:
            print(peak())


if __name__ == "__main__":
    main()
