package dev.switchboard.app.bench.faults;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.util.DriverDataSource;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Connections that name what they do to the {@link HaltPoints} before and after they do it. */
final class HaltingDataSource implements InvocationHandler {
  private static final Pattern CHANGE =
      Pattern.compile(
          "\\s*(insert\\s+into|update|delete\\s+from|merge\\s+into|checkpoint)\\s+\"?(\\w+)(.*)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern LOCK =
      Pattern.compile(
          "\\s*(select).*?\\sfrom\\s+\"?(\\w+)(.*)\\sfor\\s+(no\\s+key\\s+)?update.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  private static final Pattern MANY = Pattern.compile("\\?(\\s*,\\s*\\?)+");

  private final HikariConfig configuration;
  private final HaltPoints points;

  private HaltingDataSource(HikariConfig configuration, HaltPoints points) {
    this.configuration = configuration;
    this.points = points;
  }

  /** In the place of what the configuration would have connected to. */
  static DataSource of(HikariConfig configuration, HaltPoints points) {
    return proxy(DataSource.class, new HaltingDataSource(configuration, points));
  }

  // Only when it is used is the configuration complete.
  private DataSource real() {
    return new DriverDataSource(
        configuration.getJdbcUrl(),
        configuration.getDriverClassName(),
        configuration.getDataSourceProperties(),
        configuration.getUsername(),
        configuration.getPassword());
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    var result = call(real(), method, arguments);
    return result instanceof Connection connection
        ? proxy(Connection.class, new Watched(connection))
        : result;
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            HaltingDataSource.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException fault) {
      throw fault.getCause();
    }
  }

  /** What a statement changes or locks, and which of those that do so it is; empty for a look. */
  static Optional<String> name(String sql) {
    return Stream.of(CHANGE, LOCK)
        .map(kind -> kind.matcher(sql))
        .filter(Matcher::matches)
        .findFirst()
        .map(HaltingDataSource::name);
  }

  private static String name(Matcher found) {
    var kind = found.group(1).replaceAll("\\s+", " ");
    int which = MANY.matcher(found.group(3)).replaceAll("?").hashCode() & 0xfff;
    return "%s %s %03x".formatted(kind, found.group(2), which).toLowerCase(Locale.ROOT);
  }

  private interface Action {
    Object run() throws Throwable;
  }

  private Object between(String name, Action action) throws Throwable {
    points.pass("before " + name);
    var result = action.run();
    points.pass("after " + name);
    return result;
  }

  private final class Watched implements InvocationHandler {
    private final Connection connection;
    private String last = "";

    Watched(Connection connection) {
      this.connection = connection;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      if (method.getName().equals("commit") && !last.isEmpty()) {
        var name = "commit of " + last;
        last = "";
        return between(name, () -> call(connection, method, arguments));
      }
      var result = call(connection, method, arguments);
      if (result instanceof Statement statement) {
        var sql = method.getName().startsWith("prepare") ? (String) arguments[0] : "";
        return proxy(type(statement), new WatchedStatement(this, statement, sql));
      }
      return result;
    }

    private static Class<? extends Statement> type(Statement statement) {
      return switch (statement) {
        case CallableStatement _ -> CallableStatement.class;
        case PreparedStatement _ -> PreparedStatement.class;
        default -> Statement.class;
      };
    }
  }

  private final class WatchedStatement implements InvocationHandler {
    private final Watched connection;
    private final Statement statement;
    private final String prepared;

    WatchedStatement(Watched connection, Statement statement, String prepared) {
      this.connection = connection;
      this.statement = statement;
      this.prepared = prepared;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      var name =
          method.getName().startsWith("execute") ? name(sql(arguments)) : Optional.<String>empty();
      if (name.isEmpty()) {
        return call(statement, method, arguments);
      }
      connection.last = name.get();
      return between(name.get(), () -> call(statement, method, arguments));
    }

    private String sql(Object[] arguments) {
      return arguments == null || !(arguments[0] instanceof String given) ? prepared : given;
    }
  }
}
