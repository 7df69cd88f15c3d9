package io.patronilint.cli.output;

/**
 * Metrics in the text format of Prometheus, as node_exporter's textfile collector reads it: each
 * metric with its help and type, all its samples in one place, no time stamps.
 */
final class Metrics {

  private final StringBuilder out = new StringBuilder();

  /** Begins a gauge, whose samples follow. */
  Metrics gauge(String name, String help) {
    out.append("# HELP ").append(name).append(' ').append(escaped(help, false)).append('\n');
    out.append("# TYPE ").append(name).append(" gauge\n");
    return this;
  }

  /**
   * Adds a sample.
   *
   * @param labels names and values in turn
   */
  Metrics sample(String name, long value, String... labels) {
    out.append(name);
    for (int i = 0; i < labels.length; i += 2) {
      out.append(i == 0 ? '{' : ',').append(labels[i]).append("=\"");
      out.append(escaped(labels[i + 1], true)).append('"');
    }
    out.append(labels.length == 0 ? " " : "} ").append(value).append('\n');
    return this;
  }

  private static String escaped(String text, boolean label) {
    String safe = text.replace("\\", "\\\\").replace("\n", "\\n");
    return label ? safe.replace("\"", "\\\"") : safe;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
