"""Nothing is lost and nothing is forged: the ledger's chain and keys, backups, checks, what is unusual."""
