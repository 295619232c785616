"""The page as HTML: one file without a script, in the language of whoever reads it.

Whatever a person typed is escaped here and nowhere else; `Frame` and the functions take plain text.
"""

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from typing import Final

from frontdesk.config import resource_path
from frontdesk.domain.feedback.questions import BOXES, AnsweredBy, Mood, Question
from frontdesk.domain.feedback.responses import MOST_WORDS, Answer, ResponseDraft
from frontdesk.domain.text import LINE_LIMIT
from frontdesk.texts import CUSTOMER_LANGUAGES, Texts
from frontdesk.web.faces import face
from frontdesk.web.form import (
    CONTACT,
    INTO,
    KEPT,
    LANGUAGE,
    MOOD,
    NAME,
    ONCE,
    asked_field,
    box_field,
    words_field,
)
from frontdesk.wording.display import call_words
from frontdesk.wording.prints import feedback_words
from frontdesk.wording.questions import box_name, mood_name

LARGEST_LOGO: Final = 8 * 1024
"""Bytes: with it the page is still under 30 KB. A larger one is on the prints, not on a cheap phone."""

_FORM: Final = "answer"


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around each page: whose it is, in which language, and at which path. `contacts` are the
    shop's own; `logo` is a PNG of at most LARGEST_LOGO; `kept` proves that this phone sent an answer.
    """

    texts: Texts
    shop: str = ""
    contacts: tuple[str, ...] = ()
    path: str = "/"
    logo: bytes | None = None
    kept: str = ""

    def address(self, language: str) -> str:
        """Of the questions, in this language."""
        kept = f"&{KEPT}={self.kept}" if self.kept else ""
        return f"{self.path}?{LANGUAGE}={language}{kept}"


@dataclass(frozen=True, slots=True)
class Words:
    """A page of a few sentences: its heading, and what is said below it."""

    heading: str
    sentences: tuple[str, ...] = ()


@cache
def _style() -> str:
    return resource_path("web", "page.css").read_text(encoding="utf-8")


@cache
def policy() -> str:
    """What a browser may do with the page: wear its own style, show its own logo, send its own form."""
    digest = base64.b64encode(hashlib.sha256(_style().encode("utf-8")).digest()).decode("ascii")
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; form-action 'self';"
        " base-uri 'none'; frame-ancestors 'none'"
    )


def form_page(
    frame: Frame, questions: Sequence[Question], draft: ResponseDraft, once: str, note: str = ""
) -> str:
    """The questions, with what was answered so far. `once` is the mark of this sending, `note` what is said
    above them.
    """
    texts = frame.texts
    heading = feedback_words(texts).question
    intro = texts.gettext("One tap is enough. Write as much as you like, up to {n} characters to a question.")
    send = texts.gettext("Send")
    parts = [
        f"<h1>{escape(heading)}</h1>",
        _note(note),
        f'<p class="quiet">{escape(intro.format(n=MOST_WORDS))}</p>',
        manager_form(frame, once),
        f'<form id="{_FORM}" method="post" action="{escape(frame.path)}">',
        _hidden(frame, once),
        *(_field_unseen(asked_field(each.topic), str(each.version or "")) for each in questions),
        *(_question(texts, question, draft) for question in questions),
        _about_them(texts, draft),
        f"<button>{escape(send)}</button>",
        # Here too, so that whoever has written already loses nothing; first, it would be what Enter presses.
        _manager_button(texts, f' formaction="{escape(frame.path)}/manager"'),
        "</form>",
    ]
    return _page(frame, heading, _language_buttons(frame), "".join(parts))


def words_page(frame: Frame, words: Words, *, note: str = "", once: str = "", again: str = "") -> str:
    """A page that only says something. With `once` it has the manager's button, with `again` a way back to
    the questions under that name.
    """
    parts = [f"<h1>{escape(words.heading)}</h1>", _note(note)]
    parts += [f"<p>{escape(sentence)}</p>" for sentence in words.sentences]
    if again:
        address = escape(frame.address(frame.texts.language))
        parts.append(f'<a class="go" href="{address}">{escape(again)}</a>')
    if once:
        parts.append(manager_form(frame, once))
    return _page(frame, words.heading, _language_links(frame), "".join(parts))


def manager_form(frame: Frame, once: str) -> str:
    """The button that calls the manager; it works before anything is filled in."""
    action = f'<form method="post" action="{escape(frame.path)}/manager">'
    return f"{action}{_hidden(frame, once)}{_manager_button(frame.texts)}</form>"


def _manager_button(texts: Texts, attributes: str = "") -> str:
    return f'<button class="manager"{attributes}>{escape(call_words(texts).ask)}</button>'


def _page(frame: Frame, title: str, languages: str, body: str) -> str:
    named = f"{title} – {frame.shop}" if frame.shop else title
    language = escape(frame.texts.gettext("Language"))
    contacts = "".join(f"<p>{escape(contact)}</p>" for contact in frame.contacts)
    return (
        f'<!doctype html><html lang="{frame.texts.language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        '<meta name="robots" content="noindex">'
        f"<title>{escape(named)}</title><style>{_style()}</style></head><body>"
        f'<header>{_sign(frame)}</header><nav aria-label="{language}">{languages}</nav>'
        f"<main>{body}</main><footer>{contacts}</footer></body></html>"
    )


def _sign(frame: Frame) -> str:
    logo = ""
    if frame.logo is not None:
        logo = f'<img alt="" src="data:image/png;base64,{base64.b64encode(frame.logo).decode("ascii")}">'
    return f"{logo}<p>{escape(frame.shop)}</p>"


def _language_links(frame: Frame) -> str:
    return "".join(
        f'<a href="{escape(frame.address(code))}" hreflang="{code}" {_named(frame, code)}</a>'
        for code in CUSTOMER_LANGUAGES
    )


def _language_buttons(frame: Frame) -> str:
    """They send the form, so that what is typed comes along. What Enter presses is the first button of a
    form, so one that only sends stands before them, and nobody sees it.
    """
    enter = f'<button form="{_FORM}" class="enter" tabindex="-1" aria-hidden="true"></button>'
    return enter + "".join(
        f'<button form="{_FORM}" name="{INTO}" value="{code}" {_named(frame, code)}</button>'
        for code in CUSTOMER_LANGUAGES
    )


def _named(frame: Frame, code: str) -> str:
    """Each by its own name, so that whoever needs it can read it."""
    current = ' aria-current="true"' if code == frame.texts.language else ""
    return f'lang="{code}"{current}>{escape(CUSTOMER_LANGUAGES[code])}'


def _note(note: str) -> str:
    return f'<p class="note" role="status">{escape(note)}</p>' if note else ""


def _hidden(frame: Frame, once: str) -> str:
    fields = [(ONCE, once), (LANGUAGE, frame.texts.language)]
    fields += [(KEPT, frame.kept)] if frame.kept else []
    return "".join(_field_unseen(name, value) for name, value in fields)


def _field_unseen(name: str, value: str) -> str:
    return f'<input type="hidden" name="{name}" value="{escape(value)}">'


def _question(texts: Texts, question: Question, draft: ResponseDraft) -> str:
    said = next((each for each in draft.answers if each.topic is question.topic), Answer(question.topic))
    match question.answered_by:
        case AnsweredBy.FACES:
            return _fieldset(question.text, _faces(texts, draft.mood))
        case AnsweredBy.BOXES:
            label = texts.gettext("In your own words, if you like")
            words = _textarea(words_field(question), label, said.words, "small")
            return _fieldset(question.text, _boxes(texts, question, said) + words)
        case AnsweredBy.WORDS:
            return (
                f'<div class="ask">{_textarea(words_field(question), question.text, said.words, "q")}</div>'
            )


def _fieldset(legend: str, inner: str) -> str:
    return f"<fieldset><legend>{escape(legend)}</legend>{inner}</fieldset>"


def _faces(texts: Texts, chosen: Mood | None) -> str:
    faces = (
        _choice(MOOD, str(mood.value), mood is chosen, face(mood) + escape(mood_name(texts, mood)))
        for mood in Mood
    )
    return f'<div class="faces">{"".join(faces)}</div>'


def _boxes(texts: Texts, question: Question, said: Answer) -> str:
    """One of them at most; a tap on the wrong one can be taken back by the last."""
    field = box_field(question)
    named = [(point.value, point is said.point, box_name(texts, point)) for point in BOXES]
    named.append(("", False, texts.gettext("None of these")))  # whoever ticked nothing did not tick this
    boxes = (_choice(field, value, chosen, escape(name)) for value, chosen, name in named)
    return f'<div class="chips">{"".join(boxes)}</div>'


def _choice(name: str, value: str, chosen: bool, shown: str) -> str:
    checked = " checked" if chosen else ""
    button = f'<input type="radio" name="{name}" value="{escape(value)}"{checked}>'
    return f"<label>{button}<span>{shown}</span></label>"


def _textarea(name: str, label: str, words: str, role: str) -> str:
    """A browser drops the first line break of a textarea: there is one for it to drop."""
    return (
        f'<label class="{role}" for="{name}">{escape(label)}</label>'
        f'<textarea id="{name}" name="{name}" rows="2" maxlength="{MOST_WORDS}">\n{escape(words)}</textarea>'
    )


def _about_them(texts: Texts, draft: ResponseDraft) -> str:
    name = _field(NAME, texts.gettext("Your name"), draft.name, "name")
    contact = _field(CONTACT, texts.gettext("Phone or e-mail"), draft.contact, "tel")
    why = texts.gettext("Only if you want a reply. We use it for nothing else.")
    legend = texts.gettext("Would you like a reply?")
    return _fieldset(legend, f'<p class="quiet">{escape(why)}</p>{name}{contact}')


def _field(name: str, label: str, value: str, fills: str) -> str:
    return (
        f'<label class="small" for="{name}">{escape(label)}</label><input class="field" id="{name}"'
        f' name="{name}" value="{escape(value)}" maxlength="{LINE_LIMIT}" autocomplete="{fills}">'
    )
