"""How a card looks: its picture, its colour, and its name in the customers' languages."""

from __future__ import annotations

from dataclasses import replace

from frontdesk.domain.loyalty.programmes import Look, ProgrammeDraft
from frontdesk.texts import CUSTOMER_LANGUAGES
from frontdesk.ui.language import tr
from frontdesk.ui.programmes.card_looks import ColourRow, PictureRow, colour_name
from frontdesk.ui.programmes.part import Part
from frontdesk.ui.programmes.words_field import OtherLanguages
from frontdesk.ui.widgets.fields import Field


class LookPart(Part):
    def __init__(self) -> None:
        super().__init__()
        self.pictures, self.colours = PictureRow(), ColourRow()
        self.languages = OtherLanguages(lambda: tr("Name of the card"))
        self.column.addWidget(Field(lambda: tr("Picture"), self.pictures))
        self.column.addWidget(Field(lambda: tr("Colour"), self.colours))
        self.column.addWidget(self.languages)
        for part in (self.pictures, self.colours, self.languages):
            part.edited.connect(self.edited)

    def put(self, draft: ProgrammeDraft) -> None:
        self.pictures.put(draft.look.icon)
        self.colours.put(draft.look.colour)
        self.languages.put(draft.look.names)

    def applied(self, draft: ProgrammeDraft) -> ProgrammeDraft:
        names = self.languages.applied(draft.look.names)
        return replace(draft, look=Look(names, self.pictures.value(), self.colours.value()))

    def summary(self, draft: ProgrammeDraft) -> str:
        spoken = [CUSTOMER_LANGUAGES.get(code, code) for code, _ in draft.look.names.others]
        if not spoken:
            return colour_name(draft.look.colour)
        return tr(
            "{colour}. Its name also in: {languages}.",
            colour=colour_name(draft.look.colour),
            languages=", ".join(spoken),
        )
