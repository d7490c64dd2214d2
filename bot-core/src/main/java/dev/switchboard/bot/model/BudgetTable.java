package dev.switchboard.bot.model;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/** The table model_budget. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface BudgetTable extends GenericRepository<BudgetTable.Row, String> {

  /** A row; the columns are explained in the migration. */
  @MappedEntity("model_budget")
  record Row(@Id String budgetDay, long leased) {}

  @Query(
      """
      insert into model_budget (budget_day, leased) values (:day, :leased) on conflict do nothing
      """)
  void begin(String day, long leased);

  /** How many rows changed: none when that would be more than the most. */
  @Query(
      """
      update model_budget set leased = leased + :amount
      where budget_day = :day and leased + :amount <= :most
      """)
  long lease(String day, long amount, long most);

  @Query("update model_budget set leased = leased - :amount where budget_day = :day")
  void giveBack(String day, long amount);

  @Query("select leased from model_budget where budget_day = :day")
  Optional<Long> leased(String day);
}
