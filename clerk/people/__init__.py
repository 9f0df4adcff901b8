"""Who there is: names and titles, rosters and rolls, who owns what is noted, and who was in the room when."""
