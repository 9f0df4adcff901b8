"""What becomes of minutes after their meeting: circulated, amended, confirmed, their working papers destroyed."""
