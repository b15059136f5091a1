// Everything the program does by the clock, named here so that every host does it.
import '#core/automation/continue-runs.ts';
import '#core/automation/reach-dates.ts';
import '#core/automation/send-webhooks.ts';
import '#core/backup/backup-duty.ts';
import '#core/calendar/keep-files.ts';
import '#core/lead/inbox/inbox.ts';
import '#core/privacy/erase-again.ts';
import '#core/sync/clean-duty.ts';
import '#core/sync/sync-duty.ts';
import '#core/task/escalation.ts';
import '#core/task/reminders.ts';
