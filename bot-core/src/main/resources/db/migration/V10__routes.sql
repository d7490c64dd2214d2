-- Who sees to a case, and how soon, as the rules of the team decided when it came to people last.
-- Times are milliseconds since 1970-01-01 UTC.
create table case_route (
  conversation_id varchar(36) primary key references conversation (id),
  team            varchar(200) not null,  -- empty: there are no teams
  urgency         integer not null,       -- the priority: 0 low, 1 normal, 2 high, 3 urgent
  due_at          bigint,                 -- of the first reply; null: no time was set
  replied_at      bigint                  -- null: nobody has replied since it came to people
);
