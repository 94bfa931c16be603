"""The only place with threads: one worker for each scarce resource."""
