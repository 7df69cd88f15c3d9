package io.patronilint.rules;

import io.patronilint.core.finding.Finding;
import io.patronilint.schemas.keys.RootKeys;
import io.patronilint.schemas.oracle.RealPatroni;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the validator says of one file.
 *
 * @param messages its messages
 * @param failure the exception that it ended with; null if it came to its end
 */
record ValidatorAnswer(List<Message> messages, @Nullable String failure) {

  /** Rules that speak for all that stands below their path. */
  private static final List<String> OF_SECTIONS =
      List.of("structure/wrong-type", "structure/required-key");

  /** Rules that say of a section that none of several keys is there. */
  private static final List<String> ONE_OF_SEVERAL =
      List.of("dcs/endpoint-missing", "dynamic/empty-standby-cluster");

  /**
   * One message.
   *
   * @param path the path, with numbers for items of lists
   * @param text what is wrong
   */
  record Message(String path, String text) {

    boolean isUndefined() {
      return text.startsWith("is not defined");
    }

    /** Tells whether {@code finding} is about the same place. */
    boolean isCoveredBy(Finding finding) {
      String place = normalized(finding.path());
      if (isUndefined() && RootKeys.dcsSections().contains(path) && place.isEmpty()) {
        return finding.rule().equals("structure/required-key");
      }
      boolean below = !place.isEmpty() && path.startsWith(place + ".");
      boolean item =
          place.startsWith(path + ".") && place.substring(path.length() + 1).matches("\\d+");
      boolean pair =
          text.startsWith("Multiple of") && finding.rule().equals("replication/contradictory-tags");
      return place.equals(path)
          || (pair && place.startsWith(path + "."))
          || item
          || (below && OF_SECTIONS.contains(finding.rule()))
          || (below && isUndefined() && ONE_OF_SEVERAL.contains(finding.rule()));
    }

    private static String normalized(@Nullable String path) {
      return path == null ? "" : path.replace("[", ".").replace("]", "");
    }

    @Override
    public String toString() {
      return path + " " + text;
    }
  }

  /**
   * Tells whether keys of several parts of the file are missing: the environment has them, or the
   * file is a part of one, which the validator does not know.
   */
  boolean isOfIncompleteFile() {
    Set<String> parts = new HashSet<>();
    for (Message message : messages) {
      String[] names = message.path().split("\\.", -1);
      boolean newer = message.path().startsWith("bootstrap.") || names.length > 2;
      if (message.isUndefined() && !newer) {
        boolean dcs = RootKeys.dcsSections().contains(message.path());
        parts.add(dcs ? "DCS" : names.length == 1 ? message.path() : names[0] + ".");
      }
    }
    return parts.size() > 1;
  }

  /** Reads a line of the script. */
  static ValidatorAnswer read(String line) {
    String[] words = line.split(" ", -1);
    if (words[0].equals("!")) {
      return new ValidatorAnswer(List.of(), RealPatroni.text(words[1]));
    }
    List<Message> messages = new ArrayList<>();
    for (int i = 1; i < words.length; i++) {
      int colon = words[i].indexOf(':');
      messages.add(
          new Message(
              RealPatroni.text(words[i].substring(0, colon)),
              RealPatroni.text(words[i].substring(colon + 1))));
    }
    return new ValidatorAnswer(messages, null);
  }
}
