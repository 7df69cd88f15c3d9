package io.patronilint.core.server;

import io.patronilint.core.conf.PatroniSanitizer;
import io.patronilint.core.effective.ConfigFailure;
import io.patronilint.core.effective.RecoveryParameters;
import io.patronilint.core.value.Python;
import io.patronilint.core.value.PythonError;
import io.patronilint.core.value.Value;
import io.patronilint.schemas.guc.GucTransform;
import io.patronilint.schemas.py.PyParse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One start of PostgreSQL, step by step as Patroni goes through it. Used once. */
final class Starting {

  private final ServerInput input;
  private final Tables tables;
  private final Losses losses = new Losses();
  private final GucFilter filter;
  private final Map<String, String> files = new LinkedHashMap<>();
  private final List<String> removed = new ArrayList<>();
  private final List<Setting> settings = new ArrayList<>();
  private final List<Setting> recovered = new ArrayList<>();
  private final List<Setting> options = new ArrayList<>();
  private String appended = "";

  Starting(ServerInput input, Tables tables, Predicate<String> listed) {
    this.input = input;
    this.tables = tables;
    GucTransform transform = new GucTransform(tables.gucs(), input.patroni());
    this.filter = new GucFilter(input, transform, listed, losses);
  }

  /** Steps of a start, any of which may raise. */
  private interface Steps {
    void go();
  }

  private Written run(Steps steps) {
    ConfigFailure failure = input.failure();
    try {
      if (failure == null) {
        input.checkNames();
        steps.go();
      }
    } catch (PythonError e) {
      failure = new ConfigFailure(e.type(), e.message(), e.origin());
    }
    return new Written(
        settings, recovered, options, files, removed, appended, losses.found(), failure);
  }

  /** Starts an existing data directory ({@code Postgresql.follow}). */
  Written follower(@Nullable Leader leader, boolean standbyLeader) {
    return run(
        () -> {
          Paths paths = Paths.of(input);
          NameMap parameters = prepared(input, paths, losses);
          Value section = RecoveryConf.of(input, parameters, tables.gucs(), losses);
          LocalAddress.of(input, parameters);
          LocalAddress.checkDirectories(parameters);
          Upstream upstream = leader == null ? null : Upstream.of(input, leader);
          upstream = standbyLeader ? Upstream.remote(input) : upstream;
          NameMap recovery = new FollowerRecovery(input, losses).of(section, upstream);
          RecoveryText text = new RecoveryText(input, paths, filter);
          writeRecovery(paths, text, recovery);
          NameMap effective = new Effective(input).inRecovery(parameters, null);
          LocalAddress.checkDirectories(parameters);
          writeConf(paths, new Configuration(parameters, effective, false, true), text, recovery);
          access(paths, parameters, null);
          options(effective);
        });
  }

  /** Bootstraps with a custom method or initdb, and starts what is there then. */
  Written bootstrap() {
    return run(
        () -> {
          CustomBootstrap method = CustomBootstrap.of(input);
          Paths paths = Paths.of(input);
          NameMap parameters = restored(paths, method != null);
          RecoveryText text = new RecoveryText(input, paths, filter);
          NameMap recovery = method == null ? null : recovery(method, paths, text);
          String added = new AccessFiles(input, paths, parameters).appended();
          appended = added == null ? "" : added;
          boolean inRecovery = method != null && method.inRecovery();
          Effective effective = new Effective(input);
          NameMap started =
              effective.whenWritten(
                  inRecovery ? effective.inRecovery(parameters, method) : parameters, method);
          LocalAddress local = LocalAddress.of(input, parameters);
          LocalAddress.checkDirectories(parameters);
          boolean cleaned = method == null || !method.keepsRecoveryConf();
          Configuration configuration =
              new Configuration(parameters, started, method != null, cleaned);
          writeConf(paths, configuration, text, recovery);
          access(paths, parameters, method == null ? null : local);
          options(started);
        });
  }

  private NameMap prepared(ServerInput with, Paths paths, Losses noted) {
    return new ServerParameters(with, paths, tables.controlled(), noted).of(null, "localhost");
  }

  /** Returns the parameters once the data directory is there; Patroni started without one. */
  private NameMap restored(Paths paths, boolean custom) {
    Losses unnoted = new Losses();
    ServerInput empty = input.withMajor(0);
    NameMap first = prepared(empty, paths, unnoted);
    RecoveryConf.of(empty, first, tables.gucs(), unnoted);
    LocalAddress local = LocalAddress.of(input, first);
    LocalAddress.checkDirectories(first);
    NameMap parameters =
        new ServerParameters(input, paths, tables.controlled(), losses)
            .of(first, local.host().orElse("localhost"));
    Value section = RecoveryConf.of(input, parameters, tables.gucs(), losses);
    if (custom) {
      RecoveryConf.checkTriggerFile(input, section);
    }
    return parameters;
  }

  private @Nullable NameMap recovery(CustomBootstrap method, Paths paths, RecoveryText text) {
    NameMap recovery = method.recovery();
    if (method.given() == null) {
      if (!method.keepsRecoveryConf()) {
        removed.addAll(List.of("recovery.conf", "standby.signal", "recovery.signal"));
      }
      return null;
    }
    if (recovery == null) {
      String error = method.given() instanceof Value.Sequence ? "TypeError" : "AttributeError";
      throw new PythonError(
          error, "recovery_conf of the bootstrap method is not a mapping", method.given().origin());
    }
    writeRecovery(paths, text, recovery);
    return recovery;
  }

  /** {@code ConfigHandler.write_recovery_conf}. */
  private void writeRecovery(Paths paths, RecoveryText text, NameMap recovery) {
    if (input.major() < 120000) {
      ConfText conf = new ConfText();
      writeRecovery(conf, paths, text, recovery);
      files.put("recovery.conf", conf.toString());
      return;
    }
    Value mode = recovery.pop("standby_mode");
    if (mode != null && PyParse.parseBool(Python.str(mode)).orElse(false)) {
      files.put("standby.signal", "");
    } else {
      removed.add("standby.signal");
      files.put("recovery.signal", "");
    }
  }

  private void writeRecovery(ConfText conf, Paths paths, RecoveryText text, NameMap recovery) {
    for (Setting setting : text.of(recovery)) {
      conf.parameter(setting.name(), setting.text());
      recovered.add(setting);
    }
    if (!text.passwords().isEmpty()) {
      files.put(paths.pgpass(input), text.passwords());
    }
  }

  /**
   * What postgresql.conf is made of.
   *
   * @param parameters the server parameters
   * @param effective the parameters that the server is started with
   * @param custom a custom bootstrap runs
   * @param cleaned postgresql.auto.conf is stripped
   */
  private record Configuration(
      NameMap parameters, NameMap effective, boolean custom, boolean cleaned) {}

  /** {@code ConfigHandler.write_postgresql_conf}. */
  private void writeConf(
      Paths paths, Configuration made, RecoveryText text, @Nullable NameMap recovery) {
    ConfText conf = new ConfText();
    Value custom = input.get("custom_conf");
    String include = custom != null && custom.truthy() ? Python.str(custom) : paths.baseConf();
    conf.line("include '" + ConfText.escape(include) + "'\n");
    for (NameMap.Entry entry : made.effective().sorted()) {
      filter
          .server(entry)
          .filter(s -> !made.custom() || !s.name().equals("hba_file"))
          .ifPresent(s -> add(conf, s));
    }
    if (made.custom() || !made.parameters().has("hba_file")) {
      add(conf, paths.setting("hba_file", paths.hba()));
    }
    if (!made.parameters().has("ident_file")) {
      add(conf, paths.setting("ident_file", paths.ident()));
    }
    if (input.major() >= 120000) {
      if (recovery != null && !recovery.isEmpty()) {
        conf.line("\n# recovery.conf");
        writeRecovery(conf, paths, text, recovery);
      }
      if (made.cleaned()) {
        sanitize();
      }
    }
    files.put(paths.conf(), conf.toString());
  }

  private void add(ConfText conf, Setting setting) {
    conf.parameter(setting.name(), setting.text());
    settings.add(setting);
  }

  private void sanitize() {
    if (input.autoConf() != null) {
      PatroniSanitizer.Result result =
          PatroniSanitizer.sanitize(input.autoConf(), RecoveryParameters.names());
      if (result.rewritten()) {
        files.put("postgresql.auto.conf", result.text());
      }
    }
  }

  private void access(Paths paths, NameMap parameters, @Nullable LocalAddress open) {
    AccessFiles access = new AccessFiles(input, paths, parameters);
    PgHba hba = null;
    if (open != null) {
      files.put("pg_hba.conf", AccessFiles.text(OpenAccess.lines(input, open)));
    } else {
      hba = access.hba();
      if (hba.source() == PgHba.Source.SECTION) {
        files.put("pg_hba.conf", AccessFiles.text(hba.lines()));
      }
    }
    PgHba ident = access.ident();
    if (ident.source() == PgHba.Source.SECTION) {
      files.put("pg_ident.conf", AccessFiles.text(ident.lines()));
    }
    if (hba != null) {
      access.losers(hba, ident, losses);
    }
  }

  private void options(NameMap effective) {
    tables.controlled().all(input.patroni()).stream()
        .map(guc -> guc.name())
        .filter(name -> !name.startsWith("wal_keep_"))
        .forEach(
            name -> {
              Value value = effective.get(name);
              if (value != null) {
                options.add(new Setting(name, Python.str(value), value));
              }
            });
  }
}
