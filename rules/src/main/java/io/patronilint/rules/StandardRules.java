package io.patronilint.rules;

import io.patronilint.core.rule.Rule;
import io.patronilint.rules.backup.BooleanCommand;
import io.patronilint.rules.backup.CommandPlaceholderMissing;
import io.patronilint.rules.backup.NodePathInArchiveCommand;
import io.patronilint.rules.backup.PatroniFlagsRejected;
import io.patronilint.rules.backup.ReplicaMethodWithoutRestoreCommand;
import io.patronilint.rules.backup.ReplicaMethodsNotAList;
import io.patronilint.rules.backup.StanzaDiffers;
import io.patronilint.rules.backup.StanzaNotConfigured;
import io.patronilint.rules.backup.UnknownPlaceholder;
import io.patronilint.rules.bootstrap.ArchiveOnlyStandbyWithoutMethod;
import io.patronilint.rules.bootstrap.DcsSectionAlreadyUsed;
import io.patronilint.rules.bootstrap.LocalStandbyCluster;
import io.patronilint.rules.bootstrap.MethodFallsBackToInitdb;
import io.patronilint.rules.bootstrap.MisplacedMethod;
import io.patronilint.rules.bootstrap.RecoveryConfNull;
import io.patronilint.rules.bootstrap.RecoverySettingsDiscarded;
import io.patronilint.rules.bootstrap.RecoveryTargetNotPromoting;
import io.patronilint.rules.bootstrap.RecoveryWithoutRestoreCommand;
import io.patronilint.rules.bootstrap.ReplicaMethodInsideStandbyCluster;
import io.patronilint.rules.bootstrap.ShellSyntaxWithoutShell;
import io.patronilint.rules.bootstrap.StringBooleanInMethod;
import io.patronilint.rules.dynamic.UnknownStandbyClusterKey;
import io.patronilint.rules.dynamic.WholeLocalConfiguration;
import io.patronilint.rules.recovery.AutoConfSettingsStripped;
import io.patronilint.rules.recovery.BothSignalFiles;
import io.patronilint.rules.recovery.LineBreakInCommand;
import io.patronilint.rules.recovery.LocalRecoveryConfHidesDynamic;
import io.patronilint.rules.recovery.MisplacedRecoveryConf;
import io.patronilint.rules.recovery.MultipleTargets;
import io.patronilint.rules.recovery.NullSetting;
import io.patronilint.rules.recovery.ParametersReplaceRecoveryConf;
import io.patronilint.rules.recovery.RecoveryConfNotMapping;
import io.patronilint.rules.recovery.RestoreCommandStripped;
import io.patronilint.rules.recovery.SignalOnPrimary;
import io.patronilint.rules.recovery.TargetIgnored;
import io.patronilint.rules.recovery.TargetLostOnRestoredData;
import io.patronilint.rules.recovery.UnknownRecoveryParameter;
import io.patronilint.rules.recovery.YamlTypedTarget;
import io.patronilint.rules.syntax.DuplicateKey;
import io.patronilint.rules.syntax.InvalidConfLine;
import io.patronilint.rules.syntax.InvalidIniLine;
import io.patronilint.rules.syntax.InvalidYaml;
import io.patronilint.rules.syntax.NotAMapping;
import io.patronilint.rules.syntax.NotText;
import io.patronilint.rules.syntax.SeveralDocuments;
import io.patronilint.rules.syntax.TabCharacter;
import io.patronilint.rules.syntax.UnknownTag;
import io.patronilint.rules.syntax.UnreadableFile;
import io.patronilint.rules.syntax.UnrenderedTemplate;
import java.util.List;

/** The one list of all rules that come with patroni-lint. */
public final class StandardRules {

  private StandardRules() {}

  /** Returns all rules, ordered by id. */
  public static List<Rule> all() {
    return List.of(
        new BooleanCommand(),
        new CommandPlaceholderMissing(),
        new NodePathInArchiveCommand(),
        new PatroniFlagsRejected(),
        new ReplicaMethodWithoutRestoreCommand(),
        new ReplicaMethodsNotAList(),
        new StanzaDiffers(),
        new StanzaNotConfigured(),
        new UnknownPlaceholder(),
        new ArchiveOnlyStandbyWithoutMethod(),
        new DcsSectionAlreadyUsed(),
        new LocalStandbyCluster(),
        new MethodFallsBackToInitdb(),
        new MisplacedMethod(),
        new RecoveryConfNull(),
        new RecoverySettingsDiscarded(),
        new RecoveryTargetNotPromoting(),
        new RecoveryWithoutRestoreCommand(),
        new ReplicaMethodInsideStandbyCluster(),
        new ShellSyntaxWithoutShell(),
        new StringBooleanInMethod(),
        new UnknownStandbyClusterKey(),
        new WholeLocalConfiguration(),
        new AutoConfSettingsStripped(),
        new BothSignalFiles(),
        new LineBreakInCommand(),
        new LocalRecoveryConfHidesDynamic(),
        new MisplacedRecoveryConf(),
        new MultipleTargets(),
        new NullSetting(),
        new ParametersReplaceRecoveryConf(),
        new RecoveryConfNotMapping(),
        new RestoreCommandStripped(),
        new SignalOnPrimary(),
        new TargetIgnored(),
        new TargetLostOnRestoredData(),
        new UnknownRecoveryParameter(),
        new YamlTypedTarget(),
        new DuplicateKey(),
        new InvalidConfLine(),
        new InvalidIniLine(),
        new InvalidYaml(),
        new NotAMapping(),
        new NotText(),
        new SeveralDocuments(),
        new TabCharacter(),
        new UnknownTag(),
        new UnreadableFile(),
        new UnrenderedTemplate());
  }
}
