"""A line to a server that breaks where a test says: a TCP proxy on the loopback, in threads."""

from __future__ import annotations

import select
import socket
import struct
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum, auto
from typing import Self
from urllib.parse import urlsplit

HOST = "127.0.0.1"
PIECE = 65_536

COMMIT = b"\x00\x02\xb0\x12\x00\x00"
"""The message as Bolt sends it: two bytes long, a structure without fields, end of the message."""

ABORT = struct.pack("ii", 1, 0)
"""SO_LINGER that makes `close` say RST, as a machine does that knows nothing of the connection."""


class At(Enum):
    """The moment at which a line breaks."""

    SENT = auto()
    """After so many more bytes of the client's."""
    ANSWERED = auto()
    """After so many more bytes of the server's."""
    BEFORE_COMMIT = auto()
    """The server never gets the COMMIT."""
    IN_COMMIT = auto()
    """The server gets half of the COMMIT."""
    WITH_COMMIT = auto()
    """The server gets the COMMIT and loses the client: it may or may not do it."""
    AFTER_COMMIT = auto()
    """The server has done the COMMIT and the client never hears of it."""


@dataclass(frozen=True, slots=True)
class Break:
    """One break of the line, and what happens to the server at that moment."""

    at: At
    bytes: int = 0
    abort: bool = False
    """Whether the client sees a reset, not an end."""
    then: Callable[[], None] = lambda: None


class Proxy:
    """Passes on what client and server say; its `breaks` happen one after the other."""

    def __init__(self, uri: str) -> None:
        self.breaks: deque[Break] = deque()
        server = urlsplit(uri)
        self._server = (server.hostname or HOST, server.port or 7687)
        self._passed = 0
        """Bytes that count for the next break."""
        self._clients: set[socket.socket] = set()
        self._lock = threading.Lock()
        self._listener = socket.create_server((HOST, 0))
        self.port: int = self._listener.getsockname()[1]
        self._listen()

    @property
    def uri(self) -> str:
        """Where it answers, as the driver takes it."""
        return f"bolt://{HOST}:{self.port}"

    def cut(self) -> None:
        """Ends every connection at once."""
        with self._lock:
            for client in self._clients:
                with suppress(OSError):  # it has just ended by itself
                    client.shutdown(socket.SHUT_RDWR)

    def refuse(self) -> None:
        """Ends every connection and takes no new one, as a port does on which nothing listens."""
        with suppress(OSError):  # a second call
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self.cut()

    def accept(self) -> None:
        """Takes connections again, on the same port."""
        self._listener = socket.create_server((HOST, self.port))
        self._listen()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.refuse()

    def _listen(self) -> None:
        threading.Thread(target=self._take, args=(self._listener,), daemon=True).start()

    def _take(self, listener: socket.socket) -> None:
        with suppress(OSError):  # closed by `refuse`
            while True:
                client, _ = listener.accept()
                threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        with self._lock:
            self._clients.add(client)
        with suppress(OSError), client, socket.create_connection(self._server) as server:
            for each in (client, server):  # small messages wait for nothing
                each.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if broken := self._converse(client, server):
                broken.then()
                if broken.abort:
                    client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, ABORT)
        with self._lock:
            self._clients.discard(client)

    def _converse(self, client: socket.socket, server: socket.socket) -> Break | None:
        """Until one of them ends it (None) or a break does."""
        while True:
            for source in select.select([client, server], [], [])[0]:
                if not (data := source.recv(PIECE)):
                    return None
                sent = source is client
                length, broken = self._share(data, sent=sent)
                (server if sent else client).sendall(data[:length])
                if broken:
                    if broken.at is At.AFTER_COMMIT:
                        server.recv(PIECE)  # held back for ever
                    return broken

    def _share(self, data: bytes, *, sent: bool) -> tuple[int, Break | None]:
        """How much of this is passed on, and the break that comes then."""
        with self._lock:
            if not self.breaks or (length := self._before_break(self.breaks[0], data, sent)) is None:
                return len(data), None
            self._passed = 0
            return length, self.breaks.popleft()

    def _before_break(self, next_one: Break, data: bytes, sent: bool) -> int | None:
        """How much of this comes before the next break; None where it does not come in this."""
        if next_one.at in (At.SENT, At.ANSWERED):
            if sent is not (next_one.at is At.SENT):
                return None
            left = next_one.bytes - self._passed
            self._passed += len(data)
            return left if left <= len(data) else None
        start = data.rfind(COMMIT) if sent else -1
        if start < 0:
            return None
        ends = {At.BEFORE_COMMIT: start, At.IN_COMMIT: start + len(COMMIT) // 2}
        return ends.get(next_one.at, start + len(COMMIT))
