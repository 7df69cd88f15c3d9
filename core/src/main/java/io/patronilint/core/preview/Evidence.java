package io.patronilint.core.preview;

import io.patronilint.core.finding.Location;
import org.jspecify.annotations.Nullable;

/**
 * Something that a verdict rests on.
 *
 * @param text what it is, one sentence without final period; never a secret
 * @param location where it is written, or null for what the files do not hold
 */
public record Evidence(String text, @Nullable Location location) {}
