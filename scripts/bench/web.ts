import { randomInt, randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Processes } from '../launcher/processes.mjs';
import { type Medida, percentiles } from './cifras';
import type { TiendaDeBench } from './tienda';

const NEXT = 'node_modules/next/dist/bin/next';
const LISTO_MS = 60_000;

/** A running web server and the cashiers signed in to it. */
export type Web = { puerto: number; fichas: string[]; agente: Agent };

/** Starts the built server on loopback and signs every cashier in, by Bearer. */
export async function abrirWeb(
  processes: Processes,
  o: { puerto: number; env: Record<string, string>; tienda: TiendaDeBench },
): Promise<Web & { cerrar: () => Promise<void> }> {
  const dicho: string[] = [];
  const hijo = processes.open([NEXT, 'start', '-p', String(o.puerto), '-H', '127.0.0.1'], {
    env: { ...o.env, NODE_ENV: 'production', LOG_LEVEL: 'error' },
    onLine: (linea) => dicho.push(linea),
  });
  const agente = new Agent({ keepAlive: true, maxSockets: 64 });
  const salud = () =>
    pedir({ puerto: o.puerto, agente }, 'GET', '/api/salud').then(
      (r) => r.status === 200,
      () => false,
    );
  for (const limite = Date.now() + LISTO_MS; !(await salud()); await sleep(50)) {
    if (Date.now() > limite) throw new Error(`El servidor web no arrancó:\n${dicho.join('\n')}`);
  }
  const fichas: string[] = [];
  for (const cajero of o.tienda.cajeros) {
    const cuerpo = { email: cajero.email, password: o.tienda.password };
    const { status, texto } = await pedir({ puerto: o.puerto, agente }, 'POST', '/api/auth/login', { cuerpo });
    if (status >= 300) throw new Error(`No se pudo ingresar como ${cajero.email}: ${texto}`);
    fichas.push((JSON.parse(texto) as { access_token: string }).access_token);
  }
  const cerrar = async () => {
    agente.destroy();
    if (hijo.pid) process.kill(-hijo.pid, 'SIGTERM');
    await hijo.ended;
  };
  return { puerto: o.puerto, fichas, agente, cerrar };
}

/** Charges one ticket of three products as cashier `i`. Throws unless it answers 201. */
export async function vender(web: Web, tienda: TiendaDeBench, i: number): Promise<void> {
  const cajero = tienda.cajeros[i];
  const tercio = Math.floor(tienda.productos.length / 3);
  const detalles = [0, 1, 2].map((n) => {
    const producto = tienda.productos[n * tercio + randomInt(tercio)];
    return { id_producto: producto?.id, cantidad: 1, precio_unitario: producto?.precio };
  });
  const cuerpo = { id_sesion_caja: cajero?.idSesion, metodo_pago: 'EFECTIVO', detalles };
  const { status, texto } = await pedir(web, 'POST', '/api/ventas', {
    cuerpo,
    ficha: web.fichas[i],
    clave: randomUUID(),
  });
  if (status !== 201) throw new Error(`POST /api/ventas respondió ${status}: ${texto}`);
}

/** Every cashier sells one ticket after another for so many seconds. */
export async function cargar(web: Web, tienda: TiendaDeBench, segundos: number): Promise<Medida> {
  const milisegundos: number[] = [];
  const desde = performance.now();
  const hasta = desde + segundos * 1000;
  await Promise.all(
    tienda.cajeros.map(async (_cajero, i) => {
      while (performance.now() < hasta) {
        const inicio = performance.now();
        await vender(web, tienda, i);
        milisegundos.push(performance.now() - inicio);
      }
    }),
  );
  const pasaron = (performance.now() - desde) / 1000;
  return { porSegundo: milisegundos.length / pasaron, cuantas: milisegundos.length, ...percentiles(milisegundos) };
}

type Pedido = { cuerpo?: unknown; ficha?: string; clave?: string };

function pedir(
  web: Pick<Web, 'puerto' | 'agente'>,
  method: string,
  path: string,
  { cuerpo, ficha, clave }: Pedido = {},
): Promise<{ status: number; texto: string }> {
  const body = cuerpo === undefined ? '' : JSON.stringify(cuerpo);
  const headers: Record<string, string> = { 'content-length': String(Buffer.byteLength(body)) };
  if (body) headers['content-type'] = 'application/json';
  if (ficha) headers.authorization = `Bearer ${ficha}`;
  if (clave) headers['idempotency-key'] = clave;
  return new Promise((resolve, reject) => {
    const req = request({ host: '127.0.0.1', port: web.puerto, agent: web.agente, method, path, headers }, (res) => {
      let texto = '';
      res.setEncoding('utf8');
      res.on('data', (trozo) => {
        texto += trozo;
      });
      res.on('end', () => resolve({ status: res.statusCode ?? 0, texto }));
      res.on('error', reject);
    });
    req.on('error', reject);
    req.end(body);
  });
}
