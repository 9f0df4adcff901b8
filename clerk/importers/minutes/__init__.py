"""Published minutes turned into notation: decisions, limbs, votes, lists."""
