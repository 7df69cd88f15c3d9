package io.patronilint.rules.team;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

  @ParameterizedTest
  @CsvSource({
    "ipv4, 10.0.0.1, true",
    "ipv4, 255.255.255.255, true",
    "ipv4, 10.0.0.256, false",
    "ipv4, 10.0.0, false",
    "ipv4, 10.0.0.01, false",
    "ipv4, 10.0.0.1:5432, false",
    "ipv6, ::, true",
    "ipv6, ::1, true",
    "ipv6, fe80::1:2, true",
    "ipv6, 1:2:3:4:5:6:7:8, true",
    "ipv6, 1::8, true",
    "ipv6, ::ffff:10.0.0.1, true",
    "ipv6, 1:2:3:4:5:6:10.0.0.1, true",
    "ipv6, 1:2:3:4:5:6:7, false",
    "ipv6, 1:2:3:4:5:6:7:8:9, false",
    "ipv6, 1:2:3:4::5:6:7:8, false",
    "ipv6, 1::2::3, false",
    "ipv6, 10.0.0.1::1, false",
    "ipv6, 12345::, false",
    "ipv6, g::, false",
    "ipv6, :1:2:3:4:5:6:7, false",
    "ipv6, '', false",
    "hostname, db-1.example.com, true",
    "hostname, localhost, true",
    "hostname, -db.example.com, false",
    "hostname, db_1, false",
    "hostname, db..example, false",
    "email, dba@example.com, true",
    "email, dba, false",
    "email, d ba@example.com, false",
    "uri-template, http://{host}/x, true",
    "uri-template, http://{host/x, false",
  })
  void tellsGoodFromBad(String format, String value, boolean good) {
    boolean found =
        Formats.all().stream()
            .filter(f -> f.formatName().equals(format))
            .allMatch(f -> f.validate(value).isEmpty());
    assertThat(found).isEqualTo(good);
  }
}
