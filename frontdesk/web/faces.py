"""The five faces of a visit as the page draws them: those of the paper cards, told apart without colour."""

from typing import Final

from frontdesk.domain.feedback.questions import Mood

_EYES: Final = (
    '<circle class="full" cx="-.17" cy="-.1" r=".035"/><circle class="full" cx=".17" cy="-.1" r=".035"/>'
)
_LAUGHING_EYES: Final = '<path d="M-.245-.09a.075.075 0 0 1 .15 0M.095-.09a.075.075 0 0 1 .15 0"/>'
_BROWS: Final = '<path d="M-.28-.29-.1-.22M.28-.29.1-.22"/>'

_DRAWN: Final[dict[Mood, str]] = {
    Mood.BAD: _BROWS + _EYES + '<path d="M-.23.3Q0-.1.23.3"/>',
    Mood.POOR: _EYES + '<path d="M-.23.3Q0 .08.23.3"/>',
    Mood.FAIR: _EYES + '<path d="M-.2.2H.2"/>',
    Mood.GOOD: _EYES + '<path d="M-.23.12Q0 .42.23.12"/>',
    Mood.VERY_GOOD: _LAUGHING_EYES + '<path class="full" d="M-.27.08C-.24.4.24.4.27.08z"/>',
}


def face(mood: Mood) -> str:
    """An image without a name: the word stands under it."""
    ring = '<circle r=".47"/>'
    return f'<svg viewBox="-.5-.5 1 1" aria-hidden="true">{ring}{_DRAWN[mood]}</svg>'
