package dev.switchboard.bot.tool;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.switchboard.bot.privacy.Wordless;
import dev.switchboard.bot.safety.Injection;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tools that the team allows, and the one way to run them.
 *
 * <p>Whatever a model asks for, a tool gets no argument it does not know, works for the caller of
 * the session, within its time, and what it returns is cut, cleaned, and dropped where it tries to
 * instruct anybody.
 */
@Singleton
public final class Toolbox {
  private static final Logger LOG = LoggerFactory.getLogger(Toolbox.class);
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final int LONGEST_ARGUMENTS = 8_000;
  private static final int LONGEST_RESULT = 4_000;

  private final List<Tool> own;
  private final McpServers servers;
  private final Callers callers;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Toolbox(
      Collection<CustomerTools> beans,
      Collection<ToolEntry> allowed,
      McpServers servers,
      Callers callers) {
    this.callers = callers;
    own = BeanTools.of(beans, allowed).toList();
    this.servers = servers;
  }

  /** Those that the question is a matter for, and that work for whoever asks it. */
  public Toolkit fitting(String question, String conversationId) {
    var meant = all().filter(tool -> tool.isMeant(question)).toList();
    if (meant.isEmpty()) {
      return Toolkit.NONE;
    }
    var caller = callers.of(conversationId);
    return new Toolkit(
        meant.stream().filter(tool -> tool.permission().admits(caller)).toList(), caller);
  }

  /** The tool of that name. */
  public Optional<Tool> find(String name) {
    return all().filter(tool -> tool.name().equals(name)).findFirst();
  }

  private Stream<Tool> all() {
    return Stream.concat(own.stream(), servers.tools());
  }

  /**
   * What a tool would be given, without what it does not know.
   *
   * @param arguments JSON
   * @throws ToolFailed when they are not what it takes
   */
  static ObjectNode checked(Tool tool, String arguments) throws ToolFailed {
    if (arguments.length() > LONGEST_ARGUMENTS) {
      throw new ToolFailed("the arguments are too long");
    }
    var given = parsed(arguments.isBlank() ? "{}" : arguments);
    var parameters = tool.specification().parameters();
    var known = parameters == null ? Map.<String, Object>of() : parameters.properties();
    var required =
        parameters == null || parameters.required() == null
            ? List.<String>of()
            : parameters.required();
    var taken = JSON.createObjectNode();
    for (var entry : given.properties()) {
      if (!known.containsKey(entry.getKey())) {
        throw new ToolFailed("it has no argument " + entry.getKey());
      }
      taken.set(entry.getKey(), entry.getValue());
    }
    for (var name : required) {
      if (taken.path(name).isMissingNode() || taken.path(name).isNull()) {
        throw new ToolFailed("the argument " + name + " is missing");
      }
    }
    return taken;
  }

  private static JsonNode parsed(String arguments) throws ToolFailed {
    try {
      var given = JSON.readTree(arguments);
      if (given.isObject()) {
        return given;
      }
    } catch (JsonProcessingException garbled) {
      // Said below, as for all that is no object.
    }
    throw new ToolFailed("the arguments are not a JSON object");
  }

  /**
   * Runs it.
   *
   * @param arguments JSON
   * @return what it says, in one piece of at most 4,000 characters
   * @throws ToolFailed when it did not do what it was to do, or has nothing that may be read
   */
  public String run(Tool tool, String arguments, Caller caller) throws ToolFailed {
    if (!tool.permission().admits(caller)) {
      throw new ToolFailed("it does not work for this customer");
    }
    var taken = checked(tool, arguments);
    if (!tool.permission().subject().isEmpty()) {
      taken.put(tool.permission().subject(), caller.subject());
    }
    var said = within(tool, () -> tool.work().run(taken.toString(), caller));
    var text = Objects.requireNonNullElse(said, "").replace("\0", "").strip();
    if (text.isEmpty()) {
      throw new ToolFailed("it says nothing");
    }
    if (Injection.isIn(text)) {
      throw new ToolFailed("what it says tries to instruct the model");
    }
    return text.length() > LONGEST_RESULT ? text.substring(0, LONGEST_RESULT) : text;
  }

  private String within(Tool tool, Callable<String> work) throws ToolFailed {
    var call = threads.submit(work);
    try {
      return call.get(tool.permission().patience().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw new ToolFailed("it took too long");
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new ToolFailed("nobody waits for it any more");
    } catch (ExecutionException thrown) {
      if (thrown.getCause() instanceof ToolFailed failed) {
        throw failed;
      }
      LOG.warn("the tool {} failed", tool.name(), Wordless.of(thrown));
      throw new ToolFailed("it failed");
    } finally {
      call.cancel(true);
    }
  }

  @PreDestroy
  void close() {
    threads.shutdownNow();
  }
}
