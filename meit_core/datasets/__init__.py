"""Collections of recordings with reports: read, prepared, and cut into folds."""
