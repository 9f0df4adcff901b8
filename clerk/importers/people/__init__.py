"""Who was present, who sent apologies and who declared what, out of published minutes."""
