"""Do we steer with the right amount of power (C2, C3)? After seed 000, seed 001 and Ayres & Braithwaite 1992."""
