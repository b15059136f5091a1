// Every kind of record, so that history and undo, which meet them by name, know them all in whichever thread they run.
import '#core/activity/activity.ts';
import '#core/custom-field/custom-field.ts';
import '#core/deal/deal-contact.ts';
import '#core/deal/deal-line.ts';
import '#core/deal/deal.ts';
import '#core/file/file.ts';
import '#core/import/import-template.ts';
import '#core/lead/lead.ts';
import '#core/link/link.ts';
import '#core/notice/notice.ts';
import '#core/party/party-record.ts';
import '#core/people/users.ts';
import '#core/pipeline/pipeline.ts';
import '#core/product/product.ts';
import '#core/settings/api-keys.ts';
import '#core/settings/settings.ts';
import '#core/task/task.ts';
