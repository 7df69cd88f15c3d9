package io.patronilint.schemas.guc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.patronilint.schemas.py.PyRaisedException;
import io.patronilint.schemas.py.PyValue;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class GucTransformTest {

  private final PatroniGucs gucs = PatroniGucs.load();
  private final Set<String> listed = PostgresGucs.load().listed(150000);

  private GucOutcome server(String patroni, String name, String value) {
    GucTransform transform = new GucTransform(gucs, PatroniVersion.parse(patroni));
    return transform.server(name, PyValue.str(value), 150000, listed);
  }

  @Test
  void dropsWhatPostgresqlDoesNotListOnlyInSomeReleases() {
    assertThat(server("3.0.2", "zero_damaged_pages", "on")).isInstanceOf(GucOutcome.Kept.class);
    assertThat(server("3.0.3", "zero_damaged_pages", "on")).isInstanceOf(GucOutcome.Unknown.class);
    assertThat(server("3.3.3", "zero_damaged_pages", "on")).isInstanceOf(GucOutcome.Unknown.class);
    assertThat(server("3.3.4", "zero_damaged_pages", "on")).isInstanceOf(GucOutcome.Kept.class);
  }

  @Test
  void keepsListedNamesThatTheTableLacksExceptWhereOnlyTheTableCounts() {
    assertThat(server("3.0.2", "extension_destdir", "/x")).isInstanceOf(GucOutcome.Kept.class);
    assertThat(server("3.0.2", "log_checkpoint", "on")).isInstanceOf(GucOutcome.Unknown.class);
    GucTransform transform = new GucTransform(gucs, new PatroniVersion(4, 0, 1));
    PyValue value = PyValue.str("on");
    assertThat(transform.server("new_in_19", value, 190000, Set.of("new_in_19")))
        .isInstanceOf(GucOutcome.Unknown.class);
    transform = new GucTransform(gucs, new PatroniVersion(4, 1, 4));
    assertThat(transform.server("New_in_19", value, 190000, Set.of("new_in_19")))
        .isInstanceOf(GucOutcome.Kept.class);
  }

  @Test
  void clampsAndSaysIt() {
    GucOutcome outcome = server("4.1.4", "Autovacuum_Naptime", "0");
    assertThat(outcome)
        .isInstanceOfSatisfying(
            GucOutcome.Clamped.class, clamped -> assertThat(clamped.text()).isEqualTo("1"));
    assertThat(outcome.log("Autovacuum_Naptime", "0"))
        .isEqualTo("Value=0 of parameter=Autovacuum_Naptime is too low, increasing to 1s");
  }

  @Test
  void dropsBadUnits() {
    assertThat(server("4.1.4", "shared_buffers", "4G").log("shared_buffers", "4G"))
        .isEqualTo(
            "Removing integer parameter=shared_buffers from the config due to the invalid value=4G");
    assertThat(server("4.1.4", "shared_buffers", "4 GB")).isInstanceOf(GucOutcome.Kept.class);
  }

  @Test
  void dropsRecoveryParametersAmongServerParametersSince210() {
    assertThat(server("2.0.2", "restore_command", "true")).isInstanceOf(GucOutcome.Unknown.class);
    assertThat(server("2.1.0", "restore_command", "true"))
        .isInstanceOf(GucOutcome.RecoveryParameter.class);
  }

  @Test
  void raisesWhereTheTableHasTextForNumbers() {
    assertThat(server("2.1.2", "idle_session_timeout", "5min"))
        .isEqualTo(new GucOutcome.Raises("TypeError"));
    assertThat(server("2.1.3", "idle_session_timeout", "5min")).isInstanceOf(GucOutcome.Kept.class);
  }

  @Test
  void refusesReleasesBefore200() {
    assertThatThrownBy(() -> new GucTransform(gucs, new PatroniVersion(1, 6, 5)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void knowsHowControlledParametersAreChecked() throws PyRaisedException {
    ControlledGucs controlled = ControlledGucs.load();
    PatroniVersion newest = new PatroniVersion(4, 1, 4);
    assertThat(controlled.all(newest)).hasSize(15);
    ControlledGuc guc = controlled.find("MAX_Connections", newest).orElseThrow();
    assertThat(guc.accept(PyValue.str("200"))).contains(PyValue.integer("200"));
    assertThat(guc.accept(PyValue.integer("24"))).isEmpty();
    assertThat(guc.defaultValue()).isEqualTo(PyValue.integer("100"));
    assertThat(controlled.find("shared_buffers", newest)).isEmpty();
    ControlledGuc old = controlled.find("wal_level", new PatroniVersion(3, 0, 2)).orElseThrow();
    assertThatThrownBy(() -> old.accept(PyValue.bool(true))).hasMessage("AttributeError");
  }
}
