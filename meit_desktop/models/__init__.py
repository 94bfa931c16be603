"""What the views show: the worklist for Qt, the report as lines under review."""
