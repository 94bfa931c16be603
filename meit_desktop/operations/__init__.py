"""One keyword-only function per user verb; each submits to a lane and returns its task."""
