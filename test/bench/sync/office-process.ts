import { startOffice } from '#office/start-office.ts';
import { serveTasks } from '#test/bench/sync/tasks.ts';

// Head office as it runs, in a process of its own. All its branches come from one address here.

const [dataDirectory = '', port = '0', database = ''] = process.argv.slice(2);
const plenty = { burst: 1e9, perSecond: 1e9 };
const office = await startOffice({
  dataDirectory,
  port: Number(port),
  host: '127.0.0.1',
  ...(database !== '' && { database }),
  limits: { perAddress: plenty, perDevice: plenty, connections: 20_000 },
});
serveTasks({ where: () => ({ address: office.address, adminKey: office.adminKey }), close: () => office.close() });
