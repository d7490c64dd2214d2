-- Processes that share the database look for what has changed lately.
create index conversation_changed on conversation (changed_at);
