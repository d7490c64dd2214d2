package dev.switchboard.channel.web;

import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** The running server, as a stranger sees it. */
@Singleton
final class Site {

  private final HttpClient client = HttpClient.newHttpClient();
  private final EmbeddedServer server;

  Site(EmbeddedServer server) {
    this.server = server;
  }

  HttpResponse<String> ask(String json) {
    return ask(BodyPublishers.ofString(json), "application/json");
  }

  HttpResponse<String> ask(BodyPublisher body, String contentType) {
    return send(to("/api/v1/ask").header("Content-Type", contentType).POST(body));
  }

  HttpResponse<String> get(String path) {
    return send(to(path));
  }

  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(server.getURI() + path));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError("the server hung up", e);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }
}
