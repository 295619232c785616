"""The language that the windows speak now, and labels that follow it at run time.

Write ``speak(button.setText, lambda: tr("Add stamp"))`` once: the text is set now and again whenever the
language changes. The callable goes with the widget that owns the setter.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import shiboken6
from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from frontdesk.texts import SOURCE_LANGUAGE, Texts, texts_for


class LanguageSwitch(QObject):
    """Which language the windows speak; `changed` when it is another one."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.code = SOURCE_LANGUAGE
        self._qt_texts: QTranslator | None = None

    @property
    def texts(self) -> Texts:
        """The catalogue of the language spoken now, for wording/."""
        return texts_for(self.code)

    def speak(self, code: str) -> None:
        """Speak `code` from now on; Qt's own few buttons follow where Qt has the language."""
        if code == self.code:
            return
        self.code = code
        self._translate_qt()
        self.changed.emit()

    def _translate_qt(self) -> None:
        app = QApplication.instance()
        if app is None:
            return
        if self._qt_texts is not None:
            app.removeTranslator(self._qt_texts)
            self._qt_texts = None
        translator = QTranslator(self)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if translator.load(QLocale(self.code), "qtbase", "_", folder):
            app.installTranslator(translator)
            self._qt_texts = translator


LANGUAGE: Final = LanguageSwitch()


def tr(message: str, **fields: object) -> str:
    """A whole sentence in the language spoken now, its named places filled."""
    text = LANGUAGE.texts.gettext(message)
    return text.format(**fields) if fields else text


def ntr(singular: str, plural: str, n: int, **fields: object) -> str:
    """As `tr`, for a number; `n` fills {n}."""
    return LANGUAGE.texts.ngettext(singular, plural, n).format(n=n, **fields)


def speak(setter: Callable[[str], Any], say: Callable[[], str]) -> None:
    """Set a text through `setter` (a bound method of a QObject) now and at each change of language."""
    owner = getattr(setter, "__self__", None)
    if not isinstance(owner, QObject):
        raise TypeError("speak() needs a bound method of a QObject, to die with it")
    _Speaker(owner, setter, say)


class _Speaker(QObject):
    """One text of one widget, and how to say it."""

    def __init__(self, owner: QObject, setter: Callable[[str], Any], say: Callable[[], str]) -> None:
        super().__init__(owner)
        self._setter, self._say = setter, say
        self._speak()
        LANGUAGE.changed.connect(self._speak)

    def _speak(self) -> None:
        if shiboken6.isValid(self.parent()):
            self._setter(self._say())
