import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Measures a check of the example against a Java program that prints one line; see README.md. */
final class Startup {

  private static final int WARM_UP = 3;

  private final Path work;
  private final String java;
  private final int pairs;

  private Startup(Path work, String java, int pairs) {
    this.work = work;
    this.java = java;
    this.pairs = pairs;
  }

  public static void main(String[] args) throws Exception {
    int pairs = args.length > 0 ? Integer.parseInt(args[0]) : 20;
    Path distribution = Path.of("cli/target/patroni-lint").toAbsolutePath();
    if (!Files.isDirectory(distribution)) {
      System.err.println("build first: ./mvnw -q -DskipTests package");
      System.exit(2);
    }
    Path work = Files.createTempDirectory("patroni-lint-bench");
    try {
      String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
      new Startup(work, java, pairs).measure(distribution);
    } finally {
      delete(work);
    }
  }

  private void measure(Path distribution) throws Exception {
    Path copy = work.resolve("patroni-lint");
    copy(distribution, copy);
    delete(copy.resolve("lib/archive"));
    List<String> hello = hello();
    List<String> check =
        List.of(
            copy.resolve("bin/patroni-lint").toString(),
            "check",
            copy.resolve("examples/restored-by-hand").toString());
    System.out.printf(
        "java %s, %d pairs, load %.1f%n",
        Runtime.version(),
        pairs,
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    System.out.println("                  check ms   hello ms   ratio (median of the pairs)");
    compare("without archive", check, hello);
    run(
        List.of(
            copy.resolve("bin/patroni-lint-archive").toString(),
            copy.resolve("lib/archive").toString()));
    compare("with archive", check, hello);
  }

  private List<String> hello() throws Exception {
    Path source = work.resolve("Hello.java");
    Files.writeString(
        source,
        "class Hello { public static void main(String[] a) { System.out.println(\"hello\"); } }");
    run(
        List.of(
            Path.of(java).resolveSibling("javac").toString(),
            "-d",
            work.toString(),
            source.toString()));
    return List.of(java, "-cp", work.toString(), "Hello");
  }

  private void compare(String name, List<String> check, List<String> hello) throws Exception {
    List<Double> checks = new ArrayList<>();
    List<Double> hellos = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int i = -WARM_UP; i < pairs; i++) {
      double a = run(check);
      double b = run(hello);
      if (i >= 0) {
        checks.add(a);
        hellos.add(b);
        ratios.add(a / b);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%-16s %9.1f  %9.1f   %5.2f%n",
        name,
        median(checks),
        median(hellos),
        median(ratios));
  }

  /** Runs a command to its end and returns its milliseconds. */
  private double run(List<String> command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("JAVA_HOME", Path.of(java).getParent().getParent().toString());
    builder
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.INHERIT);
    long start = System.nanoTime();
    int code = builder.start().waitFor();
    double millis = (System.nanoTime() - start) / 1e6;
    if (code > 1) {
      throw new IllegalStateException(command + " exited with " + code);
    }
    return millis;
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(Startup::deleteOne);
    }
  }

  private static void deleteOne(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
