-- Beside a day's budget for all, one for each team: 2026-11-29 shop.
alter table model_budget alter column budget_day type varchar(120);
