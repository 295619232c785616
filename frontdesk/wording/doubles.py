"""Why two records look like one person."""

from frontdesk.domain.people.doubles import Alike
from frontdesk.texts import Texts


def alike_sentence(texts: Texts, alike: Alike) -> str:
    """What they have in common, and what that is worth."""
    return {
        Alike.PHONE_AND_NAME: texts.gettext("The same phone number, and a name in common."),
        Alike.EMAIL: texts.gettext("The same e-mail address."),
        Alike.NAME_AND_BIRTHDAY: texts.gettext("The same name and the same birthday."),
        Alike.NAME: texts.gettext("The same name. Nothing else tells them apart."),
        Alike.PHONE: texts.gettext("The same phone number, but other names: maybe a family."),
    }[alike]
