"""Pictures of every screen and state, made by driving the real application: `meit-desktop --pictures DIR`."""
