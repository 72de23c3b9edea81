"""Does the goal attract, is it concrete, can partners bear it (C9)? After the evaluation of local networks by VVSG."""
