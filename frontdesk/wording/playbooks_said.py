"""What the cashier says to a customer whom something went wrong for: whole sentences in every language that
customers speak. They apologise, they argue with nobody, and they promise no more than a shop can keep.
"""

from frontdesk.domain.care.playbooks import Situation
from frontdesk.texts import Texts


def said_aloud(texts: Texts, situation: Situation) -> tuple[str, ...]:
    """The words of each step that is said or asked, in their order. `texts` are those of who is to hear or
    read them.
    """
    match situation:
        case Situation.WRONG_ORDER:
            return (
                texts.gettext("I am sorry, that is not what you ordered. I will put it right at once."),
                texts.gettext("Is it right now?"),
            )
        case Situation.WAITED:
            return (
                texts.gettext("I am sorry that you had to wait so long. Thank you for your patience."),
                texts.gettext("Is there anything else I can do for you?"),
            )
        case Situation.RUDE:
            return (
                texts.gettext("I am sorry that you were treated like this. That is not how we want to be."),
                texts.gettext("What can we do to make it good again?"),
            )
        case Situation.UNWELL:
            return _unwell(texts)
        case Situation.PRICE:
            return (
                texts.gettext("Thank you for saying so. Let us look at it together."),
                texts.gettext("The price that is shown holds."),
            )
        case Situation.LOST:
            return (
                texts.gettext("What does it look like, and where did you have it last?"),
                texts.gettext("We will keep looking, and we will call you tomorrow in any case."),
            )
        case Situation.DAMAGED | Situation.NOT_CLEAN | Situation.UNCOMFORTABLE:
            return _of_the_place(texts, situation)
        case Situation.OTHER:
            return (
                texts.gettext("Thank you for telling us. I am sorry that this happened to you."),
                texts.gettext("What would make it right for you?"),
            )


def _unwell(texts: Texts) -> tuple[str, ...]:
    return (
        texts.gettext("I am sorry that you do not feel well. Shall I call help, or somebody for you?"),
        texts.gettext("What did you eat and drink here, and when?"),
        texts.gettext("Thank you for telling us. The manager will call you today to hear how you are."),
    )


def _of_the_place(texts: Texts, situation: Situation) -> tuple[str, ...]:
    """What something was broken, dirty or uncomfortable here asks for."""
    match situation:
        case Situation.DAMAGED:
            return (texts.gettext("Are you hurt?"), texts.gettext("I am sorry. I will see to it at once."))
        case Situation.NOT_CLEAN:
            return (
                texts.gettext("Thank you for telling us, and I am sorry. We will clean it at once."),
                texts.gettext("Is it good like this?"),
            )
        case Situation.UNCOMFORTABLE:
            return (
                texts.gettext("I am sorry that it is uncomfortable. I will see what I can do."),
                texts.gettext("Is it better like this?"),
            )
    raise ValueError(situation)
