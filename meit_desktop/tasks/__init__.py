"""The only place with threads: one worker for the database, one for the model."""
