package dev.switchboard.bot.account;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** The table account. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface AccountTable extends GenericRepository<AccountRow, String> {

  // Quiet when the email or the name is taken: the count tells.
  @Query(
      """
      insert into account
        (id, email, name, name_key, role, active, password_hash, created_at)
      values (:id, :email, :name, :nameKey, :role, true, :passwordHash, :now)
      on conflict do nothing
      """)
  int add(
      String id,
      String email,
      String name,
      String nameKey,
      String role,
      String passwordHash,
      long now);

  Optional<AccountRow> findById(String id);

  Optional<AccountRow> findByEmail(String email);

  @Query("select * from account order by name_key")
  List<AccountRow> all();

  // In the order of their ids, so that two who change admins at once wait for each other.
  @Query("select * from account where role = 'ADMIN' and active order by id for update")
  List<AccountRow> lockAdmins();

  @Query("select count(*) from account where role = 'ADMIN' and active")
  long countAdmins();

  @Query("update account set role = :role, active = :active where id = :id")
  void change(String id, String role, boolean active);

  @Query("update account set password_hash = :passwordHash where id = :id")
  void changePassword(String id, String passwordHash);
}
