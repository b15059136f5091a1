// Every kind of record that can be filtered, so that whoever names one finds it, in whichever thread.
import '#core/deal/deal-filterable.ts';
import '#core/lead/lead-filterable.ts';
import '#core/party/party-filterable.ts';
import '#core/task/task-filterable.ts';
