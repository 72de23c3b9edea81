"""One room per instrument of the framework. Tools are strangers to each other."""
