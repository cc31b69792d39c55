import { expect, test } from './support/app.ts';
import { shareApp } from './support/shared.ts';

/** Electron's security checklist, asserted on the running app (https://www.electronjs.org/docs/latest/tutorial/security). */
test.describe('the window', () => {
  const shared = shareApp();

  test('runs sandboxed, isolated and without Node', async () => {
    const app = shared();
    const { page } = app;
    const preferences = await app.electron.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as Electron.WebContents & {
        getLastWebPreferences(): Electron.WebPreferences;
      };
      return contents.getLastWebPreferences();
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
    });
    expect(await page.evaluate(() => [typeof process, typeof require, typeof module])).toEqual([
      'undefined',
      'undefined',
      'undefined',
    ]);
    expect(await page.evaluate(() => Object.keys(window.api).sort())).toEqual(['call', 'subscribe']);
  });

  test('comes from the app scheme under a strict policy', async () => {
    const { page } = shared();
    expect(page.url()).toMatch(/^app:\/\/clientele\//);
    const policy = await page.evaluate(async () =>
      (await fetch('app://clientele/index.html')).headers.get('content-security-policy'),
    );
    const directives = new Map(policy?.split('; ').map((part) => [part.split(' ')[0], part]) ?? []);
    expect(directives.get('default-src')).toBe("default-src 'none'");
    expect(directives.get('script-src')).toBe("script-src 'self'");
    expect(directives.get('object-src')).toBe("object-src 'none'");
    expect(policy).not.toContain('unsafe-eval');
    const refused = await page.evaluate(async () => {
      // A schema library also asks once whether it may compile code, is refused, and does without.
      const violated = new Promise<string>((done) =>
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
          if (effectiveDirective === 'script-src-elem') done(effectiveDirective);
        }),
      );
      const script = document.createElement('script');
      script.textContent = 'window.injected = true';
      document.head.append(script);
      return [await violated, 'injected' in window];
    });
    expect(refused).toEqual(['script-src-elem', false]);
  });

  test('serves nothing outside its folder', async () => {
    const { page } = shared();
    const answers = await page.evaluate(() =>
      Promise.all(
        [
          'app://clientele/index.html',
          'app://clientele/..%2f..%2fpackage.json',
          'app://clientele/%2e%2e/%2e%2e/package.json',
          'app://clientele/..%5c..%5cpackage.json',
          'app://clientele//etc/passwd',
          'app://clientele/%00',
        ].map((url) =>
          fetch(url).then(
            ({ status }) => status,
            () => 'nothing',
          ),
        ),
      ),
    );
    const [inside, ...outside] = answers;
    expect(inside).toBe(200);
    expect(new Set(outside)).toEqual(new Set(['nothing']));
  });

  test('cannot leave, open windows, or ask for permissions', async () => {
    const app = shared();
    const { page } = app;
    const before = page.url();
    await page.evaluate(() => {
      location.href = 'https://example.com/';
    });
    expect(await page.evaluate(() => window.open('https://example.com/'))).toBeNull();
    expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied');
    const microphone = await page.evaluate(async () => {
      try {
        await navigator.mediaDevices.getUserMedia({ audio: true });
        return 'given';
      } catch (error) {
        return (error as Error).name;
      }
    });
    expect(microphone).not.toBe('given');
    expect(page.url()).toBe(before);
    expect(await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  test('opens only web and mail addresses outside', async () => {
    const { page } = shared();
    for (const url of [
      'file:///etc/passwd',
      'javascript:alert(1)',
      'app://clientele/',
      'smb://x/y',
      'not a url',
    ]) {
      const answer = await page.evaluate(
        (address) => window.api.call('app.openExternal', { url: address }),
        url,
      );
      expect(answer, url).toMatchObject({ ok: false, code: 'forbidden' });
    }
  });

  test('is the only one that may call, and only what the contract names', async () => {
    const app = shared();
    const { page } = app;
    for (const name of ['__proto__', 'constructor', 'toString', 'clients.drop', '']) {
      const answer = await page.evaluate((method) => window.api.call(method, undefined), name);
      expect(answer, name).toMatchObject({ ok: false, code: 'forbidden' });
    }
    const stranger = await app.electron.evaluate(async ({ BrowserWindow }, preload) => {
      const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      try {
        await other.loadURL('data:text/html,<p>stranger</p>');
        return await other.webContents.executeJavaScript(`window.api.call('app.info')`);
      } finally {
        other.destroy();
      }
    }, `${process.cwd()}/out/preload/index.cjs`);
    expect(stranger).toMatchObject({ ok: false, code: 'forbidden' });
  });
});
