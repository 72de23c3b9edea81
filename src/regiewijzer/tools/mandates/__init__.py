"""What may whoever sits at a table promise, and was it kept and reported back? After seed 004."""
