package io.patronilint.schemas.py;

/** Python raises an exception here, and Patroni does not catch it at once. */
public final class PyRaisedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String type;

  /**
   * Names what is raised.
   *
   * @param type the name of Python's class, such as ValueError
   */
  public PyRaisedException(String type) {
    super(type, null, false, false);
    this.type = type;
  }

  /** Returns the name of Python's class, such as ValueError. */
  public String type() {
    return type;
  }
}
