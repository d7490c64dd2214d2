package dev.switchboard.channel.slack.customer;

import dev.switchboard.channel.slack.api.Workspace;
import dev.switchboard.channel.slack.file.FilesOut;
import dev.switchboard.channel.slack.post.Post;
import dev.switchboard.channel.slack.post.PostWriter;
import dev.switchboard.channel.slack.post.Written;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Sends a customer in Slack a file of an agent: the payload is its id, and where the customer is.
 */
@Singleton
final class CustomerFileWriter implements PostWriter {
  static final String KIND = "customer-file";

  private final FilesOut files;

  CustomerFileWriter(FilesOut files) {
    this.files = files;
  }

  static String payload(String id, Place place) {
    return id + " " + place.address();
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean isPaced() {
    return true;
  }

  @Override
  public Written write(Workspace workspace, List<Post> posts) {
    var post = posts.getFirst();
    var payload = post.payload().split(" ", 2);
    return Place.of(payload[1])
        .map(place -> files.send(workspace, post, place.rootTs(), payload[0]))
        .orElseGet(() -> new Written.Never("there is no such place in Slack"));
  }
}
