package io.patronilint.core.host;

import java.net.InetAddress;

/**
 * A TCP port that some program of the machine listens on.
 *
 * @param address the address; the one of all zeros is every address
 * @param port the port
 * @param uid the number of the user who opened it
 */
public record Listener(InetAddress address, int port, int uid) {}
