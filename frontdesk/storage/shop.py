"""The shop's settings, staff, tills and products."""

import json
from dataclasses import asdict, fields
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from frontdesk.domain.acts import Act, Role, StaffMember
from frontdesk.domain.regulars.visits import Product
from frontdesk.domain.shop import ShopSettings, Theme, TouchKeys
from frontdesk.storage import gestures
from frontdesk.storage.database import Db
from frontdesk.storage.store import NewId
from frontdesk.storage.tables import ProductRow, StaffRow

if TYPE_CHECKING:
    from frontdesk.domain.regulars.novelty import Added, PriceChange

_PREFIX = "shop."
FIRST_STEP = "first_step"
STAFF = "SELECT id, name, role, EXISTS (SELECT 1 FROM staff_photo AS p WHERE p.of_id = staff.id) FROM staff"
"""One row a member of staff, as `staff_member` reads it."""


def settings(db: Db) -> ShopSettings:
    """What was set; whatever was not keeps its sensible answer."""
    stored = {
        key.removeprefix(_PREFIX): _read(value)
        for key, value in db.run("SELECT key, value FROM setting WHERE key GLOB ?", (f"{_PREFIX}*",))
    }
    known = {field.name for field in fields(ShopSettings)}
    values = {name: value for name, value in stored.items() if name in known}
    if "theme" in values:
        values["theme"] = Theme(values["theme"])
    if "touch_keys" in values:
        values["touch_keys"] = TouchKeys(values["touch_keys"])
    return ShopSettings(**values)


@lru_cache(maxsize=64)
def _read(value: str) -> Any:
    """A setting is a word, a number or a yes; the same ones are read at every stamp."""
    return json.loads(value)


def save_settings(db: Db, chosen: ShopSettings, at: int) -> None:
    for name, value in asdict(chosen).items():
        save_value(db, _PREFIX + name, json.dumps(value, ensure_ascii=False), at)


def save_value(db: Db, key: str, value: str, at: int) -> None:
    """Set one value of the store's own, such as the time of the last backup."""
    db.shop_writes += 1
    db.run(
        "INSERT INTO setting VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE"
        " SET value = excluded.value, changed_at = excluded.changed_at",
        (key, value, at),
    )


def first_step(db: Db) -> str:
    """Where the first start goes on; empty once it is over."""
    return db.value("SELECT value FROM setting WHERE key = ?", (FIRST_STEP,)) or ""


def staff(db: Db) -> tuple[StaffMember, ...]:
    """Who works here, in the order they came."""
    return tuple(map(staff_member, db.run(f"{STAFF} WHERE left_at IS NULL ORDER BY id")))


def staff_member(row: tuple[Any, ...]) -> StaffMember:
    """A row of `STAFF`."""
    id_, name, role, has_photo = row
    return StaffMember(id_, name, Role(role), bool(has_photo))


def staff_by_uid(db: Db, uid: bytes) -> StaffMember:
    """One person by the id that is the same everywhere. Raises `LookupError`."""
    row = db.one(f"{STAFF} WHERE uid = ?", (uid,))
    if row is None:
        raise LookupError(uid.hex())
    return staff_member(row)


def role_of(db: Db, staff_id: int) -> Role | None:
    """The role of somebody who works here, or None."""
    role = db.value("SELECT role FROM staff WHERE id = ? AND left_at IS NULL", (staff_id,))
    return Role(role) if role is not None else None


def name_of(db: Db, staff_id: int) -> str:
    """The name of somebody who works here or once did."""
    name: str = db.value("SELECT name FROM staff WHERE id = ?", (staff_id,))
    return name


def add_staff(db: Db, new_id: NewId, name: str, role: Role, at: int) -> int:
    key: int = StaffRow.insert(uid=new_id(at), name=name, role=role.value, created_at=at).execute(db)
    return key


def rename_staff(db: Db, staff_id: int, name: str) -> None:
    StaffRow.update(name=name).where(StaffRow.id == staff_id).execute(db)


def local_till(db: Db) -> int | None:
    """The key of the till that this computer is."""
    key: int | None = db.value("SELECT id FROM till WHERE is_local = 1 ORDER BY id LIMIT 1")
    return key


def add_local_till(db: Db, new_id: NewId, name: str, at: int) -> int:
    return db.insert(
        "INSERT INTO till (uid, name, is_local, created_at) VALUES (?, ?, 1, ?)", (new_id(at), name, at)
    )


def products(db: Db) -> tuple[Product, ...]:
    """What is sold now, in the order it was set up."""
    rows = db.run(
        "SELECT id, name, price, icon, stamps, category FROM product WHERE retired_at IS NULL ORDER BY id"
    )
    return tuple(Product(*row) for row in rows)


def product(db: Db, product_id: int) -> Product:
    """One product, sold or no longer. Raises `LookupError`."""
    row = db.one("SELECT id, name, price, icon, stamps, category FROM product WHERE id = ?", (product_id,))
    if row is None:
        raise LookupError(product_id)
    return Product(*row)


def add_product(db: Db, new_id: NewId, act: Act, gesture_id: int, product: Product) -> int:
    """Add a product; its own `id` is ignored."""
    db.shop_writes += 1
    key: int = ProductRow.insert(
        uid=new_id(act.at),
        name=product.name,
        price=product.price,
        icon=product.icon,
        stamps=product.stamps,
        category=product.category,
        **gestures.told_by(act, gesture_id),
    ).execute(db)
    return key


def product_added_by(db: Db, gesture: bytes) -> int | None:
    """The product that this act added, or None."""
    key: int | None = db.value(
        "SELECT p.id FROM gesture AS g JOIN product AS p ON p.gesture_id = g.id WHERE g.uid = ?", (gesture,)
    )
    return key


def products_since(db: Db, at: int) -> "tuple[Added, ...]":
    """What is sold now and was added after `at`."""
    from frontdesk.domain.regulars.novelty import Added  # the first frame tells no news

    rows = db.run(
        "SELECT id, name, price, icon, stamps, category, at FROM product WHERE at > ? AND retired_at IS NULL"
        " ORDER BY id",
        (at,),
    )
    return tuple(Added(Product(*row[:-1]), row[-1]) for row in rows)


def note_price(db: Db, new_id: NewId, act: Act, gesture_id: int, before: Product) -> None:
    """Keep what a product cost until this act."""
    db.run(
        "INSERT INTO price_change (uid, product_id, was, at, staff_id, till_id, gesture_id)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (new_id(act.at), before.id, before.price, act.at, act.staff_id, act.till_id, gesture_id),
    )


def price_changes_since(db: Db, at: int) -> "tuple[PriceChange, ...]":
    """What costs another price than at `at`, with what it cost then and when that changed last."""
    from frontdesk.domain.regulars.novelty import PriceChange

    rows = db.run(
        "SELECT p.id, p.name, p.price, p.icon, p.stamps, p.category,"
        " (SELECT was FROM price_change WHERE product_id = p.id AND at > ?1 ORDER BY at, id LIMIT 1) AS was,"
        " (SELECT max(at) FROM price_change WHERE product_id = p.id) FROM product AS p"
        " WHERE p.id IN (SELECT product_id FROM price_change WHERE at > ?1) AND p.price <> was ORDER BY p.id",
        (at,),
    )
    return tuple(PriceChange(Product(*row[:-2]), *row[-2:]) for row in rows)


def update_product(db: Db, product: Product) -> None:
    """Set all that a product is, by its `id`; whether it is sold stays as it was."""
    db.shop_writes += 1
    ProductRow.update(
        name=product.name,
        price=product.price,
        icon=product.icon,
        stamps=product.stamps,
        category=product.category,
    ).where(ProductRow.id == product.id).execute(db)


def retire_product(db: Db, product_id: int, at: int | None) -> None:
    """Stop selling a product (`at`), or sell it again (None). What was bought of it stays known."""
    db.shop_writes += 1
    ProductRow.update(retired_at=at).where(ProductRow.id == product_id).execute(db)
