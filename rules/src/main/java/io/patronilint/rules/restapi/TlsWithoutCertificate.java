package io.patronilint.rules.restapi;

import io.patronilint.core.effective.EffectiveConfig;
import io.patronilint.core.finding.Finding;
import io.patronilint.core.finding.Severity;
import io.patronilint.core.model.ConfigNode;
import io.patronilint.core.rule.Findings;
import io.patronilint.core.rule.Rule;
import io.patronilint.core.rule.RuleInfo;
import io.patronilint.core.value.Value;
import io.patronilint.core.workspace.Node;
import java.util.List;
import java.util.Locale;

/**
 * Flags settings of TLS of the REST API and of patronictl that have no effect because there is no
 * certificate.
 *
 * <p>Source: {@code RestApiServer.__initialize} turns TLS on with {@code certfile} alone; {@code
 * RestApiHandler.check_access} looks at clients' certificates only then; {@code
 * PatroniRequest._apply_ssl_file_param} takes the key of patronictl only with its certificate.
 */
public final class TlsWithoutCertificate implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of(
          "restapi/tls-without-certificate",
          Severity.ERROR,
          "The REST API is asked for TLS and has no certificate");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void checkNode(Node node, Findings findings) {
    EffectiveConfig config = EffectiveConfig.of(node);
    for (String section : List.of("restapi", "ctl")) {
      if (config.at(section, "certfile").filter(Value::truthy).isPresent()) {
        continue;
      }
      node.local()
          .at(section, "keyfile")
          .filter(ConfigNode::truthy)
          .ifPresent(s -> add(s, "the key is not used without a certificate (certfile)", findings));
      if (section.equals("restapi")) {
        node.local()
            .at(section, "verify_client")
            .filter(TlsWithoutCertificate::asks)
            .ifPresent(
                s ->
                    add(
                        s,
                        "without certfile the REST API speaks plain http and asks nobody for a"
                            + " certificate",
                        findings));
      }
    }
  }

  private static boolean asks(ConfigNode setting) {
    String mode = setting.text().orElse("").toLowerCase(Locale.ROOT);
    return mode.equals("required") || mode.equals("optional");
  }

  private static void add(ConfigNode setting, String why, Findings findings) {
    findings.add(
        Finding.at(setting.keyLocation()).path(setting.path()),
        setting.path() + " has no effect: " + why + ".");
  }
}
