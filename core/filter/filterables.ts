// Every kind of record that can be filtered, so that whoever names one finds it, in whichever thread.
import '#core/party/party-filterable.ts';
