"""One phone's connection: one request, one reply, and each in its time."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection
from http import HTTPStatus
from typing import Final

from frontdesk.web.http import Exchange, Reply, Request, Unread
from frontdesk.web.limits import Limits, Visitors

log = logging.getLogger(__name__)

Answer = Callable[[Request], Awaitable[Reply]]
Turn = Callable[[HTTPStatus], Reply]
"""The page for a request that is not read to its end."""

_LINGER_SECONDS: Final = 1.0
"""So long whoever still sends may read why nobody listens; closed at once, they would lose the reply."""


class Connection(asyncio.Protocol):
    """Reads until the request is whole or its time is over, has it answered, and closes."""

    def __init__(
        self, visitors: Visitors, answer: Answer, turn: Turn, hosts: Collection[str], limits: Limits
    ) -> None:
        self._visitors, self._answer, self._turn, self._limits = visitors, answer, turn, limits
        self._exchange = Exchange(hosts, limits)
        self._transport: asyncio.Transport | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._task: asyncio.Task[None] | None = None
        self.address = ""
        self.heard = self.asked = False

    @property
    def held(self) -> int:
        return self._exchange.held

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self.address = str((transport.get_extra_info("peername") or ("",))[0])
        if self._visitors.take_in(self):
            self._allow(self._limits.request_seconds)
        else:
            self.drop()

    def data_received(self, data: bytes) -> None:
        if self.asked:
            return  # nothing more is expected
        self.heard = True
        try:
            request = self._exchange.read(data, self.address)
        except Unread as unread:
            self.asked = True
            self._send(self._turn(unread.status))
            self._linger()
            return
        if request is None:
            self._visitors.weigh()
            return
        self.asked = True
        self._allow(None)
        self._task = asyncio.get_running_loop().create_task(self._reply(request))

    def eof_received(self) -> bool:
        """Whoever only says that they have sent all (proxies do) still reads what they are answered."""
        return self._task is not None

    def connection_lost(self, error: Exception | None) -> None:
        self._allow(None)
        self._visitors.let_go(self)
        self._transport = None

    def drop(self) -> None:
        """End it without a word."""
        self._allow(None)
        if self._transport is not None:
            self._transport.abort()

    async def end(self) -> None:
        """The page stops: what is being answered is answered first."""
        if self._task is not None:
            await asyncio.wait({self._task})
        elif not self.asked:
            self.drop()

    async def _reply(self, request: Request) -> None:
        self._send(await self._answer(request))
        if self._transport is not None:
            self._transport.close()

    def _send(self, reply: Reply) -> None:
        """Hand it to the system; whoever does not read it in time goes without."""
        if self._transport is not None:
            self._transport.write(self._exchange.write(reply))
            self._allow(self._limits.reply_seconds)

    def _linger(self) -> None:
        if self._transport is not None and not self._transport.is_closing():
            self._transport.write_eof()
            self._allow(_LINGER_SECONDS)

    def _allow(self, seconds: float | None) -> None:
        """From now on so much time, or as much as it takes."""
        if self._timer is not None:
            self._timer.cancel()
        loop = asyncio.get_running_loop()
        self._timer = loop.call_later(seconds, self.drop) if seconds is not None else None
