"""What to say on the telephone to somebody who is missed: whole, in their own language."""

from frontdesk.texts import Texts


def missed_call(texts: Texts, shop: str, name: str = "") -> str:
    """The first sentences of the call. `name` is empty where they do not want to be called by it."""
    if not name:
        return texts.gettext(
            "Hello, this is {shop}. We have not seen you for a while and have missed you. Is all well with"
            " you? If there is anything that we could do better, we would like to hear it."
        ).format(shop=shop)
    return texts.gettext(
        "Hello {name}, this is {shop}. We have not seen you for a while and have missed you. Is all well with"
        " you? If there is anything that we could do better, we would like to hear it."
    ).format(name=name, shop=shop)
