"""Where is a network stuck, what does it try, and what did that do? After Verdonschot & Kessels 2008 (seed 004)."""
