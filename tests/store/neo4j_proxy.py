"""A proxy on this machine before a server, which can be made to stall: its connections stay open, and nothing passes any more.

Or to drop what it has: then its connections are closed, and so is every new one.
"""

from __future__ import annotations

import contextlib
import select
import socket
import threading
from collections.abc import Iterator


class Proxy:
    """Passes on what is sent, both ways, until it stalls or drops."""

    def __init__(self, port: int) -> None:
        self.stalled, self.dropping = threading.Event(), threading.Event()
        self._server = port
        self._ended = threading.Event()
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.uri = f"bolt://127.0.0.1:{self._listening.getsockname()[1]}"
        self._other: dict[socket.socket, socket.socket] = {}
        self._thread = threading.Thread(target=self._pass_on)

    @contextlib.contextmanager
    def running(self) -> Iterator[Proxy]:
        """Have it pass on what is sent inside the block."""
        self._thread.start()
        try:
            yield self
        finally:
            self._ended.set()
            self._thread.join()
            for end in (self._listening, *self._other):
                end.close()

    def _pass_on(self) -> None:
        while not self._ended.is_set():
            if self.stalled.is_set():
                self._ended.wait(0.02)
                continue
            if self.dropping.is_set():
                for end in self._other:
                    end.close()
                self._other.clear()
            for ready in select.select([self._listening, *self._other], [], [], 0.02)[0]:
                if ready is self._listening:
                    near, far = ready.accept()[0], socket.create_connection(("127.0.0.1", self._server))
                    self._other[near], self._other[far] = far, near
                elif ready in self._other and not self.stalled.is_set():
                    self._send(ready)

    def _send(self, source: socket.socket) -> None:
        sent = b""
        with contextlib.suppress(OSError):
            sent = source.recv(65_536)
            self._other[source].sendall(sent)
        if not sent:
            target = self._other.pop(source)
            self._other.pop(target)
            source.close()
            target.close()
