"""The page's server: a thread and an event loop of its own, beside the counter, from start to stop."""

import asyncio
import errno
import logging
import socket
import threading
from contextlib import suppress
from ipaddress import ip_address
from typing import Any, Final

from frontdesk.web.connection import Answer, Connection, Turn
from frontdesk.web.http import hosts_of
from frontdesk.web.limits import Limits, Visitors

log = logging.getLogger(__name__)

_BACKLOG: Final = 128
_STOP_SECONDS: Final = 1.0
_ANSWERED_SECONDS: Final = 0.7
"""So long, of a stop, those may take whose answer is being kept."""


class PageServer:
    """Serves the pages that `answer` gives, at one address. It is started once and stopped once."""

    def __init__(self, answer: Answer, turn: Turn, limits: Limits | None = None) -> None:
        self._answer, self._turn, self._limits = answer, turn, limits or Limits()
        self._visitors = Visitors(self._limits)
        self._loop = asyncio.new_event_loop()
        self._over = asyncio.Event()
        self._hosts: frozenset[str] = frozenset()
        self._listener: socket.socket | None = None
        self._thread: threading.Thread | None = None

    @property
    def visitors(self) -> int:
        """How many are connected at this moment."""
        return len(self._visitors)

    def start(self, address: str, port: int) -> int:
        """Begin, and give the port: phones can connect from now on. Port 0 asks the system for a free one.

        An IP address is listened at by itself. What a name of the network leads to is the router's to know:
        for a name, every address of this computer is; the name still has to be what the phone asks for.
        Raises `OSError` for an address that is not here, or a port that is taken.
        """
        self._listener = listener = _listener(address, port)
        bound: int = listener.getsockname()[1]
        self._hosts = hosts_of(address, bound)
        self._thread = threading.Thread(target=self._live, args=(listener,), name="page", daemon=True)
        self._thread.start()
        return bound

    def is_here(self) -> bool:
        """Whether this computer still has the address that it listens at. Nobody says so when it has not any
        more, the Wi-Fi gone or another address given by the router: it would listen where no phone comes.
        """
        if self._listener is None or self._thread is None or not self._thread.is_alive():
            return False
        try:
            host, _, *more = self._listener.getsockname()
            with socket.socket(self._listener.family) as trial:
                trial.bind((host, 0, *more))
        except OSError as error:
            return error.errno != errno.EADDRNOTAVAIL
        return True

    def stop(self) -> None:
        """End it: what is being answered is, nobody else is. Returns within a second or so."""
        if self._thread is None:
            self._loop.close()
            return
        with suppress(RuntimeError):  # it has ended already
            self._loop.call_soon_threadsafe(self._over.set)
        self._thread.join(_STOP_SECONDS)

    def _live(self, listener: socket.socket) -> None:
        with listener, asyncio.Runner(loop_factory=lambda: self._loop) as runner:
            runner.run(self._serve(listener))

    async def _serve(self, listener: socket.socket) -> None:
        asyncio.get_running_loop().set_exception_handler(_note)
        accepting = asyncio.create_task(self._accept(listener))
        await self._over.wait()
        await asyncio.sleep(0)  # whoever was just accepted is known by now, and seen off with the others
        accepting.cancel()
        await asyncio.wait({accepting})
        await self._see_off()

    async def _accept(self, listener: socket.socket) -> None:
        loop = asyncio.get_running_loop()
        while not self._over.is_set():
            try:
                phone, _ = await loop.sock_accept(listener)
                await loop.connect_accepted_socket(self._connection, phone)
            except OSError as error:  # gone again, or the system has no room for one more
                log.warning("a phone was not let in: %s", error.errno)
                await asyncio.sleep(0.1)

    def _connection(self) -> Connection:
        return Connection(self._visitors, self._answer, self._turn, self._hosts, self._limits)

    async def _see_off(self) -> None:
        here = self._visitors.everybody()
        with suppress(TimeoutError):
            async with asyncio.timeout(_ANSWERED_SECONDS):
                await asyncio.gather(*(each.end() for each in here))
        for each in here:
            each.drop()
        await asyncio.sleep(0)  # let each go


def _listener(address: str, port: int) -> socket.socket:
    """A socket that listens at the address; at all of this computer's for a name."""
    host = "127.0.0.1" if address == "localhost" else address
    try:
        family = socket.AF_INET6 if ip_address(host).version == 6 else socket.AF_INET
        listener = socket.create_server((host, port), family=family, backlog=_BACKLOG)
    except ValueError:
        dual = socket.has_dualstack_ipv6()
        family = socket.AF_INET6 if dual else socket.AF_INET
        listener = socket.create_server(("", port), family=family, backlog=_BACKLOG, dualstack_ipv6=dual)
    listener.setblocking(False)
    return listener


def _note(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """What went wrong in a connection: a phone that went away is no fault, and no name comes into the log."""
    error = context.get("exception")
    if not isinstance(error, OSError):
        log.error("the page's loop: %s", type(error).__name__, exc_info=error)
