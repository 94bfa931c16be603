"""Numbers on samples: leads, repair, resampling, measurement, simulation. No files, no Qt."""
