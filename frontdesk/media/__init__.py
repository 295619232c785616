"""Pictures and QR squares: Pillow and qrcode, without Qt."""
