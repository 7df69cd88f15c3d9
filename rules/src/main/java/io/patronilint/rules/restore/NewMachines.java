package io.patronilint.rules.restore;

import io.patronilint.core.workspace.DcsState;
import io.patronilint.core.workspace.Node;
import io.patronilint.rules.support.ServerSetting;
import java.util.ArrayList;
import java.util.List;

/** What new machines need that the old ones had. */
final class NewMachines {

  private NewMachines() {}

  /** Returns what the files do not yet bring to new machines. */
  static List<String> open(Site site) {
    List<String> items = new ArrayList<>();
    Node fresh = site.node().withDcs(DcsState.WIPED);
    boolean archives =
        ServerSetting.of(fresh, "archive_mode").filter(s -> s.isOn() || s.isOpen()).isPresent();
    if (!archives && !ServerSetting.mayBeElsewhere(fresh)) {
      items.add(
          "Neither bootstrap.dcs nor the local configuration sets archive_mode: the new cluster"
              + " would archive nothing. What only the old DCS had has to come along, best as"
              + " bootstrap.dcs.");
    }
    return items;
  }
}
