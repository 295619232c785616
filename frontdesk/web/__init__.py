"""The shop's own page: served by the app itself to a phone on the shop's Wi-Fi, with nothing in between."""
