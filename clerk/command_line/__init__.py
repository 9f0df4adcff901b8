"""The commands of the command line, a subject a module, loaded when one of them is asked for (see ``clerk.cli``)."""
