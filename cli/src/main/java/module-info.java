/** Commands, output formats, the distribution. */
module io.patronilint.cli {
  requires info.picocli;
  requires io.patronilint.core;
  requires io.patronilint.rules;
  requires org.jspecify;
  requires tools.jackson.core;
}
