-- Files that customers send, and what is known of who they are.

-- A file that came in. Its bytes lie beside the database, under its id.
create table attachment (
  id              varchar(36) primary key,
  channel         varchar(40) not null,
  address         varchar(500) not null,  -- the customer who sent it
  conversation_id varchar(36),            -- null: not part of a message yet
  seq             bigint,
  place           integer,                -- among the files of the message, from 1
  name            varchar(200) not null,
  kind            varchar(20) not null,
  media_type      varchar(100) not null,
  byte_count      bigint not null,
  sha256          varchar(64) not null,   -- hex
  width           integer not null,       -- 0: not a picture
  height          integer not null,
  link_key        varchar(64) not null,   -- signs the links to it, hex
  created_at      bigint not null,
  foreign key (conversation_id, seq) references turn (conversation_id, seq)
);
create index attachment_turn on attachment (conversation_id, seq);

-- Who writes from an address, as far as it is known.
create table customer (
  channel   varchar(40) not null,
  address   varchar(500) not null,
  subject   varchar(1100) not null, -- their id at the team's own site, empty when nobody vouches
  name      varchar(200) not null,  -- as that site says, empty when unknown
  email     varchar(254) not null,  -- likewise
  answer_to varchar(254) not null,  -- an e-mail address the customer typed, empty when none
  noted_at  bigint not null,
  primary key (channel, address)
);

-- Where the customer writes from whom the team's own site knows by that id.
create table customer_identity (
  channel      varchar(40) not null,
  subject_hash varchar(64) not null, -- SHA-256 of the id, hex
  address      varchar(500) not null,
  primary key (channel, subject_hash)
);

-- Keys of messages are told apart by the visit they were first sent in, whoever the visitor turns
-- out to be.
alter table visitor_session add column origin_id varchar(36);
update visitor_session set origin_id = visitor_id;
alter table visitor_session alter column origin_id set not null;
alter table visitor_session add column identified_until bigint; -- null: the visitor is anonymous

-- Waits are measured over the last hours.
create index custody_event_time on custody_event (happened_at);
