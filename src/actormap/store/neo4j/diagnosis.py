"""What stands in the way of a connection to a server: what answers at its address when somebody knocks.

The driver says this in words alone, which differ between its versions, and nothing at all where it asks for a cluster's members; and that
of 5.26 waits without end for a server that is asked for TLS and is silent. So the opening bytes of its protocol are sent once before it
connects, and the answer looked at. No user name and no password is sent.
"""

from __future__ import annotations

import socket
import ssl

from actormap.store.address import host_of, is_encrypted, port_of

# The opening of the Bolt protocol: its magic number, then four ranges of versions; as 5.0 to 5.8, 4.4 and nothing more.
OPENING = bytes.fromhex("6060b017 00080805 00000404 00000000 00000000")
# What a web server that waits for a whole line answers, when the opening of Bolt left it waiting.
REQUEST = b"GET / HTTP/1.0\r\n\r\n"
NO_VERSION = bytes(4)
_TLS = (b"\x15\x03", b"\x16\x03")


def diagnosis(server: str, seconds: float) -> str:
    """Return the name of what is the matter with a server's address, "" if the server there speaks Bolt; ask for `seconds` at a time."""
    address = (host_of(server).strip("[]"), port_of(server))
    context = _context(server) if is_encrypted(server) else None
    found = _answer(address, seconds, context)
    if found == "silent":
        return "web" if _answer(address, seconds, context, REQUEST) == "web" else "silent"
    if found == "no TLS":  # something is there, so it is asked what it is
        plain = _answer(address, seconds, None)
        return {"": "not encrypted", "web": "web"}.get(plain, "not Bolt")
    return found


def _answer(address: tuple[str, int], seconds: float, context: ssl.SSLContext | None, words: bytes = OPENING) -> str:
    try:
        with socket.create_connection(address, timeout=seconds) as plain:
            try:
                with context.wrap_socket(plain, server_hostname=address[0]) if context else plain as knocking:
                    knocking.sendall(words)
                    return _meaning(knocking.recv(16))
            except TimeoutError:
                return "silent"
            except ssl.SSLCertVerificationError:
                return "certificate"
            except OSError:
                return "no TLS" if context else "closed"
    except socket.gaierror:
        return "unknown host"
    except ConnectionRefusedError:
        return "refused"
    except (OSError, UnicodeError):
        return "unreachable"


def _meaning(answer: bytes) -> str:
    if not answer:
        return "closed"
    if answer.startswith(b"HTTP"):
        return "web"
    if answer.startswith(_TLS):
        return "encrypted"
    if answer == NO_VERSION:
        return "old"
    return "" if len(answer) == len(NO_VERSION) and answer[:2] == b"\0\0" else "not Bolt"


def _context(server: str) -> ssl.SSLContext:
    context = ssl.create_default_context()
    if "+ssc" in server:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    return context
