-- Who sees to a case, and how soon, as the rules of the team decided when it came to people last.
-- Times are milliseconds since 1970-01-01 UTC.
create table case_route (
  conversation_id varchar(36) primary key references conversation (id),
  team            varchar(200) not null,  -- empty: there are no teams
  priority        varchar(20) not null,
  due_at          bigint,                 -- of the first reply; null: no time was set
  replied_at      bigint                  -- null: nobody has replied since it came to people
);
