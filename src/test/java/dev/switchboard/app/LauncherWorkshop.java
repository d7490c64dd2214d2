package dev.switchboard.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A copy of the launcher in a folder of its own, where JDK and Maven are small scripts.
 *
 * <p>The copy looks for JDKs in this folder only, and its PATH holds nothing but the tools it
 * names: what is installed on the machine makes no difference.
 */
final class LauncherWorkshop {
  /** The exit code of the java that {@link #installJdk} puts there. */
  static final int JAVA_EXIT_CODE = 7;

  private static final List<String> TOOLS =
      List.of("bash", "cat", "find", "flock", "mkdir", "readlink", "rm", "sort", "stat", "sleep");

  private final Path project;
  private final Path jdks;
  private final Path tools;
  private final Path usersFolder;
  private final Path mavenLog;
  private final Map<String, String> environment = new HashMap<>();

  LauncherWorkshop(Path folder) throws IOException {
    Path home = folder.toRealPath();
    project = Files.createDirectories(home.resolve("the support bot"));
    jdks = Files.createDirectories(home.resolve("jdks"));
    tools = Files.createDirectories(home.resolve("tools"));
    usersFolder = Files.createDirectories(home.resolve("a user's folder"));
    mavenLog = home.resolve("maven.log");
    copyLauncher();
    offerTools();
    for (String module : List.of(".", "src", "knowledge")) {
      source(module + "/pom.xml");
    }
    source("src/main/resources/application.yml");
    source("knowledge/src/main/java/Article.java");
    environment.put("PATH", tools.toString());
    environment.put("HOME", home.toString());
    environment.put("SWITCHBOARD_AOT", "off");
  }

  Path project() {
    return project;
  }

  Path usersFolder() {
    return usersFolder;
  }

  /** Writes a file of the project. */
  Path source(String name) throws IOException {
    Path file = project.resolve(name).normalize();
    Files.createDirectories(file.getParent());
    return Files.writeString(file, "content of " + name);
  }

  /** Puts a JDK of the given version where the launcher looks for one. */
  Path installJdk(String version) throws IOException {
    Path jdk = jdks.resolve("jdk-" + version);
    script(jdk.resolve("bin/javac"), "#!/bin/sh");
    script(
        jdk.resolve("bin/java"),
        "#!/bin/sh",
        "echo \"folder $PWD\"",
        "for word; do echo \"word $word\"; done",
        "exit " + JAVA_EXIT_CODE);
    Files.writeString(jdk.resolve("release"), "OS_NAME=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    return jdk;
  }

  /** Puts a Maven on the PATH that makes an empty jar and ends with the given code. */
  void installMaven(int exitCode) throws IOException {
    script(
        tools.resolve("mvn"),
        "#!/bin/sh",
        "echo \"$*\" >>'" + mavenLog + "'",
        "echo output of maven",
        ": >'" + project + "/target/switchboard.jar'",
        "exit " + exitCode);
  }

  LauncherWorkshop with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Outcome run(String... words) throws IOException, InterruptedException {
    return run(project.resolve("switchboard"), words);
  }

  Outcome runThroughLink(String... words) throws IOException, InterruptedException {
    Path link = Files.createSymbolicLink(tools.resolve("sb"), project.resolve("switchboard"));
    return run(link, words);
  }

  boolean buildsDuringRun() throws IOException, InterruptedException {
    int before = mavenCalls().size();
    run("serve");
    return mavenCalls().size() > before;
  }

  List<String> mavenCalls() throws IOException {
    return Files.exists(mavenLog) ? Files.readAllLines(mavenLog) : List.of();
  }

  private Outcome run(Path launcher, String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(words));
    Path out = Files.createTempFile(usersFolder.getParent(), "run", ".out");
    Path err = Files.createTempFile(usersFolder.getParent(), "run", ".err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(usersFolder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    int exitCode = builder.start().waitFor();
    return new Outcome(exitCode, Files.readString(out), Files.readString(err));
  }

  private void copyLauncher() throws IOException {
    Path original = Path.of(System.getProperty("basedir", "src")).resolve("../switchboard");
    String text =
        Files.readString(original)
            .replace("/usr/lib/jvm/", "'" + jdks + "'/")
            .replace("/Library/Java/", "'" + jdks + "'/none/");
    script(project.resolve("switchboard"), text.lines().toArray(String[]::new));
  }

  private void offerTools() throws IOException {
    for (String tool : TOOLS) {
      for (Path found : onPath(tool)) {
        script(tools.resolve(tool), "#!/bin/sh", "exec " + found + " \"$@\"");
      }
    }
  }

  private static List<Path> onPath(String tool) {
    return Stream.of(System.getenv("PATH").split(":"))
        .map(folder -> Path.of(folder, tool))
        .filter(Files::isExecutable)
        .limit(1)
        .toList();
  }

  private static void script(Path file, String... lines) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, String.join("\n", lines) + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** How a run ended and what it printed. */
  record Outcome(int exitCode, String out, String err) {}
}
