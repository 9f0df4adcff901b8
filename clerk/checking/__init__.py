"""What ``clerk.checks`` looks at, a subject a module."""
