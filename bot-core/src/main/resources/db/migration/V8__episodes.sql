-- Which turns belong to the matter that a conversation is about at present.
alter table conversation add column episode_seq bigint default 1 not null;  -- the first of them
