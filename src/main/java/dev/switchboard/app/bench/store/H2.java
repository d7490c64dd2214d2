package dev.switchboard.app.bench.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** The file in the data folder, which a server makes for itself. */
public record H2() implements Database {
  private static final String USER = "sa";
  private static final String FILE = "switchboard.mv.db";
  private static final String MODES =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;IFEXISTS=TRUE";

  @Override
  public String name() {
    return "H2";
  }

  @Override
  public Map<String, String> settings() {
    return Map.of();
  }

  // A copy: to open the file itself would repair what the server has to repair.
  @Override
  public Connection look(Path data) throws IOException, SQLException {
    var copy = data.resolveSibling("look.mv.db");
    Files.copy(data.resolve(FILE), copy, StandardCopyOption.REPLACE_EXISTING);
    var name = copy.toAbsolutePath().toString().replaceFirst("\\.mv\\.db$", "");
    return DriverManager.getConnection("jdbc:h2:file:" + name + MODES, USER, "");
  }

  @Override
  public double megabytes(Path data) {
    return data.resolve(FILE).toFile().length() / 1e6;
  }

  @Override
  public void close() {
    // The file goes with the folder.
  }
}
