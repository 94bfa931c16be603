"""The Qt application: screens, drawing, threads. No torch, no SQL, no file parsing of its own."""
