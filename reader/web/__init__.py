"""The reader in a browser: textual-serve with an Arabic font of our own, on this machine only."""
