package io.patronilint.rules.team;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.everit.json.schema.FormatValidator;

/** The formats for which everit wants libraries that patroni-lint does not bring along. */
final class Formats {

  private static final int MAX_HOST_LENGTH = 253;

  private Formats() {}

  static List<FormatValidator> all() {
    return List.of(
        new Format("ipv4", Formats::isIpv4),
        new Format("ip-address", Formats::isIpv4),
        new Format("ipv6", Formats::isIpv6),
        new Format("hostname", Formats::isHost),
        new Format("host-name", Formats::isHost),
        new Format("email", Formats::isMail),
        new Format("uri-template", Formats::isTemplate));
  }

  private record Format(String formatName, Predicate<String> good) implements FormatValidator {
    @Override
    public Optional<String> validate(String subject) {
      return good.test(subject) ? Optional.empty() : Optional.of("is no " + formatName);
    }
  }

  /** RFC 2673, section 3.2: four numbers up to 255. */
  static boolean isIpv4(String text) {
    String[] parts = text.split("\\.", -1);
    for (String part : parts) {
      boolean digits =
          !part.isEmpty() && part.length() <= 3 && part.chars().allMatch(Formats::isDigit);
      boolean padded = part.length() > 1 && part.charAt(0) == '0';
      if (!digits || padded || Integer.parseInt(part) > 255) {
        return false;
      }
    }
    return parts.length == 4;
  }

  /** RFC 4291, section 2.2: eight groups, some of which {@code ::} may leave out. */
  static boolean isIpv6(String text) {
    int gap = text.indexOf("::");
    if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
      return false;
    }
    int before = groups(gap < 0 ? text : text.substring(0, gap), gap < 0);
    int after = gap < 0 ? 0 : groups(text.substring(gap + 2), true);
    boolean good = before >= 0 && after >= 0;
    return good && (gap < 0 ? before == 8 : before + after < 8);
  }

  /** Returns how many groups {@code text} has, or -1 if one of them is none. */
  private static int groups(String text, boolean end) {
    if (text.isEmpty()) {
      return 0;
    }
    String[] parts = text.split(":", -1);
    int count = parts.length;
    for (int i = 0; i < parts.length; i++) {
      if (end && i == parts.length - 1 && isIpv4(parts[i])) {
        count++;
      } else if (parts[i].isEmpty()
          || parts[i].length() > 4
          || !parts[i].chars().allMatch(Formats::isHex)) {
        return -1;
      }
    }
    return count;
  }

  /** RFC 1123, section 2.1. */
  static boolean isHost(String text) {
    for (String label : text.split("\\.", -1)) {
      boolean edges = label.startsWith("-") || label.endsWith("-");
      if (label.isEmpty()
          || label.length() > 63
          || edges
          || !label.chars().allMatch(Formats::isHostCharacter)) {
        return false;
      }
    }
    return text.length() <= MAX_HOST_LENGTH;
  }

  private static boolean isMail(String text) {
    int at = text.lastIndexOf('@');
    return at > 0
        && text.chars().noneMatch(Character::isWhitespace)
        && isHost(text.substring(at + 1));
  }

  /** RFC 6570, as far as braces go. */
  private static boolean isTemplate(String text) {
    return !Pattern.compile("[{}]").matcher(text.replaceAll("\\{[^{}]+\\}", "")).find();
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isHex(int c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  private static boolean isHostCharacter(int c) {
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
  }
}
