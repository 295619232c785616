"""A receipt printer in this process, behind a real socket."""

import queue
import socket
import threading

from frontdesk.domain.paper.receipts import NetworkPrinter


class PrinterOnNetwork:
    """Takes one connection after the other, and keeps what each said."""

    def __init__(self) -> None:
        self._door = socket.create_server(("127.0.0.1", 0))
        self.place = NetworkPrinter("127.0.0.1", self._door.getsockname()[1])
        self.jobs: queue.Queue[bytes] = queue.Queue()
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def _serve(self) -> None:
        while True:
            line, _ = self._door.accept()
            with line, line.makefile("rb") as came:
                job = came.read()
            if job == b"stop":
                return
            self.jobs.put(job)

    def close(self) -> None:
        with socket.create_connection((self.place.host, self.place.port)) as line:
            line.sendall(b"stop")
        self._thread.join()
        self._door.close()
