package io.patronilint.core.secret;

import java.util.Locale;
import java.util.Set;

/**
 * Knows which names carry secrets: keys of Patroni's YAML, libpq's connection parameters, options
 * of pgBackRest, Barman and WAL-G, and environment variables.
 */
final class SecretNames {

  private static final Set<String> WHOLE =
      Set.of(
          "pass",
          "pwd",
          "passphrase",
          "secret",
          "token",
          "apikey",
          "credential",
          "credentials",
          "authorization",
          "auth_data",
          "radiussecrets",
          "secretkey");

  private static final String[] ENDINGS = {
    "password",
    "passwd",
    "passphrase",
    "_pass",
    "_pwd",
    "_secret",
    "_token",
    "_secret_key",
    "_access_key",
    "_api_key",
    "_s3_key",
    "_azure_key",
    "_gcs_key",
    "_account_key",
    "_encryption_key",
    "_libsodium_key",
    "_pgp_key"
  };

  private SecretNames() {}

  /**
   * Tells whether {@code name} names a secret: {@code password}, {@code PGPASSWORD}, {@code
   * repo1-cipher-pass}, {@code --repo1-s3-key}; but not {@code password_encryption}, {@code
   * passfile} or {@code pgpass}.
   */
  static boolean matches(String name) {
    if (!endsLikeOne(name)) {
      return false;
    }
    String plain = simplify(name);
    if (WHOLE.contains(plain)) {
      return true;
    }
    for (String ending : ENDINGS) {
      if (plain.endsWith(ending)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Tells by the last letter, for most words of a file, that they are nothing to look closer at.
   */
  private static boolean endsLikeOne(String name) {
    if (name.isEmpty()) {
      return false;
    }
    return switch (name.charAt(name.length() - 1)) {
      case 'a', 'd', 'e', 'l', 'n', 's', 't', 'y', 'A', 'D', 'E', 'L', 'N', 'S', 'T', 'Y' -> true;
      default -> false;
    };
  }

  /** Tells whether the value of {@code name} is a secret if it has the form {@code user:pass}. */
  static boolean holdsCredentials(String name) {
    return (name.length() >= 4 && simplify(name).equals("auth"))
        || name.equals("-u")
        || name.equals("--user");
  }

  /**
   * Tells whether {@code value} of the secret name {@code name} gives nothing away: nothing at all,
   * or the path of a file with the key.
   */
  static boolean harmless(String name, String value) {
    if (value.isBlank() || value.equals("~") || value.equals("null") || value.equals("None")) {
      return true;
    }
    return value.startsWith("/") && simplify(name).endsWith("key");
  }

  private static String simplify(String name) {
    int dashes = 0;
    while (dashes < name.length() && name.charAt(dashes) == '-') {
      dashes++;
    }
    String bare = name.substring(Math.max(dashes, name.lastIndexOf('.') + 1));
    return bare.toLowerCase(Locale.ROOT).replace('-', '_');
  }
}
