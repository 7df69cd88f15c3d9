package io.patronilint.core.server;

import io.patronilint.core.effective.ConfigFailure;
import io.patronilint.core.effective.Ignored;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What Patroni writes and passes on when it starts PostgreSQL. Texts hold passwords as they are.
 *
 * @param postgresqlConf the parameters in postgresql.conf, in order, without those of recovery
 * @param recovery the recovery parameters, wherever they are written
 * @param commandLine what is passed as {@code --name=text}
 * @param files the files that are written: their text by name. Files of the data directory and of
 *     the folder of postgresql.conf have their name only, others a path
 * @param removed names of the files that are taken away if they are there
 * @param appended what is added to the pg_hba.conf that is there; empty for nothing
 * @param ignored what is written and has no effect
 * @param failure the exception that ends the start, or null; what comes before it is done
 */
public record Written(
    List<Setting> postgresqlConf,
    List<Setting> recovery,
    List<Setting> commandLine,
    Map<String, String> files,
    List<String> removed,
    String appended,
    List<Ignored> ignored,
    @Nullable ConfigFailure failure) {

  /** Copies the collections; files keep their order. */
  public Written {
    postgresqlConf = List.copyOf(postgresqlConf);
    recovery = List.copyOf(recovery);
    commandLine = List.copyOf(commandLine);
    files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
    removed = List.copyOf(removed);
    ignored = List.copyOf(ignored);
  }
}
