"""Where the words come from that are offered while a line is typed; ``clerk.completion`` puts them in order."""
