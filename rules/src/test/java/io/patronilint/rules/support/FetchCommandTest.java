package io.patronilint.rules.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FetchCommandTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "pgbackrest --stanza=s archive-push %p | pgbackrest --stanza=s archive-get %f \"%p\"",
        "/usr/bin/pgbackrest --config=/c --stanza=s --archive-async archive-push \"%p\""
            + " | /usr/bin/pgbackrest --config=/c --stanza=s archive-get %f \"%p\"",
        "envdir /etc/wal-g wal-g wal-push %p | envdir /etc/wal-g wal-g wal-fetch \"%f\" \"%p\"",
        "wal-g --config /c wal-push %p | wal-g --config /c wal-fetch \"%f\" \"%p\"",
        "barman-wal-archive -U barman backup main %p | barman-wal-restore -U barman backup main %f %p",
        "cp %p /archive/%f | cp /archive/%f %p",
        "test ! -f /archive/%f && cp %p /archive/%f | cp /archive/%f %p",
      })
  void restoreCommandIsTheCounterpart(String archive, String restore) {
    assertThat(FetchCommand.counterpart(archive)).hasValue(restore);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/bin/true",
        "",
        "pgbackrest archive-push %p",
        "sh -c 'pgbackrest --stanza=s archive-push %p'",
        "wal-g wal-push %p || true",
        "gzip < %p > /archive/%f.gz",
        "barman-wal-archive --md5 backup main %p",
        "cp %p ../archive/%f",
        "/opt/archive.sh %p"
      })
  void whatIsNotCertainGivesNone(String archive) {
    assertThat(FetchCommand.counterpart(archive)).isEmpty();
  }

  @Test
  void archivesAreToldApart() {
    ArchivePlace quay = ArchivePlace.of("barman-wal-restore backup quay %f %p").orElseThrow();
    ArchivePlace dock = ArchivePlace.of("barman-wal-archive backup dock %p").orElseThrow();
    assertThat(quay.differs(dock)).isTrue();
    assertThat(quay.differs(quay)).isFalse();
    assertThat(ArchivePlace.of("cp /a/%f %p")).isEmpty();
  }
}
