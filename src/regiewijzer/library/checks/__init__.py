"""What can be wrong with a file of the content pack? One module for each kind of fault; `validation` runs them all."""
