"""The check of the whole store: each file holds one part of it against the ledger."""
