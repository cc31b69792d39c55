import { writeFileSync, readFileSync } from 'node:fs';
import { openDatabase } from '#main/store/open.ts';
import { migrate } from '#main/store/migrate.ts';
import { migrations } from '#main/store/migrations/index.ts';
import { Store } from '#main/store/store.ts';
import { openServices } from '../support/services.ts';
const canon = (v: any): any => Array.isArray(v) ? v.map(canon) : v && typeof v === 'object' ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => a < b ? -1 : 1).map(([k, x]) => [k, canon(x)])) : v;
for (const name of process.argv.slice(2)) {
  const sql = openDatabase(`/tmp/speed4/${name}.db`);
  migrate(sql, migrations); if (process.env.ANALYZE) sql.exec('ANALYZE');
  const services = openServices({}, new Store(sql, (e) => { throw e; }));
  const clients = await services.call('clients.list');
  const run = async (label: string, ask: () => Promise<unknown>) => {
    const v: string[] = [];
    for (let i = 0; i < (Number(process.env.N) || 7); i++) { const s = performance.now(); const c = process.cpuUsage(); await ask(); const d = process.cpuUsage(c); v.push(`${((d.user + d.system) / 1000).toFixed(0)}/${(performance.now() - s).toFixed(0)}`); }
    console.log(name, label.padEnd(15), v.join(' '));
  };
  await run('overview', () => services.call('billing.overview'));
  await run('unbilled each', async () => { for (const { id } of clients) await services.call('billing.unbilled', { clientId: id }); });
  await run('retainers', () => services.call('billing.retainers', { clientId: null }));
  await run('invoices', () => services.call('billing.invoices', { clientId: null }));
  const now = JSON.stringify(canon(JSON.parse(JSON.stringify([await services.call('billing.overview'), await services.call('billing.retainers', { clientId: null }), await services.call('billing.invoices', { clientId: null })]))), null, 1);
  const ref = `/tmp/speed4/${name}.json`;
  const was = JSON.stringify(canon(JSON.parse(readFileSync(ref, 'utf8'))), null, 1);
  writeFileSync(`${ref}.was`, was); writeFileSync(`${ref}.now`, now);
  console.log(name, was === now ? 'SAME' : 'DIFFERENT');
  services.close();
}
