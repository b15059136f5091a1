import { auditCommand } from '#core/host/command-line/audit-command.ts';
import { eraseCommand } from '#core/host/command-line/erase-command.ts';
import { personDataCommand } from '#core/host/command-line/person-data-command.ts';
import { actsCommand } from '#core/host/command-line/acts-command.ts';
import { apiCommand } from '#core/host/command-line/api-command.ts';
import { backupCommand, backupsCommand, repairCommand } from '#core/host/command-line/backup-commands.ts';
import { restoreCommand } from '#core/host/command-line/restore-command.ts';
import { branchFileCommand } from '#core/host/command-line/branch-file-command.ts';
import { bundleCommand } from '#core/host/command-line/bundle-command.ts';
import { branchesCommand } from '#core/host/command-line/branches-command.ts';
import { checkCommand } from '#core/host/command-line/check-command.ts';
import type { Command } from '#core/host/command-line/command.ts';
import { conflictsCommand } from '#core/host/command-line/conflicts-command.ts';
import { demoCommand } from '#core/host/command-line/demo-command.ts';
import {
  changeKeyCommand,
  changePassphraseCommand,
  decryptCommand,
  encryptCommand,
} from '#core/host/command-line/encryption-commands.ts';
import { exportCommand } from '#core/host/command-line/export-command.ts';
import { importCommand } from '#core/host/command-line/import-command.ts';
import { joinCommand } from '#core/host/command-line/join-command.ts';
import { leadCommand } from '#core/host/command-line/lead-command.ts';
import { leadsCommand } from '#core/host/command-line/leads-command.ts';
import { searchCommand } from '#core/host/command-line/search-command.ts';
import { syncCommand } from '#core/host/command-line/sync-command.ts';
import { undoCommand } from '#core/host/command-line/undo-command.ts';

/** Every command, as the help lists them. */
export const commands: readonly Command[] = [
  importCommand,
  leadCommand,
  leadsCommand,
  searchCommand,
  demoCommand,
  exportCommand,
  checkCommand,
  backupCommand,
  backupsCommand,
  restoreCommand,
  repairCommand,
  actsCommand,
  undoCommand,
  auditCommand,
  personDataCommand,
  eraseCommand,
  syncCommand,
  joinCommand,
  branchesCommand,
  conflictsCommand,
  bundleCommand,
  branchFileCommand,
  encryptCommand,
  changeKeyCommand,
  changePassphraseCommand,
  decryptCommand,
  apiCommand,
];
