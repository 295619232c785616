"""The shop's logo: set, removed, taken back, and what a print says of the shop."""

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from frontdesk.bootstrap import FrontDesk
from frontdesk.domain.acts import Role
from frontdesk.domain.paper.shop_signs import Logo
from frontdesk.domain.refusals import RefusalCode, Refused


def a_logo(desk: FrontDesk, grey: int) -> Logo:
    file = BytesIO()
    Image.new("L", (30, 20), grey).save(file, "PNG")
    return desk.logo.prepare(file.getvalue())


def test_the_last_logo_holds_and_each_act_can_be_taken_back(desk: FrontDesk) -> None:
    assert desk.logo.image() is None
    first, second = a_logo(desk, 10), a_logo(desk, 200)
    one = desk.submit(desk.logo.set, desk.act(), first).result()
    two = desk.submit(desk.logo.set, desk.act(), second).result()
    gone = desk.submit(desk.logo.remove, desk.act()).result()
    assert desk.logo.image() is None
    stood = []
    for saved in (gone, two, one):
        desk.submit(desk.logo.undo, desk.act(), saved.gesture).result()
        stood.append(desk.logo.image())
    assert stood == [second.png, first.png, None]
    assert not desk.verifier.verify().faults


def test_a_phone_gets_the_logo_that_holds_in_as_few_bytes_as_it_may_have(desk: FrontDesk) -> None:
    assert desk.logo.image_within(8000) is None
    file = BytesIO()
    Image.effect_noise((512, 300), 80).save(file, "PNG")
    large = desk.logo.prepare(file.getvalue())
    assert len(large.png) > 8000
    desk.submit(desk.logo.set, desk.act(), large).result()
    small = desk.logo.image_within(8000)
    assert small is not None
    assert 2000 < len(small) <= 8000
    assert Image.open(BytesIO(small)).width * 300 == pytest.approx(
        Image.open(BytesIO(small)).height * 512, rel=0.05
    )
    assert desk.logo.image_within(50) is None
    desk.submit(desk.logo.set, desk.act(), a_logo(desk, 10)).result()
    assert desk.logo.image_within(8000) == a_logo(desk, 10).png
    desk.submit(desk.logo.remove, desk.act()).result()
    assert desk.logo.image_within(8000) is None


def test_only_the_last_step_is_taken_back_and_once(desk: FrontDesk) -> None:
    one = desk.submit(desk.logo.set, desk.act(), a_logo(desk, 10)).result()
    two = desk.submit(desk.logo.set, desk.act(), a_logo(desk, 20)).result()
    with pytest.raises(Refused) as refused:
        desk.submit(desk.logo.undo, desk.act(), one.gesture).result()
    assert refused.value.code is RefusalCode.MOVED_ON
    act = desk.act()
    for _ in range(2):  # a repeat of the same tap does nothing more
        desk.submit(desk.logo.undo, act, two.gesture).result()
    assert desk.logo.image() == a_logo(desk, 10).png


def test_the_logo_is_the_managers(desk: FrontDesk) -> None:
    cashier = desk.submit(desk.staffing.add_staff, desk.act(), "Kham", Role.CASHIER).result()
    for method, facts in ((desk.logo.set, (a_logo(desk, 10),)), (desk.logo.remove, ())):
        with pytest.raises(Refused) as refused:
            desk.submit(method, replace(desk.act(), staff_id=cashier.id), *facts).result()
        assert refused.value.code is RefusalCode.ONLY_MANAGER


def test_a_print_says_how_to_reach_the_shop(desk: FrontDesk) -> None:
    chosen = {"phone": "020 5512 3456", "email": "hello@cafe.la", "address": "Ban Haysok"}
    desk.submit(desk.shop.change_settings, desk.act(), chosen).result()
    desk.submit(desk.logo.set, desk.act(), a_logo(desk, 10)).result()
    signs = desk.logo.signs()
    assert signs.name == "Café Mekong"
    assert signs.contacts == ("020 5512 3456", "hello@cafe.la", "Ban Haysok")
    assert signs.logo == desk.logo.image()
