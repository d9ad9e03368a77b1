"""The program of a Neo4j server: its jars, fetched once by Maven into a cache of the user, and a Java for them.

`python -m tests.neo4j_server.artefacts` fetches them before the tests do.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from platformdirs import user_cache_path

POM = Path(__file__).with_name("pom.xml")
VERSION = re.findall(r"<neo4j\.version>(.+)</", POM.read_text(encoding="utf-8"))[0]
REMEDY = (
    "install Java 17 or newer and Maven, "
    "or set CHIDAO_TEST_NEO4J=bolt://host:port with CHIDAO_TEST_NEO4J_PASSWORD"
)


class Missing(Exception):
    """This machine cannot run a Neo4j server; the first line says what to install."""

    def __init__(self, what: str, *, details: str = "") -> None:
        super().__init__("\n".join(filter(None, [f"a Neo4j server {what}: {REMEDY}", details])))


def java() -> str:
    """The Java that runs the server."""
    if not (program := shutil.which("java")):
        raise Missing("needs Java")
    said = subprocess.run([program, "-version"], capture_output=True, text=True, check=False).stderr
    version = re.search(r'version "(\d+)', said)
    if not version or int(version[1]) < 17:
        raise Missing("needs a newer Java", details=said.strip())
    return program


def jars() -> Path:
    """The folder with the jars. The first call on a machine fetches them (120 MB)."""
    folder: Path = user_cache_path("chidao-tests") / f"neo4j-{VERSION}"
    if folder.is_dir():
        return folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder.parent) as beside:
        fetched = Path(beside) / "jars"
        fetch(fetched)
        try:
            fetched.rename(folder)
        except OSError:  # another process was first, and its jars are the same
            if not folder.is_dir():
                raise
    return folder


def fetch(folder: Path) -> None:
    """Copies the jars that the pom names, and all that they need, into a folder."""
    if not (maven := shutil.which("mvn")):
        raise Missing("needs Maven, which fetches it")
    goal = ["dependency:copy-dependencies", f"-DoutputDirectory={folder}", "-DincludeScope=runtime"]
    done = subprocess.run(
        [maven, "-q", "-B", "-Dstyle.color=never", "-f", str(POM), *goal],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        last = done.stdout.strip().splitlines()[-10:]
        raise Missing("could not be fetched by Maven", details="\n".join(last))


if __name__ == "__main__":
    try:
        java()
        print(jars())
    except Missing as missing:
        sys.exit(str(missing))
