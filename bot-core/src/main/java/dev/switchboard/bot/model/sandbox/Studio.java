package dev.switchboard.bot.model.sandbox;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Hears and speaks in the stand-in's name. */
final class Studio {
  private static final Pattern FILE =
      Pattern.compile("filename=\"[^\"]+\\.(?:flac|mp3|mp4|mpeg|mpga|m4a|ogg|wav|webm)\"");
  private static final Pattern MODEL = Pattern.compile("name=\"model\"\r\n\r\n([^\r]+)\r\n");
  private static final byte[] SOUND = {(byte) 0xff, (byte) 0xfb, (byte) 0x90, 0x44, 0, 0, 0, 0};

  private volatile String heard = "How long does delivery take?";

  /** Decides what is heard in every sound. */
  void hears(String words) {
    heard = words;
  }

  /** The model that a form names. */
  static String model(byte[] form) {
    var model = MODEL.matcher(new String(form, StandardCharsets.ISO_8859_1));
    return model.find() ? model.group(1) : "";
  }

  /** Answers a form with a file of sound, as strictly as OpenAI does. */
  void write(HttpExchange exchange, byte[] form) throws IOException {
    var text = new String(form, StandardCharsets.ISO_8859_1);
    if (!FILE.matcher(text).find() || text.contains("corrupt")) {
      ModelSandbox.error(
          exchange, 400, "invalid_request_error", "Invalid file format. Supported: wav, webm.", "");
      return;
    }
    ModelSandbox.send(
        exchange,
        200,
        "application/json",
        "{\"text\":\"%s\",\"usage\":{\"type\":\"duration\",\"seconds\":3}}".formatted(heard));
  }

  /** Answers with a sound. */
  static void speak(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "audio/mpeg");
    exchange.sendResponseHeaders(200, SOUND.length);
    exchange.getResponseBody().write(SOUND);
  }
}
