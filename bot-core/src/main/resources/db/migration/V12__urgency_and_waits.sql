-- Cases in the queue are counted by how urgent they are, which a name does not say.
alter table case_route add column urgency integer not null default 1; -- the priority: 0 low, 1 normal, 2 high, 3 urgent
update case_route set urgency =
  case priority when 'LOW' then 0 when 'HIGH' then 2 when 'URGENT' then 3 else 1 end;
alter table case_route drop column priority;

-- Direct mode belongs to whoever switched it, and ends with their having the case.
alter table slack_thread add column direct_by varchar(200); -- the agent; null: nobody

-- Reminders belong to a wait of the customer, which may begin again without a new turn.
alter table slack_thread drop column nudged_seq;
alter table slack_thread add column nudged_since bigint not null default 0; -- since when the customer waited for whom somebody was reminded last

-- What nothing has ever used.
alter table slack_workspace drop column app_id;
alter table slack_workspace drop column token;
