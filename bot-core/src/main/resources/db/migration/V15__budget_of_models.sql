-- What processes have put aside of a day's budget for models: spent, or about to be.
create table model_budget (
  budget_day varchar(10) primary key, -- by UTC, 2026-11-29
  leased     bigint not null          -- in micro-dollars
);
