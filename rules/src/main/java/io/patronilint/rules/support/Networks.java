package io.patronilint.rules.support;

/** Addresses and networks in figures, as far as certain mistakes go. */
public final class Networks {

  private static final int BITS_OF_IPV4 = 32;
  private static final int BITS_OF_IPV6 = 128;
  private static final int LARGEST_PART = 255;

  private Networks() {}

  /** Tells whether {@code text} is meant as an IPv4 address or network. */
  public static boolean isNumeric(String text) {
    return text.contains(".")
        && Character.isDigit(text.charAt(0))
        && text.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '/');
  }

  /** Tells whether {@code text} can be an address or a network; names of hosts always can. */
  public static boolean isValid(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    boolean ipv6 = address.contains(":");
    if (slash >= 0 && !isNumber(text.substring(slash + 1), ipv6 ? BITS_OF_IPV6 : BITS_OF_IPV4)) {
      return isNumeric(text.substring(slash + 1)) && !ipv6;
    }
    if (!isNumeric(address)) {
      return true;
    }
    String[] parts = address.split("\\.", -1);
    for (String part : parts) {
      if (!isNumber(part, LARGEST_PART)) {
        return false;
      }
    }
    return parts.length == 4;
  }

  private static boolean isNumber(String text, int max) {
    return !text.isEmpty()
        && text.length() <= 3
        && text.chars().allMatch(c -> c >= '0' && c <= '9')
        && Integer.parseInt(text) <= max;
  }
}
