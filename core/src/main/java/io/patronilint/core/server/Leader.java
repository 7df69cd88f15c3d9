package io.patronilint.core.server;

/**
 * The member that a follower streams from.
 *
 * @param name its name
 * @param host its host
 * @param port its port
 */
public record Leader(String name, String host, int port) {}
