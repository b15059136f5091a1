import { readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { createSecureContext } from 'node:tls';
import { noticeRestored } from '#office/company/notice-restored.ts';
import { createFolderStore } from '#office/content/folder-store.ts';
import { createTableStore } from '#office/content/table-store.ts';
import { readIdentity } from '#office/enrol/identity.ts';
import { usualLimits } from '#office/http/limits.ts';
import type { Limits } from '#office/http/limits.ts';
import { serveOffice } from '#office/http/serve-office.ts';
import { createLog } from '#office/log/log.ts';
import type { Log } from '#office/log/log.ts';
import { createOfficeMetrics } from '#office/metrics/office-metrics.ts';
import { timedStore } from '#office/metrics/timed-store.ts';
import type { Office } from '#office/office.ts';
import { openOfficeStore } from '#office/store/open-office-store.ts';
import { version } from '#shared/version.ts';

export interface OfficeOptions {
  /** Where files lie, and the data unless `database` is given. */
  readonly dataDirectory: string;
  /** 0 takes any that is free. */
  readonly port: number;
  /** 0.0.0.0 when left out: everybody on the network can reach it. */
  readonly host?: string;
  /** What data and files in that folder are encrypted with: 64 hexadecimal digits; left out where they aren't. */
  readonly key?: string | null;
  /** postgres://... */
  readonly database?: string;
  /** Paths of a certificate and its key, PEM. */
  readonly tls?: { readonly cert: string; readonly key: string };
  readonly isBehindProxy?: boolean;
  /** How computers reach it from elsewhere, where that isn't the address of this one. */
  readonly publicAddress?: string;
  readonly name?: string;
  readonly limits?: Partial<Limits>;
  readonly log?: Log;
  readonly now?: () => number;
}

export interface RunningOffice {
  /** How this computer reaches it. */
  readonly address: string;
  /** Opens its page, and begins a company. */
  readonly adminKey: string;
  /** Lets what is under way end, ten seconds at most. */
  close(): Promise<void>;
}

/** The certificate or its key can't be used; `file` says which can't be read, where that is it. */
export class CertificateError extends Error {
  override readonly name = 'CertificateError';
  readonly code: string;
  readonly file: string;
  constructor(file: string, cause: unknown) {
    super(`certificate ${file}`, { cause });
    this.file = file;
    this.code = (cause as NodeJS.ErrnoException).code ?? 'invalid';
  }
}

const quiet: Log = createLog({ write: () => undefined, level: 'error', now: Date.now });

/**
 * Runs head office: opens its data and answers computers of the company.
 * @throws {CertificateError}; OfficeDataError when the data is of a newer program; the database's own errors; EADDRINUSE and such
 */
export async function startOffice(options: OfficeOptions): Promise<RunningOffice> {
  const { dataDirectory, database, key = null, host = '0.0.0.0', log = quiet, now = Date.now } = options;
  const tls = options.tls ? readCertificate(options.tls) : null;
  const metrics = createOfficeMetrics();
  const store = timedStore(
    await openOfficeStore(database === undefined ? { data: dataDirectory, key } : { database }),
    metrics.store,
  );
  try {
    if (database === undefined) await noticeRestored(store, dataDirectory, now());
    const identity = await readIdentity(store, now());
    const place = { scheme: tls ? 'https' : 'http', host, port: options.port };
    const office: Office = {
      store,
      identity,
      metrics,
      log,
      now,
      content: database === undefined ? createFolderStore(join(dataDirectory, 'content'), key) : createTableStore(store, now),
      officeName: options.name ?? 'Head office',
      version,
      limits: { ...usualLimits, ...options.limits },
      address: () => options.publicAddress ?? reachedAt(place),
    };
    const server = await serveOffice(office, { host, port: options.port, tls, isBehindProxy: options.isBehindProxy ?? false });
    place.port = server.port;
    const address = `${place.scheme}://${isEverywhere(host) ? '127.0.0.1' : bracketed(host)}:${server.port}`;
    log.info('started', { address, database: database === undefined ? 'file' : 'server', version: office.version });
    return { address, adminKey: identity.adminKey, close: () => close(office, server) };
  } catch (error) {
    metrics.close();
    await store.close();
    throw error;
  }
}

async function close({ store, metrics, log }: Office, server: { close(): Promise<void> }) {
  log.info('stopping');
  await server.close();
  await store.close();
  metrics.close();
  log.info('stopped');
}

function readCertificate(files: { readonly cert: string; readonly key: string }) {
  const [cert, key] = [files.cert, files.key].map((file) => {
    try {
      return readFileSync(file, 'utf8');
    } catch (error) {
      throw new CertificateError(file, error);
    }
  });
  try {
    createSecureContext({ cert, key });
    return { cert: cert ?? '', key: key ?? '' };
  } catch (error) {
    throw new CertificateError(files.cert, error);
  }
}

function isEverywhere(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

/** The address by which others on the network reach this computer, as far as it knows. */
function reachedAt({ scheme, host, port }: { readonly scheme: string; readonly host: string; readonly port: number }): string {
  const others = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  const outward = others.find(({ internal, family }) => !internal && family === 'IPv4')?.address ?? '127.0.0.1';
  return `${scheme}://${isEverywhere(host) ? outward : bracketed(host)}:${port}`;
}
