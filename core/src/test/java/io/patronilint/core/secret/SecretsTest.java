package io.patronilint.core.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.patronilint.core.workspace.FileKind;
import io.patronilint.core.workspace.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

  /** The secret is called canary in all of them, and must be gone. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "password: canary",
        "  password:    canary  # changed yesterday",
        "- password: 'canary'",
        "password: \"canary\"",
        "# password: canary",
        "{username: a, password: canary, sslmode: require}",
        "{\"username\": \"a\", \"password\":\"canary\"}",
        "keyfile_password: canary",
        "sslpassword: canary",
        "token: canary",
        "PATRONI_SUPERUSER_PASSWORD=canary",
        "export PGPASSWORD=canary",
        "- PGPASSWORD=canary",
        "- \"PGPASSWORD=canary and more\"",
        "command: env PGPASSWORD=canary pg_dump -h db",
        "primary_conninfo = 'host=a user=b password=canary port=5'",
        "primary_conninfo = 'host=a password=''canary two'' port=5'",
        "conninfo: \"host=a password='canary two' port=5\"",
        "conninfo: \"host=a password=\\\"canary two\\\" port=5\"",
        "conninfo = host=a user=barman password=canary dbname=postgres",
        "url: postgresql://me:canary@db:5432/x",
        "hosts: http://me:ca/na@canary@etcd1:2379,http://etcd2:2379",
        "url: postgresql://db/x?user=me&password=canary&sslmode=require",
        "repo1-cipher-pass=canary",
        "repo1-cipher-pass = canary with blanks",
        "repo1-s3-key=canary",
        "repo12-s3-key-secret=canary",
        "repo1-azure-key=canary",
        "restore_command: tool --repo1-cipher-pass=canary get %f",
        "restore_command: tool --password canary get %f",
        "AWS_SECRET_ACCESS_KEY: canary",
        "WALG_LIBSODIUM_KEY=canary",
        "auth: 'patroni:canary'",
        "curl -H 'Authorization: Bearer canary' http://x",
        "restore_command: \"curl -u me:canary https://archive/%f -o %p\"",
        "curl --user me:canary https://archive/%f",
        "restore_command = 'PGPASSWORD=canary fetch --password=''canary'' %f'",
        "host all all 0.0.0.0/0 ldap ldapserver=x ldapbindpasswd=canary",
        "The value password=canary is refused.",
        "password: |\n  canary",
        "password: >-\n  one\n\n  canary\nuser: x",
        "password:\n  canary",
        "password: 'one\n  canary'",
        "a: {password:\n    canary}"
      })
  void hidesSecretsByTheWayTheyAreWritten(String text) {
    assertThat(Secrets.none().mask(text)).doesNotContain("canary").contains(Secrets.MASK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password_encryption: scram-sha-256",
        "pgpass: /tmp/pgpass0",
        "passfile: /var/lib/postgresql/.pgpass",
        "primary_conninfo = 'host=a user=b passfile=/x/.pgpass'",
        "password:",
        "password: ''",
        "password: null",
        "host all all 127.0.0.1/32 password",
        "key: /etc/ssl/private/server.key",
        "keyfile: /etc/ssl/private/server.key",
        "repo1-gcs-key=/etc/pgbackrest/gcs.json",
        "password_file=/run/secrets/pw",
        "url: http://etcd1:2379",
        "hosts: a:2379,b:2379",
        "mail: http://x/y@z",
        "authentication: {username: me}",
        "auth: /etc/auth",
        "Patroni sends the password: it never asks for it.",
        "bypass: yes",
        "ttl: 30 # the secret of a calm night"
      })
  void leavesEverythingElseAsItIs(String text) {
    assertThat(Secrets.none().mask(text)).isEqualTo(text);
  }

  @Test
  void keepsWhatStandsAroundASecret() {
    assertThat(Secrets.none().mask("  password: \"abc\" # why\n  port: 1"))
        .isEqualTo("  password: \"********\" # why\n  port: 1");
    assertThat(Secrets.none().mask("'host=a password=abc port=5'"))
        .isEqualTo("'host=a password=******** port=5'");
    assertThat(Secrets.none().mask("{password: abc, port: 1}"))
        .isEqualTo("{password: ********, port: 1}");
    assertThat(Secrets.none().mask("http://me:abc@db/x")).isEqualTo("http://me:********@db/x");
  }

  @Test
  void hidesKnownSecretsWhereverTheyComeAgain() {
    SourceFile file =
        SourceFile.of(
            "patroni.yml",
            FileKind.PATRONI,
            """
            scope: main
            postgresql:
              authentication:
                superuser:
                  username: postgres
                  password: postgres
                replication:
                  username: repl
                  password: s3cret-repl
            """);

    Secrets secrets = Secrets.in(List.of(file));

    assertThat(secrets.mask("the script gets s3cret-repl as postgres"))
        .isEqualTo("the script gets ******** as postgres");
    assertThat(secrets.mask("s3cret-replica")).isEqualTo("s3cret-replica");
    assertThat(secrets.maskLine(file, 6)).isEqualTo("      password: ********");
  }

  @Test
  void takesTimeThatGrowsWithTheTextOnly() {
    for (String piece : List.of("password=\\\"", "://", "password='", "a://b:c@ ", "password: ")) {
      String text = piece.repeat(200_000);
      assertThat(Secrets.none().mask(text)).isNotEmpty();
    }
  }
}
