"""Readers of agendas and records: one file format a module, one shared result."""
