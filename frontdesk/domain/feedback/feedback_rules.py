"""What the owner has set about asking: which questions, the shop's own page, how often somebody is asked."""

from dataclasses import dataclass, replace
from typing import Final

from frontdesk.domain.feedback.questions import Topic

USUAL_PORT: Final = 8320
LOWEST_PORT, HIGHEST_PORT = 1024, 65535


@dataclass(frozen=True, slots=True)
class FeedbackRules:
    """`page_on` is whether this computer serves the shop's own page, at `page_address` (an IP address or a
    name on the shop's network, no scheme, no port) and `page_port`. `topics` are the questions that are
    asked, in this order; the visit's face is always among them. `ask_every_weeks`: nobody is handed a card
    again sooner (0: the app proposes nobody). `with_face` is whether cards show who hands them out.
    """

    page_on: bool = False
    page_address: str = ""
    page_port: int = USUAL_PORT
    topics: tuple[Topic, ...] = tuple(Topic)
    ask_every_weeks: int = 8
    with_face: bool = True

    @property
    def page_base(self) -> str:
        """Where the shop's own page is, as "http://192.168.1.10:8320"; empty while it is off."""
        if not (self.page_on and self.page_address):
            return ""
        host = f"[{self.page_address}]" if ":" in self.page_address else self.page_address
        return f"http://{host}:{self.page_port}"

    def within_reason(self) -> "FeedbackRules":
        """The same, with each number in the bounds in which it means something."""
        asked = tuple(dict.fromkeys(self.topics))
        return replace(
            self,
            page_port=min(max(self.page_port, LOWEST_PORT), HIGHEST_PORT),
            topics=asked if Topic.VISIT in asked else (Topic.VISIT, *asked),
            ask_every_weeks=min(max(self.ask_every_weeks, 0), 104),
        )
