"""What did a network bring about, on three levels (C16)? After Provan & Milward 2001."""
