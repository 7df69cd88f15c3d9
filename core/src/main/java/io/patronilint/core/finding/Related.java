package io.patronilint.core.finding;

/**
 * Another place that a finding speaks of: the line that wins, the line that loses.
 *
 * @param location the place
 * @param message what it has to do with the finding, a short phrase
 */
public record Related(Location location, String message) {}
