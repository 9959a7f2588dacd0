import { closeDb, sqlClient } from '@/db';
import { freePort } from '@/db/embedded/server.mjs';
import { verificar } from '@/lib/verificacion/verificar';
import { runSession, type Session } from '../launcher/session.mjs';
import { abrirBase, DURABLE } from './base';
import { informeDeCierre, medirCierres, TICKETS } from './cierre';
import { filaDe, meta } from './cifras';
import { abrirContador } from './contador';
import { buscarPgbench, medirPgbench } from './pgbench';
import { montarTienda, type TiendaDeBench } from './tienda';
import { abrirWeb, cargar, vender } from './web';

const CAJEROS = 16;
const PRODUCTOS = 300;
const META_RAZON = 0.15;
const META_IDAS = 4;

/**
 * `npm run bench [-- --segundos 20]`: durable sales per second through POST /api/ventas of the built server, and of the
 * same rows written by one SQL function under pgbench, both on a PostgreSQL of its own that is deleted afterwards; and the
 * close of a session of 1,000 tickets, which alone is `npm run bench -- cierre`. It prints each figure against its target;
 * it does not fail because of them.
 */
await runSession(async (session) => {
  if (process.argv.includes('cierre')) return soloCierre(session);
  const segundos = Number(process.argv[process.argv.indexOf('--segundos') + 1]) || 20;
  console.log('Construyendo la aplicación, si algo cambió…');
  await session.processes.run('La construcción', ['scripts/build.mjs']);
  const url = await abrirDurable(session);
  console.log(`Montando la tienda: ${CAJEROS} cajeros con su caja abierta y ${PRODUCTOS} productos…`);
  const tienda = await montarTienda({ cajeros: CAJEROS, productos: PRODUCTOS });
  console.log(`Cerrando una sesión de ${TICKETS} tickets…`);
  const cierre = await medirCierres(tienda);
  const web = await medirWeb(session, url, tienda, segundos);
  const idas = await medirIdas(session, url, tienda);
  const pgbench = buscarPgbench();
  const base = pgbench ? await medirBase(pgbench, url, segundos) : null;

  console.log('\n  Ventas durables, 3 líneas, 16 a la vez    por segundo       p50       p95       p99');
  console.log(filaDe('POST /api/ventas (web)', web));
  if (base) console.log(filaDe('una función SQL (pgbench)', base));
  else console.log('  pgbench no está en esta máquina: sin comparación (apt-get install postgresql-contrib)');
  console.log('');
  if (base) {
    const razon = web.porSegundo / base.porSegundo;
    console.log(meta('Razón web / SQL', razon, 3, razon >= META_RAZON, `≥ ${META_RAZON}`.replace('.', ',')));
  }
  console.log(meta('Idas y vueltas por venta', idas.mediana, 0, idas.mediana <= META_IDAS, `≤ ${META_IDAS}`));
  console.log(
    `  (media de ${idas.cuantas} ventas: ${idas.media.toFixed(2).replace('.', ',')}; la sesión se relee cada 15 s)`,
  );
  console.log(informeDeCierre(cierre));
  await decirDiscrepancias(`Después de ${web.cuantas + (base?.cuantas ?? 0)} ventas medidas`);
  await closeDb();
  return 0;
});

/** The close alone: no build and no server, only the verbs over a PostgreSQL that is as durable as a shop's. */
async function soloCierre(session: Session): Promise<number> {
  await abrirDurable(session);
  const tienda = await montarTienda({ cajeros: 1, productos: PRODUCTOS });
  console.log(`Vendiendo y cerrando sesiones de ${TICKETS} tickets…`);
  console.log(`\n${informeDeCierre(await medirCierres(tienda))}`);
  await decirDiscrepancias('Después de los cierres');
  await closeDb();
  return 0;
}

async function decirDiscrepancias(cuando: string): Promise<void> {
  const discrepancias = await verificar(sqlClient());
  for (const d of discrepancias) console.log(`✗ ${d.detalle}`);
  console.log(`  ${cuando}, verificar halla ${discrepancias.length} discrepancias.\n`);
}

/** A base as durable as its settings can make it, and what they are. */
async function abrirDurable(session: Session): Promise<string> {
  const { url } = await abrirBase(session, 'bench', DURABLE);
  const [ajustes] = await sqlClient()<{ version: string; fsync: string; commit: string }[]>`
    select current_setting('server_version') as version, current_setting('fsync') as fsync,
      current_setting('synchronous_commit') as commit`;
  console.log(`PostgreSQL ${ajustes?.version}, fsync ${ajustes?.fsync}, synchronous_commit ${ajustes?.commit}`);
  return url;
}

function entorno(url: string, mas: Record<string, string> = {}): Record<string, string> {
  return { DATABASE_URL: url, AUTH_SECRET: process.env.AUTH_SECRET ?? '', JWT_EXPIRES_IN: '12h', ...mas };
}

async function medirWeb(session: Session, url: string, tienda: TiendaDeBench, segundos: number) {
  const web = await abrirWeb(session.processes, { puerto: await freePort(), env: entorno(url), tienda });
  console.log(`Vendiendo por POST /api/ventas: ${segundos} s, después de 5 s de calentamiento…`);
  await cargar(web, tienda, 5);
  await sqlClient()`checkpoint`;
  const medida = await cargar(web, tienda, segundos);
  await web.cerrar();
  return medida;
}

/** One cashier alone, over one connection that goes through the counter, once its statements are prepared. */
async function medirIdas(session: Session, url: string, tienda: TiendaDeBench) {
  const contador = await session.own(abrirContador(url));
  const env = entorno(contador.url, { PG_MAX: '1' });
  const web = await abrirWeb(session.processes, { puerto: await freePort(), env, tienda });
  for (let i = 0; i < 20; i++) await vender(web, tienda, 0);
  const idas: number[] = [];
  for (let i = 0; i < 100; i++) {
    const antes = contador.idas();
    await vender(web, tienda, 0);
    idas.push(contador.idas() - antes);
  }
  await web.cerrar();
  const orden = idas.toSorted((a, b) => a - b);
  return { mediana: orden[50] ?? 0, media: idas.reduce((a, b) => a + b) / idas.length, cuantas: idas.length };
}

async function medirBase(pgbench: string, url: string, segundos: number) {
  console.log(`Las mismas filas por una función SQL: pgbench -M prepared -c${CAJEROS} -j2, ${segundos} s…`);
  await sqlClient()`vacuum analyze`;
  await sqlClient()`checkpoint`;
  return medirPgbench(pgbench, { url, clientes: CAJEROS, productos: PRODUCTOS, segundos });
}
