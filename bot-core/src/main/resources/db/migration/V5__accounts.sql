-- The people of the support team, and how they prove who they are. Tokens are not kept, only their
-- hashes: SHA-256, hex.

create table account (
  id            varchar(36) primary key,
  email         varchar(254) not null unique,  -- in lower case
  name          varchar(80) not null,          -- never changed: conversations keep it
  name_key      varchar(200) not null unique,  -- the name without its case
  role          varchar(20) not null,
  active        boolean not null,
  password_hash varchar(200) not null,         -- Argon2id, in PHC form
  created_at    bigint not null
);

create table account_session (
  token_hash varchar(64) primary key,
  account_id varchar(36) not null references account (id),
  opened_at  bigint not null,
  seen_at    bigint not null,        -- to the minute
  place      varchar(64) not null,   -- the network address it was opened from
  browser    varchar(200) not null   -- what the browser calls itself
);
create index account_session_account on account_session (account_id);

-- Links that let somebody in once.
create table account_link (
  token_hash varchar(64) primary key,
  purpose    varchar(20) not null,
  email      varchar(254),                           -- null: of whoever has the link
  role       varchar(20),                            -- null: the account has one
  account_id varchar(36) references account (id),    -- null: there is none yet
  expires_at bigint not null
);

-- Browsers in which somebody has signed in before.
create table account_browser (
  token_hash varchar(64) primary key,
  account_id varchar(36) not null references account (id),
  expires_at bigint not null
);
create index account_browser_end on account_browser (expires_at);

-- Failures to sign in since the last success, by account and by who tried.
create table sign_in_failure (
  who      varchar(64) primary key,  -- SHA-256 of the email and of the browser or network, hex
  failures integer not null,
  last_at  bigint not null
);
create index sign_in_failure_last on sign_in_failure (last_at);
