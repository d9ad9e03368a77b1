"""A real Neo4j Community server on this machine, which tests fill, empty, end and start again."""

from __future__ import annotations

import atexit
import os
import secrets
import socket
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from neo4j import Driver, GraphDatabase, Record
from neo4j.exceptions import ServiceUnavailable, TransientError

from tests.neo4j_server.artefacts import jars, java

START_SECONDS = 60
STOP_SECONDS = 60
ADMIN_SECONDS = 240

CONFIGURATION = """\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
dbms.usage_report.enabled=false
server.memory.pagecache.size=256m
db.logs.query.enabled=OFF
dbms.security.auth_max_failed_attempts=0
db.tx_log.preallocate=false
db.tx_log.rotation.size=16m
internal.dbms.bolt.netty_server_shutdown_quiet_period=0
"""
"""Small files, nothing to the outside, no wait after wrong passwords or for late clients when it is stopped."""

JAVA_OPTIONS = [
    "-Xms256m",
    "-Xmx768m",
    "-XX:+UseSerialGC",
    "-XX:TieredStopAtLevel=1",  # no test runs long enough for the second compiler
    "--add-opens=java.base/java.nio=ALL-UNNAMED",
    "--add-opens=java.base/java.io=ALL-UNNAMED",
    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
    "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
]


@dataclass
class Database:
    """Where a server answers and who may ask it."""

    uri: str
    password: str = field(repr=False)
    user: str = "neo4j"

    def driver(self) -> Driver:
        """A new driver, which its user closes."""
        return GraphDatabase.driver(self.uri, auth=(self.user, self.password))

    def count(self) -> int:
        """How many nodes it holds."""
        with self.driver() as driver:
            return int(driver.execute_query("MATCH (n) RETURN count(n)").records[0][0])

    def empty(self) -> None:
        """Deletes every node and relationship; constraints and indexes stay."""
        with self.driver() as driver, driver.session() as session:
            # in steps, so that no transaction outgrows a small heap
            session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS").consume()


def records(driver: Driver, statement: str, **parameters: Any) -> list[Record]:
    """The answer to a statement; a warning of the server (a misspelt property) is an error."""
    answer = driver.execute_query(statement, parameters)
    warnings = [one for one in answer.summary.gql_status_objects if one.gql_status[:2] not in ("00", "02")]
    assert warnings == []
    return answer.records


class Server(Database):
    """A server of our own with its home in a new folder; it runs inside `with` and between `start` and `stop`."""

    def __init__(self, home: Path) -> None:
        port = free_port()
        super().__init__(f"bolt://127.0.0.1:{port}", secrets.token_hex(16))
        self.home = home
        self._java = [java(), *JAVA_OPTIONS, "-cp", f"{jars()}/*"]
        self._process: subprocess.Popen[bytes] | None = None
        for name in ("conf", "data", "logs", "import"):
            (home / name).mkdir(parents=True)
        (home / "conf" / "neo4j.conf").write_text(CONFIGURATION.format(port=port), encoding="utf-8")
        self.admin("dbms", "set-initial-password", self.password)
        atexit.register(self.kill)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()  # its data is thrown away, and a clean end takes seconds
        atexit.unregister(self.kill)

    @property
    def running(self) -> bool:
        """Whether its process lives."""
        return self._process is not None and self._process.poll() is None

    @property
    def pid(self) -> int:
        """The process that runs, or that ran last."""
        assert self._process is not None, "never started"
        return self._process.pid

    def start(self) -> None:
        """Starts it, also again on the same home and port; it answers when this returns."""
        assert not self.running, "runs already"
        entry = ["org.neo4j.server.CommunityEntryPoint", f"--home-dir={self.home}"]
        command = [*self._java, *entry, f"--config-dir={self.home / 'conf'}", "--console-mode"]
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                command, cwd=self.home, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT
            )
        try:
            self._wait_until_it_answers()
        except BaseException:
            self.kill()
            raise

    def stop(self) -> None:
        """Ends it in good order (SIGTERM)."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait(STOP_SECONDS)

    def kill(self) -> None:
        """Ends it at once, as a power cut would (SIGKILL)."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    def admin(self, *arguments: str, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
        """Runs `neo4j-admin` on its home, from `folder` (else its home).

        `admin("database", "import", "full", "neo4j", …)` wants it stopped.
        """
        done = subprocess.run(
            [*self._java, "org.neo4j.cli.AdminTool", *arguments],
            cwd=folder or self.home,
            env=os.environ | {"NEO4J_HOME": str(self.home), "NEO4J_CONF": str(self.home / "conf")},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=ADMIN_SECONDS,
            check=False,
        )
        if done.returncode:
            called = " ".join(arguments[:2])
            raise RuntimeError(
                f"neo4j-admin {called} ended with {done.returncode}:\n{done.stdout}{done.stderr}"
            )
        return done

    @property
    def _log(self) -> Path:
        return self.home / "logs" / "console.log"

    def _wait_until_it_answers(self) -> None:
        until = time.monotonic() + START_SECONDS
        with self.driver() as driver:
            while True:
                try:
                    return driver.verify_connectivity()
                except (ServiceUnavailable, TransientError) as error:
                    if not self.running or time.monotonic() > until:
                        end = self._log.read_text(encoding="utf-8", errors="replace")[-3000:]
                        raise RuntimeError(f"Neo4j does not answer; its log ends with\n{end}") from error
                time.sleep(0.1)


def free_port() -> int:
    """A port of this machine on which nothing listens now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
