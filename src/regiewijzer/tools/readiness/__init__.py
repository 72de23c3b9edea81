"""Is the authority itself ready to steer, and is what it calls steering really that (C15)? After seed 003."""
