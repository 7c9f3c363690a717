"""Small servers on this machine that are no Neo4j: each does one thing to whoever connects."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable, Iterator

HTTP = b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n"
TLS_ALERT = bytes.fromhex("15 0301 0002 02 46")
NO_VERSION, BOLT_5_0 = bytes(4), bytes.fromhex("00000005")
Behaviour = Callable[[socket.socket], None]


@contextlib.contextmanager
def fake(behaviour: Behaviour) -> Iterator[int]:
    """Yield the port of a server that does this to each connection, in a thread of its own."""
    ended = threading.Event()
    kept: list[socket.socket] = []

    def serve() -> None:
        while not ended.is_set():
            with contextlib.suppress(TimeoutError):
                connection, _ = listening.accept()
                connection.settimeout(5)
                kept.append(connection)
                with contextlib.suppress(OSError):
                    behaviour(connection)

    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        listening.settimeout(0.05)
        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield listening.getsockname()[1]
        finally:
            ended.set()
            thread.join()
            for connection in kept:
                connection.close()


def free_port() -> int:
    """Return a port at which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def silent(_: socket.socket) -> None:
    """Take the connection and say nothing."""


def waiting_for_a_line(connection: socket.socket) -> None:
    """Answer as a web server once a whole line has come."""
    heard = b""
    while b"\n" not in heard:
        more = connection.recv(64)
        if not more:
            return
        heard += more
    connection.sendall(HTTP if heard.startswith(b"GET / HTTP") else b"<html>")


def closing(connection: socket.socket) -> None:
    """Close at once."""
    connection.close()


def answering(*answers: bytes) -> Behaviour:
    """Return what answers so to what is sent, time for time, and then closes."""

    def behaviour(connection: socket.socket) -> None:
        for answer in answers:
            connection.recv(1024)
            connection.sendall(answer)
        connection.close()

    return behaviour


def plain_bolt(connection: socket.socket) -> None:
    """Greet whoever speaks Bolt, close on whoever asks for encryption, and say nothing more."""
    if connection.recv(1024).startswith(b"\x60\x60\xb0\x17"):
        connection.sendall(BOLT_5_0)
    else:
        connection.close()
