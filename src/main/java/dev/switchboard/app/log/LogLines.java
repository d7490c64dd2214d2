package dev.switchboard.app.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * Writes an event of the log for people, or as one line of JSON for programs.
 *
 * <p>Made by Logback, which tells it the format. The fields of JSON are {@code time} (ISO 8601,
 * UTC), {@code level}, {@code logger}, {@code thread}, {@code message}, and where there are any
 * {@code conversation} and {@code fault}.
 */
public final class LogLines extends LayoutBase<ILoggingEvent> {
  private static final String CONVERSATION = "conversation";
  private static final int LONGEST_FAULT = 2_700;
  private static final JsonFactory JSON = new JsonFactory();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

  private boolean json;

  /** Chooses the format: {@code json}, anything else is for people. */
  public void setFormat(String format) {
    json = format.strip().equalsIgnoreCase("json");
  }

  @Override
  public String doLayout(ILoggingEvent event) {
    return (json ? asJson(event) : asText(event)) + System.lineSeparator();
  }

  private static String asText(ILoggingEvent event) {
    var text = new StringBuilder(TIME.format(event.getInstant()));
    text.append(" %-5s ".formatted(event.getLevel()));
    text.append(Field.safe(shortened(event.getLoggerName()))).append(" - ");
    text.append(Field.safe(event.getFormattedMessage()));
    if (event.getThrowableProxy() != null) {
      Fault.lines(event.getThrowableProxy())
          .forEach(line -> text.append(System.lineSeparator()).append("  ").append(line));
    }
    return text.toString();
  }

  private static String shortened(String logger) {
    return logger.substring(logger.lastIndexOf('.') + 1);
  }

  private static String asJson(ILoggingEvent event) {
    var line = new StringWriter();
    try (var json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("time", event.getInstant().toString());
      json.writeStringField("level", event.getLevel().toString());
      json.writeStringField("logger", Field.safe(event.getLoggerName()));
      json.writeStringField("thread", Field.safe(event.getThreadName()));
      writeMore(event, json);
      json.writeStringField("message", Field.safe(event.getFormattedMessage()));
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return line.toString();
  }

  private static void writeMore(ILoggingEvent event, JsonGenerator json) throws IOException {
    var conversation = event.getMDCPropertyMap().get(CONVERSATION);
    if (conversation != null) {
      json.writeStringField(CONVERSATION, Field.safe(conversation));
    }
    if (event.getThrowableProxy() != null) {
      var fault = String.join("\n", Fault.lines(event.getThrowableProxy()));
      json.writeStringField("fault", fault.substring(0, Math.min(fault.length(), LONGEST_FAULT)));
    }
  }
}
