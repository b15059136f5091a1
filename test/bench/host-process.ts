import { monitorEventLoopDelay } from 'node:perf_hooks';
import { startHost } from '#core/host/start-host.ts';

// The product as it is started, in a process of its own, telling its parent now and then how it is.

export type HostMessage =
  | { readonly type: 'ready'; readonly url: string }
  | {
      readonly type: 'state';
      readonly rss: number;
      readonly peakRss: number;
      readonly longestStall: number;
      readonly processorTime: number;
    };

const resolution = 5;
const nanosecondsPerMillisecond = 1e6;
const microsecondsPerMillisecond = 1000;
const [dataDirectory = '', rendererDirectory = dataDirectory] = process.argv.slice(2);
const host = await startHost({ dataDirectory, port: 0, rendererDirectory });
const delays = monitorEventLoopDelay({ resolution });
delays.enable();
let peakRss = 0;
let usageBefore = process.cpuUsage();
setInterval(() => (peakRss = Math.max(peakRss, process.memoryUsage.rss())), 100).unref();
const send = (message: HostMessage) => process.send?.(message);

process.on('message', (message) => {
  if (message === 'state') {
    const rss = process.memoryUsage.rss();
    const longestStall = Math.max(0, delays.max / nanosecondsPerMillisecond - resolution);
    const { user, system } = process.cpuUsage(usageBefore);
    const processorTime = (user + system) / microsecondsPerMillisecond;
    send({ type: 'state', rss, peakRss: Math.max(rss, peakRss), longestStall, processorTime });
  } else if (message === 'reset') {
    peakRss = 0;
    usageBefore = process.cpuUsage();
    delays.reset();
  } else if (message === 'stop') void host.close().then(() => process.disconnect());
});
send({ type: 'ready', url: host.url });
