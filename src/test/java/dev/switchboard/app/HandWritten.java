package dev.switchboard.app;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.util.regex.Pattern;

/** Leaves out what annotation processors wrote: their file names start with $ or contain _. */
final class HandWritten implements ImportOption {
  private static final Pattern GENERATED = Pattern.compile(".*/(\\$[^/]*|[^/]*_[^/]*)\\.class");

  @Override
  public boolean includes(Location location) {
    return !location.matches(GENERATED);
  }
}
