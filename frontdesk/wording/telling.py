"""Everything the shop knows of somebody, as a page for them to read: in plain words, section by section."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime

from frontdesk.domain.feedback.questions import Mood, Topic
from frontdesk.domain.people.customers import Birthday, Purpose
from frontdesk.domain.privacy.telling import YOU, Cell, PersonTold, Row
from frontdesk.texts import Texts
from frontdesk.wording.consents import purpose_name
from frontdesk.wording.dates import birthday, clock_time, full_date
from frontdesk.wording.questions import mood_name, question_text
from frontdesk.wording.telling_codes import entry_as, noted_as, silence_as, state_as

Line = tuple[str, ...]
"""Cells of one line: when, what, and whatever else there is to say of it."""


@dataclass(frozen=True, slots=True)
class Section:
    """One thing that is known, under its heading; `pictures` are names of files."""

    heading: str
    lines: tuple[Line, ...]
    pictures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonPage:
    """The whole page, in one language."""

    language: str
    title: str
    intro: tuple[str, ...]
    sections: tuple[Section, ...]
    closing: tuple[str, ...]


def person_page(texts: Texts, told: PersonTold) -> PersonPage:
    """What is not known has no section."""
    teller = _Teller(texts, told)
    made = datetime.fromtimestamp(told.made_at / 1000, told.zone).date()
    intro = texts.gettext("This is everything that {shop} knows of you, as of {date}.").format(
        shop=told.shop, date=full_date(texts, made)
    )
    closing = (
        texts.gettext("Other people are not named here. Of our staff you see the first name."),
        texts.gettext(
            "The same, row by row, is in the folder with the tables and in the file everything.json."
        ),
        texts.gettext("Tell us if something is wrong, or if you want us to forget you: we do it."),
        *told.contacts,
    )
    sections = tuple(each for each in teller.sections() if each.lines or each.pictures)
    return PersonPage(texts.language, texts.gettext("What we know of you"), (intro,), sections, closing)


class _Teller:
    """Makes the sections in one language."""

    def __init__(self, texts: Texts, told: PersonTold) -> None:
        self._texts, self._told = texts, told

    def sections(self) -> tuple[Section, ...]:
        texts = self._texts
        photos = tuple(each.name for each in self._told.pictures if each.name.startswith("photo"))
        asked = tuple(each.name for each in self._told.pictures if not each.name.startswith("photo"))
        return (
            Section(texts.gettext("Who you are"), self._who(), photos),
            Section(texts.gettext("What you agreed to"), self._consents()),
            Section(texts.gettext("What we noted"), self._facts()),
            Section(texts.gettext("What you asked for"), self._requests(), asked),
            Section(texts.gettext("What went wrong"), self._complaints()),
            Section(texts.gettext("What you answered"), self._answers()),
            Section(texts.gettext("What we did, or want to do, for you"), self._care()),
            Section(texts.gettext("Who is with you"), self._others()),
            Section(texts.gettext("Your cards"), self._cards()),
            Section(texts.gettext("Your visits"), self._visits()),
            Section(texts.gettext("Every stamp"), self._entries()),
        )

    def _who(self) -> tuple[Line, ...]:
        texts, lines = self._texts, list[Line]()
        for row in self._told.rows("customer"):
            named = (
                (texts.gettext("Name"), row["name"]),
                (texts.gettext("Called"), row["called"]),
                (texts.gettext("How it is said"), row["spoken"]),
                (texts.gettext("Phone"), row["phone"]),
                (texts.gettext("E-mail"), row["email"]),
                (texts.gettext("Birthday"), self._birthday(row)),
                (texts.gettext("Number in another system"), row["reference"]),
                (texts.gettext("Known since"), self._when(row["at"])),
            )
            lines += [(label, str(value)) for label, value in named if value]
        codes = [str(row["code"]) for row in self._told.rows("member_code") if row["revoked_at"] is None]
        return (*lines, *((texts.gettext("Your card's code"), code) for code in codes))

    def _consents(self) -> tuple[Line, ...]:
        yes, no = self._texts.gettext("yes"), self._texts.gettext("no")
        return tuple(
            (
                self._when(row["at"]),
                purpose_name(self._texts, Purpose(str(row["purpose"]))),
                yes if row["granted"] else no,
                str(row["wording"]),
            )
            for row in self._told.rows("consent")
        )

    def _facts(self) -> tuple[Line, ...]:
        gone = self._texts.gettext("no longer")
        return tuple(
            (
                self._when(row["at"]),
                noted_as(self._texts, str(row["kind"])),
                str(row["text"]),
                gone if row["gone_at"] else "",
            )
            for row in self._told.rows("fact")
        )

    def _requests(self) -> tuple[Line, ...]:
        why: dict[Cell, str] = defaultdict(str)
        for row in self._told.rows("request_decline"):
            why[row["request_id"]] = " · ".join(filter(None, (str(row["words"]), str(row["alternative"]))))
        return tuple(
            (
                self._when(row["at"]),
                str(row["what"]),
                str(row["note"]),
                state_as(self._texts, str(row["state"])),
                why[row["id"]],
            )
            for row in self._told.rows("request")
        )

    def _complaints(self) -> tuple[Line, ...]:
        return tuple(
            (
                self._when(row["at"]),
                str(row["what"]),
                str(row["who"]),
                state_as(self._texts, str(row["state"])),
            )
            for row in self._told.rows("recovery")
        )

    def _answers(self) -> tuple[Line, ...]:
        lines = list[Line]()
        for row in self._told.rows("feedback_response"):
            mood = mood_name(self._texts, Mood(int(row["mood"]))) if row["mood"] is not None else ""
            left = " · ".join(filter(None, (str(row["name"]), str(row["contact"]))))
            lines.append((self._when(row["came_at"]), mood, left, str(row["told"])))
            for answer in self._told.rows("feedback_answer"):
                if answer["response_id"] == row["id"] and answer["words"]:
                    topic = question_text(self._texts, Topic(str(answer["topic"])))
                    lines.append(("", topic, str(answer["words"])))
        return tuple(lines)

    def _care(self) -> tuple[Line, ...]:
        texts, told = self._texts, self._told
        said = [(row, texts.gettext("We wanted to do this"), row["text"]) for row in told.rows("follow_up")]
        for table in ("follow_up_step", "feedback_step"):
            said += [(row, texts.gettext("We noted"), row["note"]) for row in told.rows(table)]
        thanked = texts.gettext("You thanked one of us")
        said += [(row, thanked, row["words"]) for row in told.rows("staff_thanks")]
        lines = [self._noted(*each) for each in said if each[2]]
        silent = told.rows("absence_step")
        lines += [self._noted(row, silence_as(texts, str(row["kind"])), row["note"]) for row in silent]
        sent = texts.gettext("We wrote to you or printed something for you.")
        return (*lines, *((self._when(row["at"]), sent) for row in told.rows("contact_log")))

    def _noted(self, row: Row, what: str, words: Cell) -> Line:
        """When, what it was, in which words, and who of the staff wrote it."""
        return self._when(row["at"]), what, str(words), str(row["staff_id"]).partition(" (")[0]

    def _others(self) -> tuple[Line, ...]:
        texts, lines = self._texts, list[Line]()
        for row in self._told.rows("referral"):
            brought = texts.gettext("You brought somebody along.") if row["referrer_id"] == YOU else ""
            lines.append((self._when(row["at"]), brought or texts.gettext("Somebody brought you along.")))
        for row in self._told.rows("group_member"):
            mine = texts.gettext("You collect on somebody's card.") if row["member_id"] == YOU else ""
            lines.append((self._when(row["at"]), mine or texts.gettext("Somebody collects on your card.")))
        return tuple(lines)

    def _cards(self) -> tuple[Line, ...]:
        return tuple(
            (self._when(row["at"]), str(row["programme_id"]), self._count(row["balance"]))
            for row in self._told.rows("card")
        )

    def _visits(self) -> tuple[Line, ...]:
        taken: dict[Cell, list[str]] = defaultdict(list)
        for row in self._told.rows("visit_item"):
            if not row["void"]:
                taken[row["visit_id"]].append(str(row["product_id"]))
        standing = [row for row in self._told.rows("visit") if not row["void"]]
        return tuple((self._moment(row["at"]), ", ".join(taken[row["id"]])) for row in standing)

    def _entries(self) -> tuple[Line, ...]:
        return tuple(
            (self._moment(row["at"]), entry_as(self._texts, str(row["kind"])), self._count(row["stamps"]))
            for row in self._told.rows("ledger_entry")
        )

    def _count(self, stamps: Cell) -> str:
        return self._texts.ngettext("{n} stamp", "{n} stamps", abs(int(stamps or 0))).format(n=stamps)

    def _birthday(self, row: Row) -> str:
        month, day, year = row["birth_month"], row["birth_day"], row["birth_year"]
        if not isinstance(month, int) or not isinstance(day, int):
            return ""
        return birthday(self._texts, Birthday(month, day, year if isinstance(year, int) else None))

    def _when(self, at: Cell) -> str:
        assert isinstance(at, int), "a time"
        return full_date(self._texts, datetime.fromtimestamp(at / 1000, self._told.zone).date())

    def _moment(self, at: Cell) -> str:
        assert isinstance(at, int), "a time"
        return f"{self._when(at)}, {clock_time(self._texts, at, self._told.zone)}"
