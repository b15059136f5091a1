import { garageProcess } from '#shared/automation/processes/garage.ts';
import { onlineProcess } from '#shared/automation/processes/online.ts';
import { otherProcess } from '#shared/automation/processes/other.ts';
import type { ProcessDefinition } from '#shared/automation/processes/process.ts';
import { salonProcess } from '#shared/automation/processes/salon.ts';
import { wholesaleProcess } from '#shared/automation/processes/wholesale.ts';
import { windowsProcess } from '#shared/automation/processes/windows.ts';

/** Ready processes, one for each trade. */
export const readyProcesses: readonly ProcessDefinition[] = [
  windowsProcess,
  salonProcess,
  wholesaleProcess,
  garageProcess,
  onlineProcess,
  otherProcess,
];
