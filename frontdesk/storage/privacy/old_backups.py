"""How long a name is still in the backups that were made before it was erased."""

from pathlib import Path

from frontdesk.domain.trust.backups import read_name


def newest(folder: Path, now: int) -> int | None:
    """When the latest backup was made, by the names of the files; None where there is none."""
    if not folder.is_dir():
        return None
    names = (read_name(file.name) for file in folder.iterdir())
    return max((name.at for name in names if name is not None and name.at <= now), default=None)
