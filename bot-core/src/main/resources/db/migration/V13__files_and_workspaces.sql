-- Files that go to the customer with what an agent wrote in Slack.
alter table slack_pending_reply add column files varchar(1000) not null default ''; -- their ids, a space between

-- A workspace that was connected by a browser brings a token of its own.
alter table slack_workspace add column name varchar(200) not null default '';
alter table slack_workspace add column token varchar; -- of the bot, encrypted; null: it is in the configuration

-- Who is on the way to connect a workspace: each way is gone once.
create table slack_install (
  state      varchar(64) primary key, -- the hash of what Slack is to bring back
  expires_at bigint not null
);
