"""Looking after people: requests, complaints, follow-ups, messages, and what is to be done today."""
