package io.patronilint.core.value;

/** Python raises an exception here. */
public final class PythonError extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String type;
  private final transient Origin origin;

  /**
   * Names what is raised.
   *
   * @param type Python's class, for instance {@code TypeError}
   * @param message what is wrong with the value, in our words, without a final period
   * @param origin where the value comes from
   */
  public PythonError(String type, String message, Origin origin) {
    super(message, null, false, false);
    this.type = type;
    this.origin = origin;
  }

  /** Returns Python's class, for instance {@code TypeError}. */
  public String type() {
    return type;
  }

  /** Returns what is wrong with the value. */
  public String message() {
    return String.valueOf(getMessage());
  }

  /** Returns where the value comes from. */
  public Origin origin() {
    return origin;
  }
}
