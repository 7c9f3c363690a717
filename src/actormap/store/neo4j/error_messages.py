"""What the server and its driver complain of, said as one sentence each. The only place that reads their codes.

The driver's own words are left out where they could repeat what was sent: a sentence never holds a user name or a password.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from neo4j import exceptions

from actormap.errors import StoreBusy, StoreError, StoreUnreachable, UsageError, parameter

Faults = (exceptions.DriverError, exceptions.Neo4jError)
WHOLE = "The graph is as it was, or a load is left unfinished that can be finished or undone."
_TRY = f"{WHOLE} See that the server runs and try again."

_MEMORY = ("MemoryPoolOutOfMemoryError", "TransactionMemoryLimit", "OutOfMemoryError")
_TIMES = ("TransactionTimedOut", "TransactionTimedOutClientConfiguration")
_LOCKS = ("LockAcquisitionTimeout", "LockClientStopped")
_BY_CODE: dict[str, tuple[type[StoreError], str, str]] = {
    "Unauthorized": (
        StoreUnreachable,
        "{place} does not accept the user name and password.",
        "They are taken from the environment, from NEO4J_USERNAME (neo4j, if it is not set) and NEO4J_PASSWORD.",
    ),
    "AuthenticationRateLimit": (
        StoreUnreachable,
        "{place} has been given a wrong password too many times, and does not listen for a while.",
        "Wait half a minute and see that NEO4J_USERNAME and NEO4J_PASSWORD are right.",
    ),
    "CredentialsExpired": (
        StoreUnreachable,
        "{place} wants the password of this user to be changed before anything else.",
        "Change it in Neo4j Browser, then set NEO4J_PASSWORD.",
    ),
    "Forbidden": (
        StoreUnreachable,
        "{place} does not permit this user to do that: reading takes the right to read, loading those to write and to make constraints.",
        "Ask whoever administers it, or set NEO4J_USERNAME and NEO4J_PASSWORD to another user's.",
    ),
    "DatabaseNotFound": (
        StoreUnreachable,
        "{place} has no database of the name that NEO4J_DATABASE gives.",
        "Set it to one that is there, or unset it to use the server's default.",
    ),
    "ForbiddenOnReadOnlyDatabase": (
        StoreUnreachable,
        "{place} is read-only, so nothing can be loaded into it.",
        "Ask whoever administers it to make the database writable.",
    ),
    "ConstraintValidationFailed": (
        StoreUnreachable,
        "{place} holds something of somebody else's that stands in the way: a relationship on a node that would go, or a row twice.",
        f"{WHOLE} Remove what stands in the way, or load with {parameter('merge')}.",
    ),
    **dict.fromkeys(
        _TIMES,
        (
            StoreUnreachable,
            "{place} did not get done with it in the time that it may take, and stopped.",
            f"{WHOLE} Try again when the server has less to do, or ask whoever administers it for more memory or a longer limit.",
        ),
    ),
    **dict.fromkeys(
        _LOCKS,
        (StoreBusy, "{place} is in use: somebody else is writing to it.", f"{WHOLE} Wait until the other is done and try again."),
    ),
    **dict.fromkeys(
        _MEMORY,
        (
            StoreUnreachable,
            "{place} has too little memory for this.",
            f"{WHOLE} Give the server more (server.memory.heap.max_size), or load when nobody else uses it.",
        ),
    ),
    **dict.fromkeys(
        ("TransactionLogError", "TransactionCommitFailed", "TransactionStartFailed"),
        (
            StoreUnreachable,
            "{place} cannot write to its disk, which may be full.",
            f"{WHOLE} Make room there, restart the server if it stays so, and try again.",
        ),
    ),
    **dict.fromkeys(
        ("DatabaseUnavailable", "UnexpectedRouting", "NotALeader"),
        (StoreUnreachable, "{place} answers, but its database does not.", _TRY),
    ),
}
_BY_CODE["WriteOnReadOnlyAccessDatabase"] = _BY_CODE["ReadOnly"] = _BY_CODE["ForbiddenOnReadOnlyDatabase"]
_STOPPED = (StoreUnreachable, "{place} has stopped answering in the middle.", _TRY)
_PORT = "See that the host and the port are those of Bolt, which is 7687 unless the server says otherwise."
_UNREACHED: dict[str, tuple[str, str]] = {
    "unknown host": (
        "{place} cannot be found: no computer of that name is known.",
        "See that the name is spelled right and the network is there.",
    ),
    "refused": ("{place} cannot be reached: nothing listens at that port.", f"Start the server if it does not run. {_PORT}"),
    "unreachable": (
        "{place} cannot be reached: no way leads there, or a firewall stops it.",
        "See that the network, and a VPN if it takes one, is there.",
    ),
    "silent": ("{place} takes the connection and then says nothing.", f"Wait if it is just being started. {_PORT}"),
    "closed": (
        "{place} closes the connection at once.",
        f"Wait if it is just being started, or say +s in the address if it wants encryption. {_PORT}",
    ),
    "web": ("{place} is a web server, as Neo4j itself is at port 7474.", _PORT),
    "not Bolt": ("{place} is no Neo4j server: what listens there does not speak Bolt.", _PORT),
    "old": (
        "{place} is too old: it speaks no version of Bolt that is known here.",
        "Update the server to 5.26 or later, or name another store.",
    ),
    "encrypted": (
        "{place} wants encryption, and the address asks for none.",
        "Say neo4j+s:// or bolt+s://, or +ssc if its certificate is its own.",
    ),
    "not encrypted": (
        "{place} does not encrypt, and the address asks for it.",
        "Say neo4j:// or bolt:// without +s, or set up TLS for Bolt on the server.",
    ),
    "no TLS": (
        "{place} does not encrypt, and the address asks for it.",
        "Say neo4j:// or bolt:// without +s, or set up TLS for Bolt on the server.",
    ),
    "certificate": (
        "{place} shows a certificate that this computer does not trust for that name.",
        "See that the name is the certificate's, or say +ssc for +s in the address if the certificate is the server's own and you know it.",
    ),
    "members": (
        "{place} answers, but sends us on to a server that does not.",
        "Say bolt:// for neo4j:// to ask this server alone, or have its advertised address (server.bolt.advertised_address) mended.",
    ),
    "": ("{place} answers, but no connection could be made.", "Try again; if it stays so, its log (logs/debug.log) says more."),
}
SYSTEM = "system"
_OTHER = (StoreUnreachable, "{place} reports an error ({code}).", f"{WHOLE} Its log (logs/debug.log) says more.")


class Overtaken(Exception):
    """Somebody else has written between the comparison and the writing, so both are to be done again."""


@contextmanager
def sentences(place: str) -> Iterator[None]:
    """Turn what the driver raises inside the block into a `StoreError` about `place`."""
    try:
        yield
    except exceptions.ConfigurationError as error:
        raise UsageError(
            f"{place} is no address that the driver understands.", hint="Say neo4j://host, neo4j+s://host or bolt://host:7687."
        ) from error
    except exceptions.Neo4jError as error:
        kind, message, hint = _BY_CODE.get(code(error), _OTHER)
        raise kind(message.format(place=place, code=error.code), hint=hint) from error
    except exceptions.DriverError as error:
        kind, message, hint = _STOPPED
        raise kind(message.format(place=place), hint=hint) from error
    except Overtaken as error:
        raise busy(place) from error


def unreached(place: str, diagnosis: str) -> StoreError:
    """Return what is said when no connection to a server could be made, for a reason that `diagnosis` found."""
    message, hint = _UNREACHED[diagnosis]
    return StoreUnreachable(message.format(place=place), hint=hint)


def no_graph_database(place: str) -> StoreError:
    """Return what is said when the database is the server's own."""
    return StoreUnreachable(
        f"{place} keeps users and databases in the database system, and no graph can be there.",
        hint="Set NEO4J_DATABASE to another one, or unset it to use the server's default.",
    )


def stalled(place: str, seconds: float) -> StoreError:
    """Return what is said when an answer did not come within the time that one may take."""
    return StoreUnreachable(f"{place} has stopped answering: nothing came for {seconds:g} seconds.", hint=_TRY)


def busy(place: str) -> StoreError:
    """Return what is said when somebody else keeps writing for too long."""
    kind, message, hint = _BY_CODE["LockAcquisitionTimeout"]
    return kind(message.format(place=place), hint=hint)


def code(error: BaseException) -> str:
    """Return the last part of a server error's code, such as Unauthorized; nothing for what is no server error."""
    return (getattr(error, "code", None) or "").rpartition(".")[2]


def is_memory(error: BaseException) -> bool:
    """Return whether the server has refused something for want of memory."""
    return code(error) in _MEMORY


def is_over_time(error: BaseException) -> bool:
    """Return whether the server has ended a transaction, or its wait for somebody else, because it took longer than it was given."""
    return code(error) in (*_TIMES, *_LOCKS)


def may_pass(error: BaseException) -> bool:
    """Return whether the same may succeed if it is tried again soon; too little memory stays too little."""
    if isinstance(error, Overtaken):
        return True
    return isinstance(error, Faults) and error.is_retryable() and not is_memory(error) and code(error) not in (*_TIMES, *_LOCKS)


def may_not_write(error: BaseException) -> bool:
    """Return whether the server has refused a write because this user, or anybody, may only read."""
    return code(error) in {"Forbidden", "ForbiddenOnReadOnlyDatabase", "WriteOnReadOnlyAccessDatabase", "ReadOnly"}
