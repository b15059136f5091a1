import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { PAGE_POLICY, declarePageScheme, answerPageRequest } from '#electron/page-protocol.ts';
import { isTrustedSender } from '#electron/trusted-ipc-sender.ts';
import { menuBar } from '#electron/menu.ts';
import { openOutside } from '#electron/open-outside.ts';
import { languages } from '#shared/settings/contract.ts';

const fake = vi.hoisted(() => ({ openExternal: vi.fn<(url: string) => Promise<void>>(), declare: vi.fn() }));
vi.mock('electron', () => ({
  shell: { openExternal: fake.openExternal },
  protocol: { registerSchemesAsPrivileged: fake.declare },
}));

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'electron');
const sources = readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

/** The files of the shell in which this is written. */
function filesWith(pattern: RegExp): readonly string[] {
  return sources.filter(({ text }) => pattern.test(text)).map(({ name }) => name);
}

describe("Electron's security checklist, in the shell's sources", () => {
  it.each([
    ['remote content', /loadFile\(|loadURL\((?!PAGE_URL\))/],
    ['Node in a page', /nodeIntegration(InWorker|InSubFrames)?:(?! false)/],
    ['a page that shares its world with the preload', /contextIsolation:(?! true)/],
    ['a page outside of the sandbox', /sandbox:(?! true)|no-sandbox|disableSandbox/],
    ['a page without the rules of the web', /webSecurity:(?! true)|allowRunningInsecureContent:(?! false)|disable-web-security/],
    ['features that are no features yet', /experimentalFeatures:(?! false)|enableBlinkFeatures/],
    ['embedded pages', /webviewTag:(?! false)|new (BrowserView|WebContentsView)\(/],
    ['the remote module', /enableRemoteModule|@electron\/remote/],
    ['text that becomes a program', /\beval\(|new Function\(|executeJavaScript|insertCSS|\bvm\b/],
    ['file: as an origin', /['"`]file:\/\/|allowFileAccess|bypassCSP|allowServiceWorkers|corsEnabled/],
    ['tools of developers', /openDevTools|toggleDevTools|devTools: true|remote-debugging/],
    [
      'faults of certificates waved through',
      /certificate-error|setCertificateVerifyProc|ignore-certificate-errors|rejectUnauthorized/,
    ],
    ['switches', /appendSwitch|appendArgument|enableMixedSandbox/],
    ['calls that start programs', /child_process|openPath|showItemInFolder|execFile|spawn\(/],
    ['bare IPC for the page', /exposeInMainWorld\([^)]*ipcRenderer|ipcRenderer\.invoke|ipcMain\.handle/],
    ['requests of others let through', /onBeforeSendHeaders|onHeadersReceived/],
  ])('there is no %s', (_what, pattern) => {
    expect(filesWith(pattern)).toEqual([]);
  });

  it('windows are made in one place, and each is guarded', () => {
    expect(filesWith(/new BrowserWindow\(/)).toEqual(['main-window.ts']);
    const text = sources.find(({ name }) => name === 'main-window.ts')?.text ?? '';
    expect(text).toContain('guardPage(window.webContents)');
    for (const setting of [
      'contextIsolation: true',
      'sandbox: true',
      'nodeIntegration: false',
      'webSecurity: true',
      'webviewTag: false',
    ])
      expect(text).toContain(setting);
    expect(text).toContain('devTools: !app.isPackaged');
  });

  it('every message from a page is asked where it comes from', () => {
    const listeners = sources.flatMap(({ text }) => text.match(/ipcMain\.on\([\s\S]*?\n {2}\}\);/g) ?? []);
    expect(listeners.length).toBeGreaterThanOrEqual(2);
    for (const listener of listeners) expect(listener).toMatch(/if \(isTrustedSender\(event\)\)/);
  });

  it('every permission is answered, and the page gets its own scheme', () => {
    const shell = sources.find(({ name }) => name === 'run-shell.ts')?.text ?? '';
    expect(shell).toContain('limitPermissions(session.defaultSession)');
    expect(shell).toContain('servePage(session.defaultSession');
    expect(filesWith(/fromPartition|session\.fromPath/)).toEqual([]);
    declarePageScheme();
    const [[schemes]] = fake.declare.mock.calls as [[{ scheme: string; privileges: object }[]]];
    expect(schemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
  });

  it('the preload gives the page one word, and talks to its own window only', () => {
    const text = sources.find(({ name }) => name === 'preload.ts')?.text ?? '';
    expect(text.match(/exposeInMainWorld\(.*/g)).toEqual(["exposeInMainWorld('cartera', { desktop: true });"]);
    expect(text.match(/postMessage\(/g)).toHaveLength(2);
    expect(text).not.toContain("'*'");
    expect(text.match(/event\.source === window/g)).toHaveLength(2);
  });
});

describe('the shell', () => {
  it('lets a page run scripts of its own only, and speak to nobody else', async () => {
    const policy = new Map(PAGE_POLICY.split('; ').map((part) => part.split(/ (.*)/s) as [string, string]));
    expect(policy.get('default-src')).toBe("'none'");
    expect(policy.get('script-src')).toBe("'self'");
    expect(policy.get('connect-src')).toBe("'self'");
    for (const none of ['base-uri', 'form-action', 'frame-ancestors']) expect(policy.get(none), none).toBe("'none'");
    for (const absent of ['object-src', 'frame-src', 'child-src']) expect(policy.get(absent) ?? "'none'", absent).toBe("'none'");
    expect(PAGE_POLICY).not.toMatch(/unsafe-eval|wasm|https?:|\*/);
  });

  it.each([
    'app://cartera/../../package.json',
    'app://cartera/..%2f..%2fpackage.json',
    'app://cartera/%2e%2e/%2e%2e/package.json',
    'app://cartera/..\\..\\package.json',
    'app://cartera/%5c..%5c..%5cpackage.json',
    'app://cartera//etc/passwd.txt',
    'app://cartera/package.json%00.js',
    'app://evil/index.html',
    'app://cartera.evil/index.html',
    'app://cartera:80/index.html',
    'app://user@cartera/../package.json',
  ])('serves nothing beside the page at %s', async (url) => {
    const { status } = await answerPageRequest(join(root, 'renderer', 'app'), { url, method: 'GET' });
    expect(status).toBe(404);
  });

  it.each([
    'file:///etc/passwd',
    'smb://server/share',
    'ms-msdt:/id PCWDiagnostic',
    'search-ms:query=x',
    'javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'blob:app://cartera/x',
    'app://cartera/',
    'chrome://settings',
    'C:\\Windows\\System32\\calc.exe',
    '\\\\server\\share\\x.exe',
    ' file:///x',
    'intent://x',
  ])('opens %s with no program', async (url) => {
    fake.openExternal.mockClear();
    await openOutside(url);
    expect(fake.openExternal).not.toHaveBeenCalled();
  });

  it('trusts the top frame of its own page, and no other', () => {
    const frame = { url: 'app://cartera/' };
    const trusts = (senderFrame: object | null, mainFrame: object) =>
      isTrustedSender({ senderFrame, sender: { mainFrame } } as unknown as Parameters<typeof isTrustedSender>[0]);
    expect(trusts(frame, frame)).toBe(true);
    expect(trusts(null, frame)).toBe(false);
    expect(trusts({ url: 'app://cartera/' }, frame)).toBe(false);
    for (const url of ['https://evil.example/', 'app://evil/', 'file:///x', 'about:blank', 'data:text/html,x', '']) {
      const other = { url };
      expect(trusts(other, other), url).toBe(false);
    }
  });

  it('has no way to the tools of developers in its menu', () => {
    for (const language of languages)
      for (const platform of ['win32', 'darwin', 'linux'] as const)
        expect(JSON.stringify(menuBar(language, platform))).not.toMatch(/devtools|forceReload/i);
  });
});

describe('the package', () => {
  const config = parse(readFileSync(join(root, 'electron-builder.yml'), 'utf8')) as {
    readonly asar: unknown;
    readonly electronFuses: Readonly<Record<string, boolean>>;
    readonly mac: Readonly<Record<string, unknown>>;
    readonly files: readonly string[];
  };

  it('can be made to run nothing but Cartera', () => {
    expect(config.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    });
    expect(config.asar).toBe(true);
    expect(config.mac['hardenedRuntime']).toBe(true);
  });

  it('holds no sources, tests or keys', () => {
    expect(config.files.filter((pattern) => !pattern.startsWith('!'))).toEqual([
      'dist/electron/**',
      'dist/renderer/**',
      'build/icons/icon.png',
      'package.json',
    ]);
  });
});
