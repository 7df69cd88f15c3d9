package io.patronilint.schemas.guc;

import io.patronilint.schemas.py.PyValue;
import java.util.List;
import java.util.Random;

/** Values as people and their mistakes make them, from a seed. */
final class RandomValues {

  private static final List<String> WORDS =
      List.of(
          "on",
          "off",
          "ON",
          "Off",
          "true",
          "False",
          "yes",
          "No",
          "0",
          "1",
          " on",
          "on ",
          "t",
          "y",
          "",
          " ",
          "None",
          "none",
          "auto",
          "always",
          "Always",
          "replica",
          "hot_standby",
          "logical",
          "LOGICAL",
          "minimal",
          "archive",
          "immediate",
          "pause",
          "PROMOTE",
          "debug1",
          "Warning",
          "pglz",
          "lz4",
          "zstd",
          "try",
          "partition",
          "read committed",
          "READ COMMITTED",
          "md5",
          "scram-sha-256",
          "\u0130",
          "o\u212A",
          "\u00e9",
          "remote_apply",
          "local",
          "origin",
          "regress",
          "ddl",
          "mod",
          "all",
          "fsync",
          "iso_8601",
          "postgres",
          "TLSv1.2",
          "base64",
          "stderr");

  private static final List<String> UNITS =
      List.of(
          "",
          "",
          "",
          "B",
          "kB",
          "KB",
          "kb",
          "MB",
          "mb",
          "GB",
          "TB",
          "PB",
          "ms",
          "us",
          "s",
          "S",
          "min",
          "h",
          "d",
          "D",
          "m",
          "k",
          " MB",
          "MB ",
          "  s",
          "\tms",
          "\u00a0kB",
          "8kB",
          "%",
          "e",
          ".",
          ".5",
          "x",
          "kB kB",
          "\u0000");

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "1",
          "-1",
          "+1",
          "2",
          "16",
          "64",
          "100",
          "127",
          "128",
          "0700",
          "0777",
          "08",
          "009",
          "-010",
          "0x10",
          "0X10",
          "-0xff",
          "0x",
          "0xg",
          "00",
          "0.5",
          ".5",
          "-.5",
          "5.",
          "1.5",
          "2.5",
          "0.1",
          "1e3",
          "1E3",
          "1e",
          "1e+",
          "1e-3",
          "1.5e2",
          "+.5e1",
          "1e400",
          "-1e400",
          "1e308",
          "1_000",
          "1,000",
          "2147483647",
          "2147483648",
          "-2147483648",
          "9223372036854775808",
          "99999999999999999999",
          "1073741823",
          "1073741824",
          "262143",
          "262144",
          "8388607",
          "1000000",
          "86400",
          "3600",
          "60",
          "\u0663",
          "--1",
          "+-1",
          "1 2",
          "123456789012345678901234567890",
          "0.0000001",
          "1024",
          "1023.5");

  private static final List<PyValue> OTHERS =
      List.of(
          PyValue.none(),
          PyValue.bool(true),
          PyValue.bool(false),
          new PyValue(PyValue.Kind.OTHER, "['on']"),
          new PyValue(PyValue.Kind.OTHER, "{'a': 1}"),
          new PyValue(PyValue.Kind.OTHER, "[]"),
          new PyValue(PyValue.Kind.FLOAT, "0.5"),
          new PyValue(PyValue.Kind.FLOAT, "1.5"),
          new PyValue(PyValue.Kind.FLOAT, "2.5"),
          new PyValue(PyValue.Kind.FLOAT, "100.0"),
          new PyValue(PyValue.Kind.FLOAT, "-0.5"),
          new PyValue(PyValue.Kind.FLOAT, "1e-05"),
          new PyValue(PyValue.Kind.FLOAT, "1e+16"),
          new PyValue(PyValue.Kind.FLOAT, "inf"),
          new PyValue(PyValue.Kind.FLOAT, "-inf"),
          new PyValue(PyValue.Kind.FLOAT, "nan"));

  private final Random random;

  RandomValues(long seed) {
    this.random = new Random(seed);
  }

  <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /** Returns a value that may or may not suit. */
  PyValue any() {
    int dice = random.nextInt(100);
    if (dice < 10) {
      return pick(OTHERS);
    }
    if (dice < 35) {
      return PyValue.str(pick(WORDS));
    }
    return dice < 50 ? integer() : PyValue.str(number());
  }

  /** Returns a value that likely suits {@code guc}, or misses by little. */
  PyValue near(PatroniGuc guc) {
    if (!guc.values().isEmpty() && chance(50)) {
      return PyValue.str(randomCase(pick(guc.values())));
    }
    if (guc.min().isPresent() && guc.max().isPresent() && chance(60)) {
      String bound = pick(List.of(guc.min().get(), guc.max().get())).text();
      String digits = chance(30) ? bound : plus(bound, random.nextInt(5) - 2);
      return PyValue.str(chance(50) ? digits : digits + pick(UNITS));
    }
    return any();
  }

  private static String plus(String number, int add) {
    return new java.math.BigDecimal(number).add(java.math.BigDecimal.valueOf(add)).toString();
  }

  private PyValue integer() {
    int bits = random.nextInt(40);
    long number = random.nextLong() >> (63 - bits);
    return PyValue.integer(Long.toString(number));
  }

  private String number() {
    String digits = chance(60) ? pick(NUMBERS) : Integer.toString(random.nextInt(100_000));
    String fraction = chance(20) ? "." + random.nextInt(1000) : "";
    String blank =
        chance(5) ? pick(List.of(" ", "\n", "\u3000", "\u001c", "\u200b", "\u0085")) : "";
    return blank + digits + fraction + pick(UNITS);
  }

  private String randomCase(String word) {
    return chance(70) ? word : word.toUpperCase(java.util.Locale.ROOT);
  }

  String randomCaseName(String name) {
    return chance(80) ? name : name.toUpperCase(java.util.Locale.ROOT);
  }
}
