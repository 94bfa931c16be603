"""Simulated 12-lead ECGs with known ground truth, for demo studies and as an oracle for measurements.

The heart is a moving dipole (heart vector) made of Gaussian components: sums of Gaussians after McSharry et al., IEEE
Trans Biomed Eng 50:289 (2003), in three dimensions after Sameni et al., EURASIP J Adv Signal Process 2007:043407,
projected to the leads with the transform of Dower et al., J Electrocardiol 13:213 (1980).
"""

from meit_core.signal.simulator.case import Morphology, Noise, Rhythm, SimulatedCase
from meit_core.signal.simulator.demo import DemoStudy, demo_cases
from meit_core.signal.simulator.simulate import Simulation, simulate
from meit_core.signal.simulator.truth import BeatKind, BeatTruth, Truth

__all__ = [
    "BeatKind",
    "BeatTruth",
    "DemoStudy",
    "Morphology",
    "Noise",
    "Rhythm",
    "SimulatedCase",
    "Simulation",
    "Truth",
    "demo_cases",
    "simulate",
]
