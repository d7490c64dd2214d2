-- Visitors of the web widget, and what customers think of answers and of the help.

-- A visitor's key to their conversations. The token itself is not kept, only its hash.
create table visitor_session (
  token_hash varchar(64) primary key,  -- SHA-256, hex
  visitor_id varchar(36) not null,
  locale     varchar(35) not null,     -- a BCP 47 tag, und when unknown
  expires_at bigint not null
);
create index visitor_session_end on visitor_session (expires_at);

-- What a customer thinks of one turn; the last word counts.
create table feedback (
  conversation_id varchar(36) not null references conversation (id),
  shown_seq       bigint not null,
  helpful         boolean not null,
  words           varchar not null,
  given_at        bigint not null,
  primary key (conversation_id, shown_seq)
);

-- What a customer thinks of the help, once for each time it was resolved.
create table rating (
  conversation_id varchar(36) not null references conversation (id),
  custody_version bigint not null,
  score           integer not null,  -- 1 to 5
  words           varchar not null,
  given_at        bigint not null,
  primary key (conversation_id, custody_version)
);

-- How far the customer has read, by shown_seq.
alter table conversation add column read_seq bigint default 0 not null;
