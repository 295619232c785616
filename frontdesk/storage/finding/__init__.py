"""Finding somebody by whatever was typed or scanned, in any script and on any keyboard."""
