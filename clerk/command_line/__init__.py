"""The commands of the command line, but for those that need an export or the app (see ``clerk.cli``)."""
