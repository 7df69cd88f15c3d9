package io.patronilint.core.server;

import io.patronilint.core.value.Value;

/**
 * A parameter that Patroni writes or passes on.
 *
 * @param name its name as Patroni writes it
 * @param text its value before it is quoted
 * @param value the value and where it comes from
 */
public record Setting(String name, String text, Value value) {}
