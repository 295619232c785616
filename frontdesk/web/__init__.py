"""The shop's own page: served by the app itself to a phone on the shop's Wi-Fi, with nothing in between.

A request comes in at `server`, is held to its time and size in `connection` and `limits`, read by `http`, and
answered in `answering`: `form` is what was sent, `pages` and `sayings` what is shown. Qt is not known here.
"""
