package dev.switchboard.app.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version that stands in the manifest of the jar. */
final class ReleaseVersion implements IVersionProvider {

  @Override
  public String[] getVersion() {
    // Classes that do not come from the jar, as in a test, have no manifest.
    String version = ReleaseVersion.class.getPackage().getImplementationVersion();
    return new String[] {"switchboard " + Objects.requireNonNullElse(version, "(not packaged)")};
  }
}
